"""Finds the numbers in a text with their units, limits and prices, in the languages of the articles."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.facts.days import hide_days
from corpus.facts.folding import fold, hide
from corpus.facts.measured import Measured, measure
from corpus.facts.numerals import Numeral, numerals
from corpus.facts.prices import Basis, bases_before, basis_after, connects, per_million
from corpus.facts.quantity_types import Quantity, QuantityKind
from corpus.facts.ranges import with_ranges
from corpus.facts.types import Value

__all__ = ["Quantity", "quantities"]


def quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Returns the numbers in ``text[start:end]`` in order, not overlapping, with offsets in `text`.

    The part is read as if it stood alone. Versions within names, dates, times, list numbers, addresses and
    footnote marks are no quantities, nor is what counts bytes, days, people and the like.
    """
    part = text[start:end]
    folded = hide_days(hide(fold(part), start == 0 or text[start - 1] == "\n"))
    bases = bases_before(folded)
    measured = [found for numeral in _outside(numerals(folded), bases) if (found := measure(folded, numeral))]
    priced = _priced(folded, with_ranges(folded, measured), bases)
    return [_quantity(found, start) for found in priced if found.kind is not None]


def _outside(found: Sequence[Numeral], bases: Sequence[Basis]) -> list[Numeral]:
    """Returns the numerals that are in no "per 1M tokens"."""
    outside, position = [], 0
    for numeral in found:
        while position < len(bases) and bases[position].end <= numeral.start:
            position += 1
        if position == len(bases) or numeral.end <= bases[position].start:
            outside.append(numeral)
    return outside


def _priced(folded: str, found: Sequence[Measured], bases: Sequence[Basis]) -> list[Measured]:
    """Returns the numbers with each price's basis: the one after it, the one that stands before it, or that of
    the price next to it."""
    priced: list[Measured] = []
    for measured in found:
        if priced and measured.start < priced[-1].end:
            continue  # the "1M" of "$3 / 1M tokens"
        price = _with_basis(folded, measured) if measured.kind is QuantityKind.MONEY else measured
        if price is not None:
            priced.append(price)
    return _backwards(folded, _forwards(folded, priced, bases))


def _with_basis(folded: str, price: Measured) -> Measured | None:
    """Returns the price with the basis that follows it, None where that is a month, a user or the like."""
    basis = basis_after(folded, price.end)
    if basis is None:
        return price
    if basis.tokens is None:
        return replace(price, kind=None, end=basis.end)
    return replace(price, per=basis.tokens, end=basis.end)


def _forwards(folded: str, found: list[Measured], bases: Sequence[Basis]) -> list[Measured]:
    """Hands a basis, standing alone or with a price, on to the prices behind it."""
    passed: list[Measured] = []
    position, last = 0, Basis(0, 0, None)
    for price in found:
        while position < len(bases) and bases[position].end <= price.start:
            last = max(last, bases[position], key=lambda basis: basis.end)
            position += 1
        if price.kind is QuantityKind.MONEY:
            if price.per is None and last.tokens and connects(folded[last.end : price.start]):
                price = replace(price, per=last.tokens)
            if price.per is not None:
                last = Basis(price.start, price.end, price.per)
        passed.append(price)
    return passed


def _backwards(folded: str, found: list[Measured]) -> list[Measured]:
    """Hands a price's basis on to the price before it: "$3 in and $15 out per million tokens"."""
    passed = list(found)
    for position in range(len(passed) - 2, -1, -1):
        price, behind = passed[position], passed[position + 1]
        both = price.kind is behind.kind is QuantityKind.MONEY and price.unit is behind.unit
        if both and price.per is None and behind.per and connects(folded[price.end : behind.start]):
            passed[position] = replace(price, per=behind.per)
    return passed


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
