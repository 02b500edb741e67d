"""Models that an article introduces and no file knows: names with a version or size where the words around
leave no doubt, and names in a table's column of models."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from corpus.names.candidates import Candidate, candidates, is_name, whole
from corpus.names.columns import NameCell, name_cells
from corpus.names.evidence import (
    Surroundings,
    has_attributes,
    is_called_a_model,
    is_released,
    is_something_else,
    leads,
)
from corpus.names.introductions import Introductions
from corpus.names.place import squeezed
from corpus.names.variants import Introduced, Seen, add_variants, own_variants

_MOST_CELLS = 3_000
_MOST_FAMILIES = 100
_LOWER = re.compile(r"(?<![\w/.\-@`\"])[a-z]{2,20}(?![\w/`]|[.\-_:]\w| ?v?\d)")
_MOST_LOOKED_AT = 40  # places of one name
_WORD = re.compile(
    r"[A-Z][A-Za-zÀ-ÿ]{1,19}(?:[ \-][A-Z][A-Za-z]{1,15}){0,3}|[\u4e00-\u9fff\u30a1-\u30fc\uac00-\ud7a3]{2,10}"
)
_COMPANY = r"(?:['’]s\b| (?:Labs?|AI|Inc|Research|Technologies|Systems|Computing|Corp|said|says|released|launched|announced)\b)"


def introduced(words: Introductions, text: str, seen: Seen) -> list[Introduced]:
    """Returns the families that the article introduces."""
    found: dict[str, Introduced] = {}
    cells = list(dict.fromkeys(islice(name_cells(words, seen.is_measure, text), _MOST_CELLS)))
    ordinary = frozenset(_LOWER.findall(text))
    for cell in cells:
        _from_cell(words, seen, cell, text, ordinary, found)
    free = [c for c in candidates(words, seen.variants, text) if not seen.is_taken(c.start, c.end)]
    around = _surroundings(words, text, seen, free, ordinary)
    by_name: dict[str, list[Candidate]] = {}
    for item in free:
        by_name.setdefault(item.name, []).append(item)
    for name, items in by_name.items():
        if name in found or _introduces(around, name, items[:_MOST_LOOKED_AT]):
            family = found.setdefault(name, Introduced(name, items[0].joint))
            family.words |= {word for item in items for word in item.words}
            family.words |= own_variants(around, seen, items)
    add_variants(words, seen, cells, found)
    return _without_longer(text, dict(islice(found.items(), _MOST_FAMILIES)))


def _from_cell(
    words: Introductions,
    seen: Seen,
    cell: NameCell,
    text: str,
    ordinary: frozenset[str],
    found: dict[str, Introduced],
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
        if is_name(words, stem) and not _is_ordinary(ordinary, stem):
            family = found.setdefault(stem, Introduced(stem, " "))
            family.bare.add(cell.text)
            family.words |= set(re.split(r"[ \-]", cell.text[len(stem) :].strip(" -"))) - {""}


def _stem(seen: Seen, name: str) -> str:
    """Returns a name without the usual variant words behind it."""
    parts = re.split(r"(?<=[ \-])", name)
    while len(parts) > 1 and squeezed(parts[-1].strip(" -").lower()) in seen.variants:
        parts.pop()
    return "".join(parts).strip(" -")


def _surroundings(
    words: Introductions, text: str, seen: Seen, free: Sequence[Candidate], ordinary: frozenset[str]
) -> Surroundings:
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

    return Surroundings(text, words, following, before, scored, ordinary)


def _introduces(around: Surroundings, name: str, items: Sequence[Candidate]) -> bool:
    if any(is_something_else(around, item) for item in items):
        return False
    if any(is_called_a_model(around, item) for item in items):
        return True
    if _is_ordinary(around.ordinary, name):
        return False
    tests = (is_released, leads, has_attributes)
    return any(test(around, item) for item in items for test in tests)


def _is_ordinary(ordinary: frozenset[str], name: str) -> bool:
    """Whether a name is a word that the text has in lower case too ("Layer 12", "a layer")."""
    word = name.split(" ")[0].lower()
    return word in ordinary or word + "s" in ordinary


def _without_longer(text: str, found: dict[str, Introduced]) -> list[Introduced]:
    """Leaves out names that are another one with its maker's before it ("Acme Halo" beside "Halo")."""
    kept: dict[str, Introduced] = {}
    for name, family in found.items():
        first, _, rest = name.partition(" ")
        if any(_ends_with(name, other) for other in found):
            continue
        if rest and re.search(rf"(?<![A-Za-z]){re.escape(first)}[ \-]?\d", text):
            own = kept.setdefault(first, Introduced(first, family.joint))  # "Halo Swift 3" beside "Halo 3"
            own.words |= {*rest.split(" "), *family.words}
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
