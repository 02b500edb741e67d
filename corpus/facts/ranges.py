"""Puts the two ends of a range together: "8K–128K", "from 8K to 128K", "7-13B", 128K至1M."""

import re
from dataclasses import replace
from functools import cache

from corpus.facts.measured import Measured
from corpus.facts.quantity_types import QuantityKind
from corpus.facts.types import Bound, Unit
from corpus.lexicon.number_words import one_of, words

_GAP = 12
_WINDOW = 60
_NAME = re.compile(r"[A-Z][A-Za-z]+[ -]$")


def with_ranges(folded: str, found: list[Measured]) -> list[Measured]:
    """Returns the numbers with the ends of each range as one; of a change ("from 128K to 1M") only what it
    changed to is kept. A chain ("7-13-70") is no range."""
    joined: list[Measured] = []
    position = 0
    while position < len(found):
        low = found[position]
        high = found[position + 1] if position + 1 < len(found) else None
        if high is None or not _joined(folded, low, high):
            joined.append(low)
            position += 1
            continue
        end = position + 2
        while end < len(found) and _dashed(folded, found[end - 1], found[end]):
            end += 1
        joined.extend(_pair(folded, low, high) if end == position + 2 else found[position:end])
        position = end
    return joined


def _pair(folded: str, low: Measured, high: Measured) -> list[Measured]:
    if _changes(folded, low, high):
        return [high]
    if (
        _NAME.search(folded[max(0, low.start - 30) : low.start])
        and low.bare
        and "." in folded[low.start : low.end]
    ):
        return []
    if low.kind is None or high.kind is None:
        return [] if low.bare or high.bare or low.kind is high.kind else [low, high]
    return _as_range(low, high) or [low, high]


def _as_range(low: Measured, high: Measured) -> list[Measured] | None:
    """Returns the range, if the two are of one kind and in order; the low end takes the unit of the high one."""
    kind, unit = (
        (low.kind, low.unit) if high.bare and low.kind is QuantityKind.MONEY else (high.kind, high.unit)
    )
    if low.kind not in (kind, QuantityKind.PLAIN) or (low.kind is kind and low.unit not in (unit, Unit.NONE)):
        return None
    carried = low.scale == 1 and low.mantissa < high.mantissa and (low.bare or kind is QuantityKind.MONEY)
    number = low.mantissa * high.scale if carried else low.number
    if not number < high.number:
        return None
    return [replace(high, start=low.start, kind=kind, unit=unit, low=number, bound=Bound.RANGE, bare=False)]


def _joined(folded: str, low: Measured, high: Measured) -> bool:
    between = folded[low.end : high.start]
    if _changes(folded, low, high):
        return True
    if len(between) > _GAP:
        return False
    if _join_pattern().fullmatch(between):
        return True
    opened = _opener_pattern().search(folded[max(0, low.start - _GAP) : low.start])
    return opened is not None and _pair_pattern().fullmatch(between) is not None


def _dashed(folded: str, low: Measured, high: Measured) -> bool:
    return folded[low.end : high.start] in ("-", "–", "~")


def _changes(folded: str, low: Measured, high: Measured) -> bool:
    """Whether an arrow stands between the two; or "from" before the first, "to" before the second, and a verb
    of change before or between them."""
    between = folded[low.end : high.start]
    if _arrow_pattern().fullmatch(between):
        return True
    before = folded[max(0, low.start - _WINDOW) : low.start]
    if len(between) > _GAP * 3 or not _from_pattern().search(before) or not _to_pattern().search(between):
        return False
    return bool(_change_pattern().search(between) or _change_pattern().search(before))


@cache
def _join_pattern() -> re.Pattern[str]:
    joins = one_of(words("ranges", "joins"))
    return re.compile(rf"[ *_`\x01]{{0,6}}{joins}(?: up to)?[ *_`\x01]{{0,6}}", re.IGNORECASE)


@cache
def _arrow_pattern() -> re.Pattern[str]:
    return re.compile(rf"[ *_`\x01]{{0,6}}{one_of(words('ranges', 'arrows'))}[ *_`\x01]{{0,6}}")


@cache
def _opener_pattern() -> re.Pattern[str]:
    return re.compile(rf"{one_of(words('ranges', 'openers'))}[ *_`$¥\x01]{{0,4}}$", re.IGNORECASE)


@cache
def _pair_pattern() -> re.Pattern[str]:
    return re.compile(rf"[ *_`\x01]{{0,6}}{one_of(words('ranges', 'pairs'))}[ *_`\x01]{{0,6}}", re.IGNORECASE)


@cache
def _from_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\bfrom|从|由|自)[^0-9.。!?\n]{0,14}$", re.IGNORECASE)


@cache
def _to_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\bto\b|至|到|为|に|로|へ)[^0-9.。!?\n]{0,20}$", re.IGNORECASE)


@cache
def _change_pattern() -> re.Pattern[str]:
    return re.compile(one_of(words("ranges", "changes")), re.IGNORECASE)
