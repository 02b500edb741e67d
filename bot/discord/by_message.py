"""The way back to who wrote a message."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace

import discord

from bot.discord.buttons import buttons_of
from bot.discord.sending import parcel_of
from bot.discord.types import Gone, Who
from bot.discord.words import words_for
from bot.showing.types import Page, Picture
from bot.state.types import Exchange

_AT_ONCE = 0.25  # seconds; what takes longer shows that somebody is typing
_TYPING = 8.0  # seconds; Discord shows it for ten
_READ = 10.0  # seconds that a note stands in the channel
_WAIT = "⏳"
_TITLE = 90  # characters; Discord takes 100
_INVALID, _UNKNOWN_CHANNEL, _HAS_THREAD = 50035, 10003, 160004


class ByMessage:
    """Replies to a message; `thread` opens a thread below it, named as given."""

    private = False
    shows_question = True

    def __init__(self, message: discord.Message, language: str, thread: str | None = None) -> None:
        self._message = message
        self._where: discord.abc.Messageable | discord.Thread = message.channel
        self._may = _permissions(message)
        self._thread = thread
        self.question = message.id
        self.who = Who(message.author.id, message.guild.id if message.guild else None, language)

    @asynccontextmanager
    async def acknowledged(self) -> AsyncIterator[None]:
        """Shows that somebody is typing where the answer takes longer than a moment."""
        typing = asyncio.create_task(self._type())
        try:
            yield
        finally:
            typing.cancel()

    async def channel(self) -> int:
        """Returns where the answer will stand: in the thread, where it could be opened."""
        if self._thread and self._may.create_public_threads and self._may.send_messages_in_threads:
            self._where, self._thread = await self._open(self._thread), None
        return self._where.id if isinstance(self._where, discord.Thread) else self._message.channel.id

    async def send(self, page: Page, pictures: tuple[Picture, ...], exchange: Exchange | None) -> int | None:
        """Sends as much as it may: as text where embeds are forbidden, without pictures where files are, and
        to the person directly where it may not write at all."""
        may = self._may
        for embeds, files in dict.fromkeys([(may.embed_links, may.attach_files), (False, False)]):
            if not self._may_write():
                break
            with suppress(discord.Forbidden):
                return await self._send(page, pictures if files else (), exchange, embeds)
        return await self._send_directly(page, pictures, exchange)

    async def decline(self, sentence: str, seconds: int) -> None:
        """Tells by direct message, or else by a sign and a reply that goes away by itself."""
        with suppress(discord.Forbidden):
            await self._message.author.send(sentence)
            return
        with suppress(discord.Forbidden):
            await self._message.add_reaction(_WAIT)
        if self._may_write():
            await self._message.reply(sentence, delete_after=min(_READ, seconds))

    async def fail(self, sentence: str) -> None:
        """Replies, or tells by direct message."""
        await self.send(Page(sentence), (), None)

    async def _send(
        self, page: Page, pictures: tuple[Picture, ...], exchange: Exchange | None, embeds: bool
    ) -> int:
        parcel = parcel_of(page, pictures, embeds)
        reply = self._where is self._message.channel and self._may.read_message_history
        try:
            sent = await self._where.send(
                parcel.text or None,
                embeds=parcel.embeds,
                files=parcel.files,
                view=buttons_of(exchange) if exchange else discord.utils.MISSING,
                reference=self._message.to_reference() if reply else discord.utils.MISSING,
            )
        except discord.HTTPException as error:
            if error.code == _UNKNOWN_CHANNEL or (
                error.code == _INVALID and "message_reference" in str(error)
            ):
                raise Gone("the question was deleted") from error
            raise
        return sent.id

    async def _send_directly(
        self, page: Page, pictures: tuple[Picture, ...], exchange: Exchange | None
    ) -> int | None:
        words = words_for(self.who.language)
        parcel = parcel_of(replace(page, text=f"{words.say('directly')}\n{page.text}"[:2_000]), pictures)
        try:
            sent = await self._message.author.send(
                parcel.text,
                embeds=parcel.embeds,
                files=parcel.files,
                view=buttons_of(exchange) if exchange else discord.utils.MISSING,
            )
        except discord.Forbidden as error:
            raise Gone("neither the channel nor the person can be written to") from error
        return sent.id

    def _may_write(self) -> bool:
        in_thread = isinstance(self._where, discord.Thread)
        return self._may.send_messages_in_threads if in_thread else self._may.send_messages

    async def _open(self, title: str) -> discord.abc.Messageable | discord.Thread:
        """Opens a thread; where that is refused, the answer goes where the question is."""
        try:
            return await self._message.create_thread(name=title[:_TITLE])
        except discord.HTTPException as error:
            if error.code == _HAS_THREAD and self._message.guild:
                return self._message.guild.get_thread(self._message.id) or self._message.channel
            return self._message.channel

    async def _type(self) -> None:
        await asyncio.sleep(_AT_ONCE)
        with suppress(discord.HTTPException, OSError):
            while True:
                await self._message.channel.typing()
                await asyncio.sleep(_TYPING)


def _permissions(message: discord.Message) -> discord.Permissions:
    """What the bot may do where the message stands; all of it where that can't be told."""
    if message.guild is None:
        return discord.Permissions.all()
    try:
        return message.channel.permissions_for(message.guild.me)
    except discord.ClientException:  # a thread whose channel is not known
        return discord.Permissions.all()
