"""Keeps lists of names and lines at a length that people read. What is not shown is not even written: an index
may hold thousands."""

from collections.abc import Iterable, Sequence

from bot.characters import one_line
from bot.facts.scribe import Scribe

CHARACTERS = 1_200  # of a list, so that it stands within an answer's first 1,500
_IN_LINE = 500  # characters of items that stand in one line
NAMES = 5  # of the models of which nothing is known


def cut(lines: Iterable[str], count: int, scribe: Scribe) -> list[str]:
    """Returns those of `count` lines that fit, and one that says how many were left out; the first always
    fits."""
    kept = _first(lines, CHARACTERS)
    left = count - len(kept)
    return [*kept, scribe.phrases.say("reply", "left_out", count=left)] if left else kept


def joined(items: Iterable[str], count: int, scribe: Scribe) -> str:
    """Returns those of `count` items that fit in one line, and how many more there are."""
    kept = _first(items, _IN_LINE)
    return scribe.join(kept, "semicolon") + _more(count - len(kept), scribe)


def names_said(names: Sequence[str], scribe: Scribe) -> str:
    """Returns the first few names, and how many more there are."""
    return scribe.join(map(one_line, names[:NAMES]), "comma") + _more(len(names) - NAMES, scribe)


def _more(count: int, scribe: Scribe) -> str:
    return scribe.phrases.say("joints", "more", count=count) if count > 0 else ""


def _first(lines: Iterable[str], most: int) -> list[str]:
    kept: list[str] = []
    used = 0
    for line in lines:
        used += len(line) + 1
        if kept and used > most:
            break
        kept.append(line)
    return kept
