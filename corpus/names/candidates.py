"""Groups of words and a number in a text that could be a model's name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.names.introductions import Introductions
from corpus.names.place import squeezed

_MOST = 2_000
_LETTER = "A-Za-zÀ-ÖØ-öø-ÿĀ-ſ"
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
NUMBER = r"[vV]?\d{1,3}(?:\.\d{1,2})?(?:[BbTt](?![A-Za-z])|x\d{1,3}[Bb](?![A-Za-z]))?(?![\d%％]|\.\d|[,:/]\d)"
LATIN = re.compile(
    rf"(?<![{_LETTER}0-9\-./_#@$=&?])([{_CAPITAL}][{_LETTER}]{{1,19}}(?:[ \-][{_CAPITAL}][{_LETTER}]{{1,15}}){{0,3}})([ \-]?)"
    rf"(?:[KMRX](?=\d))?({NUMBER})(?![A-Za-z]{{3}})"
)
_QUOTED = re.compile(
    rf"[「『《“\"]([^「」『』《》“”\"\n\d]{{2,12}}?)([ \-]?)({NUMBER})[^「」『』《》“”\"\n]{{0,12}}[」』》”\"]"
)
_OPENERS = (
    "发布",
    "發布",
    "發佈",
    "推出",
    "开源",
    "開源",
    "上线",
    "上線",
    "模型",
    "发布了",
    "推出了",
    "开源了",
    "的",
    "の",
    "款",
    "一代",
    "、",
    "は",
    "모델",
)
_OPENED = re.compile("|".join(_OPENERS))
SCRIPT = re.compile(
    r"(?=[\u4e00-\u9fff\u30a1-\u30fa\u30fc\uac00-\ud7a3]{2,10}[ \-]?[vV]?\d)"  # passes over most places
    rf"(?:\A|(?<=[，。、：；！\s\n>*|（(ぁ-ん])|{'|'.join(f'(?<={word})' for word in _OPENERS)})"
    rf"([\u4e00-\u9fff]{{2,5}}|[\u30a1-\u30fa\u30fc]{{3,10}}|[\uac00-\ud7a3]{{2,6}})([ \-]?)({NUMBER})"
)
_UNIT = re.compile(
    r" ?(?:[%％万萬亿億千年月日個种種次家位名条倍度号號点點元分]|[个款]|ドル|円|ユーロ|달러|원|개|만|억|년|월|일|명|つ|million|billion|trillion|percent|tokens?\b|times\b|hours\b|days\b|weeks\b|months\b|years\b|users\b|people\b|GB|TB|MB)"
)
_PARTICLE = re.compile(r"[가-힣][은는이가을를의에로에과와도]\Z")
_LARGEST = 40  # as a version: what is larger is another number


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name with a version or size at ``text[start:end]``: `name` without the words of variants that stood
    before the number (`words`), `joint` what stood before the number."""

    name: str
    words: tuple[str, ...]
    joint: str
    start: int
    end: int


def candidates(words: Introductions, variants: frozenset[str], text: str) -> list[Candidate]:
    """Returns what could be names of models that no file knows, in order. `variants` are the usual words
    behind a name ("Pro"), folded and without separators."""
    found = (_read(words, variants, match, text) for match in _matches(text))
    return sorted((item for item in found if item), key=lambda item: item.start)


def whole(words: Introductions, variants: frozenset[str], cell: str) -> Candidate | None:
    """Returns the name with a number that a cell, a heading or a line begins with, or None."""
    match = LATIN.match(cell) or re.match(
        rf"([\u4e00-\u9fff\u30a1-\u30fa\u30fc\uac00-\ud7a3]{{1,10}})([ \-]?)({NUMBER})", cell
    )
    return _read(words, variants, match, cell) if match and len(match[1]) > 1 else None


def _matches(text: str) -> Iterator[re.Match[str]]:
    for pattern in (LATIN, _QUOTED, SCRIPT):
        for count, match in enumerate(pattern.finditer(text)):
            if count >= _MOST:
                break
            yield match


def _read(
    words: Introductions, variants: frozenset[str], match: re.Match[str], text: str
) -> Candidate | None:
    number = match[3]
    sized = text[match.end(3) : match.end(3) + 1] in {"k", "K"} and match[2] == "-"
    if _UNIT.match(text, match.end(3)) or (
        number[-1].isdigit() and float(number.lstrip("vV")) >= _LARGEST and not sized
    ):
        return None
    counted = number[-1] in "BbTt" or text[match.end(3) : match.end(3) + 1] in {"k", "K", "m", "M"}
    if match[2] != "-" and not match[1].isascii() and counted:
        return None  # "激活32B", "端侧 8B" and "例如32K" are numbers of something
    parts = _named(words, match[1])
    tail: list[str] = []
    while len(parts) > 1 and squeezed(parts[-1].strip(" -").lower()) in variants:
        tail.insert(0, parts.pop().strip(" -"))
    name = "".join(parts).strip(" -")
    if len(name) < 2 or not is_name(words, name):
        return None
    start = match.start(1) + match[1].rfind("".join(parts).strip())
    joint = " " if tail else match[2]
    return Candidate(name, tuple(tail), joint, start, match.end(3) + sized)


def _named(words: Introductions, written: str) -> list[str]:
    """Returns a name's words without those before it that are no part of it."""
    if not written.isascii():
        written = _OPENED.split(written)[-1]
    parts = re.split(r"(?<=[ \-])", written.strip())
    while len(parts) > 1 and parts[0].strip(" -") in words.lead:
        parts = parts[1:]
    return parts


def is_name(words: Introductions, name: str) -> bool:
    """Whether words could be a model's name: no device's, no software's, no place's in a text."""
    plain = re.split(r"[ \-]", name)
    stop = words.stop - words.late
    if plain[0].lower() in words.stop or plain[0] in words.lead or any(p.lower() in stop for p in plain[1:]):
        return False
    if words.other.search(name):
        return False
    if not name.isascii() and (words.stop_parts.search(name) or words.model.search(name)):
        return False
    return not _PARTICLE.search(name) and not words.endings.search(name)
