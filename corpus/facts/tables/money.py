"""Cells that state prices of tokens."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.facts.quantity_types import Quantity, QuantityKind
from corpus.facts.tables.headers import Column
from corpus.facts.tables.labels import labels
from corpus.facts.tables.readings import Parts, Reading, note
from corpus.facts.tables.units import is_foreign
from corpus.facts.tables.words import read_lexicon
from corpus.facts.types import Attribute, Bound, Span, Unit, Value

_FLOW = re.compile(
    r"input|output|prompt|completion|cache|\b(?:in|out)\b|[输輸][入出]|[入出]力|缓存|快取|입력|출력",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"折|%|off|discount|倍|割引|할인", re.IGNORECASE)
_TIER = re.compile(
    r"[≤≥<>＜＞]|\d\s?[km万]|以内|以下|以上|超过|超過|up to|over|above|below|under", re.IGNORECASE
)
_EXCEPT = re.compile(r"除|except|excluding|以外", re.IGNORECASE)
_MOST = 10_000  # nobody charges more for a million tokens
_FLOWS = {"input": Attribute.PRICE_INPUT, "output": Attribute.PRICE_OUTPUT}


@dataclass(frozen=True, slots=True)
class Basis:
    """What a table's prices are in and for where the cells do not say: the currency, and how many tokens."""

    currency: Unit | None
    per: float | None


def prices(parts: Parts, attribute: Attribute, basis: Basis) -> Iterator[Reading]:
    """Yields the price of one kind; several are read where each is told apart by a remark: by the length of
    the prompt, or by modality, of which text counts."""
    numbers = _priced(parts)
    if is_foreign(parts.main) or parts.talks(numbers) or not numbers:
        return
    if len(numbers) == 1:
        yield from _one(parts, numbers[0], attribute, basis, len(parts.main), alone=True)
        return
    ends = [n.start for n in numbers[1:]] + [len(parts.main)]
    remarks = [parts.remark_behind(n.end, end) for n, end in zip(numbers, ends, strict=True)]
    if not all(remarks):
        return
    told = [(n, end, r.text) for n, end, r in zip(numbers, ends, remarks, strict=True) if r]
    if not all(_TIER.search(words) for _, _, words in told):
        told = [each for each in told if _is_text(each[2])]
        if len(told) != 1:
            return
    for number, end, _ in told:
        yield from _one(parts, number, attribute, basis, end)


def price_pair(parts: Parts, column: Column, basis: Basis) -> Iterator[Reading]:
    """Yields the two prices of a cell under a header such as "Price (input / output)"."""
    numbers = _priced(parts)
    if len(numbers) == 2 and not parts.talks(numbers) and not is_foreign(parts.main):
        for number, attribute in zip(numbers, column.attributes, strict=True):
            yield from _one(parts, number, attribute, basis, number.end)


def labelled_prices(parts: Parts, basis: Basis) -> Iterator[Reading]:
    """Yields the prices of a cell that says itself which is which: "Input: $3 <br> Output: $15"."""
    numbers = _priced(parts)
    if is_foreign(parts.main):
        return
    flows = [_flow(words) for words in labels(parts.main, numbers, _FLOW)]
    if not all(flows) or len(set(flows)) != len(flows):
        return
    begin = 0
    for number, attribute in zip(numbers, flows, strict=True):
        label = _trimmed(parts.main, begin, number.start)
        begin = number.end
        for reading in _one(parts, number, attribute, basis, number.end) if attribute else ():
            yield replace(reading, support=(label,)) if label else reading


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The words of ``text[start:end]``, None where there are none."""
    words = text[start:end].strip(" \t\n/|;,，；、")
    at = text.find(words, start) if words else -1
    return (at, at + len(words)) if any(c.isalpha() for c in words) else None


def _priced(parts: Parts) -> list[Quantity]:
    return [n for n in parts.numbers() if n.kind in (QuantityKind.MONEY, QuantityKind.PLAIN)]


def _flow(words: str) -> Attribute | None:
    """Returns which price these words speak of."""
    groups = set(read_lexicon().columns.read(words).groups)
    if "cached" in groups:
        return Attribute.PRICE_CACHED_INPUT
    flows = groups & set(_FLOWS)
    return _FLOWS[flows.pop()] if len(flows) == 1 else None


def _is_text(words: str) -> bool:
    """Whether a remark limits a price to text, or to all but what is not text."""
    groups = set(read_lexicon().modalities.read(words).groups)
    return groups == {"text"} or bool(groups and _EXCEPT.search(words))


def _one(
    parts: Parts, number: Quantity, attribute: Attribute, basis: Basis, limit: int, alone: bool = False
) -> Iterator[Reading]:
    value = _value(number, basis)
    if value is None:
        return
    remark = parts.remark_behind(number.end, limit)
    cached = _cached(parts, number, attribute, basis, limit) if alone else None
    words = None if cached else remark.text if remark else parts.beside(_priced(parts)) if alone else None
    yield Reading(attribute, value, number.start, number.end, note(words))
    if cached:
        yield cached


def _value(number: Quantity, basis: Basis) -> Value | None:
    """Returns the price of a million tokens, None where its currency or what it is for is not known."""
    amount, low = number.value.number or 0.0, number.value.low
    unit = number.currency or (basis.currency if number.kind is QuantityKind.PLAIN else None)
    if unit is None or amount > _MOST:
        return None
    if number.per is None:
        if basis.per is None:
            return None
        amount = _times(amount, 1e6 / basis.per)
        low = _times(low, 1e6 / basis.per) if low is not None else None
    elif number.per not in (1e3, 1e6):
        return None  # a package of so many tokens, no price by the token
    bound = number.value.bound if number.value.bound is not Bound.RANGE or low is not None else Bound.EXACTLY
    return Value(unit, amount, low, bound)


def _times(amount: float, factor: float) -> float:
    return float(f"{amount * factor:.12g}")


def _cached(parts: Parts, number: Quantity, attribute: Attribute, basis: Basis, limit: int) -> Reading | None:
    """Reads "2 (cache hit: 0.5)": the remark states the price of cached input."""
    remark = parts.remark_behind(number.end, limit)
    if remark is None or attribute is not Attribute.PRICE_INPUT or _CHANGED.search(remark.text):
        return None
    inner = Parts(remark.text, ())
    numbers = _priced(inner)
    if len(numbers) != 1 or "cached" not in read_lexicon().columns.read(remark.text).groups:
        return None
    value = _value(numbers[0], basis)
    if value is None:
        return None
    at = remark.start + numbers[0].start
    end = at + numbers[0].end - numbers[0].start
    return Reading(Attribute.PRICE_CACHED_INPUT, value, at, end, support=((remark.start, remark.end),))
