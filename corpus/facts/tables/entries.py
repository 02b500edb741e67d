"""Pairs each cell of a table with its model and with what its header says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.facts.tables.headers import OTHER, Column, Kind, read_column
from corpus.facts.tables.heads import Head, at, heads, of_kind
from corpus.facts.tables.members import in_two_storeys, member
from corpus.facts.tables.readings import is_nothing, note
from corpus.facts.tables.rows import grouped, host_of, is_section, made_by_others
from corpus.facts.tables.shifted import is_shifted
from corpus.facts.tables.subjects import Subject, subjects
from corpus.facts.tables.types import Cell, Grid, Row
from corpus.names import Names

_MOST_ASKED = 40  # rows from which it is told which column names the models


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell with its models, the header cells that say what it holds, what its row is limited to, the
    remark on it, who serves the models where that is not who made them, the row's status, and what happened on
    the row's day."""

    cell: Cell
    subjects: tuple[Subject, ...]
    headers: tuple[Cell, ...]
    column: Column
    tier: Cell | None = None
    remark: Cell | None = None
    host: Cell | None = None
    status: Cell | None = None
    event: Cell | None = None


def entries(grid: Grid, names: Names, family: Cell | None = None) -> list[Entry]:
    """Returns the cells that a model and an attribute can be found for; none where the table tells no models.
    `family` is the name in the heading whose members the table may be of."""
    grid = in_two_storeys(grid, names)
    header = heads(grid, names)
    if (column := _model_column(grid, header, names)) is not None:
        return list(_by_rows(grid, header, column, names))
    if family is not None and _are_members(grid, header, family, names):
        return list(_by_rows(grid, header, 0, names, family))
    named = [_named_by(head, names) for head in header]
    named = named if any(named) or family is None else _members(header, family, names)
    models = [() if _is_ambiguous(grid, header, index) else one for index, one in enumerate(named)]
    first = next((i for i, found in enumerate(models) if found), None)
    if first is None or first == 0:
        return []
    return list(_by_columns(grid, models, first, names))


def _are_members(grid: Grid, header: Sequence[Head], family: Cell, names: Names) -> bool:
    """Whether the first column names nothing but members of the family above the table, each once."""
    cells = [cell for row in grid.rows if (cell := at(row, 0)) and cell.text.strip()]
    found = {one.model.key for cell in cells if (one := member(family, cell, names))}
    valued = any(head.column.kind in _VALUED for head in header[1:])
    return valued and len(cells) > 1 and len(found) == len(cells)


def _members(header: Sequence[Head], family: Cell, names: Names) -> list[tuple[Subject, ...]]:
    """The models of columns that are headed by nothing but members of the family above the table."""
    found = [member(family, head.cells[0], names) if len(head.cells) == 1 else None for head in header]
    if not header or len(found) < 3 or not all(found[1:]):
        return [() for _ in header]
    return [(replace(one, above=family),) if one else () for one in found]


def _is_ambiguous(grid: Grid, header: Sequence[Head], index: int) -> bool:
    """Whether the column right of a model's has values and no header: then the name stands over both, and it
    is not told whose value is whose."""
    if index + 1 >= len(header) or header[index + 1].cells:
        return False
    cells = (at(row, index + 1) for row in grid.rows if not is_section(row))
    return any(cell is not None and not is_nothing(cell.text) for cell in cells)


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


def _named_by(head: Head, names: Names) -> tuple[Subject, ...]:
    """The models that a header names; what stands below them in it ("high") limits their values."""
    for number, cell in enumerate(head.cells):
        if found := subjects(cell, names):
            rest = head.cells[number + 1 :]
            if len(rest) == 1 and (one := member(cell, rest[0], names)):
                return (replace(one, above=cell),)
            below = "; ".join(other.text for other in rest)
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


def _by_rows(
    grid: Grid, header: Sequence[Head], column: int, names: Names, family: Cell | None = None
) -> Iterator[Entry]:
    """Models stand in a column, or members of the `family`; a row whose model cell is blank goes on about the
    row above it."""
    headed = header[column].column.kind is Kind.MODEL
    tier_at, remark_at, benchmark_at = (of_kind(header, k) for k in (Kind.TIER, Kind.NOTE, Kind.BENCHMARKS))
    current: tuple[Subject, ...] = ()
    columns = [head.column for head in header]
    for row in grouped(grid, header, column, names):
        cell = at(row, column)
        if is_section(row):
            current = ()
        elif cell is not None and (cell.text.strip() or cell.struck):
            one = member(family, cell, names) if family else None
            current = (replace(one, above=family),) if one else subjects(cell, names, headed)
        if not current or made_by_others(row, header, current, names) or is_shifted(row, columns):
            continue
        tier, remark, named = (at(row, where) for where in (tier_at, remark_at, benchmark_at))
        status, event = (at(row, of_kind(header, kind)) for kind in (Kind.STATUS, Kind.EVENT))
        host = host_of(at(row, of_kind(header, Kind.PROVIDER)), current, names)
        for index, head in enumerate(header):
            value = at(row, index)
            if index != column and value is not None and not is_nothing(value.text):
                entry = Entry(value, current, head.cells, head.column, tier, remark, host, status, event)
                yield _scored(entry, named, names) if head.column.kind is Kind.SCORE and named else entry


def _scored(entry: Entry, named: Cell, names: Names) -> Entry:
    """A score whose benchmark another cell of the row names."""
    column = read_column(named.text, names)
    if column.benchmark is None:
        return Entry(entry.cell, entry.subjects, entry.headers, OTHER)
    return Entry(entry.cell, entry.subjects, (*entry.headers, named), column)


def _by_columns(
    grid: Grid, models: Sequence[tuple[Subject, ...]], first: int, names: Names
) -> Iterator[Entry]:
    """Models stand in the header; a cell before the first of them says what its row holds."""
    for row in grid.rows:
        if is_section(row) or not (label := _label(row, first, names)):
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
