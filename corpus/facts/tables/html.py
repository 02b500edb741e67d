"""HTML tables: a linear walk over their tags, so that unclosed cells and nested tables do no harm."""

import re
from dataclasses import dataclass, field

from corpus.facts.tables.cells import read_cell
from corpus.facts.tables.markdown import MOST_COLUMNS, MOST_ROWS
from corpus.facts.tables.types import Cell, Grid, Row, Surroundings
from corpus.facts.types import Span

_TAG = re.compile(r"<(?P<close>/?)(?P<name>table|tr|t[dh]|caption)\b(?P<rest>[^<>]{0,1000})>?", re.IGNORECASE)
_SPAN = re.compile(r"(?P<which>row|col)span\s{0,3}=\s{0,3}[\"']?(?P<count>\d{1,4})", re.IGNORECASE)
_MOST_CELLS = 20_000  # that a table may come to when its spans are filled in


@dataclass(frozen=True, slots=True)
class _Raw:
    """A cell as it is marked up; it reaches over `rows` and `columns`."""

    start: int
    end: int
    head: bool
    rows: int
    columns: int


@dataclass(slots=True)
class _Walk:
    """The rows met so far, and the cell that is open."""

    rows: list[list[_Raw]] = field(default_factory=list)
    opened: tuple[int, bool, int, int] | None = None
    depth: int = 0

    def close(self, end: int) -> None:
        if self.opened and self.rows:
            self.rows[-1].append(_Raw(self.opened[0], end, *self.opened[1:]))
        self.opened = None


def html_grid(text: str, table: Span, around: Surroundings) -> Grid:
    """Reads the table; its header are the first rows whose cells are all ``th``, or else its first row.

    A cell that reaches over several rows or columns stands in all of them.
    """
    raw = _raw_rows(text, table)
    rows = _filled(text, raw)
    heads = 0
    while heads < len(raw) and raw[heads] and all(cell.head for cell in raw[heads]):
        heads += 1
    heads = min(heads or 1, max(1, len(rows) - 1))
    return Grid(*table, tuple(rows[:heads]), tuple(rows[heads:]), around)


def _raw_rows(text: str, table: Span) -> list[list[_Raw]]:
    walk = _Walk()
    for tag in _TAG.finditer(text, *table):
        name = tag["name"].lower()
        if name == "table":
            walk.depth += -1 if tag["close"] else 1
        elif walk.depth == 1 and len(walk.rows) <= MOST_ROWS:
            _step(walk, tag, name)
    walk.close(table[1])
    return [row for row in walk.rows if row][:MOST_ROWS]


def _step(walk: _Walk, tag: re.Match[str], name: str) -> None:
    walk.close(tag.start())
    if tag["close"] or name == "caption":
        return
    if name == "tr" or not walk.rows:
        walk.rows.append([])
    if name != "tr":
        spans = {m["which"].lower(): int(m["count"]) for m in _SPAN.finditer(tag["rest"])}
        rows, columns = max(1, spans.get("row", 1)), max(1, spans.get("col", 1))
        walk.opened = (tag.end(), name == "th", min(rows, MOST_ROWS), min(columns, MOST_COLUMNS))


def _filled(text: str, raw: list[list[_Raw]]) -> list[Row]:
    """Places each cell in all rows and columns that it reaches over."""
    rows: list[Row] = []
    hanging: dict[int, tuple[Cell, int]] = {}  # column -> a cell from above, and the rows left to it
    total = 0
    for cells in raw:
        row: list[Cell | None] = []
        for cell in cells:
            _hang(row, hanging)
            read = read_cell(text, cell.start, cell.end)
            for _ in range(cell.columns):
                if cell.rows > 1:
                    hanging[len(row)] = (read, cell.rows - 1)
                row.append(read)
        _hang(row, hanging)
        rows.append(tuple(row[:MOST_COLUMNS]))
        total += len(row)
        if total > _MOST_CELLS:
            break
    return rows


def _hang(row: list[Cell | None], hanging: dict[int, tuple[Cell, int]]) -> None:
    while len(row) in hanging:
        column = len(row)
        cell, left = hanging[column]
        if left > 1:
            hanging[column] = (cell, left - 1)
        else:
            del hanging[column]
        row.append(cell)
