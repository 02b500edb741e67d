"""Numbers with what stands beside them, before ranges and prices are put together."""

from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.facts.measures import (
    UNITS,
    bound_of,
    context_follows,
    counts_something_else,
    is_bare_year,
    parameters_before,
    points_after,
    unit_after,
)
from corpus.facts.money import Money, money_at
from corpus.facts.numerals import Numeral
from corpus.facts.quantity_types import QuantityKind
from corpus.facts.spelled import is_bare_magnitude
from corpus.facts.types import Bound, Unit

_PARAMETER_LETTERS = frozenset("BT")
_GREAT = 10**9
# "An expert" and "three experts" are people, "one token" is no limit.
_FEWEST_IN_WORDS = {QuantityKind.EXPERTS: 8, QuantityKind.TOKENS: 1000, QuantityKind.PARAMETERS: 1000}
_TOLD_EXACTLY = frozenset({10**5, 10**6, 10**7})
_TOLD_ABOUT = frozenset({10**9, 10**12})


@dataclass(frozen=True, slots=True)
class Measured:
    """A number at ``folded[start:end]`` with its unit. `kind` is None where it counts something that is no
    business of ours; `bare` says that neither unit nor magnitude is written."""

    start: int
    end: int
    kind: QuantityKind | None
    unit: Unit
    mantissa: Decimal
    scale: Decimal
    low: Decimal | None = None
    bound: Bound = Bound.EXACTLY
    per: Decimal | None = None
    bare: bool = False

    @property
    def number(self) -> Decimal:
        """What it amounts to."""
        return self.mantissa * self.scale


def measure(folded: str, numeral: Numeral) -> Measured | None:
    """Returns the numeral with its unit and limit; None for words that are no number without a unit."""
    if counts_something_else(folded, numeral):
        return None if numeral.spelled else _nothing(numeral)
    money = money_at(folded, numeral.start, numeral.end)
    if money is not None:
        return _money(folded, numeral, money)
    if unit := unit_after(folded, numeral.end, great=numeral.number >= _GREAT):
        return _counted(folded, numeral, *unit)
    if folded[max(0, numeral.start - 3) : numeral.start] == "百分之":
        return _limited(folded, numeral, QuantityKind.PERCENT, Unit.PERCENT, numeral.end, numeral.start - 3)
    return _plain(folded, numeral)


def _nothing(numeral: Numeral) -> Measured:
    return Measured(numeral.start, numeral.end, None, Unit.NONE, numeral.mantissa, numeral.scale)


def _money(folded: str, numeral: Numeral, money: Money) -> Measured | None:
    if money.unit is None or numeral.spelled:
        return None if numeral.spelled else _nothing(numeral)
    found = _limited(folded, numeral, QuantityKind.MONEY, money.unit, money.end, money.start)
    return Measured(
        found.start,
        found.end,
        found.kind,
        found.unit,
        numeral.mantissa * money.part,
        numeral.scale,
        bound=found.bound,
    )


def _counted(folded: str, numeral: Numeral, kind: QuantityKind, end: int) -> Measured | None:
    if numeral.spelled and numeral.number < _FEWEST_IN_WORDS.get(kind, 0):
        return None
    return _in_magnitudes(folded, numeral, _limited(folded, numeral, kind, UNITS[kind], end))


def _in_magnitudes(folded: str, numeral: Numeral, found: Measured) -> Measured | None:
    """Returns what "million-token" and 万亿参数 state: the one is a number, the other an order of magnitude,
    and 千亿 is none that could be told."""
    if not numeral.spelled or not is_bare_magnitude(folded[numeral.start : numeral.end]):
        return found
    if found.kind is not QuantityKind.PARAMETERS and numeral.number in _TOLD_EXACTLY:
        return found
    return replace(found, bound=Bound.ABOUT) if numeral.number in _TOLD_ABOUT else None


def _plain(folded: str, numeral: Numeral) -> Measured | None:
    if numeral.spelled and not _is_number_without_unit(folded, numeral):
        return None
    great = numeral.scale > 1 or numeral.spelled
    if numeral.letter in _PARAMETER_LETTERS or (great and parameters_before(folded, numeral.start)):
        return _counted(folded, numeral, QuantityKind.PARAMETERS, numeral.end)
    if is_bare_year(folded, numeral):
        return _nothing(numeral)
    points = points_after(folded, numeral.end)
    unit = Unit.POINTS if points else Unit.NONE
    found = _limited(folded, numeral, QuantityKind.PLAIN, unit, points or numeral.end)
    return _in_magnitudes(folded, numeral, found)


def _is_number_without_unit(folded: str, numeral: Numeral) -> bool:
    if numeral.number < 1000:
        return False
    if context_follows(folded, numeral.end) or parameters_before(folded, numeral.start):
        return True
    word = folded[numeral.start : numeral.end].lower()
    return word.startswith("one ") or word[0] in "一两二三五"


def _limited(
    folded: str, numeral: Numeral, kind: QuantityKind, unit: Unit, end: int, start: int | None = None
) -> Measured:
    first = numeral.start if start is None else start
    bound, last = bound_of(folded, first, numeral.end, end)
    bare = numeral.scale == 1 and not numeral.spelled and kind is QuantityKind.PLAIN and unit is Unit.NONE
    return Measured(first, last, kind, unit, numeral.mantissa, numeral.scale, bound=bound, bare=bare)
