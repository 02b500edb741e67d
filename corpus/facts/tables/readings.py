"""What a cell states, before it is known of which model; and a cell's words apart from its remarks."""

import re
from dataclasses import dataclass

from corpus.facts.quantities import quantities
from corpus.facts.quantity_types import Quantity
from corpus.facts.tables.types import Cell
from corpus.facts.tables.words import read_lexicon
from corpus.facts.types import Attribute, Span, Status, Value
from corpus.names.types import Benchmark

_REMARK = re.compile(r"[(\[（【]([^()\[\]（）【】]{0,300})[)\]）】]")
_SHORT = 24  # unknown letters beside a value that still are a remark and no sentence
_MOST_WORDS, _MOST_LETTERS = 8, 40


@dataclass(frozen=True, slots=True)
class Reading:
    """A value at ``cell.text[start:end]``. `support` are other parts of the cell that it needs."""

    attribute: Attribute
    value: Value
    start: int
    end: int
    note: str | None = None
    status: Status | None = None
    benchmark: Benchmark | None = None
    support: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Words in brackets at ``cell.text[start:end]``, the brackets left out."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Parts:
    """A cell's words with those in brackets blanked out, at the same offsets, and the latter by themselves."""

    main: str
    remarks: tuple[Remark, ...]

    def numbers(self) -> list[Quantity]:
        """The numbers outside brackets."""
        return quantities(self.main)

    def beside(self, numbers: list[Quantity]) -> str:
        """The words outside brackets and numbers that no lexicon of tables knows."""
        lexicon = read_lexicon()
        words = lexicon.beside.pattern.sub(
            " ", lexicon.columns.pattern.sub(" ", _without(self.main, numbers))
        )
        return " ".join("".join(c if c.isalnum() else " " for c in words).split())

    def talks(self, numbers: list[Quantity]) -> bool:
        """Whether the words beside the numbers are too many to be a remark on them."""
        if len(self.beside(numbers)) > _SHORT:
            return True
        words = _without(self.main, numbers)
        return len(words.split()) > _MOST_WORDS or sum(map(str.isalnum, words)) > _MOST_LETTERS

    def remark_behind(self, end: int, limit: int) -> Remark | None:
        """The first remark that stands between `end` and `limit`."""
        return next((r for r in self.remarks if end <= r.start and r.end <= limit), None)


def _without(text: str, numbers: list[Quantity]) -> str:
    left = list(text)
    for number in numbers:
        left[number.start : number.end] = " " * (number.end - number.start)
    return "".join(left)


def parts(cell: Cell) -> Parts:
    """Sets a cell's words apart from its remarks."""
    remarks = tuple(Remark(m.start(1), m.end(1), m[1].strip()) for m in _REMARK.finditer(cell.text))
    main = _REMARK.sub(lambda m: " " * len(m[0]), cell.text)
    return Parts(main, remarks)


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no value: "-", "N/A", 未公布."""
    stripped = text.strip().strip("*_ ")
    return not stripped or read_lexicon().answers.group(stripped) == "nothing"


_BOUND = re.compile(
    r"up to|at least|at most|about|over|around|more than|less than|approx\.?|约|約|最大|最多|最长|最高|至少|最大で|最大",
    re.I,
)


def note(words: str | None) -> str | None:
    """Returns the remark on a value, shortened; None where there is none."""
    return _BOUND.sub("", words or "").strip(" ,;:，；：")[:80] or None
