"""The nouns of facts: what an article states about a model, and by which of its words."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.names.types import Benchmark, Model

Span = tuple[int, int]  # in code points of the article's text


class Attribute(StrEnum):
    """What can be stated of a model."""

    CONTEXT_WINDOW = "context_window"
    INPUT_LIMIT = "input_limit"
    OUTPUT_LIMIT = "output_limit"
    PARAMETERS_TOTAL = "parameters_total"
    PARAMETERS_ACTIVE = "parameters_active"
    EXPERTS = "experts"
    RELEASED = "released"
    DEVELOPER = "developer"
    LICENCE = "licence"
    OPEN_WEIGHTS = "open_weights"
    PRICE_INPUT = "price_input"
    PRICE_OUTPUT = "price_output"
    PRICE_CACHED_INPUT = "price_cached_input"
    MODALITIES = "modalities"
    KNOWLEDGE_CUTOFF = "knowledge_cutoff"
    TRAINING_TOKENS = "training_tokens"
    BENCHMARK = "benchmark"


class Unit(StrEnum):
    """What a number counts. Prices are a million tokens' price in the currency."""

    NONE = ""
    TOKENS = "tokens"
    PARAMETERS = "parameters"
    EXPERTS = "experts"
    USD = "USD"
    CNY = "CNY"
    PERCENT = "%"
    POINTS = "points"
    DATE = "date"


class Bound(StrEnum):
    """How a number is meant: "over 700 million" is AT_LEAST, "up to 128K" AT_MOST, "~37B" ABOUT; in a RANGE
    ("200K-1M") the value is the upper end and `low` the lower one."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


class Status(StrEnum):
    """How definite a statement is, lowest first."""

    RUMOURED = "rumoured"
    EXPECTED = "expected"
    ANNOUNCED = "announced"
    PREVIEW = "preview"
    RELEASED = "released"
    DEPRECATED = "deprecated"
    WITHDRAWN = "withdrawn"

    @property
    def rank(self) -> int:
        """0 for the lowest."""
        return list(Status).index(self)


class Flag(StrEnum):
    """What a reader should know about a value that is kept as it was reported."""

    OFF_BY_TEN = "off_by_ten"  # contradicts the same article's number for it by a factor of ten


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day, or a month or a year where no more is given (`month`, `day` are then 0)."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """ISO 8601, as far as it is known: "2026", "2026-02", "2026-02-05"."""
        return (
            f"{self.year:04}"
            + (f"-{self.month:02}" if self.month else "")
            + (f"-{self.day:02}" if self.day else "")
        )

    @property
    def earliest(self) -> date:
        """The first day that it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that it may be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Value:
    """What is stated. One of `number`, `text`, `day`, `truth` is set, or none of them where only a status is
    stated ("V4 is expected soon" states no date). Of some day within a span ("between the 12th and the 14th")
    `first` is the first that it may be, and `day` the last."""

    unit: Unit = Unit.NONE
    number: float | None = None
    low: float | None = None
    bound: Bound = Bound.EXACTLY
    text: str | None = None
    day: Day | None = None
    truth: bool | None = None
    first: Day | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of one article about one model.

    ``article_text[span]`` holds the value as reported; `context` are the other spans that the statement
    needs: the heading or sentence with the subject, the header cell with the attribute. `as_of` is the day
    that the statement speaks for: the article's stated "as of", else its day of publication, else None.
    `note` is what limits the value ("cache hit", "≤ 200k prompt tokens", "Beta").
    """

    article: str
    model: Model
    attribute: Attribute
    value: Value
    status: Status
    as_of: Day | None
    span: Span
    context: tuple[Span, ...] = ()
    benchmark: Benchmark | None = None
    note: str | None = None
    flags: tuple[Flag, ...] = ()
