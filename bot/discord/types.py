"""The nouns of this room: who asks, and the way back to them."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.showing.types import Page, Picture, Shown
from bot.state.types import Exchange


class Gone(Exception):
    """There is nobody or nothing to answer any more: a message was deleted, or an interaction expired."""


class Expired(Exception):
    """What a button belongs to is kept no longer."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who asks: numbers are Discord's own; `server` is None in a direct message. `language` is that of the frame:
    "en", "zh" or "zh-Hant"."""

    user: int
    server: int | None
    language: str


@dataclass(frozen=True, slots=True)
class Made:
    """What there is to show, for which question or command. What is not `kept` has no buttons."""

    said: str
    language: str
    shown: Shown
    kept: bool = True


class Way(Protocol):
    """The way back to who asked. Each method raises Gone where that is cut off for good, and handles what
    else Discord may refuse."""

    who: Who
    private: bool
    shows_question: bool  # to all who see the answer
    asked_in: int  # the channel
    question: int  # the message or interaction with the question

    def acknowledged(self) -> AbstractAsyncContextManager[None]:
        """Shows that the question was heard, at once for an interaction, and goes on showing it inside."""

    async def channel(self) -> int:
        """Returns where the answer will stand; it may open a thread for that."""

    async def send(self, page: Page, pictures: tuple[Picture, ...], exchange: Exchange | None) -> int | None:
        """Sends an answer, with buttons for its exchange if there is one; returns the message's number, None where
        it reached the person by another way."""

    async def decline(self, sentence: str, seconds: int, again: bool = False) -> None:
        """Tells the person, nobody else, that they have to wait for some seconds; `again`: as they were told."""

    async def fail(self, sentence: str) -> None:
        """Tells that the question could not be answered."""
