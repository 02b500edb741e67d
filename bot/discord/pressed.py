"""What each button below an answer does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from secrets import token_hex

from bot.discord.buttons import buttons_of, buttons_of_quotes
from bot.discord.by_interaction import Interaction, defer, gone, may_write, tell
from bot.discord.forms import form_of
from bot.discord.sending import parcel_of
from bot.discord.types import Expired
from bot.discord.words import Words
from bot.state.state import State
from bot.state.types import Exchange, Forgotten


class Pressed:
    """A button that was pressed on the answer of an exchange."""

    def __init__(self, interaction: Interaction, state: State, id: str, words: Words) -> None:
        self._interaction = interaction
        self._state = state
        self._id = id
        self._words = words

    async def praise(self) -> None:
        """Keeps that the answer is good."""
        await defer(self._interaction, ephemeral=True)
        await self._feedback(True, None)

    async def open_form(self) -> None:
        """The form has to come first; who closes it again has said that the answer is bad, all the same."""
        with gone():
            await self._interaction.response.send_modal(form_of(self._id, self._words))
        await self._state.feedback(self._id, self._interaction.user.id, False)

    async def blame(self, words: str | None) -> None:
        """Keeps what is wrong with the answer."""
        await defer(self._interaction, ephemeral=True)
        await self._feedback(False, words)

    async def show_sources(self) -> None:
        """Shows the quoted passages to the person alone."""
        await defer(self._interaction, ephemeral=True)
        await self._put_quotes(await self._exchange(), 0)

    async def turn_quotes(self, page: int) -> None:
        """Shows another page of the quoted passages."""
        await self._keep_as_it_is()
        await self._put_quotes(await self._exchange(), page)

    async def turn(self, page: int) -> None:
        """Shows another page of the answer, for who asked."""
        await self._keep_as_it_is()
        exchange = await self._exchange()
        if self._interaction.user.id != exchange.asker:
            return await self._whisper("not_yours_page")
        page = min(page, len(exchange.pages) - 1)
        message = self._interaction.message
        there = [attachment.filename for attachment in message.attachments] if message else []
        parcel = parcel_of(exchange.pages[page], there=there)
        with gone():
            await self._interaction.edit_original_response(
                content=parcel.text or None, embeds=parcel.embeds, view=buttons_of(exchange, page)
            )
        return None

    async def delete(self) -> None:
        """Takes the answer away, for who asked and for moderators."""
        await self._keep_as_it_is()
        if not self._interaction.permissions.manage_messages:
            exchange = await self._exchange()
            if self._interaction.user.id != exchange.asker:
                return await self._whisper("not_yours_delete")
        with gone():
            await self._interaction.delete_original_response()
        return None

    async def show_everyone(self) -> None:
        """Shows a private answer in the channel, as an exchange of its own."""
        if not may_write(self._interaction):
            return await tell(self._interaction, self._words.say("not_yours_show"))
        await defer(self._interaction, ephemeral=False)
        private = await self._exchange()
        public = replace(private, id=token_hex(8), private=False, message=None, at=datetime.now(UTC))
        message = self._interaction.message
        files = [await a.to_file() for a in message.attachments] if message else []
        parcel = parcel_of(public.pages[0], there=[file.filename for file in files])
        await self._state.keep_exchange(public)
        with gone():
            sent = await self._interaction.edit_original_response(
                content=parcel.text or None, embeds=parcel.embeds, attachments=files, view=buttons_of(public)
            )
        await self._state.sent(public.id, sent.id)
        return None

    async def forget(self, forget: Callable[[int], None]) -> None:
        """Deletes what is kept about the person, and says what that was; `forget` does it to what is remembered."""
        await self._keep_as_it_is()
        if self._id != str(self._interaction.user.id):
            raise Expired  # a message that one person alone sees: nobody presses another's button
        forget(self._interaction.user.id)
        found = await self._state.forget(self._interaction.user.id)
        with gone():
            await self._interaction.edit_original_response(content=forgotten(found, self._words), view=None)

    async def _put_quotes(self, exchange: Exchange, page: int) -> None:
        page = min(page, len(exchange.sources) - 1)
        parcel = parcel_of(exchange.sources[page])
        with gone():
            await self._interaction.edit_original_response(
                content=parcel.text or None, embeds=parcel.embeds, view=buttons_of_quotes(exchange, page)
            )

    async def _feedback(self, good: bool, words: str | None) -> None:
        kept = await self._state.feedback(self._id, self._interaction.user.id, good, words)
        await tell(self._interaction, self._words.say("thanks" if kept else "expired"), private=True)

    async def _exchange(self) -> Exchange:
        """Raises Expired where it is kept no longer."""
        exchange = await self._state.exchange(self._id)
        if exchange is None:
            raise Expired
        return exchange

    async def _keep_as_it_is(self) -> None:
        """Acknowledges without a word; the message stays as it is until it is edited."""
        with gone():
            await self._interaction.response.defer()

    async def _whisper(self, name: str) -> None:
        with gone():
            await self._interaction.followup.send(self._words.say(name), ephemeral=True)


def forgotten(found: Forgotten, words: Words) -> str:
    """Returns what was deleted, in words."""
    if found == Forgotten(0, 0, 0, 0):
        return words.say("forget_nothing")
    said = words.say("forget_done", exchanges=found.exchanges, feedback=found.feedback, watches=found.watches)
    return f"{said} {words.say('forget_deeds', deeds=found.deeds)}" if found.deeds else said
