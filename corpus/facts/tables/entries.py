"""Pairs each cell of a table with its model and with what its header says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.facts.tables.headers import OTHER, Column, Kind, read_column
from corpus.facts.tables.readings import is_nothing, note
from corpus.facts.tables.shifted import is_shifted
from corpus.facts.tables.subjects import Subject, subjects
from corpus.facts.tables.types import Cell, Grid, Row
from corpus.facts.types import Attribute
from corpus.names import Names

_MOST_ASKED = 40  # rows from which it is told which column names the models


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell with its models, the header cells that say what it holds, what its row is limited to, the
    remark on it, who serves the models where that is not who made them, and the row's status."""

    cell: Cell
    subjects: tuple[Subject, ...]
    headers: tuple[Cell, ...]
    column: Column
    tier: Cell | None = None
    remark: Cell | None = None
    host: Cell | None = None
    status: Cell | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The header cells of one column, from the top, and what they say together."""

    cells: tuple[Cell, ...]
    column: Column

    @property
    def text(self) -> str:
        """The words of all its cells."""
        return " ".join(cell.text for cell in self.cells)


def heads(grid: Grid, names: Names) -> list[Head]:
    """Reads the header of every column; the rows of a header of several rows are read together."""
    found = []
    for index in range(grid.width):
        cells: list[Cell] = []
        for row in grid.header:
            cell = at(row, index)
            if cell is not None and cell.text and cell not in cells:
                cells.append(cell)
        found.append(Head(tuple(cells), read_column(" ".join(c.text for c in cells), names)))
    return found


def at(row: Row, index: int | None) -> Cell | None:
    """The cell in a column, None where the row is too short or there is no such column."""
    return row[index] if index is not None and index < len(row) else None


def entries(grid: Grid, names: Names) -> list[Entry]:
    """Returns the cells that a model and an attribute can be found for; none where the table tells no models."""
    header = heads(grid, names)
    if (column := _model_column(grid, header, names)) is not None:
        return list(_by_rows(grid, header, column, names))
    models = [_named_by(head, names) for head in header]
    first = next((i for i, found in enumerate(models) if found), None)
    if first is None or first == 0:
        return []
    return list(_by_columns(grid, models, first, names))


def _model_column(grid: Grid, header: Sequence[Head], names: Names) -> int | None:
    """The column that names the models: the one that says so, or else the first of whose cells most do."""
    for index, head in enumerate(header):
        if head.column.kind is Kind.MODEL and _share(grid, index, names, headed=True) > 0:
            return index
    if not any(head.column.kind in _VALUED for head in header):
        return None
    for index, head in enumerate(header[:3]):
        known = head.column.kind in (Kind.STATED, Kind.SCORE, Kind.BENCHMARKS, Kind.VALUE, Kind.EVENT)
        if not known and _share(grid, index, names) >= 0.5 and not subjects(_last(head), names):
            return index
    return None


_MAKER = (Attribute.DEVELOPER,)


def _named_by(head: Head, names: Names) -> tuple[Subject, ...]:
    """The models that a header names; what stands below them in it ("high") limits their values."""
    for number, cell in enumerate(head.cells):
        if found := subjects(cell, names):
            below = "; ".join(other.text for other in head.cells[number + 1 :])
            return tuple(replace(s, note=note("; ".join(filter(None, (s.note, below))))) for s in found)
    return ()


_VALUED = (Kind.STATED, Kind.PRICE, Kind.FLOW, Kind.SCORE)


def _last(head: Head) -> Cell | None:
    return head.cells[-1] if head.cells else None


def _share(grid: Grid, index: int, names: Names, headed: bool = False) -> float:
    """The share of a column's cells that name models, of those that hold anything."""
    cells = [
        cell for row in grid.rows[:_MOST_ASKED] if (cell := at(row, index)) and not is_nothing(cell.text)
    ]
    return sum(bool(subjects(cell, names, headed)) for cell in cells) / len(cells) if cells else 0.0


def _by_rows(grid: Grid, header: Sequence[Head], column: int, names: Names) -> Iterator[Entry]:
    """Models stand in a column; a row whose model cell is blank goes on about the row above it."""
    headed = header[column].column.kind is Kind.MODEL
    tier_at, remark_at, benchmark_at = (_of_kind(header, k) for k in (Kind.TIER, Kind.NOTE, Kind.BENCHMARKS))
    current: tuple[Subject, ...] = ()
    columns = [head.column for head in header]
    for row in grid.rows:
        cell = at(row, column)
        if _is_section(row):
            current = ()
        elif cell is not None and (cell.text.strip() or cell.struck):
            current = subjects(cell, names, headed)
        if not current or _made_by_others(row, header, current, names) or is_shifted(row, columns):
            continue
        tier, remark, named = (at(row, where) for where in (tier_at, remark_at, benchmark_at))
        status = at(row, _of_kind(header, Kind.STATUS))
        host = _host(at(row, _of_kind(header, Kind.PROVIDER)), current, names)
        for index, head in enumerate(header):
            value = at(row, index)
            if index != column and value is not None and not is_nothing(value.text):
                entry = Entry(value, current, head.cells, head.column, tier, remark, host, status)
                yield _scored(entry, named, names) if head.column.kind is Kind.SCORE and named else entry


def _of_kind(header: Sequence[Head], kind: Kind) -> int | None:
    return next((i for i, head in enumerate(header) if head.column.kind is kind), None)


def _made_by_others(row: Row, header: Sequence[Head], current: Sequence[Subject], names: Names) -> bool:
    """Whether a row names another maker than the model's: then another model of that name is meant."""
    cell = next((at(row, i) for i, h in enumerate(header) if h.column.attributes == _MAKER), None)
    makers = {mention.name for mention in names.organisations(cell.text)} if cell is not None else set()
    provided = cell is not None and _of_kind(header, Kind.PROVIDER) is not None
    return bool(makers) and not provided and all(s.model.developer not in {*makers, None} for s in current)


def _host(cell: Cell | None, current: Sequence[Subject], names: Names) -> Cell | None:
    """A provider's cell, where it does not name who made all of the models."""
    if cell is None or is_nothing(cell.text):
        return None
    makers = {mention.name for mention in names.organisations(cell.text)}
    word = cell.text.lower().strip()
    own = ((s.model.developer or "").lower() for s in current)
    return None if all(maker in map(str.lower, makers) or maker.startswith(word) for maker in own) else cell


def _scored(entry: Entry, named: Cell, names: Names) -> Entry:
    """A score whose benchmark another cell of the row names."""
    column = read_column(named.text, names)
    if column.benchmark is None:
        return Entry(entry.cell, entry.subjects, entry.headers, OTHER)
    return Entry(entry.cell, entry.subjects, (*entry.headers, named), column)


def _is_section(row: Row) -> bool:
    """Whether a row only divides the table: one text in all of its cells, or in one of several."""
    filled = {cell.text for cell in row if cell is not None and cell.text}
    return len(row) > 1 and len(filled) == 1


def _by_columns(
    grid: Grid, models: Sequence[tuple[Subject, ...]], first: int, names: Names
) -> Iterator[Entry]:
    """Models stand in the header; a cell before the first of them says what its row holds."""
    for row in grid.rows:
        if _is_section(row) or not (label := _label(row, first, names)):
            continue
        cell, column = label
        for index in range(first, len(models)):
            value = at(row, index)
            if models[index] and value is not None and not is_nothing(value.text):
                yield Entry(value, models[index], (cell,), column)


def _label(row: Row, first: int, names: Names) -> tuple[Cell, Column] | None:
    """The cell that says what a row holds; a remark beside it ("5-shot") limits the values."""
    label: tuple[Cell, Column] | None = None
    for cell in row[:first]:
        if cell is not None and (column := read_column(cell.text, names)) != OTHER:
            label = (cell, column)
    if label is None and row and row[0] is not None and row[0].text:
        label = (row[0], OTHER)
    return label
