"""Messages and channels that lead nowhere: they keep what was posted in them."""

import asyncio
from dataclasses import dataclass, field
from itertools import count
from types import SimpleNamespace
from typing import Any

import discord

from tests.bot.discord.interactions import Refusing

WRITING = discord.Permissions(
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
    create_public_threads=True,
    add_reactions=True,
)
ME: Any = SimpleNamespace(id=7)


class Failing(discord.HTTPException):
    """An error of Discord's with a status and a code."""

    def __init__(self, status: int, code: int = 0, text: str = "no") -> None:
        answer: Any = SimpleNamespace(status=status, reason="no")
        super().__init__(answer, {"code": code, "message": text})


@dataclass
class Place:
    """A channel or a person: what is sent is kept, `errors` are raised first, one a call."""

    id: int = 2
    may: discord.Permissions = WRITING
    errors: list[Exception] = field(default_factory=list)
    sent: list[dict[str, Any]] = field(default_factory=list)
    typed: int = 0
    bot: bool = False

    async def send(self, text: str | None = None, **more: Any) -> SimpleNamespace:
        await asyncio.sleep(0)
        if self.errors:
            raise self.errors.pop(0)
        if more.get("embeds") and not self.may.embed_links:
            raise Refusing
        self.sent.append({"text": text, **more})
        return SimpleNamespace(id=100 + len(self.sent))

    async def typing(self) -> None:
        self.typed += 1

    def permissions_for(self, _: object) -> discord.Permissions:
        return self.may


@dataclass
class Message:
    """What a person wrote in a channel of server 1, or directly."""

    content: str = "<@7> which models have 1M context?"
    channel: Place = field(default_factory=Place)
    author: Place = field(default_factory=lambda: Place(3))
    guild: Any = field(default_factory=lambda: SimpleNamespace(id=1, me=ME, get_thread=lambda _: None))
    mentions: tuple[Any, ...] = (ME,)
    role_mentions: tuple[Any, ...] = ()
    webhook_id: int | None = None
    reference: Any = None
    type: discord.MessageType = discord.MessageType.default
    id: int = field(default_factory=count(500).__next__)
    reactions: list[str] = field(default_factory=list)
    replies: list[dict[str, Any]] = field(default_factory=list)
    thread: Place | Exception | None = None
    titles: list[str] = field(default_factory=list)

    def to_reference(self) -> str:
        return f"reference to {self.id}"

    async def add_reaction(self, sign: str) -> None:
        if not self.channel.may.add_reactions:
            raise Refusing
        self.reactions.append(sign)

    async def reply(self, text: str, **more: Any) -> None:
        self.replies.append({"text": text, **more})

    async def create_thread(self, name: str) -> Place:
        self.titles.append(name)
        if isinstance(self.thread, Exception):
            raise self.thread
        assert self.thread
        return self.thread
