"""What each button below an answer does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from secrets import token_hex

import discord

from bot.discord.buttons import buttons_of, buttons_of_quotes
from bot.discord.by_interaction import Interaction, acknowledge, defer, gone, may_write, put, tell
from bot.discord.forms import form_of
from bot.discord.persisting import persist
from bot.discord.types import Expired
from bot.discord.words import Words
from bot.showing.types import Picture
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
        await acknowledge(self._interaction)
        await self._put_quotes(await self._exchange(), page)

    async def turn(self, page: int) -> None:
        """Shows another page of the answer, for who asked."""
        await acknowledge(self._interaction)
        exchange = await self._exchange()
        if self._interaction.user.id != exchange.asker:
            return await self._whisper("not_yours_page")
        page = min(page, len(exchange.pages) - 1)
        message = self._interaction.message
        there = [attachment.filename for attachment in message.attachments] if message else []
        await put(self._interaction, exchange.pages[page], buttons_of(exchange, page), there=there)
        return None

    async def delete(self) -> None:
        """Takes the answer away, for who asked and for moderators."""
        await acknowledge(self._interaction)
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
        pictures = [await _picture(attached) for attached in message.attachments] if message else []
        await self._state.keep_exchange(public)
        sent = await put(self._interaction, public.pages[0], buttons_of(public), pictures)
        await self._state.sent(public.id, sent)
        return None

    async def forget(self, forget: Callable[[int], None]) -> None:
        """Deletes what is kept about the person, and says what that was; `forget` does it to what is remembered."""
        await acknowledge(self._interaction)
        if self._id != str(self._interaction.user.id):
            raise Expired  # a message that one person alone sees: nobody presses another's button
        forget(self._interaction.user.id)
        found = await self._state.forget(self._interaction.user.id)
        with gone():
            await self._interaction.edit_original_response(content=forgotten(found, self._words), view=None)

    async def _put_quotes(self, exchange: Exchange, page: int) -> None:
        if not exchange.sources:
            raise Expired
        page = min(page, len(exchange.sources) - 1)
        await put(self._interaction, exchange.sources[page], buttons_of_quotes(exchange, page))

    async def _feedback(self, good: bool, words: str | None) -> None:
        kept = await self._state.feedback(self._id, self._interaction.user.id, good, words)
        await tell(self._interaction, self._words.say("thanks" if kept else "expired"), private=True)

    async def _exchange(self) -> Exchange:
        """Raises Expired where it is kept no longer."""
        exchange = await self._state.exchange(self._id)
        if exchange is None:
            raise Expired
        return exchange

    async def _whisper(self, name: str) -> None:
        await tell(self._interaction, self._words.say(name))


async def _picture(attached: discord.Attachment) -> Picture:
    """A picture of the message, to be sent along with another one."""
    data = await persist(attached.read)
    return Picture(attached.filename, data, attached.description or "")


def forgotten(found: Forgotten, words: Words) -> str:
    """Returns what was deleted, in words."""
    if found == Forgotten(0, 0, 0, 0):
        return words.say("forget_nothing")
    said = words.say("forget_done", exchanges=found.exchanges, feedback=found.feedback, watches=found.watches)
    return f"{said} {words.say('forget_deeds', deeds=found.deeds)}" if found.deeds else said
