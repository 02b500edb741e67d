"""Says whether two values that were reported for one thing agree."""

import math
import unicodedata
from datetime import date
from decimal import Decimal

from corpus.facts.types import Bound, Day, Unit, Value

_MONEY = frozenset({Unit.USD, Unit.CNY})
_SCORES = frozenset({Unit.NONE, Unit.PERCENT, Unit.POINTS})
_ROUNDED = frozenset({Unit.NONE, Unit.TOKENS, Unit.PARAMETERS})
_BINARY = ((10**6, 2**20), (10**6, 2**10 * 10**3), (10**3, 2**10))
_ABOUT = 0.02
_ROUNDING = 0.01
_SMALLEST_ROUNDED = 1000
_MOST_DIGITS = 15

Interval = tuple[float, float]


def same(a: Value, b: Value) -> bool | None:
    """Returns whether both can be true: 128K and 131,072 agree, and so do 33K and 32,768, "up to 128K" and
    128K, 2026-02 and 2026-02-05. None where they can't be compared: dollars and yuan, tokens and parameters,
    a number and a text."""
    if a.number is not None and b.number is not None:
        return _numbers_agree(a, b) if _comparable(a.unit, b.unit) else None
    if a.day is not None and b.day is not None:
        return _within(_days(a, a.day), _days(b, b.day)) or _within(_days(b, b.day), _days(a, a.day))
    if a.text is not None and b.text is not None:
        return _folded(a.text) == _folded(b.text)
    if a.truth is not None and b.truth is not None:
        return a.truth is b.truth
    return None


def _comparable(a: Unit, b: Unit) -> bool:
    if a is b or {a, b} <= _SCORES:
        return True
    return Unit.NONE in (a, b) and not _MONEY & {a, b}


def _numbers_agree(a: Value, b: Value) -> bool:
    rounds = a.unit in _ROUNDED and b.unit in _ROUNDED
    one, other = _interval(a), _interval(b)
    if Bound.RANGE in (a.bound, b.bound):
        return _contains(one, other, rounds) or _contains(other, one, rounds)
    return _reaches(one[0], other[1], rounds) and _reaches(other[0], one[1], rounds)


def _interval(value: Value) -> Interval:
    """Returns the least and the greatest that a value may be."""
    assert value.number is not None
    number = value.number
    match value.bound:
        case Bound.AT_LEAST:
            return number, math.inf
        case Bound.AT_MOST:
            return -math.inf, number
        case Bound.ABOUT:
            margin = abs(number) * _ABOUT
            return number - margin, number + margin
        case Bound.RANGE if value.low is not None:
            return value.low, number
        case _:
            return number, number


def _contains(outer: Interval, inner: Interval, rounds: bool) -> bool:
    return _reaches(outer[0], inner[0], rounds) and _reaches(inner[1], outer[1], rounds)


def _reaches(low: float, high: float, rounds: bool) -> bool:
    return low <= high or math.isclose(low, high, rel_tol=1e-9) or (rounds and _alike(low, high))


def _alike(a: float, b: float) -> bool:
    """Whether two numbers are one: with a K of 1,024, or one of them the other rounded."""
    if not (math.isfinite(a) and math.isfinite(b)) or min(a, b) < _SMALLEST_ROUNDED:
        return False
    return b in _binary(a) or a in _binary(b) or _is_rounded(a, b) or _is_rounded(b, a)


def _binary(number: float) -> set[float]:
    return {number / size * binary for size, binary in _BINARY if number % size == 0}


def _is_rounded(rough: float, fine: float) -> bool:
    """Whether the one is the other with fewer digits, and not much else: 164,000 and 163,840."""
    if abs(rough - fine) > _ROUNDING * max(rough, fine):
        return False
    digits = _significant(rough)
    return digits < _significant(fine) and float(f"{fine:.{digits - 1}e}") == rough


def _significant(number: float) -> int:
    return min(len(Decimal(repr(number)).normalize().as_tuple().digits), _MOST_DIGITS)


def _days(value: Value, last: Day) -> tuple[date, date]:
    """The first and the last day that a value may mean."""
    return (value.first or last).earliest, last.latest


def _within(inner: tuple[date, date], outer: tuple[date, date]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum() or character in "+.")
