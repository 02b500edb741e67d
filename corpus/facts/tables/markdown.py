"""Tables drawn with pipes, or with tabs or blanks between their cells."""

import re

from corpus.facts.tables.cells import read_cell
from corpus.facts.tables.types import Grid, Row, Surroundings
from corpus.structure.lines import Lines, is_separator

MOST_ROWS, MOST_COLUMNS = 2_000, 60
_PIPE = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t[\t ]{0,60}| {2}[\t ]{0,60}")


def pipe_grid(text: str, lines: Lines, first: int, last: int, around: Surroundings) -> Grid:
    """Reads the lines `first` to `last` (not included) as a table; the rows above the line of dashes are its
    header, or the first row where there is no such line."""
    header: list[Row] = []
    rows: list[Row] = []
    for number in range(first, min(last, first + MOST_ROWS)):
        line = lines.line(number)
        if is_separator(line):
            header, rows = (header or rows, []) if not header else (header, rows)
        elif not line.startswith("+-"):
            rows.append(_row(text, lines, number, _PIPE, strip="|"))
    if not header:
        header, rows = rows[:1], rows[1:]
    return Grid(lines.start(first), lines.end(last - 1), tuple(header), tuple(rows), around)


def tab_grid(text: str, lines: Lines, first: int, last: int, around: Surroundings) -> Grid:
    """Reads lines whose cells stand apart by tabs or several blanks; the first is the header."""
    numbers = range(first, min(last, first + MOST_ROWS))
    head, *rows = (_row(text, lines, number, _TAB, strip="") for number in numbers)
    if rows and all(len(row) == len(head) + 1 for row in rows):
        head = (read_cell(text, lines.start(first), lines.start(first)), *head)  # nothing above the labels
    return Grid(lines.start(first), lines.end(last - 1), (head,), tuple(rows), around)


def _row(text: str, lines: Lines, number: int, between: re.Pattern[str], strip: str) -> Row:
    start, end = lines.start(number), lines.end(number)
    if strip and text[start] == strip:
        start += 1
    if strip and end > start and text[end - 1] == strip and text[end - 2 : end - 1] != "\\":
        end -= 1
    cells = []
    for mark in between.finditer(text, start, end):
        cells.append((start, mark.start()))
        start = mark.end()
        if len(cells) >= MOST_COLUMNS:
            break
    else:
        cells.append((start, end))
    return tuple(read_cell(text, *cell) for cell in cells)
