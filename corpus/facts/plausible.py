"""What an article's facts say together: which of them can't be meant so, and which contradict their unit."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts.types import Attribute, Fact, Flag, Status

_SIZE = re.compile(r"(?<![\d.])(\d{1,4}(?:\.\d{1,2})?)b(?![a-z0-9])")
_COUNTED = (Attribute.PARAMETERS_TOTAL, Attribute.PARAMETERS_ACTIVE, Attribute.TRAINING_TOKENS)
_AWAITED = {Status.RUMOURED, Status.EXPECTED}
_CLOSE = 1.06  # "670B" and "671B" are one size


def plausible(facts: Sequence[Fact]) -> list[Fact]:
    """Returns the facts that can be meant as they were read.

    A maker that the lexicon knows otherwise is left out: the name then is another model's, or a host's. Several
    sizes of one model are a family's sizes, and none is the model's. A value that says a tenth of, or ten
    times, what the model's name or the article's other numbers say ("67.1 billion" for 671B) is kept as it was
    reported, and flagged.
    """
    flagged = _flagged(_to_come([fact for fact in facts if not _is_made_elsewhere(fact)]))
    sizes = _sizes(flagged)
    return [fact for fact in flagged if not _is_one_of_several(fact, sizes)]


def _to_come(facts: Sequence[Fact]) -> list[Fact]:
    """Of a model that the article only expects, everything it states is only expected."""
    told: dict[str, set[Status]] = {}
    for fact in facts:
        if fact.attribute is Attribute.RELEASED:
            told.setdefault(fact.model.key, set()).add(fact.status)
    awaited = {key for key, statuses in told.items() if statuses <= _AWAITED}
    return [
        replace(fact, status=max(told[fact.model.key], key=lambda s: s.rank))
        if fact.model.key in awaited and fact.status is Status.RELEASED
        else fact
        for fact in facts
    ]


def _is_made_elsewhere(fact: Fact) -> bool:
    known = fact.model.developer
    return fact.attribute is Attribute.DEVELOPER and known is not None and fact.value.text != known


def _sizes(facts: Sequence[Fact]) -> dict[str, list[float]]:
    """The sizes by model, those that are flagged left out."""
    sizes: dict[str, list[float]] = {}
    for fact in facts:
        if fact.attribute is Attribute.PARAMETERS_TOTAL and fact.value.number and not fact.flags:
            sizes.setdefault(fact.model.key, []).append(fact.value.number)
    return sizes


def _is_one_of_several(fact: Fact, sizes: dict[str, list[float]]) -> bool:
    if fact.attribute is not Attribute.PARAMETERS_TOTAL or fact.model.key not in sizes:
        return False
    return max(sizes[fact.model.key]) > _CLOSE * min(sizes[fact.model.key])


def _flagged(facts: Sequence[Fact]) -> list[Fact]:
    numbers: dict[tuple[str, Attribute], list[float]] = {}
    for fact in facts:
        if fact.attribute in _COUNTED and fact.value.number:
            numbers.setdefault((fact.model.key, fact.attribute), []).append(fact.value.number)
    return [replace(f, flags=(*f.flags, Flag.OFF_BY_TEN)) if _is_off(f, numbers) else f for f in facts]


def _is_off(fact: Fact, numbers: dict[tuple[str, Attribute], list[float]]) -> bool:
    number = fact.value.number
    if fact.attribute not in _COUNTED or not number:
        return False
    named = [float(size[1]) * 1e9 for size in _SIZE.finditer(fact.model.name.lower())]
    if named and fact.attribute is Attribute.PARAMETERS_TOTAL:
        return all(_tenfold(number, size) for size in named)
    return any(_tenfold(number, other) for other in numbers[fact.model.key, fact.attribute])


def _tenfold(one: float, other: float) -> bool:
    low, high = sorted((one, other))
    return 9.9 < high / low < 10.1
