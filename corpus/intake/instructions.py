"""Finds in an article what looks like an instruction to an AI. It is text like any other: nobody follows it, but
whoever takes the article in is told."""

import re
import tomllib
from importlib.resources import files

_LOOKED_AT = 1_000_000  # characters
_MOST = 3
_SHOWN = 80
_GAP = ".{0,40}?"
# Letters that no screen shows: a way to hide words from people (Unicode tags, U+E0020 for " " and on).
_TAGS = re.compile("[\U000e0020-\U000e007e]{4,}")


def read_orders() -> re.Pattern[str]:
    """Reads corpus/lexicon/instructions.toml."""
    phrases = tomllib.loads((files("corpus.lexicon") / "instructions.toml").read_text("utf-8"))["phrases"]
    return re.compile("|".join(_pattern(phrase) for phrase in phrases))


def instructions_in(text: str, orders: re.Pattern[str]) -> tuple[str, ...]:
    """Returns a warning for each of the first places that look like an instruction to an AI."""
    warnings = [_warning(found[0]) for found in _first(orders, " ".join(text[:_LOOKED_AT].lower().split()))]
    if hidden := _TAGS.search(text):
        said = "".join(chr(ord(mark) - 0xE0000) for mark in hidden[0])
        warnings.append(_warning(said) + " It was written in letters that nobody sees, and left out.")
    return tuple(warnings)


def _first(orders: re.Pattern[str], text: str) -> list[re.Match[str]]:
    found: dict[str, re.Match[str]] = {}
    for match in orders.finditer(text):
        found.setdefault(match[0], match)
        if len(found) == _MOST:
            break
    return list(found.values())


def _warning(said: str) -> str:
    return f"It holds what looks like an instruction to an AI, which nobody follows: “{said[:_SHOWN]}”."


def _pattern(phrase: str) -> str:
    pieces = [r" ?".join(map(re.escape, piece.split(" "))) for piece in phrase.split("…")]
    before = r"(?<![a-z])" if phrase[0].isascii() and phrase[0].isalpha() else ""
    return before + _GAP.join(pieces)
