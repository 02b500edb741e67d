"""Cells that state scores on benchmarks."""

import re
from collections.abc import Iterator

from corpus.facts.quantities import quantities
from corpus.facts.quantity_types import Quantity, QuantityKind
from corpus.facts.tables.headers import Column
from corpus.facts.tables.readings import Parts, Reading, note
from corpus.facts.types import Attribute, Bound, Unit, Value
from corpus.names import Names
from corpus.names.types import BenchmarkMention

_CHANGE = re.compile(r"(?:[+＋↑↓▲▼#]|(?<![\d\w.])[-−–])\s?$")
_RANK = re.compile(r"\s?(?:st|nd|rd|th|位|名|위)\b")
_MOST = 100_000
_BETWEEN = re.compile(
    r"\s{0,2}(?:\([^()]{0,20}\)\s{0,2})?(?:[:：=~≈]|score[sd]?|of|at|为|為|得分|达|達)?\s{0,2}[~≈约約]?\s{0,2}$",
    re.I,
)


def score(parts: Parts, column: Column) -> Iterator[Reading]:
    """Yields the one score of a cell; a rank or a change is none."""
    if column.benchmark is None:
        return
    numbers = [n for n in parts.numbers() if n.kind in (QuantityKind.PERCENT, QuantityKind.PLAIN)]
    if len(numbers) != 1 or parts.talks(numbers) or not _is_score(parts.main, numbers[0]):
        return
    words = "; ".join([*([column.qualifier] if column.qualifier else []), *(r.text for r in parts.remarks)])
    value = _value(numbers[0], column.percent)
    if value is not None:
        number = numbers[0]
        yield Reading(
            Attribute.BENCHMARK, value, number.start, number.end, note(words), benchmark=column.benchmark
        )


def named_scores(text: str, names: Names) -> Iterator[Reading]:
    """Yields the scores of a cell that names the benchmarks itself: "AIME 96.7%, SWE-bench 71.7%". What stands
    behind another model's name is that model's."""
    found = names.benchmarks(text)
    models = names.mentions(text)
    for mention, following in zip(found, [*found[1:], None], strict=False):
        stop = following.start if following else len(text)
        number = _behind(text, mention, stop)
        if number is None or any(m.start < number.start and not _covers(m.start, mention) for m in models):
            continue
        value = _value(number, percent=False)
        if value is not None:
            yield Reading(
                Attribute.BENCHMARK,
                value,
                number.start,
                number.end,
                _remark(text, number.end, stop),
                None,
                mention.benchmark,
                support=((mention.start, mention.end),),
            )


def _covers(at: int, mention: BenchmarkMention) -> bool:
    return mention.start <= at < mention.end


def _behind(text: str, mention: BenchmarkMention, stop: int) -> Quantity | None:
    """The number right behind a benchmark's name."""
    for number in quantities(text, mention.end, stop):
        if number.kind not in (QuantityKind.PERCENT, QuantityKind.PLAIN):
            return None
        near = (
            _BETWEEN.fullmatch(text, mention.end, number.start) if number.start - mention.end < 40 else None
        )
        return number if near and _is_score(text, number) else None
    return None


def _remark(text: str, at: int, stop: int) -> str | None:
    remark = re.compile(r"\s?\(([^()]{1,60})\)").match(text, at, stop)
    return note(remark[1]) if remark else None


def _is_score(text: str, number: Quantity) -> bool:
    """Whether the number stands without a sign, a rank's mark or a letter of its own."""
    words = text[number.start : number.end]
    if any(c.isalpha() for c in words) or _RANK.match(text, number.end):
        return False
    return not _CHANGE.search(text[max(0, number.start - 3) : number.start])


def _value(number: Quantity, percent: bool) -> Value | None:
    amount = number.value.number
    if amount is None or amount > _MOST or number.value.bound is Bound.RANGE:
        return None
    percent = percent or number.kind is QuantityKind.PERCENT
    if percent and amount > 100:
        return None
    return Value(Unit.PERCENT if percent else Unit.POINTS, amount, None, number.value.bound)
