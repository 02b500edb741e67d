"""A model's key and full name, made of its family and the parts of its name."""

from corpus.names.family import Family, Kind, Part, major, version_of
from corpus.names.folding import folded

_RANK = {Kind.VERSION: 1, Kind.WORD: 2, Kind.SIZE: 3, Kind.DATE: 6}


def key_of(family: Family, parts: tuple[Part, ...]) -> str:
    """Returns ``family|sorted parts``, the same for all ways of writing one model."""
    return f"{folded(family.name)}|{' '.join(sorted(part.norm for part in parts))}"


def name_of(family: Family, parts: tuple[Part, ...]) -> str:
    """Returns the full name in its developer's style."""
    name = "" if family.name == "o-series" else family.name
    for part in sorted(parts, key=lambda part: _rank(family, parts, part)):
        name += _joint(family, name, part) + _spelled(family, part)
    return name


def _rank(family: Family, parts: tuple[Part, ...], part: Part) -> int:
    if part.kind is Kind.WORD and part.late:
        return 4
    if part.trailing and any(other.kind is Kind.SIZE for other in parts):
        return 5
    version = version_of(parts)
    first = part.norm in family.before and (version is None or major(version) >= family.before_since)
    return 0 if first else _RANK[part.kind]


def _joint(family: Family, name: str, part: Part) -> str:
    if not name:
        return ""
    if name == family.name and part.kind is Kind.VERSION and not part.trailing:
        return family.join
    if part.joint is not None:
        return part.joint
    return family.then


def _spelled(family: Family, part: Part) -> str:
    if part.kind is Kind.VERSION and family.zero and part.spelling.isdigit():
        return part.spelling + ".0"
    return part.spelling
