"""Puts facts in their article's words, for the store."""

import math
from bisect import bisect_right
from collections.abc import Sequence

from corpus.facts.types import Fact, Span
from corpus.structure.sentences import sentences
from index.types import FactRow, Passage

_LONGEST = 1000  # characters of a sentence on either side of a fact


def fact_rows(text: str, facts: Sequence[Fact]) -> tuple[list[FactRow], list[str]]:
    """Returns the facts with their words, in the order of the text, and a warning for what can't be kept."""
    sound = [fact for fact in facts if _is_sound(text, fact)]
    lost = len(facts) - len(sound)
    warnings = [f"{lost} facts of it can't be kept: their place or number is none"] if lost else []
    if not sound:
        return [], warnings
    found = sentences(text)
    starts = [start for start, _ in found]
    rows = [_row(text, fact, found, starts) for fact in sorted(sound, key=lambda f: f.span)]
    return rows, warnings


def passage_numbers(rows: Sequence[FactRow], passages: Sequence[Passage]) -> list[int]:
    """Returns for each fact the number of the passage that its span starts in; of what no passage holds
    (an article may be cut), the one before it."""
    starts = [passage.start for passage in passages]
    return [max(0, bisect_right(starts, row.fact.span[0]) - 1) for row in rows]


def _is_sound(text: str, fact: Fact) -> bool:
    numbers = (n for n in (fact.value.number, fact.value.low) if n is not None)
    spans = (fact.span, *fact.context)
    return all(0 <= s < e <= len(text) for s, e in spans) and all(map(math.isfinite, numbers))


def _row(text: str, fact: Fact, found: Sequence[Span], starts: Sequence[int]) -> FactRow:
    start, end = fact.span
    quotes = tuple(text[s:e] for s, e in fact.context)
    around = _around(fact.span, found, starts)
    outside = [text[s:e] for s, e in sorted(fact.context) if e <= around[0] or s >= around[1]]
    return FactRow(fact, text[start:end], quotes, "\n".join([*outside, text[slice(*around)]]))


def _around(span: Span, found: Sequence[Span], starts: Sequence[int]) -> Span:
    """The sentences that hold the span, but not the whole of one that is very long."""
    first = max(0, bisect_right(starts, span[0]) - 1)
    last = max(first, bisect_right(starts, span[1] - 1) - 1)
    start, end = min(found[first][0], span[0]), max(found[last][1], span[1])
    return max(start, span[0] - _LONGEST), min(end, span[1] + _LONGEST)
