"""The nouns of the typed evaluation: what is asked, and what has to be in the answer."""

from dataclasses import dataclass
from datetime import date
from typing import Any

Reply = dict[str, Any]  # an answer as JSON, as the contract gives it
Row = dict[str, Any]
Value = float | str | bool | list[str]


@dataclass(frozen=True, slots=True)
class WantedRow:
    """A row that an answer must have; what is None is left open.

    `value` is a number (0.5 % off is right, and 131,072 is 128K), a truth, a date as the beginning of ISO 8601
    ("2025-04"), a text, or texts that all have to be in the value. In a text, "|" stands between alternatives;
    so it does in `status`. `words`, where given, are what the cited words must hold in place of the value.
    """

    model: str
    attribute: str | None = None
    value: Value | None = None
    benchmark: str | None = None
    unit: str | None = None
    status: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """What has to be true of an answer.

    Where a row is wanted, no row may give another value for it, unless a `conflict` is expected.
    `models` must all have a row, `first` the first one, and `order` says in which order models come. With
    `only`, rows name no model but those named here and those in `may`. `unknown` are named as such.
    `conflict` says whether rows of the `rows` wanted are marked as a disagreement. `text` are groups of
    alternatives, one of each in the first words. `supports` are the articles that may be cited.
    """

    answered: bool = True
    rows: tuple[WantedRow, ...] = ()
    models: tuple[str, ...] = ()
    first: str | None = None
    order: tuple[str, ...] = ()
    only: bool = False
    may: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    conflict: bool | None = None
    text: tuple[tuple[str, ...], ...] = ()
    supports: tuple[str, ...] = ()

    @property
    def named(self) -> set[str]:
        """All models that rows may name."""
        first = {self.first} if self.first else set()
        return {row.model for row in self.rows} | {*self.models, *self.order, *self.may} | first


@dataclass(frozen=True, slots=True)
class TypedQuestion:
    """A question with what has to be in its answer. `as_of` is the date that it is asked for, if any."""

    id: str
    question: str
    language: str
    kind: str
    expected: Expected
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A reply and what is wrong with it: nothing, if it is right. `pair` is the question's language and those
    of the articles that support its answer: "en->zh", "zh->en+zh", or "en->none"."""

    asked: TypedQuestion
    reply: Reply
    faults: tuple[str, ...]
    pair: str
    seconds: float = 0.0

    @property
    def right(self) -> bool:
        """Whether everything expected of it holds."""
        return not self.faults

    @property
    def answered(self) -> bool:
        """Whether it is an answer, which may be wrong."""
        return bool(self.reply["outcome"] == "answered")
