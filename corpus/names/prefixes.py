"""All ways in which a model's name could end, for tables whose cells ran together."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.names.family import Family, Kind, Part, version_of
from corpus.names.folding import folded, is_latin
from corpus.names.heads import CODE, HeadKind, Heads
from corpus.names.known import Found, Known, mention
from corpus.names.listing import listing
from corpus.names.numerals import version_part
from corpus.names.place import Place, squeezed
from corpus.names.tail import read_joint, read_part
from corpus.names.types import Mention
from corpus.names.words import word_part

_MOST = 60
_DEPTH = 6
_REACH = 80  # characters looked at: no name is longer
_DIGITS = re.compile(r"(\d{1,4})(\.\d{1,4})?")


def prefixes(known: Known, text: str, at: int) -> list[Mention]:
    """Returns a mention for each place where a name that starts at `at` could end, shortest first. A maker's
    name and spaces before it are skipped. Several models ("Gemini 2.5/3 Pro") have mentions of one span."""
    window = text[max(0, at - 1) : at + _REACH]
    shift = max(0, at - 1)
    place = Place(window, folded(window), known.attested, low=True)
    start = behind_maker(known, place, at - shift)
    found: dict[tuple[int, str], Mention] = {}
    for family, parts, end in _starts(known, place, start):
        for item in _ways(place, start, family, parts, end):
            hit = mention(known, item)
            moved = replace(hit, start=shift + hit.start, end=shift + hit.end)
            found.setdefault((moved.end, hit.model.key), moved)
            if len(found) >= _MOST:
                break
    return sorted(found.values(), key=lambda hit: hit.end)


def behind_maker(known: Known, place: Place, at: int) -> int:
    """Returns where a name begins behind spaces, emphasis and its maker's name."""
    while at < len(place.text) and place.folded[at] in " *`|<":
        at += 1
    maker = known.lexicon.developers.pattern.match(place.folded, at)
    family = known.lexicon.heads.pattern.match(place.folded, at)
    if maker is None or (family is not None and family.end() >= maker.end()):
        return at
    end = maker.end()
    while place.folded[end : end + 1] in {" ", "-", "/", "."}:
        end += 1
    return end


def _starts(known: Known, place: Place, at: int) -> Iterator[tuple[Family, tuple[Part, ...], int]]:
    for heads in (known.lexicon.heads, known.extra):
        if heads is not None:
            yield from _heads(known, heads, place, at)
    if CODE.match(place.folded, at) or re.match(r"[okmrvx]\d", place.folded[at : at + 2]):
        for family in known.lexicon.heads.coded.get(place.folded[at], ()):
            if family.name == "o-series" or family.name in known.spoken_of:
                yield family, (), at


def _heads(
    known: Known, heads: Heads, place: Place, at: int
) -> Iterator[tuple[Family, tuple[Part, ...], int]]:
    match = heads.pattern.match(place.folded, at)
    head = heads.by_form[match[0]] if match else None
    if match is None or head is None or head.family is None:
        return
    form, end = squeezed(match[0]), match.end()
    if head.kind is HeadKind.FAMILY:
        yield head.family, (), end
    elif head.family.name in known.spoken_of:
        word = word_part(head.family.own.words[form])
        implied = head.family.alone.get(form)
        yield head.family, (version_part(head.family, implied), word) if implied else (word,), end


def _ways(place: Place, start: int, family: Family, parts: tuple[Part, ...], end: int) -> Iterator[Found]:
    """Yields the name as far as read, and all that it could go on to be."""
    if end > start and not (not parts and _inside_a_word(place, end)):
        yield Found(start, end, family, parts)
    if len(parts) == 1:
        yield from _in_list(place, start, family, parts, end)
    if len(parts) < _DEPTH:
        for part, behind in _options(place, end, family, parts):
            yield from _ways(place, start, family, (*parts, part), behind)


def _inside_a_word(place: Place, end: int) -> bool:
    return is_latin(place.folded[end - 1]) and place.text[end : end + 1].islower()


def _in_list(place: Place, start: int, family: Family, parts: tuple[Part, ...], end: int) -> Iterator[Found]:
    first, items = listing(place, end, family, parts)
    if items:
        last = items[-1][1]
        for member in (first, *(item[2] for item in items)):
            if member is not None:
                yield Found(start, last, family, member)


def _options(place: Place, at: int, family: Family, parts: tuple[Part, ...]) -> Iterator[tuple[Part, int]]:
    yield from _versions(place, at, family, parts)
    step = read_part(place, at, family, parts)
    if step is not None and step.part is not None:
        yield step.part, step.end
    yield from _sizes(place, at, parts)


def _versions(place: Place, at: int, family: Family, parts: tuple[Part, ...]) -> Iterator[tuple[Part, int]]:
    """Yields each beginning of the digits at `at` as a version: 4, 4.6 and 4.61 of "4.61"."""
    if version_of(parts):
        return
    _, begin = read_joint(place.folded, at, first=not parts)
    letter = (
        place.folded[begin : begin + 1]
        if place.folded[begin : begin + 1] in set(family.codes.lower())
        else ""
    )
    match = _DIGITS.match(place.folded, begin + len(letter))
    if match is None:
        return
    for length in range(1, len(match[0]) + 1):
        number = match[0][:length]
        if number[-1] != ".":
            yield version_part(family, number, letter), match.start() + length


def _sizes(place: Place, at: int, parts: tuple[Part, ...]) -> Iterator[tuple[Part, int]]:
    """Yields a size that further characters follow at once: 17B of "17B128"."""
    joint, begin = read_joint(place.folded, at, first=False)
    match = re.compile(r"\d{1,4}(?:\.\d{1,2})?b").match(place.folded, begin)
    if match and joint and not any(part.kind is Kind.SIZE for part in parts):
        yield Part(Kind.SIZE, match[0], match[0].upper()), match.end()
