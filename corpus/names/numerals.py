"""Numbers of a name: versions with or without a letter, sizes and dates."""

import re

from corpus.names.family import Family, Kind, Part, version_of
from corpus.names.place import Place, Step, ends_at, stands_clear
from corpus.names.spelling import key_of
from corpus.names.words import word_at

_NUMBER = re.compile(r"(\d{1,4})((?:\.\d{1,4}){0,2})(?:x(\d{1,3}(?:\.\d)?)(?=[bm]))?([a-z]{0,6})")
_SLUG = re.compile(r"(\d{1,2})-(\d)(?![\da-z]|\.\d)")
_CODE = re.compile(r"([a-z])(\d{1,4})((?:\.\d{1,4})?)")
_EXTRA_SIZE = re.compile(r"a\d{1,3}(?:\.\d{1,2})?b|\d{1,3}e|e\d{1,2}b")
_DATE = re.compile(
    r"20\d\d-[01]\d-[0-3]\d|20\d\d[01]\d[0-3]\d|2[3-9](?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])|2[3-9](?:0[1-9]|1[0-2])|00\d"
)
_UNIT = re.compile(
    r" ?(?:million|billion|trillion|thousand|percent|%|％|days?\b|weeks?\b|months?\b|years?\b|hours?\b"
    r"|minutes?\b|seconds?\b|times\b|points?\b|users?\b|people\b|tokens?\b|倍|月|日|年|个|個|种|種|款|次|家|位|名|条|万|萬|亿|億"
    r"|千|岁|天|周|小时|分钟|元|美元|つ|개|만|억|천|년|월|일|명|[kmgt]b?\b(?! ?-)|[\-]?bits?\b|:\d{1,2}(?![\d.]*b))"
)
_COUNTED = re.compile(
    r"[ -]?(?:tokens?|context|users?|monthly|weekly|daily|downloads?|people|images?|usd|dollars?)"
)
PARAMETERS = re.compile(
    r"[ \-]?(?:total|active|activated|activ|param|dense param|个参|個參|参数|參數|激活|总参|總參|パラメ|매개|파라|級|级|규모)"
)


def version_part(family: Family, number: str, letter: str = "") -> Part:
    """Returns a version, with the letter that the family's versions carry in front."""
    letters = family.codes.lower()
    if not letter and family.coded and not number.startswith("0"):
        letter = letters[0]
    bare = re.sub(r"(?<=\d)\.0$", "", number)
    if letter in letters and letter:
        spelled = letter if family.name == "o-series" else letter.upper()
        plain = letter == "v" and not family.known  # of such a family "V2" is the same as "2"
        return Part(Kind.VERSION, bare if plain else letter + bare, spelled + number)
    return Part(Kind.VERSION, bare, (letter + number) if letter else number)


def read_date(place: Place, at: int, joint: str, _: Family, parts: tuple[Part, ...]) -> Step | None:
    match = _DATE.match(place.folded, at)
    if match is None or not parts or joint in {"", ":", "·"}:
        return None
    date, end = match[0], match.end()
    if joint == " " and not (date.startswith("0") and len(date) in {4, 5}):
        return None
    if place.folded[end : end + 1].isalnum() or re.match(r"\.\d", place.folded[end : end + 2]):
        return None
    return Step(Part(Kind.DATE, date, date), end)


def read_extra_size(
    place: Place, at: int, joint: str, family: Family, parts: tuple[Part, ...]
) -> Step | None:
    match = _EXTRA_SIZE.match(place.folded, at)
    if match is None or not (parts or joint == "-" or match[0][0] == "e") or not ends_at(place, match.end()):
        return None
    if joint != "-" and (not family.sized or PARAMETERS.match(place.folded, match.end())):
        return None
    return Step(Part(Kind.SIZE, match[0], match[0].upper(), "-"), match.end())


def read_code(place: Place, at: int, _: str, family: Family, parts: tuple[Part, ...]) -> Step | None:
    match = _CODE.match(place.folded, at)
    if match is None or version_of(parts):
        return None
    letter, whole, decimals = match.groups()
    if letter != "v" and letter not in family.codes.lower():
        return None
    if len(whole) > 2 or len(decimals) > 3:
        return _shortened(place, at + 1, whole + decimals, family, parts, letter)
    if not stands_clear(place, match.end()) or place.folded[match.end() : match.end() + 1].isdigit():
        return None
    return Step(version_part(family, whole + decimals, letter), match.end())


def read_number(place: Place, at: int, joint: str, family: Family, parts: tuple[Part, ...]) -> Step | None:
    slug = _SLUG.match(place.folded, at) if joint == "-" else None
    if slug and not version_of(parts):
        return Step(version_part(family, f"{slug[1]}.{slug[2]}"), slug.end())
    match = _NUMBER.match(place.folded, at)
    if match is None or joint == "@" or (not joint and place.folded[at - 1 : at].isdigit()):
        return None
    size = _size(place, match, joint, family, parts)
    if size is not None:
        return size
    return None if joint == ":" else _version(place, match, joint, family, parts)


def _size(
    place: Place, match: re.Match[str], joint: str, family: Family, parts: tuple[Part, ...]
) -> Step | None:
    suffix, end = match[4], match.end()
    if suffix not in {"b", "m", "t", "k", "bit", "bits"} or len(match[2]) > 3 or _doubled(parts, suffix):
        return None
    if joint == " " and not (family.sized and _is_a_size(place, match)):
        return None
    if joint == ":" and PARAMETERS.match(place.folded, end):
        return None  # "V3.2：671B 总参"
    if not ends_at(place, end):
        return None
    norm = match[0].removesuffix("s")
    kind = Kind.WORD if "bit" in suffix else Kind.SIZE
    spelling = norm[:-1] + norm[-1].upper() if suffix in {"b", "m", "t"} else norm
    return Step(Part(kind, norm, spelling, "-" if suffix == "k" else None, late=kind is Kind.WORD), end)


def _is_a_size(place: Place, match: re.Match[str]) -> bool:
    """Whether "32B" or "270M" behind a blank is part of the name, and no number of its own."""
    if match[4] == "m" and (len(match[1]) < 3 or _COUNTED.match(place.folded, match.end())):
        return False
    return match[4] in {"b", "m"} and not PARAMETERS.match(place.folded, match.end())


def _doubled(parts: tuple[Part, ...], suffix: str) -> bool:
    """Whether a size stands there already; "1M" behind "9B" is a length of context."""
    sizes = {p.norm[-1] for p in parts if p.kind is Kind.SIZE}
    return bool(sizes & ({"m", "t"} if suffix == "m" else {"b", "m", "t"})) and suffix in {"b", "m", "t"}


def _version(
    place: Place, match: re.Match[str], joint: str, family: Family, parts: tuple[Part, ...]
) -> Step | None:
    if version_of(parts) or match[3] or place.folded.startswith(".x", match.end()):
        return None
    whole, decimals = match[1], match[2]
    end = match.end() - len(match[4])
    if len(whole) > 2 or any(len(d) > 2 for d in decimals.split(".")):
        return _shortened(place, match.start(), whole + decimals, family, parts) if decimals else None
    if _UNIT.match(place.folded, end):
        return _shortened(place, match.start(), whole + decimals, family, parts) if decimals else None
    if int(whole) >= (20 if joint == " " else 40) and not decimals:
        return None
    letter = _letter(place, end, match[4], family)
    end += len(letter)
    if not stands_clear(place, end) and not word_at(place, end, family):
        return None
    part = version_part(family, whole + decimals)
    if letter:
        shown = letter.upper() if letter == "v" else letter
        part = Part(Kind.VERSION, part.norm + letter, part.spelling + shown)
    return Step(part, end)


def _letter(place: Place, end: int, suffix: str, family: Family) -> str:
    """Returns the letter that belongs to a version ("o" in 4o), or nothing."""
    if suffix[:1] and suffix[0] in family.letters:
        rest = end + 1
        if ends_at(place, rest) or word_at(place, rest, family) or place.text[rest : rest + 1].isupper():
            return suffix[0]
    return ""


def _shortened(
    place: Place, at: int, number: str, family: Family, parts: tuple[Part, ...], letter: str = ""
) -> Step | None:
    """Where digits of a next cell ran onto a version: the longest beginning of it that is attested."""
    for length in range(len(number) - 1, 0, -1):
        part = version_part(family, number[:length], letter) if number[length - 1] != "." else None
        if part and key_of(family, (*parts, part)) in place.attested:
            return Step(part, at + length)
    return None
