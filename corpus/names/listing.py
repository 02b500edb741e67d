"""Lists that name several models of a family at once: "GPT-5.2/5.3", "V4/R2", "Sonnet/Opus 4.5"."""

import re
from dataclasses import replace

from corpus.names.family import Family, Kind, Part, major, version_of
from corpus.names.numerals import PARAMETERS, version_part
from corpus.names.place import Place, Step
from corpus.names.tail import read_part, read_tail
from corpus.names.words import read_word

Item = tuple[int, int, tuple[Part, ...]]  # start, end, parts

_MOST_ITEMS = 12
_NEAR = 3  # versions in one list are no further apart
_SLASH = re.compile(r" ?[/、／] ?")
_AND = re.compile(r" ?(?:,|&|，|和|与|與|及|や|と|와|과)(?: ?and )? ?| (?:and|or) ")
# what makes the words behind a family's name its members: "the Llama 4 family: Scout and Maverick"
_MEMBERS = re.compile(
    r"(?: (?:family|series|models?|line-?up)|系列|家族|シリーズ| 시리즈)?(?:模型|モデル)?"
    r"(?: ?[:(]|(?: \(|,? )(?:which )?(?:including|includes?|comprises?|consists of|comes (?:as|in))(?: the)?|,? ?(?:包括|包含|分为|分為|涵盖|涵蓋)了?) ?"
)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?(?![\d]|\.\d)")
_BILLIONS = re.compile(r"\d{1,4}(?:\.\d{1,2})?b(?![a-z])")
_NO_VERSION = re.compile(
    r"(?: ?(?:%|％|million|billion|trillion|万|萬|亿|億|倍|点|點|分|个|個|月|年|日|种|款|次|[x×]\b|[kmbt]\b|points?|times|tokens?))"
    r"|[/\-]\d"
)


def listing(
    place: Place, end: int, family: Family, parts: tuple[Part, ...]
) -> tuple[tuple[Part, ...] | None, list[Item]]:
    """Returns the parts of the name that ends at `end`, completed by what the list says behind it (None
    where that is not sure), and the further items of the list."""
    items: list[Item] = []
    last = parts
    member = _first_member(place, end, family, parts)
    item = member or _next(place, end, family, last, sharing=len(parts) == 1)
    while item is not None and len(items) < _MOST_ITEMS:
        items.append(item)
        _, end, last = item
        item = _next(place, end, family, last, sharing=member is not None)
    return (parts, items) if member else _shared(family, parts, items)


def _next(place: Place, end: int, family: Family, last: tuple[Part, ...], *, sharing: bool) -> Item | None:
    slash = _SLASH.match(place.folded, end)
    joint = slash or _AND.match(place.folded, end)
    if joint is None or not last:
        return None
    at = joint.end()
    for read in (_code, _line, _size, _version):
        item = read(place, at, family, last, slash is not None)
        if item is not None:
            return item
    return _line_for_line(place, at, family, last, certain=not (slash or sharing))


def _first_member(place: Place, end: int, family: Family, parts: tuple[Part, ...]) -> Item | None:
    """ "Scout" behind "Llama 4 family:"."""
    single = len(parts) == 1 and parts[0].kind is Kind.VERSION
    opened = _MEMBERS.match(place.folded, end) if single else None
    step = _word(place, opened.end(), family) if opened else None
    if opened is None or step is None or step.part is None or step.part.late:
        return None
    if step.part.norm not in family.lines and opened[0].rstrip()[-1] in ":(":
        return None
    behind, stop = read_tail(place, step.end, family, (step.part,))
    return opened.end(), stop, behind if version_of(behind) else (*parts, *behind)


def _code(place: Place, at: int, family: Family, last: tuple[Part, ...], _: bool) -> Item | None:
    """ "R2" behind "V4"."""
    if place.folded[at : at + 1] not in set(family.codes.lower()) or not family.codes:
        return None
    parts, end = read_tail(place, at, family)
    if (place.text[at] == "o") != (family.name == "o-series"):
        return None
    version = parts and parts[0].kind is Kind.VERSION and version_of(last)
    return (at, end, parts) if version else None


def _line(place: Place, at: int, family: Family, _: tuple[Part, ...], __: bool) -> Item | None:
    """ "Sonnet 4" behind "Opus 4"."""
    step = _word(place, at, family)
    if step is None or step.part is None or step.part.norm not in family.lines:
        return None
    if step.part.norm in family.alone:
        return at, step.end, (version_part(family, family.alone[step.part.norm]), step.part)
    parts, end = read_tail(place, step.end, family, (step.part,))
    return (at, end, parts) if version_of(parts) else None


def _word(place: Place, at: int, family: Family) -> Step | None:
    capital = place.text[at : at + 1].isupper() or place.low
    own_lower = place.text[at : at + 4] in {"mini", "nano"}
    return read_word(place, at, "", family, ()) if capital or own_lower else None


def _line_for_line(
    place: Place, at: int, family: Family, last: tuple[Part, ...], *, certain: bool
) -> Item | None:
    """ "Flash" behind "Gemini 2.5 Pro": the same with the other line; `certain` asks for two lines of the family."""
    step = _word(place, at, family)
    if step is None or step.part is None or not step.part.norm or last[-1].kind is not Kind.WORD:
        return None
    both = {step.part.norm, last[-1].norm}
    if step.part in last or not (both <= family.lines or (len(last) > 1 and not certain)):
        return None
    return at, step.end, (*last[:-1], step.part)


def _size(place: Place, at: int, family: Family, last: tuple[Part, ...], slash: bool) -> Item | None:
    """ "34B" behind "Yi-6B"."""
    if last[-1].kind is not Kind.SIZE or (not family.sized and not slash):
        return None
    billions = _BILLIONS.match(place.folded, at)
    if billions is None or PARAMETERS.match(place.folded, billions.end()):
        return None
    step = read_part(place, at, family, last[:-1])
    if step is None or step.part is None or step.part.kind is not Kind.SIZE or place.folded[at] == " ":
        return None
    parts, end = read_tail(place, step.end, family, (*last[:-1], step.part))
    return at, end, parts


def _version(place: Place, at: int, family: Family, last: tuple[Part, ...], slash: bool) -> Item | None:
    """ "5.3" behind "GPT-5.2": behind a slash any version, else one with decimals behind one with decimals."""
    match = _NUMBER.match(place.folded, at)
    version = version_of(last)
    if match is None or version is None or last[-1].kind is Kind.SIZE:
        return None
    if not slash and not ("." in match[0] and "." in version.norm and last[-1] is version):
        return None
    if abs(float(match[0]) - major(version)) > _NEAR or (not slash and "," in place.folded[at - 2 : at]):
        return None
    if _NO_VERSION.match(place.folded, match.end()) and not _goes_on(place, match.end(), family):
        return None
    rest = tuple(part for part in last if part.kind is Kind.WORD and part.norm in family.lines)
    letter = version.norm[0] if version.norm[0].isalpha() else ""
    parts, end = read_tail(place, match.end(), family, (version_part(family, match[0], letter),))
    lines = any(part.norm in family.lines for part in parts)
    return at, end, parts if lines else (*parts, *rest)


def _goes_on(place: Place, at: int, family: Family) -> bool:
    step = read_part(replace(place, low=False), at, family, (version_part(family, "1"),))
    return step is not None and step.part is not None and step.part.kind is Kind.WORD


def _shared(
    family: Family, parts: tuple[Part, ...], items: list[Item]
) -> tuple[tuple[Part, ...] | None, list[Item]]:
    """Gives what stands once behind a list to all its items: "Claude 4.5/4.6 Opus", "Sonnet/Opus 4.5"."""
    if not items or len(parts) != 1:
        return parts, items
    first, final = parts[0], items[-1][2]
    lacking = [item for item in items[:-1] if len(item[2]) == 1]
    if first.kind is Kind.VERSION:
        behind = tuple(p for p in final if p.kind is Kind.WORD)
        if not behind:
            return parts, items
        if any(p.norm not in family.lines for p in behind):
            return (parts if not _single(final) else None), items
        return (first, *behind), [(s, e, (*p, *behind) if len(p) == 1 else p) for s, e, p in items]
    version = version_of(final)
    if first.norm in family.lines and version is not None:
        completed = [(s, e, (*p, version) if (s, e, p) in lacking else p) for s, e, p in items]
        return (first, version), completed
    return parts, items


def _single(parts: tuple[Part, ...]) -> bool:
    return len(parts) == 1
