"""The way back to who used a command that may take longer than an interaction lives."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import discord

from bot.discord.buttons import buttons_of
from bot.discord.by_interaction import ByInteraction
from bot.discord.commands.types import Interaction
from bot.discord.sending import parcel_of
from bot.discord.types import Gone
from bot.showing.types import Page, Picture
from bot.state.types import Exchange

EVERY = 3.0  # seconds between two edits; Discord takes five in five seconds


class ByLongInteraction(ByInteraction):
    """Shows `progress`, where it changes, in place of "thinking …". Where the interaction has expired, after a
    quarter of an hour, what there is to say is posted to the channel."""

    def __init__(self, interaction: Interaction, progress: Callable[[], str], every: float = EVERY) -> None:
        super().__init__(interaction)
        self._progress = progress
        self._every = every

    @asynccontextmanager
    async def acknowledged(self) -> AsyncIterator[None]:
        """Defers, and shows the progress inside. Raises Gone where the interaction has expired."""
        async with super().acknowledged():
            showing = asyncio.create_task(self._show())
            try:
                yield
            finally:
                showing.cancel()

    async def send(self, page: Page, pictures: tuple[Picture, ...], exchange: Exchange | None) -> int | None:
        """Puts the result in place of the progress, or posts it."""
        try:
            return await super().send(page, pictures, exchange)
        except Gone:
            parcel = parcel_of(page, pictures)
            view = buttons_of(exchange) if exchange else None
            return await self._post(parcel.text, embeds=parcel.embeds, files=parcel.files, view=view)

    async def fail(self, sentence: str) -> None:
        """Says in place of the progress, or in the channel, what went wrong: all who saw it begin may know."""
        try:
            await self._interaction.edit_original_response(content=sentence, embeds=[], view=None)
        except discord.HTTPException:
            await self._post(sentence)

    async def _show(self) -> None:
        shown = ""
        while True:
            await asyncio.sleep(self._every)
            said = self._progress()
            if said == shown:
                continue
            shown = said
            with suppress(discord.HTTPException):  # the result will come another way
                await self._interaction.edit_original_response(content=said)

    async def _post(self, text: str, **more: object) -> int | None:
        channel = self._interaction.channel
        if not isinstance(channel, discord.abc.Messageable):
            raise Gone("the channel of a command is gone")
        given = {name: value for name, value in more.items() if value is not None}
        message = await channel.send(text, **given)  # type: ignore[call-overload]
        return int(message.id)
