"""The nouns of this room: what was asked, what is answered, and by which words of which article."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.types import Source

Scalar = str | int | float | bool
Understood = Mapping[str, object]  # a typed query as JSON, which the room of understanding writes
_LISTED = "`modelscape models` lists those that the articles speak of"


class BotError(Exception):
    """Something that a person asked for can't be done; the message is a sentence that they may read."""


class BadQuestion(BotError):
    """The question can't be read at all: it is empty."""


class BadSettings(BotError):
    """A setting is unknown or has a value that can't be used; the message says what to mend."""


class UnknownName(BotError):
    """No article and no list knows a model or benchmark (`kind`) by this name; the message names what is spelled
    alike, as `near` does."""

    def __init__(self, kind: str, name: str, near: tuple[str, ...]) -> None:
        meant = f"did you mean {' or '.join(near)}?" if near else _LISTED
        super().__init__(f"no {kind} is known by the name “{name}”: {meant}")
        self.kind = kind
        self.name = name
        self.near = near


class NotDrawn(BotError):
    """A picture can't be drawn or written; the message says why."""


class BatchUnreadable(BotError):
    """The file with questions can't be opened."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was asked, made safe: `text` has no control characters and is capped in length.

    `language` is "zh" or "zh-Hant" for Chinese, else ISO 639-1; `id` is the asker's own, if any.
    """

    text: str
    language: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of an article, word for word: ``quote == article_text[start:end]``."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement comes from. `n` is the number that ``[n]`` in the answer's text points to."""

    n: int
    source: Source
    span: Span
    context: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class NearMiss:
    """The nearest thing that the articles do say, for a question that they do not answer."""

    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Row:
    """One value that is reported of a model.

    `value` is a number, a text, a truth, or a date in ISO 8601 as far as it is known, and None where only a
    status is stated. `low` is the lower end of a range. `shown` is the value as people read it, `as_of` the
    day that the statement speaks for. `conflict` says that articles disagree on it. `citations` are numbers
    of citations. `rank` counts from 1 where rows are ranked; what ties shares it.
    """

    model: str
    developer: str | None
    attribute: str
    value: Scalar | None
    unit: str
    shown: str
    status: str
    as_of: str | None
    conflict: bool
    citations: tuple[int, ...]
    benchmark: str | None = None
    low: float | None = None
    bound: str = "exactly"
    note: str | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class EventRow:
    """What happened to a model, or to what is known of it, on a day (ISO 8601, as far as it is known)."""

    date: str | None
    model: str
    what: str
    before: str | None
    after: str | None
    citations: tuple[int, ...]
    status: str = "released"


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows that a command found, with their citations; `word` is said where there is none, and what there is
    to say beside the rows."""

    rows: tuple[Row, ...]
    unknown: tuple[str, ...]
    citations: tuple[Citation, ...]
    word: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """All that is reported of a model; where nothing is, `near` are models with names that are spelled alike."""

    model: str
    developer: str | None
    rows: tuple[Row, ...]
    citations: tuple[Citation, ...]
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Happenings:
    """Events with their citations."""

    events: tuple[EventRow, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; it can't be built without a citation. `understood`, `rows` and `unknown` (the names of
    models for which no article states what was asked for) are set where the question is a typed query."""

    question: Question
    text: str
    citations: tuple[Citation, ...]
    timings_ms: dict[str, float] = field(default_factory=dict)
    understood: Understood | None = None
    rows: tuple[Row, ...] = ()
    unknown: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError("an answer needs a citation; without one it is a Refusal")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A plain word that the articles do not answer the question, and the nearest thing that they say."""

    question: Question
    text: str
    near_miss: NearMiss | None = None
    timings_ms: dict[str, float] = field(default_factory=dict)
    understood: Understood | None = None
    rows: tuple[Row, ...] = ()
    unknown: tuple[str, ...] = ()
