"""What follows a family's name: version, size, variant, date; read part by part."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.names.family import Family, Kind, Part, Vocabulary, Word, version_of
from corpus.names.spelling import key_of

_MOST_PARTS = 7
_INFIX = re.compile(r"(?:大模型|大語言模型|大语言模型|模型| large model)? ?(?=v?\d)")
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
PARAMETERS = re.compile(
    r"[ \-]?(?:total|active|activated|activ|param|dense param|个参|個參|参数|參數|激活|总参|總參|パラメ|매개|파라|級|级|규모)"
)


_STRANGE = re.compile(r"[A-Z][A-Za-z]{1,14}(?![A-Za-z\d])")
_CONTINUED = re.compile(r"-([a-z]{2,20})(?![a-z])(-?\d)?")


@dataclass(frozen=True, slots=True)
class Place:
    """A text, its folded form, whether the name began in lower case, and the keys that are attested."""

    text: str
    folded: str
    attested: frozenset[str]
    low: bool = False
    whole: bool = False  # the text is nothing but a name


@dataclass(frozen=True, slots=True)
class Step:
    """A part read, and where it ends; no part where the words change nothing ("latest")."""

    part: Part | None
    end: int


def read_tail(
    place: Place, at: int, family: Family, parts: tuple[Part, ...] = ()
) -> tuple[tuple[Part, ...], int]:
    """Returns the parts of a name from `at` on, those given first, and the offset at which it ends."""
    while len(parts) < _MOST_PARTS:
        step = read_part(place, at, family, parts)
        if step is None:
            break
        at = step.end
        if step.part is not None:
            parts = (*parts, step.part)
    return parts, at


def read_part(place: Place, at: int, family: Family, parts: tuple[Part, ...]) -> Step | None:
    """Returns the next part of a name, or None where the name ends at `at`."""
    joint, at = read_joint(place.folded, at, first=not parts)
    char = place.folded[at : at + 1]
    if not char.isalnum():
        return None
    for read in _DIGIT_READERS if char.isdigit() else _LETTER_READERS:
        step = read(place, at, joint, family, parts)
        if step is not None:
            return step
    return None


def read_joint(folded: str, at: int, *, first: bool) -> tuple[str, int]:
    """Returns what stands between two parts (" ", "-", ":", "@" or nothing), and where the next may begin."""
    if first and (infix := _INFIX.match(folded, at)):
        return ("" if infix.end() == at else " "), infix.end()
    if folded[at : at + 1] in {" ", "-", ":", "@", "·"}:
        return folded[at], at + 1
    return "", at


def stands_clear(place: Place, end: int) -> bool:
    """Whether a part may end here: no letter follows, or one that begins a new word ("ProThinking")."""
    follower = place.folded[end : end + 1]
    if not ("a" <= follower <= "z"):
        return True
    last = place.text[end - 1]
    return place.text[end].isupper() and (last.islower() or (last.isdigit() and _titled(place.text, end)))


def _titled(text: str, at: int) -> bool:
    return text[at + 1 : at + 2].islower()


def _read_date(place: Place, at: int, joint: str, _: Family, parts: tuple[Part, ...]) -> Step | None:
    match = _DATE.match(place.folded, at)
    if match is None or not parts or joint in {"", ":", "·"}:
        return None
    date, end = match[0], match.end()
    if joint == " " and not (date.startswith("0") and len(date) in {4, 5}):
        return None
    if place.folded[end : end + 1].isalnum() or re.match(r"\.\d", place.folded[end : end + 2]):
        return None
    return Step(Part(Kind.DATE, date, date), end)


def _read_extra_size(
    place: Place, at: int, joint: str, family: Family, parts: tuple[Part, ...]
) -> Step | None:
    match = _EXTRA_SIZE.match(place.folded, at)
    if match is None or not (parts or joint == "-" or match[0][0] == "e") or not _ends_at(place, match.end()):
        return None
    if joint != "-" and (not family.sized or PARAMETERS.match(place.folded, match.end())):
        return None
    return Step(Part(Kind.SIZE, match[0], match[0].upper(), "-"), match.end())


def _ends_at(place: Place, end: int) -> bool:
    follower = place.folded[end : end + 1]
    return not (follower.isascii() and follower.isalnum())


def _read_code(place: Place, at: int, _: str, family: Family, parts: tuple[Part, ...]) -> Step | None:
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


def version_part(family: Family, number: str, letter: str = "") -> Part:
    """Returns a version, with the letter that the family's versions carry in front."""
    letters = family.codes.lower()
    if not letter and family.coded and not number.startswith("0"):
        letter = letters[0]
    bare = re.sub(r"(?<=\d)\.0$", "", number)
    if letter in letters and letter:
        spelled = letter if family.name == "o-series" else letter.upper()
        return Part(Kind.VERSION, letter + bare, spelled + number)
    return Part(Kind.VERSION, bare, (letter + number) if letter else number)


def _read_number(place: Place, at: int, joint: str, family: Family, parts: tuple[Part, ...]) -> Step | None:
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
    if joint == " " and not (suffix == "b" and family.sized and not PARAMETERS.match(place.folded, end)):
        return None
    if not _ends_at(place, end):
        return None
    norm = match[0].removesuffix("s")
    kind = Kind.WORD if "bit" in suffix else Kind.SIZE
    spelling = norm[:-1] + norm[-1].upper() if suffix in {"b", "m", "t"} else norm
    return Step(Part(kind, norm, spelling, "-" if suffix == "k" else None, late=kind is Kind.WORD), end)


def _doubled(parts: tuple[Part, ...], suffix: str) -> bool:
    return suffix in {"b", "m", "t"} and any(p.kind is Kind.SIZE and p.norm[-1] in "bmt" for p in parts)


def _version(
    place: Place, match: re.Match[str], joint: str, family: Family, parts: tuple[Part, ...]
) -> Step | None:
    if version_of(parts) or match[3]:
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
    if not stands_clear(place, end) and not _read_word_of(place, end, family):
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
        if (
            _ends_at(place, rest)
            or _read_word_of(place, rest, family)
            or place.text[rest : rest + 1].isupper()
        ):
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


def _read_word_of(place: Place, at: int, family: Family) -> tuple[Word, int] | None:
    found = [hit for vocabulary in (family.own, family.common) if (hit := _longest(place, at, vocabulary))]
    return max(found, key=lambda hit: hit[1], default=None)


def _longest(place: Place, at: int, vocabulary: Vocabulary) -> tuple[Word, int] | None:
    match = vocabulary.pattern.match(place.folded, at)
    if match is None or not match[0] or not stands_clear(place, match.end()):
        return None
    return vocabulary.words[squeezed(match[0])], match.end()


def squeezed(phrase: str) -> str:
    """Returns a folded phrase without separators."""
    return phrase.replace(" ", "").replace("-", "")


def read_word(place: Place, at: int, joint: str, family: Family, parts: tuple[Part, ...]) -> Step | None:
    """Returns the variant word at `at`, or None where there is none that counts here."""
    hit = _read_word_of(place, at, family)
    if hit is None or joint in {":", "@"}:
        return None
    word, end = hit
    if word.ignored:
        return Step(None, end) if joint == "-" else None
    part = word_part(word)
    if not joint and parts and parts[-1].kind is Kind.WORD:
        return None  # the next cell's word ran onto this one: "ProThinking"
    if any(p.norm == part.norm for p in parts):
        return None
    counts = _counts(place, at, joint, word, parts) or (
        bool(parts) and key_of(family, (*parts, part)) in place.attested
    )
    return Step(part, end) if counts else None


def _read_strange(place: Place, at: int, _: str, family: Family, parts: tuple[Part, ...]) -> Step | None:
    """Returns a variant that no list has, tied on by a hyphen: "GPT-5.3-Zephyr" is not GPT-5.3."""
    match = _STRANGE.match(place.text, at)
    if (
        match is None
        or place.text[at - 1] != "-"
        or (place.low and not place.whole)
        or not any(p.kind is not Kind.WORD for p in parts)
    ):
        return None
    word = match[0].lower()
    if word in family.foreign or any(p.norm == word for p in parts):
        return None
    return Step(Part(Kind.WORD, word, match[0], "-", late=True), match.end())


def is_cut_off(place: Place, end: int, family: Family) -> bool:
    """Whether a longer name goes on behind `end` that can't be read ("llama-2-ko-7b"): another model."""
    match = _CONTINUED.match(place.folded, end)
    if match is None or match[1] in family.foreign:
        return False
    return place.low or bool(match[2])


def word_part(word: Word) -> Part:
    """Returns the part that a variant word is."""
    return Part(Kind.WORD, squeezed(word.spelling.lower()), word.spelling, word.joint, word.late)


def _counts(place: Place, at: int, joint: str, word: Word, parts: tuple[Part, ...]) -> bool:
    """Whether a variant word is one here, and no ordinary word of the sentence."""
    numbered = any(part.kind is not Kind.WORD for part in parts)
    if not word.own and not numbered:
        return False
    if word.hyphened and not word.own and joint != "-":
        return False
    lower = place.text[at].islower() and not place.low
    if joint == " " and lower:
        return numbered and not word.timid
    return True


_Reader = Callable[[Place, int, str, Family, tuple[Part, ...]], Step | None]
_DIGIT_READERS: tuple[_Reader, ...] = (_read_date, _read_extra_size, _read_number)
_LETTER_READERS: tuple[_Reader, ...] = (_read_extra_size, _read_code, read_word, _read_strange)
