"""Tells the language of a question or an article: by script first, by its words where the script is Latin."""

import re
from collections import Counter
from functools import cache

from opencc import OpenCC

_SAMPLE, _SLICES = 20_000, 10
_NOISE = re.compile(
    r"```.{0,5000}?```|`[^`\n]{0,200}`|https?://[^\s)>\]]{1,2000}|<[^<>]{0,500}>|\]\([^()\s]{0,500}\)", re.S
)
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff6f\uff71-\uff9d]")
_HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH = _words(
    "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one "
    "you were all her she there would their we him been has when who will no more if out so what up said about than into "
    "them can only other its some could these two may then do first any my now such like our over me even most made after "
    "also did many off before must well back through where much how why does new use using your between each best"
)
_LIKELY = _words(
    "en fr de es pt it nl sv da no nb fi pl cs sk hu ro bg ru uk el tr ar he fa hi bn th vi id ms ta te ur sr hr sl lt lv et ca"
)
_CJK = {"zh", "zh-Hant", "ja", "ko"}
_MARGIN = 2.2  # between logarithms of probability: nine to one
_LONG = 500
_TAG = re.compile(
    r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:\.[\w-]{1,20})?", re.IGNORECASE
)
_CODES = {
    "kr": "ko",
    "jp": "ja",
    "tw": "zh-Hant",
    "cn": "zh",
    "cmn": "zh",
    "hk": "zh-Hant",
    "iw": "he",
    "nb": "no",
}
_NAMES = {
    "english": "en", "chinese": "zh", "japanese": "ja", "korean": "ko", "中文": "zh", "简体中文": "zh",
    "繁體中文": "zh-Hant", "日本語": "ja", "한국어": "ko", "chs": "zh", "cht": "zh-Hant", "eng": "en", "jpn": "ja",
    "kor": "ko", "zho": "zh", "chi": "zh",
}  # fmt: skip


def known_tag(tag: str) -> str | None:
    """Returns a language tag as this project writes it ("zh", "zh-Hant", else ISO 639), None for none."""
    name = tag.strip().lower()
    match = _TAG.fullmatch(name)
    if name in _NAMES or match is None:
        return _NAMES.get(name)
    code, script, region = match[1], match[2], match[3]
    if code == "zh" and (script == "hant" or (script is None and region in {"tw", "hk", "mo"})):
        return "zh-Hant"
    return _CODES.get(code) or (code if len(code) == 2 else None)


def language_of(tag: str | None, text: str) -> tuple[str, str | None]:
    """Returns the language of an article and a warning where its tag clearly contradicts its text."""
    known = known_tag(tag) if tag else None
    if known is None:
        warning = f"The language {tag[:40]!r} is not known; it was told from the text." if tag else None
        return detect(text), warning
    found = detect(text)
    if found == known or not _contradicts(known, found, text):
        return known, None
    if tag and tag.strip().lower() == "zh" and found == "zh-Hant":
        return found, None  # "zh" alone says nothing about the characters
    return found, f"The language is given as {tag!r}, but the text is in {found!r}; the text counts."


def _contradicts(known: str, found: str, text: str) -> bool:
    letters = sum(map(str.isalpha, sample(text)))
    if {known, found} == {"zh", "zh-Hant"}:
        simplified, traditional = _variants(sample(text))
        return max(simplified, traditional) > 5 + 4 * min(simplified, traditional)
    return letters >= (40 if _CJK & {known, found} else _LONG)


def detect(text: str) -> str:
    """Returns the language: "zh" for simplified and "zh-Hant" for traditional Chinese, else ISO 639-1."""
    plain = sample(text)
    words = _WORD.findall(_HANGUL.sub(" ", _KANA.sub(" ", _HAN.sub(" ", plain))))
    return _east_asian(plain, words) or (_western([word.lower() for word in words]) if words else "en")


def sample(text: str) -> str:
    """Returns at most 20,000 characters, from ten places, without code, addresses and tags."""
    if len(text) > _SAMPLE:
        step, size = len(text) // _SLICES, _SAMPLE // _SLICES
        text = "\n".join(text[place * step : place * step + size] for place in range(_SLICES))
    return _NOISE.sub(" ", text) if _NOISE.sub("", text).strip() else text


def _east_asian(plain: str, words: list[str]) -> str | None:
    """A Han character weighs as much as a Latin word in small letters (the others are mostly names): so an
    article with three tenths of them is Chinese, and one in English that names Chinese companies is not."""
    kana_found = _KANA.findall(plain)
    kana = len(kana_found) if set(kana_found) - {"の"} else 0  # that one alone decorates Chinese signs
    han, hangul = len(_HAN.findall(plain)), len(_HANGUL.findall(plain))
    english = sum(word.lower() in _ENGLISH for word in words)
    small = sum(word.islower() and len(word) > 1 for word in words)
    east = han + kana + hangul
    if east == 0 or east < 0.7 * small or (english >= 2 and east < 3 * english):
        return None
    if hangul > han + kana:
        return "ko"
    if kana > 0.08 * (han + kana):
        return "ja"
    simplified, traditional = _variants(plain)
    return "zh-Hant" if traditional > simplified else "zh"


def _variants(text: str) -> tuple[int, int]:
    """Returns how many characters are simplified only and how many traditional only."""
    counts = Counter(_HAN.findall(text))
    joined = "\n".join(counts)
    simplified, traditional = 0, 0
    pairs = zip(counts, _convert("t2s", joined), _convert("s2t", joined), strict=True)
    for character, to_simplified, to_traditional in pairs:
        if to_simplified != character and to_traditional == character:
            traditional += counts[character]
        elif to_traditional != character and to_simplified == character:
            simplified += counts[character]
    return simplified, traditional


def _convert(direction: str, joined: str) -> list[str]:
    return _converter(direction).convert(joined).split("\n") if joined else []


@cache
def _converter(direction: str) -> OpenCC:
    return OpenCC(direction)


def _western(words: list[str]) -> str:
    english = sum(word in _ENGLISH for word in words)
    ascii_only = all(map(str.isascii, words))
    if english >= 0.15 * len(words) and (english > 1 or ascii_only):
        return "en"
    if ascii_only and len(words) <= 3:
        return "en"
    return _by_words(" ".join(words))


def _by_words(text: str) -> str:
    # deferred: loading its model takes half a second, and a question in English or Chinese needs none of it
    import py3langid

    scores = {language: score for language, score in py3langid.rank(text) if language in _LIKELY}
    best = max(scores, key=lambda language: scores[language])
    unsure = text.isascii() and scores[best] - scores["en"] < _MARGIN
    return "en" if unsure else str(best)
