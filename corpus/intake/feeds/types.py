"""The nouns of feeds: which there are, and what one lists."""

from dataclasses import dataclass

from corpus.intake.types import IntakeError
from corpus.stated import Stated
from corpus.types import CorpusError


class FeedsMistake(CorpusError):
    """A list of feeds can't be used; the message names the file, the feed and the mend."""


class NotAFeed(IntakeError):
    """What lies at a feed's address is no feed, or none that can be read within the bounds."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that may be polled. `documented` is a page that names its address; `tried` says whether it is
    known to work there."""

    name: str
    url: str
    language: str | None = None
    documented: str | None = None
    tried: bool = True
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that a feed lists, and what the feed states of it. `stamp` is another where the feed says
    that the article is another version."""

    address: str
    stated: Stated
    stamp: str


@dataclass(frozen=True, slots=True)
class Listed:
    """What a feed lists, in its own order, each address once. `unusable` counts entries that lead nowhere,
    `beyond` those that are more than are read."""

    entries: tuple[Entry, ...]
    unusable: int = 0
    beyond: int = 0
