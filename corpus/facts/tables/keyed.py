"""Tables of one model: one column names what another one holds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.facts.tables.entries import Entry
from corpus.facts.tables.headers import OTHER, Column, Kind, read_column
from corpus.facts.tables.heading import model_above
from corpus.facts.tables.heads import at
from corpus.facts.tables.readings import is_nothing
from corpus.facts.tables.subjects import Subject, subjects
from corpus.facts.tables.types import Cell, Grid
from corpus.facts.types import Attribute
from corpus.names import Names

_VALUED = (Kind.STATED, Kind.PRICE, Kind.FLOW, Kind.DATE)
_KEYS, _VALUES = (Kind.KEY, Kind.BENCHMARKS), (Kind.VALUE, Kind.SCORE)
_WIDEST = 5
# what a family's members may have in common, where a table of them gives one value
_SHARED = (
    Attribute.CONTEXT_WINDOW,
    Attribute.INPUT_LIMIT,
    Attribute.OUTPUT_LIMIT,
    Attribute.DEVELOPER,
    Attribute.LICENCE,
    Attribute.OPEN_WEIGHTS,
    Attribute.MODALITIES,
)


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A row's label, its value, and what the label says."""

    label: Cell
    value: Cell
    column: Column


def keyed_entries(text: str, grid: Grid, names: Names) -> list[Entry]:
    """Returns the cells of a table of attributes, or of benchmarks, and their values, whose one model its own
    rows or the words above it name; none where it is no such table, or more than one model could be meant."""
    read = _lying(grid, names) or _standing(grid, names)
    if not any(row.column.kind in _VALUED for row in read):
        return []
    found = _subjects(text, grid, read, names)
    rows = [row for row in read if row.column.kind in _VALUED and not is_nothing(row.value.text)]
    if len(found) > 1:
        rows = [row for row in rows if row.column.attributes and row.column.attributes[0] in _SHARED]
    return [Entry(row.value, found, (row.label,), row.column) for row in rows if found]


def _lying(grid: Grid, names: Names) -> list[_Keyed]:
    """The columns of a table of a single row, where all of them state attributes, and at least one a score."""
    columns = _columns(grid, names)
    scored = any(column.benchmark for column in columns)
    if len(grid.rows) != 1 or not scored or any(column.kind is not Kind.STATED for column in columns):
        return []
    pairs = zip(grid.header[-1], grid.rows[0], columns, strict=False)
    return [_Keyed(label, value, column) for label, value, column in pairs if label and value]


def _standing(grid: Grid, names: Names) -> list[_Keyed]:
    """The rows of a table of labels and values."""
    places = _places(grid, names)
    if places is None:
        return []
    columns = _columns(grid, names)
    percent = places[1] < len(columns) and columns[places[1]].percent
    return _rows(grid, places, percent, names)


def _places(grid: Grid, names: Names) -> tuple[int, int] | None:
    """Which column holds the labels, and which the values."""
    if grid.width == 2:
        return (0, 1) if _is_keyed(grid, names) else None
    if not grid.header or not 2 < grid.width <= _WIDEST:
        return None
    columns = [column.kind for column in _columns(grid, names)]
    keys = [i for i, kind in enumerate(columns) if kind in _KEYS]
    values = [i for i, kind in enumerate(columns) if kind in _VALUES]
    others = {kind for i, kind in enumerate(columns) if i not in (*keys, *values)}
    named = any(subjects(cell, names) for cell in grid.header[-1])
    if len(values) != 1 or not keys or keys[-1] > values[0] or named:
        return None
    return (keys[-1], values[0]) if others <= {Kind.NOTE, Kind.OTHER} else None


def _columns(grid: Grid, names: Names) -> list[Column]:
    cells = grid.header[-1] if grid.header else ()
    return [read_column(cell.text, names) if cell is not None else OTHER for cell in cells]


def _is_keyed(grid: Grid, names: Names) -> bool:
    """Whether the header of two columns is one of attributes and values, or of benchmarks and scores, or is
    itself such a row, or is blank."""
    if not grid.header:
        return True
    first, second = at(grid.header[-1], 0), at(grid.header[-1], 1)
    left = read_column(first.text, names).kind if first is not None else Kind.OTHER
    right = read_column(second.text, names).kind if second is not None else Kind.OTHER
    if subjects(second, names):
        return left in (Kind.MODEL, Kind.NAME)
    blank = first is None or is_nothing(first.text)
    if left in _KEYS or right is Kind.VALUE or (left in _VALUED and right is Kind.OTHER):
        return True
    return blank or (right is Kind.SCORE and bool(subjects(first, names)))


def _rows(grid: Grid, places: tuple[int, int], percent: bool, names: Names) -> list[_Keyed]:
    found = []
    for row in (*grid.header, *grid.rows):
        label, value = at(row, places[0]), at(row, places[1])
        if label is not None and value is not None:
            column = read_column(label.text, names)
            found.append(_Keyed(label, value, replace(column, percent=column.percent or percent)))
    return found


def _subjects(text: str, grid: Grid, read: Sequence[_Keyed], names: Names) -> tuple[Subject, ...]:
    """The one model that a row "Model" names, or the header, or else the words above the table. Where a row
    names several, the one above counts if it is one of them; else all, if they are the family above."""
    named = _named(grid, read, names)
    if len(named) == 1:
        return tuple(named)
    above = model_above(text, grid.around, names)
    keys = {subject.model.key for subject in named}
    if above is not None and (not keys or above.model.key in keys):
        return (above,)
    families = {subject.model.family for subject in named}
    return tuple(named) if len(families) == 1 and families == _families_above(text, grid, names) else ()


def _families_above(text: str, grid: Grid, names: Names) -> set[str]:
    """The families that the nearest heading with any names speaks of."""
    spoken = ({m.model.family for m in names.mentions(text, *span)} for span in grid.around.headings)
    return next((families for families in spoken if families), set())


def _named(grid: Grid, read: Sequence[_Keyed], names: Names) -> list[Subject]:
    found: dict[str, Subject] = {}
    corner = at(grid.header[-1], 0) if grid.header else None
    for subject in subjects(corner, names):
        found.setdefault(subject.model.key, subject)
    for row in read:
        if row.column.kind in (Kind.MODEL, Kind.NAME):
            for subject in subjects(row.value, names, headed=row.column.kind is Kind.MODEL):
                found.setdefault(subject.model.key, subject)
    return list(found.values())
