"""Breaks lines of markup into pages: no escape, link, bold name, citation's number or grapheme is torn."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.showing.escaping import unlisted
from bot.showing.measures import units
from bot.widths import graphemes

_WHOLE = re.compile(r"\[(?:[^\[\]\\]|\\.)+\]\([^()\s]+\)|\*\*(?:[^*\\]|\\.)+\*\*|\[\d{1,5}\]")
_PAUSES = " ，。；、！？"


def packed(lines: Iterable[str], most: int, rows: int | None = None) -> list[list[str]]:
    """Returns the lines on pages of at most so many units and rows each; a line that is longer than a page goes
    on on the next."""
    pages: list[list[str]] = []
    room = left = 0
    for part in (part for line in lines for part in broken(line, most)):
        size = units(part) + 1
        if not pages or size > room + 1 or left == 0:
            pages.append([])
            room, left = most, rows or -1
        pages[-1].append(part)
        room, left = room - size, left - 1
    return pages


def broken(line: str, most: int) -> list[str]:
    """Returns the line in parts of at most so many units, broken at a pause where there is one."""
    if units(line) <= most:
        return [line]
    parts: list[str] = []
    kept: list[str] = []
    used = 0
    for atom in _atoms(line):
        if kept and used + units(atom) >= most:  # a backslash may come to each part
            end = _pause(kept)
            parts.append("".join(kept[:end]))
            kept = kept[end:]
            used = sum(map(units, kept))
        kept.append(atom)
        used += units(atom)
    first, *others = (part.strip() for part in (*parts, "".join(kept)))
    return [first, *map(unlisted, others)]


def _pause(atoms: Sequence[str]) -> int:
    """Where to break: behind the last pause in the second half, else at the end."""
    half = len(atoms) // 2
    return next((i + 1 for i in range(len(atoms) - 1, half, -1) if atoms[i] in _PAUSES), len(atoms))


def _atoms(line: str) -> Iterator[str]:
    """The pieces of a line that stay whole."""
    place = 0
    for match in _WHOLE.finditer(line):
        yield from _signs(line[place : match.start()])
        yield match[0]
        place = match.end()
    yield from _signs(line[place:])


def _signs(text: str) -> Iterator[str]:
    """Its graphemes, an escaped one with its backslash."""
    escape = ""
    for one in graphemes(text):
        if one == "\\" and not escape:
            escape = one
            continue
        yield escape + one
        escape = ""
    if escape:
        yield escape
