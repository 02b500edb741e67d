"""The nouns of taking in: what was offered, what was fetched, and what can go wrong on the way."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.stated import Stated
from corpus.types import CorpusError


class IntakeError(CorpusError):
    """What was offered can't be taken in; the message says why, and names the bound that was crossed."""


class AddressRefused(IntakeError):
    """An address that may not be connected to."""


class NotFetched(IntakeError):
    """What lies at an address could not be fetched, or not within the bounds."""


class ServerRefuses(NotFetched):
    """The server answers with an error. `wait` is for how many seconds it asks not to be asked again."""

    def __init__(self, message: str, status: int, wait: float | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.wait = wait

    @property
    def busy(self) -> bool:
        """Whether it says that it is asked too often, or can't answer just now."""
        return self.status in {429, 503}


class NotAnArticle(IntakeError):
    """What was fetched or read holds no text that could be an article."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What may be connected to. `private` allows addresses that are not public, for tests and for an
    operator's own network; `ports` are those that are allowed beside 80 and 443."""

    private: bool = False
    ports: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Version:
    """By what a server knows which version of a page it gave: the headers ETag and Last-Modified."""

    etag: str | None = None
    modified: str | None = None

    def __bool__(self) -> bool:
        return bool(self.etag or self.modified)


NO_VERSION = Version()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. `addresses` are all that led there, the one asked for first, the one that gave
    it last; `content_type` and `charset` are what the server says, which may be wrong."""

    addresses: tuple[str, ...]
    data: bytes
    content_type: str
    charset: str | None
    version: Version = NO_VERSION

    @property
    def address(self) -> str:
        """The address that gave it."""
        return self.addresses[-1]


class Kind(StrEnum):
    """What the bytes are, told by the bytes themselves."""

    PAGE = "page"
    TEXT = "text"  # Markdown too
    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of what was offered, as Markdown or plain text without front matter, what it says of itself,
    and sentences about what was guessed or lost."""

    text: str
    stated: Stated
    warnings: tuple[str, ...] = ()
