"""Finds the tables whose cells ran together, and makes grids of them again."""

import re
from collections.abc import Sequence

from corpus.facts.tables.cells import read_cell
from corpus.facts.tables.joined.header import JoinedHeader, may_be_header, read_header
from corpus.facts.tables.joined.naming import Naming
from corpus.facts.tables.joined.splitting import best_split
from corpus.facts.tables.places import Line
from corpus.facts.tables.types import Cell, Grid, Row, Surroundings
from corpus.names import Names

_MOST_ROWS, _MOST_TABLES = 500, 50
_LONGEST_LINE = 20_000
_TICKED = re.compile(r"`([^`\n]{1,120})`")
_CELLS = re.compile(r"[|\t]")


def joined_grids(
    text: str, lines: Sequence[Line], names: Names, naming: Naming
) -> tuple[list[Grid], list[str]]:
    """Returns the grids, and a warning for each row that could not be told apart."""
    grids: list[Grid] = []
    warnings: list[str] = []
    number = 0
    while number < len(lines) and len(grids) < _MOST_TABLES:
        start, end = lines[number].start, lines[number].end
        number += 1
        head = text[start : min(end, start + 300)]
        if not may_be_header(head) or _CELLS.search(head) or end - start > _LONGEST_LINE:
            continue
        cell = read_cell(text, start, end)
        if (header := read_header(cell, names)) is not None:
            rows, number = _rows_below(text, lines, number, header, naming, names, warnings)
        elif "`" in head and (header := read_header(_unticked(text, start, end), names, whole=False)):
            rows = _rows_behind(text, end, header, naming, warnings)
        else:
            continue
        if rows:
            grids.append(_grid(lines, number, header, rows, (start, end)))
    return grids, warnings


def _unticked(text: str, start: int, end: int) -> Cell:
    """What stands before the first name in ticks."""
    tick = text.find("`", start, end)
    return read_cell(text, start, tick)


def _grid(
    lines: Sequence[Line], number: int, header: JoinedHeader, rows: list[Row], whole: tuple[int, int]
) -> Grid:
    last = max([cell.end for row in rows for cell in row if cell is not None], default=whole[1])
    around = Surroundings(lines[number - 1].headings)
    return Grid(whole[0], max(last, header.cells[-1].end), (header.cells,), tuple(rows), around)


def _rows_below(
    text: str,
    lines: Sequence[Line],
    number: int,
    header: JoinedHeader,
    naming: Naming,
    names: Names,
    warnings: list[str],
) -> tuple[list[Row], int]:
    """Reads the lines below a header, as long as they begin with a model's name."""
    rows: list[Row] = []
    last = min(len(lines), number + _MOST_ROWS)
    while number < last and not lines[number].is_heading:
        cell = read_cell(text, lines[number].start, lines[number].end)
        found = naming.starts(cell.text, anywhere=header.model > 0)
        if not found or _CELLS.search(cell.text):
            break
        whole = [(mention.start, mention.end) for mention in names.benchmarks(cell.text)]
        split = best_split(cell.text, header.columns, header.model, found, header.spaced, whole)
        if split is not None:
            rows.append(tuple(cell.cut(a, b) for a, b in zip(split.cuts, split.cuts[1:], strict=False)))
        else:
            warnings.append(_warning(text, cell.start))
        number += 1
    return rows, number


def _warning(text: str, at: int) -> str:
    line = text.count("\n", 0, at) + 1
    return f"Line {line}: the cells of this row ran together and could not be told apart."


def _rows_behind(text: str, end: int, header: JoinedHeader, naming: Naming, warnings: list[str]) -> list[Row]:
    """Reads rows that stand on one line with their header, the models in ticks; between one row's last value
    and the next name stands the cell before that name."""
    ticked = list(_TICKED.finditer(text, header.cells[-1].end, end))
    rows: list[Row] = []
    before = read_cell(text, header.cells[-1].end, ticked[0].start()) if ticked else None
    for tick, following in zip(ticked, [*ticked[1:], None], strict=True):
        stop = following.start() if following else end
        behind = read_cell(text, tick.end(), stop)
        cut = _next_row(behind.text) if header.model and following else len(behind.text)
        name = read_cell(text, tick.start(1), tick.end(1))
        split = best_split(behind.text[:cut], header.columns[header.model :], 0, naming.empty(name.text))
        if split is None:
            warnings.append(_warning(text, tick.start()))
        else:
            values = [behind.cut(a, b) for a, b in zip(split.cuts[1:], split.cuts[2:], strict=False)]
            rows.append((*([before] if header.model else []), name, *values))
        before = behind.cut(cut, len(behind.text))
    return rows


def _next_row(words: str) -> int:
    """Where the words begin that belong to the next row: behind the last digit, sign and letter of a unit."""
    found = re.search(r"[A-Z][A-Za-z. ]{1,40}$", words)
    return found.start() if found else len(words)
