"""The nouns of the catalogue: facts with their source, and conditions on them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from corpus.facts.types import Attribute, Fact, Status, Unit
from corpus.names.types import Benchmark
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
    spans in `fact.context`; `taken_in` is when its article came into the index."""

    fact: Fact
    source: Source
    quote: str
    context_quotes: tuple[str, ...]
    taken_in: datetime


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
