"""Threads, and what the bot hears."""

from types import SimpleNamespace
from typing import Any

import discord

from tests.bot.discord.interactions import pressable, text_of
from tests.bot.discord.messages import ME, WRITING, Message, Place


class Thread(Place, discord.Thread):  # type: ignore[misc]
    """A thread of channel 2."""

    def __init__(self, id: int = 20, owner: int = 3, may: discord.Permissions = WRITING) -> None:
        Place.__init__(self, id, may)
        self.parent_id, self.owner_id = 2, owner

    def permissions_for(self, _: object, /) -> discord.Permissions:
        return self.may


class Open(Place, discord.abc.Messageable):  # type: ignore[misc]
    """A channel that can be posted to where an interaction has expired."""

    async def send(self, text: str | None = None, **more: Any) -> Any:  # type: ignore[override]
        return await Place.send(self, text, **more)


class Answer(discord.Message):
    """A message of the bot's, or of another author's, that is replied to."""

    def __init__(self, author: Any = ME, id: int = 900) -> None:
        self.author, self.id = author, id


def asked(text: str, **how: Any) -> Message:
    """A message that mentions the bot."""
    return Message(f"<@{ME.id}> {text}", **how)


def said(text: str, **how: Any) -> Message:
    """A message that mentions nobody."""
    return Message(text, mentions=(), **how)


def direct(text: str, **how: Any) -> Message:
    """A message to the bot alone."""
    return Message(text, mentions=(), guild=None, **how)


def reply(text: str, to: Answer, **how: Any) -> Message:
    """A message that answers another one."""
    return Message(text, mentions=(), reference=SimpleNamespace(resolved=to, message_id=to.id), **how)


def texts(place: Place) -> list[str]:
    """All that is read in each message there."""
    return [text_of(post["text"], **post) for post in place.sent]


def buttons(place: Place) -> list[str]:
    """The numbers of the buttons below the last message there."""
    return pressable(place.sent[-1].get("view"))
