"""Models that an article introduces and no file knows: a name with a version or size that stands with a word
of release or "model", or in a table's column of models."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

_MOST_CHECKED = 1_000
_AROUND = 120  # characters of a sentence that are looked at on each side
_NEAR = 60  # characters between a name and the word of release
_SHORT = 40  # a table's cell that is a name is no longer

_NUMBER = r"v?\d{1,3}(?:\.\d{1,2})?(?:[BbTt]\b|x\d{1,3}[Bb]\b)?(?![\d%％]|\.\d|[,:/]\d)"
_LATIN = re.compile(
    r"(?<![A-Za-z0-9\-./_#@$=&?])([A-Z][A-Za-z]{1,19}(?:[ \-][A-Z][A-Za-z]{1,15}){0,2})([ \-]?)(?:[KMRVX](?=\d))?"
    + _NUMBER
    + r"(?![A-Za-z]{3})"
)
_QUOTED = re.compile(
    r"[「『《“\"]([^「」『』《》“”\"\n\d]{2,12}?) ?" + _NUMBER + r"[^「」『』《》“”\"\n]{0,12}[」』》”\"]"
)
_SCRIPT = re.compile(
    r"(?:(?<=[，。、：；！\s\n>*|])|(?<=发布)|(?<=推出)|(?<=开源)|(?<=上线)|(?<=发布了)|(?<=推出了)|(?<=开源了)|(?<=模型))"
    r"([\u4e00-\u9fff]{2,5}|[\u30a1-\u30fa\u30fc]{3,10}|[\uac00-\ud7a3]{2,6}) ?" + _NUMBER
)
_UNIT = re.compile(
    r" ?(?:[%％万萬亿億千年月日个個种種款次家位名条倍度号號点點元]|개|만|억|년|월|일|명|つ|million|billion|percent|tokens?|times|hours|days|GB|TB|MB)"
)
_SENTENCE_END = re.compile(r"[。！？\n]|[.!?] ")
_MODEL_BEHIND = re.compile(
    r" ?[」』》”\"*]{0,2} ?(?:[a-z\-]{2,14} ){0,2}?(?:models?\b|LLMs?\b|language model|大?模型|モデル|모델)",
    re.I,
)
_MODEL_BEFORE = re.compile(r"(?:\bmodels?,? (?:called |named )?|模型|モデル|모델) ?[「『《“\"*]{0,2}\Z", re.I)
_ROW = re.compile(r"^ {0,3}\|([^|\n]{1,80})\|", re.M)
_HTML_ROW = re.compile(r"<tr[^>]{0,80}>\s{0,20}<t[dh][^>]{0,80}>(?:<[^>]{1,60}>){0,3}([^<\n]{1,80})", re.I)
_PARTICLE = re.compile(r"[가-힣][은는이가을를의에로과와도]\Z")
_MARKS = re.compile(r"[*`_\[\]]|</?[a-z]{1,8}>")


@dataclass(frozen=True, slots=True)
class Introductions:
    """The words of corpus/lexicon/introductions.toml."""

    release: re.Pattern[str]
    model: re.Pattern[str]
    header: frozenset[str]
    lead: frozenset[str]
    stop: frozenset[str]
    stop_parts: re.Pattern[str]


def read_introductions() -> Introductions:
    """Returns the words by which articles introduce models."""
    data = tomllib.loads((files("corpus.lexicon") / "introductions.toml").read_text("utf-8"))
    return Introductions(
        _any_of(data["release"]),
        _any_of(data["model"]),
        frozenset(data["header"]),
        frozenset(data["lead"]),
        frozenset(word.lower() for word in data["stop"]),
        _any_of(data["stop_parts"]),
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(w)}" if w.isascii() else re.escape(w) for w in words), re.I)


def introduced(words: Introductions, text: str, taken: Callable[[int, int], bool]) -> dict[str, str]:
    """Returns the names of the families that the article introduces, each with what stood between name and
    number (" ", "-" or nothing). `taken` says of a span whether something known is named there."""
    found: dict[str, str] = {}
    for checked, match in enumerate(_candidates(text)):
        if checked >= _MOST_CHECKED:
            break
        name = _name(words, match[1])
        start = match.start(1) + len(match[1]) - len(name)
        if name and not taken(start, match.end()) and _introduces(words, text, start, match.end()):
            found.setdefault(name, _joint(match[0], name))
    for cell in _first_cells(words, text):
        whole = _LATIN.match(cell) or re.match(r"([\u4e00-\u9fff]{2,6}) ?" + _NUMBER, cell)
        name = _name(words, whole[1]) if whole else ""
        at = text.find(cell) if name else -1
        if whole and name and not taken(at, at + len(cell)):
            found.setdefault(name, _joint(cell, name))
    return found


def _candidates(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_LATIN, _QUOTED, _SCRIPT):
        yield from pattern.finditer(text)


def _name(words: Introductions, written: str) -> str:
    """Returns a name without the words before it that are no part of it; empty where it is no model's."""
    parts = re.split(r"(?<=[ \-])", written.strip())
    while len(parts) > 1 and parts[0].strip(" -") in words.lead:
        parts = parts[1:]
    plain = [part.strip(" -") for part in parts]
    if any(part.lower() in words.stop for part in plain) or plain[0] in words.lead:
        return ""
    if not written.isascii() and (words.stop_parts.search(written) or words.model.search(written)):
        return ""
    if _PARTICLE.search(written):
        return ""
    return "".join(parts).strip()


def _introduces(words: Introductions, text: str, start: int, end: int) -> bool:
    if _UNIT.match(text, end):
        return False
    if _MODEL_BEHIND.match(text, end) or _MODEL_BEFORE.search(text[max(0, start - 20) : start]):
        return True
    before = _SENTENCE_END.split(text[max(0, start - _AROUND) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _AROUND], maxsplit=1)[0]
    near = before[-_NEAR:] + " " + after[:_NEAR]
    return bool(words.release.search(near) and words.model.search(before + " " + after))


def _joint(written: str, name: str) -> str:
    follower = written[written.find(name) + len(name) :][:1]
    return follower if follower in {" ", "-"} else ""


def _first_cells(words: Introductions, text: str) -> Iterator[str]:
    """Yields the first cells of the rows below a header that says "model"."""
    for pattern in (_ROW, _HTML_ROW):
        under, last = False, -1
        for match in pattern.finditer(text):
            cell = _MARKS.sub("", match[1]).strip()
            if text.count("\n", last, match.start()) > 1 and pattern is _ROW:
                under = False
            if cell.lower() in words.header:
                under = True
            elif under and len(cell) <= _SHORT:
                yield cell
            last = match.end()
