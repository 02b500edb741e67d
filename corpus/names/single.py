"""Reads a string that is one model's name as a whole: a table's cell, a command's argument."""

import re

from corpus.names.family import Family, Part, major, version_of
from corpus.names.folding import folded
from corpus.names.heads import Head, HeadKind
from corpus.names.known import Found, Known, model_of
from corpus.names.numerals import version_part
from corpus.names.place import Place, squeezed
from corpus.names.prefixes import behind_maker
from corpus.names.spelling import key_of
from corpus.names.tail import read_tail
from corpus.names.types import Model
from corpus.names.words import word_part

_WRAPPING = " \t\n*`\"'“”‘’「」『』《》()（）[]【】"
_BEHIND = re.compile(
    r"[ \-]?(?:系列|シリーズ|시리즈|series|family|模型|大模型|モデル|모델|models?|版本?|mode)\Z"
)
_LONGEST = 120
_UNMISTAKABLE = "o-series"  # "o3" as a whole string is nothing else


def single_model(known: Known, name: str) -> Model | None:
    """Returns the model, or None where `name` is none, or more than one."""
    name = name[: _LONGEST + 1].strip(_WRAPPING)
    if not name or len(name) > _LONGEST:
        return None
    plain = folded(name)
    while (behind := _BEHIND.search(plain)) and behind.start() > 0:
        name, plain = name[: behind.start()], plain[: behind.start()]
    place = Place(name, plain, known.attested, low=True, whole=True)
    found = [
        item
        for at in {0, behind_maker(known, place, 0), _behind_path(plain)}
        for item in _readings(known, place, at)
    ]
    whole = {key_of(item.family, item.parts): item for item in found if item.end == len(name)}
    if len(whole) > 1:
        whole = {key: item for key, item in whole.items() if key in place.attested}
    item = next(iter(whole.values())) if len(whole) == 1 else None
    return model_of(known, item.family, item.parts) if item else None


def _behind_path(plain: str) -> int:
    """Returns where a name behind a repository's owner begins ("Qwen/Qwen2.5-72B")."""
    owner = plain.rfind("/")
    return 0 if any(char.isdigit() for char in plain[: owner + 1]) else owner + 1


def _readings(known: Known, place: Place, at: int) -> list[Found]:
    found: list[Found] = []
    for heads in (known.lexicon.heads, known.extra):
        match = heads.pattern.match(place.folded, at) if heads else None
        if heads and match:
            found += _from_head(place, at, match, heads.by_form[match[0]])
    for family in known.lexicon.heads.coded.get(place.folded[at : at + 1], ()):
        parts, end = read_tail(place, at, family)
        counts = family.name == _UNMISTAKABLE or key_of(family, parts) in place.attested
        if version_of(parts) and counts:
            found.append(Found(at, end, family, parts))
    return found


def _from_head(place: Place, at: int, match: re.Match[str], head: Head) -> list[Found]:
    if head.family is None:
        return []
    parts = _first_parts(head.family, head.kind, squeezed(match[0]))
    parts, end = read_tail(place, match.end(), head.family, parts)
    version = version_of(parts)
    if head.kind is HeadKind.LINE and (version is None or major(version) < head.family.least):
        return []
    return [Found(at, end, head.family, _completed(head.family, parts))]


def _first_parts(family: Family, kind: HeadKind, form: str) -> tuple[Part, ...]:
    if kind is HeadKind.FAMILY:
        return ()
    return (word_part(family.own.words[form]),)


def _completed(family: Family, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    implied = next((family.alone[p.norm] for p in parts if p.norm in family.alone), None)
    return parts if implied is None or version_of(parts) else (version_part(family, implied), *parts)
