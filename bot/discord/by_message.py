"""The way back to who wrote a message."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.characters import one_line
from bot.discord.persisting import persist
from bot.discord.posting import post
from bot.discord.types import Gone, Who
from bot.discord.words import words_for
from bot.showing.types import Page, Picture
from bot.state.types import Exchange

if TYPE_CHECKING:  # a name for type checkers alone
    from discord.abc import MessageableChannel

_AT_ONCE = 0.25  # seconds; what takes longer shows that somebody is typing
_TYPING = 8.0  # seconds; Discord shows it for ten
_READ = 10.0  # seconds that a note stands in the channel
_WAIT = "⏳"
_TITLE = 90  # characters; Discord takes 100
_HAS_THREAD = 160004


class ByMessage:
    """Replies to a message, in a thread below it where `thread` gives that a name."""

    private = False
    shows_question = True

    def __init__(self, message: discord.Message, language: str, thread: str | None = None) -> None:
        self._message = message
        self._thread = thread
        self._where: MessageableChannel = message.channel
        self._may = _permissions(message)
        self.asked_in = message.channel.id
        self.question = message.id
        self.who = Who(message.author.id, message.guild.id if message.guild else None, language)

    @asynccontextmanager
    async def acknowledged(self) -> AsyncIterator[None]:
        """Shows that somebody is typing where the answer takes longer than a moment."""
        typing = asyncio.create_task(_type(self._message.channel))
        try:
            yield
        finally:
            typing.cancel()

    async def channel(self) -> int:
        """Returns where the answer will stand: in the thread, where it could be opened."""
        if self._thread and self._may.create_public_threads and self._may.send_messages_in_threads:
            self._where, self._thread = await _open_thread(self._message, self._thread), None
        return self._where.id

    async def send(self, page: Page, pictures: tuple[Picture, ...], exchange: Exchange | None) -> int | None:
        """Sends as much as it may: as text where embeds are forbidden, without pictures where files are, and
        to the person directly where it may not write at all."""
        may = self._may
        for embeds, files in dict.fromkeys([(may.embed_links, may.attach_files), (False, False)]):
            if not self._may_write():
                break
            with suppress(discord.Forbidden):
                shown = pictures if files else ()
                return await post(self._where, page, shown, exchange, embeds, self._answers())
        return await self._send_directly(page, pictures, exchange)

    async def decline(self, sentence: str, seconds: int, again: bool = False) -> None:
        """Tells by direct message, or else by a sign and a reply that goes away by itself; the sign alone says it
        again."""
        if not again:
            with suppress(discord.Forbidden):
                await post(self._message.author, Page(sentence))
                return
        with suppress(discord.Forbidden):
            await persist(lambda: self._message.add_reaction(_WAIT))
        if not again and self._may_write():
            await self._message.reply(sentence, delete_after=min(_READ, seconds))

    async def fail(self, sentence: str) -> None:
        """Replies, or tells by direct message."""
        await self.send(Page(sentence), (), None)

    async def _send_directly(
        self, page: Page, pictures: tuple[Picture, ...], exchange: Exchange | None
    ) -> int:
        begin = words_for(self.who.language).say("directly", channel=f"<#{self._message.channel.id}>")
        try:
            return await post(
                self._message.author, replace(page, text=_joined(begin, page.text)), pictures, exchange
            )
        except discord.Forbidden as error:
            raise Gone("neither the channel nor the person can be written to") from error

    def _may_write(self) -> bool:
        in_thread = isinstance(self._where, discord.Thread)
        return self._may.send_messages_in_threads if in_thread else self._may.send_messages

    def _answers(self) -> discord.Message | None:
        """The message to reply to: none in a thread that was opened for it, where it stands above."""
        here = self._where is self._message.channel and self._may.read_message_history
        return self._message if here else None


async def _open_thread(message: discord.Message, title: str) -> "MessageableChannel":
    """Opens a thread; where that is refused, the answer goes where the question is."""
    try:
        return await persist(lambda: message.create_thread(name=one_line(title, _TITLE)))
    except discord.HTTPException as error:
        if error.code == _HAS_THREAD and message.guild:  # a call that seemed to fail, and was made again
            return message.guild.get_thread(message.id) or message.channel
        return message.channel


async def _type(channel: "MessageableChannel") -> None:
    await asyncio.sleep(_AT_ONCE)
    with suppress(discord.HTTPException, aiohttp.ClientError, OSError):
        while True:
            await channel.typing()
            await asyncio.sleep(_TYPING)


def _permissions(message: discord.Message) -> discord.Permissions:
    """What the bot may do where the message stands; all of it where that can't be told."""
    if message.guild is None or isinstance(message.channel, discord.PartialMessageable):
        return discord.Permissions.all()
    try:
        return message.channel.permissions_for(message.guild.me)
    except discord.ClientException:  # a thread whose channel is not known
        return discord.Permissions.all()


def _joined(begin: str, text: str) -> str:
    joined = f"{begin}\n{text}"
    return joined if len(joined) <= 2_000 else text
