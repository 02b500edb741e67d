"""The way back to who used a command."""

from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import discord

from bot.discord.buttons import buttons_of
from bot.discord.persisting import persist
from bot.discord.sending import parcel_of
from bot.discord.types import Gone, Who
from bot.discord.words import language_of
from bot.showing.plainly import plain_text
from bot.showing.types import Page, Picture
from bot.state.types import Exchange

ACKNOWLEDGED_ALREADY = 40060
_GONE = {10003, 10008, 10015, 10062, 50027}  # channel, message, webhook, interaction, its token

Interaction = discord.Interaction[Any]


class ByInteraction:
    """Answers in place of "thinking …", which stands there at once; `private` shows it to the person alone."""

    shows_question = False

    def __init__(self, interaction: Interaction, private: bool = False) -> None:
        self._interaction = interaction
        self.private = private
        self.asked_in = interaction.channel_id or 0
        self.question = interaction.id
        self.who = who_of(interaction)

    @asynccontextmanager
    async def acknowledged(self) -> AsyncIterator[None]:
        """Defers. Raises Gone where the interaction has expired."""
        await defer(self._interaction, self.private)
        yield

    async def channel(self) -> int:
        """Returns where the command was used."""
        return self.asked_in

    async def send(self, page: Page, pictures: tuple[Picture, ...], exchange: Exchange | None) -> int | None:
        """Puts the answer in place of "thinking …"; as text alone where more is forbidden."""
        view = buttons_of(exchange) if exchange else None
        try:
            return await put(self._interaction, page, view, pictures)
        except discord.Forbidden:
            return await put(self._interaction, Page(plain_text(page)), view)

    async def decline(self, sentence: str, seconds: int, again: bool = False) -> None:  # noqa: ARG002
        """Says it to the person alone."""
        await tell(self._interaction, sentence, self.private)

    async def fail(self, sentence: str) -> None:
        """Says it to the person alone."""
        await tell(self._interaction, sentence, self.private)


def who_of(interaction: Interaction) -> Who:
    """Returns who used a command or a button."""
    return Who(interaction.user.id, interaction.guild_id, language_of(interaction.locale))


async def defer(interaction: Interaction, ephemeral: bool) -> None:
    """Acknowledges with "thinking …". Raises Gone where the interaction has expired."""
    try:
        await persist(lambda: interaction.response.defer(ephemeral=ephemeral, thinking=True))
    except discord.HTTPException as error:
        if error.code != ACKNOWLEDGED_ALREADY:  # a call that seemed to fail, and was made again
            raise Gone(f"an interaction can't be acknowledged: {error.text or error}") from error


async def acknowledge(interaction: Interaction) -> None:
    """Acknowledges a press without a word: its message stays as it is until it is edited. Raises Gone."""
    with gone():
        try:
            await persist(interaction.response.defer)
        except discord.HTTPException as error:
            if error.code != ACKNOWLEDGED_ALREADY:
                raise


async def put(
    interaction: Interaction,
    page: Page,
    view: discord.ui.View | None,
    pictures: Iterable[Picture] = (),
    there: Iterable[str] = (),
) -> int:
    """Puts a page in place of "thinking …", or of the message whose button was pressed; `there` names the pictures
    that this has and keeps. Returns its number; raises Gone."""

    async def edited() -> int:
        parcel = parcel_of(page, pictures, there=there)
        some: dict[str, Any] = {} if there else {"attachments": parcel.files}
        message = await interaction.edit_original_response(
            content=parcel.text or None, embeds=parcel.embeds, view=view, **some
        )
        return message.id

    with gone():
        return await persist(edited)


async def tell(interaction: Interaction, sentence: str, private: bool = False) -> None:
    """Says something to the person alone where nobody sees "thinking …" yet, else in its place: what would follow
    it privately needs it deleted first, and the person may then be left with nothing."""
    with gone():
        await persist(lambda: _tell(interaction, sentence, private))


async def _tell(interaction: Interaction, sentence: str, private: bool) -> None:
    response = interaction.response
    thinking = response.type is discord.InteractionResponseType.deferred_channel_message
    if not response.is_done():
        try:
            await response.send_message(sentence, ephemeral=True)
            return
        except discord.HTTPException as error:
            if error.code != ACKNOWLEDGED_ALREADY:
                raise
            thinking = True
    if private or thinking:
        await interaction.edit_original_response(content=sentence)
    else:
        await interaction.followup.send(sentence, ephemeral=True)


def may_write(interaction: Interaction) -> bool:
    """Says whether the person may write where the interaction is."""
    if interaction.guild_id is None:
        return True
    may = interaction.permissions
    in_thread = isinstance(interaction.channel, discord.Thread)
    return may.send_messages_in_threads if in_thread else may.send_messages


@contextmanager
def gone() -> Iterator[None]:
    """What Discord says of an interaction or message that is no longer there becomes Gone."""
    try:
        yield
    except discord.HTTPException as error:
        if error.code in _GONE:
            raise Gone(error.text or str(error)) from error
        raise
