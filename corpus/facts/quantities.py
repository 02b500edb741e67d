"""Finds the numbers in a text with their units, limits and prices, in the languages of the articles."""

import re
from collections.abc import Sequence
from decimal import Decimal

from corpus.facts.bases import Basis, per_million, standing_bases
from corpus.facts.even import Even, even
from corpus.facts.measured import Measured, measure
from corpus.facts.numerals import Numeral, numerals
from corpus.facts.prices import with_prices
from corpus.facts.quantity_types import Quantity, QuantityKind
from corpus.facts.ranges import with_ranges
from corpus.facts.types import Value

__all__ = ["Quantity", "quantities", "quantities_of"]


_LONGEST_CELL = 60
_NUMBERS_ALONE = re.compile(r"[ 0-9.,mbtkMBTK~≈<>≥≤*`/+\x01–-]*")


def quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Returns the numbers in ``text[start:end]`` in order, not overlapping, with offsets in `text`.

    The part is read as if it stood alone. Versions within names, dates, times, list numbers, addresses and
    footnote marks are no quantities, nor is what counts bytes, days, people and the like.
    """
    return quantities_of(even(text, start, end))


def quantities_of(part: Even) -> list[Quantity]:
    """Returns what `quantities` does of a part that was made even."""
    folded = part.without_days()
    if len(folded) <= _LONGEST_CELL and _NUMBERS_ALONE.fullmatch(folded):
        folded = folded.upper()  # a cell "32b / 3b"
    bases = standing_bases(folded)
    measured = [found for numeral in _outside(numerals(folded), bases) if (found := measure(folded, numeral))]
    priced = with_prices(folded, with_ranges(folded, measured), bases)
    return [_quantity(found, part.start) for found in priced if found.kind is not None]


def _outside(found: Sequence[Numeral], bases: Sequence[Basis]) -> list[Numeral]:
    """Returns the numerals that are in no "per 1M tokens"."""
    outside, position = [], 0
    for numeral in found:
        while position < len(bases) and bases[position].end <= numeral.start:
            position += 1
        if position == len(bases) or numeral.end <= bases[position].start:
            outside.append(numeral)
    return outside


def _quantity(found: Measured, offset: int) -> Quantity:
    assert found.kind is not None
    money = found.kind is QuantityKind.MONEY
    return Quantity(
        start=found.start + offset,
        end=found.end + offset,
        kind=found.kind,
        value=Value(
            unit=found.unit,
            number=_amount(found.number, found.per),
            low=None if found.low is None else _amount(found.low, found.per),
            bound=found.bound,
        ),
        per=float(found.per) if found.per else None,
        currency=found.unit if money else None,
    )


def _amount(number: Decimal, per: Decimal | None) -> float:
    return per_million(number, per) if per else float(number)
