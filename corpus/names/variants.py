"""Variant words that no list has, as an article writes them behind a name ("Halo 3 Sprint")."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.names.candidates import Candidate, whole
from corpus.names.columns import NameCell
from corpus.names.evidence import Surroundings, is_led
from corpus.names.introductions import Introductions
from corpus.names.types import BenchmarkMention

_BEHIND = re.compile(r" ([A-Z][a-z]{2,14})(?=\Z|[ \-]?\d{1,3}[Bb]\Z)")
_BEHIND_IN_TEXT = re.compile(r" ([A-Z][a-z]{2,14})(?![A-Za-z])((?:\*\*|__)? ?[:：]|\*\*)?")


@dataclass
class Introduced:
    """A family that an article introduces: its name, what stands between name and number (" ", "-" or
    nothing), its own variant words, and its models that have no number."""

    name: str
    joint: str
    words: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a text beforehand: spans of known names with and without benchmarks', the benchmarks,
    and the usual variants."""

    taken: Sequence[tuple[int, int]]
    models: Sequence[tuple[int, int]]
    scores: Sequence[BenchmarkMention]
    variants: frozenset[str]
    is_measure: Callable[[str], bool]

    def is_taken(self, start: int, end: int) -> bool:
        """Whether something known is named in a span."""
        at = bisect_left(self.taken, (end, 0))
        return at > 0 and self.taken[at - 1][1] > start


def own_variants(around: Surroundings, seen: Seen, items: Sequence[Candidate]) -> set[str]:
    """Returns variant words that no list has: in a bullet that begins with such a name, or found twice."""
    led, counted = set(), Counter[str]()
    for item in items:
        behind = _BEHIND_IN_TEXT.match(around.text, item.end)
        if behind and _is_variant(around.words, seen, behind[1]):
            counted[behind[1]] += 1
            if behind[2] and is_led(around, item):
                led.add(behind[1])
    return led | {word for word, count in counted.items() if count > 1}


def _is_variant(words: Introductions, seen: Seen, word: str) -> bool:
    known = {*seen.variants, *words.stop, *words.no_variant} | {lead.lower() for lead in words.lead}
    tells = words.release.search(word) or words.telling.search(word) or words.other.search(word)
    return word.lower() not in known and not tells


def add_variants(
    words: Introductions, seen: Seen, cells: Iterable[NameCell], found: Mapping[str, Introduced]
) -> None:
    """Adds variant words that no list has, where a cell is nothing but such a name ("Halo 3 Sprint")."""
    for cell in cells:
        item = whole(words, seen.variants, cell.text) if not cell.begins else None
        behind = _BEHIND.match(cell.text, item.end) if item else None
        if item and behind and item.name in found and _is_variant(words, seen, behind[1]):
            found[item.name].words.add(behind[1])
