"""Makes patterns of lists of words."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Returns a pattern for any of these words, the longest that fits; those in Latin letters only whole,
    any blank or line end between their parts."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile("|".join(_pattern(word) for word in ordered))


def _pattern(word: str) -> str:
    body = r"\s{1,3}".join(map(re.escape, word.split()))
    before = r"(?<![a-z0-9])" if _latin(word[0]) else ""
    after = r"(?![a-z0-9])" if _latin(word[-1]) else ""
    return before + body + after


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
