"""Where an article's tables lie, and what stands around them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from corpus.facts.tables.html import html_grid
from corpus.facts.tables.markdown import pipe_grid, tab_grid
from corpus.facts.tables.types import Grid, Surroundings
from corpus.facts.types import Span
from corpus.structure import blocks
from corpus.structure.lines import Lines
from corpus.structure.types import Block, Kind

_MOST_TABLES = 500
_LONGEST_NEAR = 600  # characters of the words around a table that are looked at
_APART = re.compile(r"\t| {2}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line outside tables and code, with the headings above it, the nearest first."""

    start: int
    end: int
    headings: tuple[Span, ...]
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The tables that are marked as such, and the lines in which others may hide."""

    grids: list[Grid]
    lines: list[Line]
    cut: bool = False  # there are more tables than are read


def find_tables(text: str, body: int, among: Iterable[Block] | None = None) -> Found:
    """Finds the tables of ``text[body:]``; `among` are its blocks, where they are at hand."""
    found = Found([], [])
    lines = Lines(text, body, len(text))
    stack: list[Block] = []
    said: dict[int, Span] = {}  # by the start of a heading, the last paragraph directly below it
    groups = [list(group) for _, group in groupby(among or blocks(text, body), key=_together)]
    for number, group in enumerate(groups):
        headings = tuple((block.start, block.end) for block in reversed(stack))
        if group[0].kind is Kind.HEADING:
            stack = [block for block in stack if len(block.path) < len(group[0].path)] + group
        if group[0].kind is Kind.ROW or _is_spaced(text, lines, group[0]):
            if len(found.grids) >= _MOST_TABLES:
                return Found(found.grids, found.lines, cut=True)
            intros = tuple(said[block.start] for block in reversed(stack) if block.start in said)
            around = Surroundings(headings, _before(groups, number), _after(groups, number), intros)
            found.grids.append(_grid(text, lines, group, around))
        elif group[0].kind is not Kind.CODE:
            if group[0].kind is Kind.PROSE and stack:
                last = group[-1]
                said[stack[-1].start] = last.start, min(last.end, last.start + _LONGEST_NEAR)
            found.lines.extend(_lines(lines, group, headings))
    return found


def _together(block: Block) -> object:
    """Rows of one table stand together; every other block is by itself."""
    return ("row", block.group) if block.kind is Kind.ROW else block.start


def _grid(text: str, lines: Lines, group: list[Block], around: Surroundings) -> Grid:
    start, end = group[0].start, group[-1].end
    if text[start : start + 6].lower() == "<table":
        return html_grid(text, (start, end), around)
    first, last = lines.at(start), lines.at(end)
    if group[0].kind is Kind.ROW:
        return pipe_grid(text, lines, first, last, around)
    return tab_grid(text, lines, first, last, around)


def _is_spaced(text: str, lines: Lines, block: Block) -> bool:
    """Whether a paragraph is a table whose cells stand apart by tabs, or by two blanks and more."""
    if block.kind is not Kind.PROSE or not _APART.search(text, block.start, block.end):
        return False
    first, last = lines.at(block.start), lines.at(block.end)
    numbers = range(first, min(last, first + 50))
    return len(numbers) > 1 and all(_APART.search(lines.line(n)[:2000]) for n in numbers)


def _before(groups: list[list[Block]], number: int) -> Span | None:
    """The paragraph directly above, with the one above that where both are short."""
    start: int | None = None
    end = 0
    for group in reversed(groups[max(0, number - 2) : number]):
        block = group[-1]
        if block.kind not in (Kind.PROSE, Kind.ITEM):
            break
        end = end or block.end
        if start is not None and end - block.start > _LONGEST_NEAR:
            break
        start = max(block.start, end - _LONGEST_NEAR)
    return None if start is None else (start, end)


def _after(groups: list[list[Block]], number: int) -> Span | None:
    if number + 1 >= len(groups) or groups[number + 1][0].kind is not Kind.PROSE:
        return None
    block = groups[number + 1][0]
    return block.start, min(block.end, block.start + _LONGEST_NEAR)


def _lines(lines: Lines, group: list[Block], headings: tuple[Span, ...]) -> Iterator[Line]:
    for block in group:
        for number in range(lines.at(block.start), max(lines.at(block.end), lines.at(block.start) + 1)):
            if number < len(lines):
                heading = block.kind is Kind.HEADING
                yield Line(lines.start(number), lines.end(number), headings, heading)
