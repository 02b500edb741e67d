"""A question's text, made plain: one way of writing for what means the same."""

import re
import unicodedata

from index.text import simplified

CHARACTERS = 2_000
_HYPHENS = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\uff07]")
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff"
_SPACE_BETWEEN = re.compile(rf"(?<=[{_UNSPACED}]) (?=[{_UNSPACED}])")
_SENTENCE = re.compile(r"[?!。;\n]|(?<=[^\W\d])\.(?= )")


def plain(text: str) -> str:
    """Returns at most 2,000 characters with compatibility forms and punctuation made plain, in simplified
    characters, with single spaces; capitals stay."""
    normal = unicodedata.normalize("NFKC", text[:CHARACTERS])
    normal = _APOSTROPHES.sub("'", _HYPHENS.sub("-", normal))
    spaced = "\n".join(" ".join(line.split()) for line in normal.split("\n"))
    return simplified(_SPACE_BETWEEN.sub("", spaced))[:CHARACTERS]


def words_of(text: str) -> str:
    """Returns the text as the list of words is written, of the same length: small letters, no hyphens."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text).translate(_AS_SPACE)


def sentences_of(text: str) -> list[str]:
    """Returns the sentences that have a letter or a number in them."""
    parts = (part.strip() for part in _SENTENCE.split(text))
    return [part for part in parts if any(c.isalnum() for c in part)]


_AS_SPACE = str.maketrans("-_", "  ")
