"""The nouns of updating the index beside a running bot."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.types import BotError


class UpdateFailed(BotError):
    """An update ended without a result; the message says why, and the old index stays in service."""


class UpdateRunning(BotError):
    """Another update is under way, which `who` started."""

    def __init__(self, who: str) -> None:
        super().__init__(f"an update is under way already: {who} started it; wait for its end")
        self.who = who


class Kind(StrEnum):
    """The commands that change the corpus."""

    INDEX = "index"
    ADD = "add"
    REMOVE = "remove"
    FEEDS = "feeds"


@dataclass(frozen=True, slots=True)
class Job:
    """A command to run, with what it is given: addresses and files to add, or the article to remove. `who`
    started it, as people read it. `rebuild`: the whole index is made anew."""

    kind: Kind
    who: str
    given: tuple[str, ...] = ()
    rebuild: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """How far a job has come."""

    done: int
    of: int
    what: str


@dataclass(frozen=True, slots=True)
class Finished:
    """What the command printed as JSON. `failures` are the sentences about parts that could not be done, such as
    an address that could not be fetched."""

    report: Mapping[str, object]
    failures: tuple[str, ...] = ()
