"""The nouns of numbers: a quantity and a day as they stand in a text."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.facts.types import Day, Unit, Value


class QuantityKind(StrEnum):
    """What a number is the number of, as far as the words and letters right beside it say."""

    TOKENS = "tokens"
    PARAMETERS = "parameters"
    EXPERTS = "experts"
    MONEY = "money"
    PERCENT = "percent"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at ``text[start:end]``; "up to", "over" and "about" are left out of the span.

    For money `currency` is the unit again, and `per` is the number of tokens that it is the price of
    (1e6, 1e3), None where none is stated; with `per`, `value` is the price of a million tokens.
    """

    start: int
    end: int
    kind: QuantityKind
    value: Value
    per: float | None = None
    currency: Unit | None = None


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day, month or year named at ``text[start:end]``. `partial` says that its year is not written there
    and was filled in."""

    start: int
    end: int
    day: Day
    partial: bool = False
