"""Finds the models that a text names."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.names.codes import lone_code
from corpus.names.credible import credible
from corpus.names.cues import speaks_of_models
from corpus.names.family import Family, Part, major, version_of
from corpus.names.folding import folded, is_latin
from corpus.names.heads import CODE, Head, HeadKind
from corpus.names.known import Found, Known, mention
from corpus.names.listing import listing
from corpus.names.numerals import version_part
from corpus.names.place import Place, squeezed
from corpus.names.tail import read_tail
from corpus.names.types import Mention
from corpus.names.words import is_cut_off, word_part

_PREFIX = re.compile(r"([a-z\d.]{1,30})-\Z")
_LONGEST_PREFIX = 40


def find(known: Known, text: str, start: int, end: int, *, extra_only: bool = False) -> list[Mention]:
    """Returns the models named in ``text[start:end]``, in order, not overlapping; with `extra_only` those of
    families that no file knows."""
    place = Place(text, folded(text), known.attested)
    if known.about_models is None:
        known = replace(known, about_models=bool(known.spoken_of) or speaks_of_models(place.folded, 1))
    mentions: list[Mention] = []
    done = start
    for at, form, head in _beginnings(known, place.folded, start, end, extra_only=extra_only):
        if at < done:
            continue
        found = _read(known, place, at, form, head)
        if found:
            done = max(item.end for item in found)
        mentions += [mention(known, item) for item in found if item.start >= 0]
    return [item for item in mentions if item.end <= end]


def _beginnings(
    known: Known, text: str, start: int, end: int, *, extra_only: bool
) -> Iterator[tuple[int, str, Head | None]]:
    """Yields (offset, form, head) of all beginnings in order; head is None for a code."""
    hits: list[tuple[int, str, Head | None]] = []
    for heads in (None if extra_only else known.lexicon.heads, known.extra):
        if heads is not None:
            hits += [(m.start(), m[0], heads.by_form[m[0]]) for m in heads.pattern.finditer(text, start, end)]
    if extra_only:
        return iter(hits)
    hits += [(m.start(), m[0], None) for m in CODE.finditer(text, start, end)]
    hits.sort(key=lambda hit: (hit[0], -len(hit[1])))
    return iter(hits)


def _read(known: Known, place: Place, at: int, form: str, head: Head | None) -> list[Found]:
    if head is None:
        code = lone_code(known, place, at)
        return _listed(place, code) if code else []
    if not _bounded(known, place, at, form, head):
        return []
    if head.kind is HeadKind.PRODUCT or head.family is None:
        clear = not is_latin(place.folded[at + len(form) : at + len(form) + 1]) or not is_latin(form[-1])
        return [Found(-1, at + len(form), _nothing(known), ())] if clear else []
    if head.kind is HeadKind.LINE:
        return _read_line(known, place, at, form, head.family)
    if head.kind is HeadKind.ALONE:
        return _read_alone(known, place, at, form, head.family)
    return _read_family(known, place, at, form, head.family)


def _nothing(known: Known) -> Family:
    return next(iter(known.lexicon.families.values()))


def _bounded(known: Known, place: Place, at: int, form: str, head: Head) -> bool:
    """Whether a name may begin here: not inside a Latin word, and not behind another word's hyphen, unless
    that word is its maker's ("Meta-Llama")."""
    if not is_latin(form[0]) or at == 0:
        return True
    if is_latin(place.folded[at - 1]):
        return False
    if place.text[at - 1] != "-" or at < 2 or not is_latin(place.folded[at - 2]):
        return True
    prefix = _PREFIX.search(place.folded, max(0, at - _LONGEST_PREFIX), at)
    developer = head.family.developer if head.family else None
    maker = known.lexicon.developers.by_alias.get(prefix[1]) if prefix else None
    return maker is not None and maker.name == developer


def _read_family(known: Known, place: Place, at: int, form: str, family: Family) -> list[Found]:
    behind = at + len(form)
    if place.text[at].islower() and is_latin(form[0]):
        place = replace(place, low=True)
    parts, end = read_tail(place, behind, family)
    if not parts and is_latin(form[-1]) and is_latin(place.folded[behind : behind + 1]):
        return []
    if is_cut_off(place, end, family):
        return []
    parts = _completed(family, parts)
    found = Found(at, end, family, parts)
    if not credible(known, place, found, form):
        return []
    return _listed(place, found)


def _completed(family: Family, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Adds the version that a word implies ("Llama Scout")."""
    implied = next((family.alone[p.norm] for p in parts if p.norm in family.alone), None)
    return parts if implied is None or version_of(parts) else (version_part(family, implied), *parts)


def _listed(place: Place, found: Found) -> list[Found]:
    first, others = listing(place, found.end, found.family, found.parts)
    head = [] if first is None else [Found(found.start, found.end, found.family, first)]
    return head + [Found(start, end, found.family, parts) for start, end, parts in others]


def _read_line(known: Known, place: Place, at: int, form: str, family: Family) -> list[Found]:
    if family.name not in known.spoken_of or is_latin(place.folded[at + len(form) : at + len(form) + 1]):
        return []
    line = word_part(family.own.words[squeezed(form)])
    place = replace(place, low=place.text[at].islower())
    parts, end = read_tail(place, at + len(form), family, (line,))
    version = version_of(parts)
    if version is None:
        return [f for f in _listed(place, Found(at, end, family, parts)) if version_of(f.parts)]
    return _listed(place, Found(at, end, family, parts)) if major(version) >= family.least else []


def _read_alone(known: Known, place: Place, at: int, form: str, family: Family) -> list[Found]:
    end = at + len(form)
    if (
        family.name not in known.spoken_of
        or place.text[at].islower()
        or is_latin(place.folded[end : end + 1])
    ):
        return []
    word = family.own.words[squeezed(form)]
    implied = (version_part(family, family.alone[form]), word_part(word))
    implied = implied if family.known else implied[::-1]  # "Halyard Swift 3"
    parts, end = read_tail(place, end, family, implied)
    return [Found(at, end, family, parts)]
