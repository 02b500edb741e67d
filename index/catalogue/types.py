"""The nouns of the catalogue: facts with their source, and conditions on them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from corpus.facts.types import Attribute, Day, Fact, Status, Unit
from corpus.names.types import Benchmark, Model
from corpus.types import Source


class Op(StrEnum):
    """How a value is compared."""

    EQUAL = "="
    AT_LEAST = ">="
    MORE = ">"
    AT_MOST = "<="
    LESS = "<"


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact as it lies in the index. `quote` and `context_quotes` are the words of `fact.span` and of the
    spans in `fact.context`; `taken_in` is when its article came into the index. `original` is the id of the article
    that its own is a copy of, if it is one."""

    fact: Fact
    source: Source
    quote: str
    context_quotes: tuple[str, ...]
    taken_in: datetime
    original: str | None = None

    @property
    def origin(self) -> str:
        """What tells sources apart: an article and its copies are one."""
        return self.original or self.fact.article


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on an attribute's headline value: "context_window >= 1,000,000 tokens".

    `value` is a number, a text (licence, developer, modality), a truth (open weights), a status, or a day
    (released). A number in another currency than `unit` is unknown, not false. `benchmark` is set where the
    attribute is one.
    """

    attribute: Attribute
    op: Op
    value: float | str | bool | date | Status
    unit: Unit = Unit.NONE
    benchmark: Benchmark | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A model that satisfies every condition, and the statements that show it, one a condition."""

    model: Model
    shown: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """The models that satisfy every condition; and those that fail none that is known of, but of which no
    article states what another asks for: unknown is not "no"."""

    matching: tuple[Match, ...]
    unknown: tuple[Model, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Articles that do not agree: all statements on one attribute of one model, the leading one first."""

    model: Model
    attribute: Attribute
    benchmark: Benchmark | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What became of a model on a day, or in a month; `statements` are those that say so."""

    day: Day
    model: Model
    status: Status
    statements: tuple[Statement, ...]


class News(StrEnum):
    """What a new statement does to what was known."""

    ADDED = "added"  # nothing was stated of this before
    CHANGED = "changed"  # another value or status leads now
    DISPUTED = "disputed"  # a value that was not reported before, beside the one that leads as before


@dataclass(frozen=True, slots=True)
class Change:
    """What new articles did to an attribute of a model. `before` led without them (None: nothing did);
    `after` is the new statement; `day` the one on which its article came out, or was taken in. `gone` says
    that `before` stood in an article, or a version of one, that is no longer there to be quoted."""

    day: date
    model: Model
    news: News
    before: Statement | None
    after: Statement
    gone: bool = False
