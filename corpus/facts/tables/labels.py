"""Which words of a cell go with which of its numbers: those before it, or those behind it."""

import re
from collections.abc import Sequence

from corpus.facts.quantity_types import Quantity

_LONGEST = 40


def labels(text: str, numbers: Sequence[Quantity], words: re.Pattern[str]) -> list[str]:
    """Returns the words that go with each number: "in $3, out $15" has them before, "$3 in, $15 out" behind.
    It is the one or the other throughout a cell, as the first number tells: whether one of `words` stands
    before it."""
    if not numbers:
        return []
    starts = [number.start for number in numbers]
    ends = [number.end for number in numbers]
    if words.search(text, 0, starts[0]):
        spans = list(zip([0, *ends[:-1]], starts, strict=True))
        return [text[max(a, b - _LONGEST) : b] for a, b in spans]
    return [text[a : min(b, a + _LONGEST)] for a, b in zip(ends, [*starts[1:], len(text)], strict=True)]
