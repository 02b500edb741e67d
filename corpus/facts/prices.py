"""Tells of each price how many tokens it is the price of."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.facts.bases import Basis, basis_after, charges, connects, is_for_something_else, passes_on
from corpus.facts.measured import Measured
from corpus.facts.quantity_types import QuantityKind

_BASES = frozenset({10**3, 10**6})


def with_prices(folded: str, found: Sequence[Measured], bases: Sequence[Basis]) -> list[Measured]:
    """Returns the numbers, each price with its basis: the one beside it, or that of the price next to it. The
    price of a month or the like is none of ours."""
    priced: list[Measured] = []
    for measured in found:
        if not priced or measured.start >= priced[-1].end:  # else the "1M" of "$3 / 1M tokens"
            is_price = measured.kind is QuantityKind.MONEY
            priced.append(_with_basis(folded, measured) if is_price else measured)
    forwards = _forwards(folded, _charged(folded, priced), bases)
    return _backwards(folded, _from_behind(folded, forwards, bases))


def _with_basis(folded: str, price: Measured) -> Measured:
    """Returns the price with the basis that follows it at once."""
    basis = basis_after(folded, price.end)
    if basis is None:
        return replace(price, kind=None) if is_for_something_else(folded, price.start) else price
    if basis.tokens is None:
        return replace(price, kind=None, end=basis.end)
    return replace(price, per=basis.tokens, end=basis.end)


def _charged(folded: str, found: list[Measured]) -> list[Measured]:
    """Takes "a million tokens" in "a million tokens cost $3" for the basis that it is."""
    passed: list[Measured] = []
    for price in found:
        before = passed[-1] if passed else None
        if before and _is_basis(before) and _lacks(price) and charges(folded[before.end : price.start]):
            passed[-1] = replace(price, per=before.number, start=before.start)
        else:
            passed.append(price)
    return passed


def _is_basis(measured: Measured) -> bool:
    return measured.kind is QuantityKind.TOKENS and measured.number in _BASES and measured.low is None


def _forwards(folded: str, found: list[Measured], bases: Sequence[Basis]) -> list[Measured]:
    """Hands a basis, standing alone or with a price, on to the prices behind it."""
    passed: list[Measured] = []
    position, last, alone = 0, Basis(0, 0, None), True
    for price in found:
        while position < len(bases) and bases[position].end <= price.start:
            if bases[position].end > last.end:
                last, alone = bases[position], True
            position += 1
        if price.kind is QuantityKind.MONEY:
            if _lacks(price) and last.tokens:
                between = folded[last.end : price.start]
                if connects(between) if alone else passes_on(between):
                    price = replace(price, per=last.tokens)
            if price.per is not None:
                last, alone = Basis(price.start, price.end, price.per), False
        passed.append(price)
    return passed


def _from_behind(folded: str, found: list[Measured], bases: Sequence[Basis]) -> list[Measured]:
    """Gives a price the basis that follows it after a word or two: "$25 output per million tokens"."""
    passed = list(found)
    position = 0
    for number, price in enumerate(found):
        while position < len(bases) and bases[position].start < price.end:
            position += 1
        if position == len(bases):
            break
        basis = bases[position]
        after = found[number + 1].start if number + 1 < len(found) else len(folded)
        near = basis.end <= after and basis.tokens and connects(folded[price.end : basis.start])
        if _lacks(price) and near:
            passed[number] = replace(price, per=basis.tokens, end=basis.end)
    return passed


def _backwards(folded: str, found: list[Measured]) -> list[Measured]:
    """Hands a price's basis on to the price before it: "$3 in and $15 out per million tokens"."""
    passed = list(found)
    for position in range(len(passed) - 2, -1, -1):
        price, behind = passed[position], passed[position + 1]
        both = behind.kind is QuantityKind.MONEY and price.unit is behind.unit
        if both and _lacks(price) and behind.per and passes_on(folded[price.end : behind.start]):
            passed[position] = replace(price, per=behind.per)
    return passed


def _lacks(price: Measured) -> bool:
    return price.kind is QuantityKind.MONEY and price.per is None
