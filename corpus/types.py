"""The nouns of this room: what was written, and by whom; and what can go wrong in reading it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path


class CorpusError(Exception):
    """Something about the articles is wrong; the message is a sentence that a user may read."""


class UnreadableArticle(CorpusError):
    """A file can't be used as an article; the message says why and what to do."""


class FileGone(UnreadableArticle):
    """A file that was found can't be read now, whatever is in it."""


class Format(StrEnum):
    """How an article's text is marked up."""

    MARKDOWN = "markdown"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Source:
    """Who wrote an article, where and when: made once when it is read, carried unchanged to the link.

    `article` is the id, unique in an index; `path` is relative to the corpus folder, with forward
    slashes; `language` is "zh" for simplified and "zh-Hant" for traditional Chinese, else ISO 639-1.
    """

    article: str
    path: str
    title: str
    language: str
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    published: date | None = None
    retrieved: date | None = None
    licence: str | None = None
    summary_of: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article whole.

    `text` is the file decoded to Unicode without a byte order mark and with line ends made "\\n", front
    matter included (for HTML, PDF and DOCX: the text taken out of it); every offset in this project counts code points
    of it. The text below the front matter starts at `body`. `hidden` are the spans that no reader sees, in
    order. `warnings` are sentences about this file.
    """

    source: Source
    text: str
    body: int
    format: Format
    warnings: tuple[str, ...] = ()
    hidden: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file in a corpus folder, seen but not yet read. `digest` is the SHA-256 of its bytes in hex;
    `strict` says that it is the project's own, whose front matter must keep the schema; `taken_in` that it
    lies in the data folder's own article directory."""

    folder: Path
    path: str
    article: str
    digest: str
    strict: bool = False
    taken_in: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that could not be used, and the reason as a sentence. `digest` is the SHA-256 of its bytes, where
    it is for them that it can't."""

    path: str
    reason: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Warned:
    """A file that is used although something about it is wrong, and what."""

    path: str
    message: str
