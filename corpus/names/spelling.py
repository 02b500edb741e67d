"""A model's key and full name, made of its family and the parts of its name."""

from corpus.names.family import Family, Kind, Part, major, version_of
from corpus.names.folding import folded


def key_of(family: Family, parts: tuple[Part, ...]) -> str:
    """Returns ``family|sorted parts``, the same for all ways of writing one model."""
    return f"{folded(family.name)}|{' '.join(sorted(part.norm for part in parts))}"


def name_of(family: Family, parts: tuple[Part, ...]) -> str:
    """Returns the full name in its developer's style, its parts in the order in which they are written."""
    name = "" if family.name == "o-series" else family.name
    for part in _in_order(family, parts):
        name += _joint(family, name, part) + _spelled(family, part)
    return name


def _in_order(family: Family, parts: tuple[Part, ...]) -> list[Part]:
    """Puts the words that a family has before its version there, and its other lines behind the version
    ("Claude 7 Haiku" is Claude Haiku 7, "Gemini Pro 4" is Gemini 4 Pro)."""
    version = version_of(parts)
    if version is None:
        return list(parts)
    before = {part.norm for part in parts if _is_before(family, version, part)}
    at = parts.index(version)
    lines = {part.norm for part in parts[:at] if part.norm in family.lines} - before
    rest = [part for part in parts if part.norm not in before | lines]
    turned = [part for part in parts if part.norm in lines]
    behind = rest.index(version) + 1
    return [*(part for part in parts if part.norm in before), *rest[:behind], *turned, *rest[behind:]]


def _is_before(family: Family, version: Part, part: Part) -> bool:
    return part.norm in family.before and major(version) >= family.before_since


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
    return part.spelling.lower() if family.name.islower() and part.kind is Kind.WORD else part.spelling
