"""Keeps lists of names and lines at a length that people read."""

from collections.abc import Sequence

from bot.facts.scribe import Scribe

CHARACTERS = 1_200  # of a list, so that it stands within an answer's first 1,500
NAMES = 5  # of the models of which nothing is known


def cut(lines: Sequence[str], scribe: Scribe) -> list[str]:
    """Returns the lines that fit, and one that says how many were left out; the first always fits."""
    kept: list[str] = []
    for line in lines:
        if kept and sum(map(len, kept)) + len(kept) + len(line) > CHARACTERS:
            return [*kept, scribe.phrases.say("reply", "left_out", count=len(lines) - len(kept))]
        kept.append(line)
    return kept


def names_said(names: Sequence[str], scribe: Scribe) -> str:
    """Returns the first few names, and how many more there are."""
    said = scribe.join(names[:NAMES], "comma")
    more = len(names) - NAMES
    return said + scribe.phrases.say("joints", "more", count=more) if more > 0 else said
