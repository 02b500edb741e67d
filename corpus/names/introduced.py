"""Models that an article introduces and no file knows: names with a version or size where the words around
leave no doubt, and names in a table's column of models."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from corpus.names.candidates import Candidate, candidates, is_name, whole
from corpus.names.columns import NameCell, name_cells
from corpus.names.evidence import (
    Surroundings,
    has_attributes,
    is_called_a_model,
    is_led,
    is_released,
    is_something_else,
    leads,
)
from corpus.names.introductions import Introductions
from corpus.names.place import squeezed
from corpus.names.types import BenchmarkMention

_MOST_LOOKED_AT = 40  # places of one name
_WORD = re.compile(
    r"[A-Z][A-Za-zÀ-ÿ]{1,19}(?:[ \-][A-Z][A-Za-z]{1,15}){0,3}|[\u4e00-\u9fff\u30a1-\u30fc\uac00-\ud7a3]{2,10}"
)
_BEHIND = re.compile(r" ([A-Z][a-z]{2,14})(?=\Z|[ \-]?\d{1,3}[Bb]\Z)")
_BEHIND_IN_TEXT = re.compile(r" ([A-Z][a-z]{2,14})(?![A-Za-z])((?:\*\*|__)? ?[:：]|\*\*)?")
_COMPANY = r"(?:['’]s\b| (?:Labs?|AI|Inc|Research|Technologies|Systems|Computing|Corp|said|says|released|launched|announced)\b)"


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


def introduced(words: Introductions, text: str, seen: Seen) -> list[Introduced]:
    """Returns the families that the article introduces."""
    found: dict[str, Introduced] = {}
    cells = list(dict.fromkeys(name_cells(words, seen.is_measure, text)))
    for cell in cells:
        _from_cell(words, seen, cell, text, found)
    free = [c for c in candidates(words, seen.variants, text) if not seen.is_taken(c.start, c.end)]
    around = _surroundings(words, text, seen, free)
    by_name: dict[str, list[Candidate]] = {}
    for item in free:
        by_name.setdefault(item.name, []).append(item)
    for name, items in by_name.items():
        if name in found or _introduces(around, name, items[:_MOST_LOOKED_AT]):
            family = found.setdefault(name, Introduced(name, items[0].joint))
            family.words |= {word for item in items for word in item.words}
            family.words |= _own_variants(around, seen, items)
    _add_variants(words, seen, cells, found)
    return _without_longer(text, found)


def _from_cell(
    words: Introductions, seen: Seen, cell: NameCell, text: str, found: dict[str, Introduced]
) -> None:
    at = text.find(cell.text)
    if seen.is_taken(at, at + len(cell.text)) or cell.text.lower() in words.no_model:
        return
    item = whole(words, seen.variants, cell.text)
    if item is not None:
        rest = cell.text[item.end :]
        if item.start == 0 and (
            cell.begins or re.fullmatch(r"(?:[ \-][\w.\-]{1,20}){0,4}(?:系列|版)?", rest)
        ):
            found.setdefault(item.name, Introduced(item.name, item.joint)).words.update(item.words)
    elif cell.certain and _WORD.fullmatch(cell.text):
        stem = _stem(seen, cell.text)
        if is_name(words, stem) and not _is_ordinary(text, stem):
            family = found.setdefault(stem, Introduced(stem, " "))
            family.bare.add(cell.text)
            family.words |= set(re.split(r"[ \-]", cell.text[len(stem) :].strip(" -"))) - {""}


def _stem(seen: Seen, name: str) -> str:
    """Returns a name without the usual variant words behind it."""
    parts = re.split(r"(?<=[ \-])", name)
    while len(parts) > 1 and squeezed(parts[-1].strip(" -").lower()) in seen.variants:
        parts.pop()
    return "".join(parts).strip(" -")


def _surroundings(words: Introductions, text: str, seen: Seen, free: Sequence[Candidate]) -> Surroundings:
    names = sorted([(c.start, c.end, c.name) for c in free] + [(s, e, "") for s, e in seen.models])
    starts = [hit.start for hit in seen.scores]

    def following(item: Candidate) -> int:
        at = bisect_left(names, (item.end, 0, ""))
        while at < len(names) and names[at][2] == item.name:
            at += 1
        return names[at][0] if at < len(names) else len(text)

    def before(item: Candidate) -> int:
        at = bisect_left(names, (item.start, 0, "")) - 1
        return names[at][1] if at >= 0 else 0

    def scored(start: int, end: int) -> bool:
        at = bisect_left(starts, start)
        return at < len(starts) and starts[at] < end

    return Surroundings(text, words, following, before, scored)


def _introduces(around: Surroundings, name: str, items: Sequence[Candidate]) -> bool:
    if any(is_something_else(around, item) for item in items):
        return False
    if any(is_called_a_model(around, item) for item in items):
        return True
    if _is_ordinary(around.text, name):
        return False
    tests = (is_released, leads, has_attributes)
    return any(test(around, item) for item in items for test in tests)


def _is_ordinary(text: str, name: str) -> bool:
    """Whether a name is a word that the text has in lower case too ("Layer 12", "a layer")."""
    word = name.split(" ")[0].lower()
    return word.isascii() and bool(
        re.search(rf"(?<![\w/.\-@`\"]){re.escape(word)}s?(?![\w/`]|[.\-_:]\w| ?v?\d)", text)
    )


def _own_variants(around: Surroundings, seen: Seen, items: Sequence[Candidate]) -> set[str]:
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


def _add_variants(
    words: Introductions, seen: Seen, cells: Iterable[NameCell], found: dict[str, Introduced]
) -> None:
    """Adds variant words that no list has, where a cell is nothing but such a name ("Halo 3 Sprint")."""
    for cell in cells:
        item = whole(words, seen.variants, cell.text) if not cell.begins else None
        behind = _BEHIND.match(cell.text, item.end) if item else None
        if item and behind and item.name in found and _is_variant(words, seen, behind[1]):
            found[item.name].words.add(behind[1])


def _without_longer(text: str, found: dict[str, Introduced]) -> list[Introduced]:
    """Leaves out names that are another one with its maker's before it ("Acme Halo" beside "Halo")."""
    kept: dict[str, Introduced] = {}
    for name, family in found.items():
        first, _, rest = name.partition(" ")
        if any(_ends_with(name, other) for other in found):
            continue
        if rest and re.search(rf"(?<![A-Za-z]){re.escape(first)}{_COMPANY}", text):
            name = rest
        kept.setdefault(name, Introduced(name, family.joint)).words.update(family.words)
        kept[name].bare |= {b.removeprefix(first + " ") if name == rest else b for b in family.bare}
    return list(kept.values())


def _ends_with(name: str, other: str) -> bool:
    """Whether `other` is the end of a longer name, as a word of its own."""
    before = name.removesuffix(other)
    return name != other and before != name and (before[-1] in " -" or not other.isascii())
