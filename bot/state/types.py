"""The nouns of what the bot remembers of servers and people. Numbers of servers, channels, messages and users are
Discord's own (up to 64 bits); days and hours are in UTC."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.showing.types import Page
from bot.types import BotError


class StateUnreachable(BotError):
    """The database can't be reached or used; the message says why and what to do."""


class TooManyWatches(BotError):
    """A person or, where `in_server` is set, a server has as many watches as they may: `most`."""

    def __init__(self, most: int, in_server: bool) -> None:
        super().__init__(
            f"{'this server has' if in_server else 'you have'} {most} watches, the most there may be"
        )
        self.most = most
        self.in_server = in_server


class Mode(StrEnum):
    """When the bot answers in a channel, and where."""

    MENTIONS = "mentions"  # when it is spoken to; the default
    QUESTIONS = "questions"  # every message that is a question
    THREADS = "threads"  # when it is spoken to, in a thread
    QUESTIONS_IN_THREADS = "questions-threads"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question that was answered, or a command, with what was shown: buttons find it again after a restart.

    `id` is random, of letters and digits, and stands in the buttons. `server` is None in a direct message.
    `message` is the message of the answer, once it is sent. `said` is the question as it was understood, with
    the subject that a follow-up has from the one before.
    """

    id: str
    server: int | None
    channel: int
    asker: int
    message: int | None
    said: str
    language: str
    private: bool
    pages: tuple[Page, ...]
    sources: tuple[Page, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Deed:
    """What an admin did. `who` is None once that person has asked to be forgotten."""

    at: datetime
    server: int | None
    who: int | None
    what: str  # the command, "admin add"
    detail: str


@dataclass(frozen=True, slots=True)
class Point:
    """Up to where something was told: the generation of the index, and the newest moment at which any of its
    articles was taken in, None where that is unknown. It says what was known where the generation is gone."""

    generation: int
    known_until: datetime | None


@dataclass(frozen=True, slots=True)
class NewWatch:
    """A watch to keep: `text` as bot/watching/keeping.py writes it. `channel` is None where it is told by
    direct message, `server` is where it was set, None if that was a direct message. `told` is up to where the
    changes were told; what is set now is told what comes from now on."""

    server: int | None
    channel: int | None
    user: int
    text: str
    language: str
    told: Point
    at: datetime


@dataclass(frozen=True, slots=True)
class KeptWatch(NewWatch):
    """A watch that is kept; its number is never used again."""

    id: int


@dataclass(frozen=True, slots=True)
class WatchLimits:
    """How many watches a person and a server may have."""

    user: int = 10
    server: int = 50


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much was deleted of what was stored about a person. Deeds stay, without the person's number."""

    exchanges: int
    feedback: int
    watches: int
    deeds: int
