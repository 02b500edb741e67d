"""Marks values that contradict the same article's other number by a factor of ten."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts.types import Attribute, Fact, Flag

_SIZE = re.compile(r"(?<![\d.])(\d{1,4}(?:\.\d{1,2})?)b(?![a-z0-9])")
_TEN = (0.099, 0.101)
_COUNTED = (Attribute.PARAMETERS_TOTAL, Attribute.PARAMETERS_ACTIVE, Attribute.TRAINING_TOKENS)


def flagged(facts: Sequence[Fact]) -> list[Fact]:
    """Returns the facts, those marked that say a tenth or ten times what the model's name or the article's
    other numbers say ("67.1 billion" of a model with 671B). They are kept as reported."""
    numbers: dict[tuple[str, Attribute], list[float]] = {}
    for fact in facts:
        if fact.attribute in _COUNTED and fact.value.number:
            numbers.setdefault((fact.model.key, fact.attribute), []).append(fact.value.number)
    return [replace(f, flags=(*f.flags, Flag.OFF_BY_TEN)) if _is_off(f, numbers) else f for f in facts]


def _is_off(fact: Fact, numbers: dict[tuple[str, Attribute], list[float]]) -> bool:
    number = fact.value.number
    if fact.attribute not in _COUNTED or not number:
        return False
    if fact.attribute is Attribute.PARAMETERS_TOTAL:
        named = [float(size[1]) * 1e9 for size in _SIZE.finditer(fact.model.name.lower())]
        if named:
            return all(_tenfold(number, size) for size in named)
    others = numbers[fact.model.key, fact.attribute]
    return any(_tenfold(number, other) for other in others if other != number)


def _tenfold(one: float, other: float) -> bool:
    low, high = sorted((one, other))
    return _TEN[0] <= low / high <= _TEN[1]
