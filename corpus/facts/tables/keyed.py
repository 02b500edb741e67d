"""Tables of one model: the first column names what the second one holds."""

from collections.abc import Sequence

from corpus.facts.tables.entries import Entry, at
from corpus.facts.tables.headers import Column, Kind, read_column
from corpus.facts.tables.readings import is_nothing
from corpus.facts.tables.subjects import Subject, subjects
from corpus.facts.tables.types import Cell, Grid, Row
from corpus.facts.types import Span
from corpus.names import Names

_VALUED = (Kind.STATED, Kind.PRICE, Kind.FLOW, Kind.DATE)


def keyed_entries(text: str, grid: Grid, names: Names) -> list[Entry]:
    """Returns the cells of a table of two columns, attributes and values, whose one model its own rows or the
    heading above it name; none where it is no such table, or more than one model could be meant."""
    if grid.width != 2 or not _is_keyed(grid, names):
        return []
    rows = [row for row in (*grid.header, *grid.rows) if at(row, 0) and at(row, 1)]
    read = [(row, read_column(row[0].text, names)) for row in rows if row[0] is not None]
    if sum(column.kind in _VALUED for _, column in read) < 1:
        return []
    found = _subject(text, grid, read, names)
    return [_entry(row, column, found) for row, column in read if _is_stated(row, column)] if found else []


def _is_keyed(grid: Grid, names: Names) -> bool:
    """Whether the header is one of attributes and values, or is itself such a row, or is blank."""
    if not grid.header:
        return True
    first, second = at(grid.header[-1], 0), at(grid.header[-1], 1)
    left = read_column(first.text, names).kind if first is not None else Kind.OTHER
    right = read_column(second.text, names).kind if second is not None else Kind.OTHER
    if subjects(second, names):
        return left in (Kind.MODEL, Kind.NAME)
    blank = first is None or is_nothing(first.text)
    return blank or left is Kind.KEY or right is Kind.VALUE or (left in _VALUED and right is Kind.OTHER)


def _is_stated(row: Row, column: Column) -> bool:
    return column.kind in _VALUED and row[1] is not None and not is_nothing(row[1].text)


def _entry(row: Row, column: Column, found: Subject) -> Entry:
    label, value = row[0], row[1]
    if label is None or value is None:
        raise ValueError("a row of attributes and values has two cells")
    return Entry(value, (found,), (label,), column)


def _subject(text: str, grid: Grid, read: Sequence[tuple[Row, Column]], names: Names) -> Subject | None:
    """The one model that a row "Model" names, or else the nearest heading that names any. Where both do and
    the row names several, the heading's counts if it is one of them."""
    named = _named(read, names)
    if len(named) == 1:
        return named[0]
    for start, end in grid.around.headings:
        if above := _in_heading(text, (start, end), names):
            keys = {subject.model.key for subject in named}
            return above[0] if len(above) == 1 and (not keys or above[0].model.key in keys) else None
    return None


def _named(read: Sequence[tuple[Row, Column]], names: Names) -> list[Subject]:
    found: dict[str, Subject] = {}
    for row, column in read:
        cell: Cell | None = row[1]
        if column.kind in (Kind.MODEL, Kind.NAME):
            for subject in subjects(cell, names, headed=column.kind is Kind.MODEL):
                found.setdefault(subject.model.key, subject)
    return list(found.values())


def _in_heading(text: str, heading: Span, names: Names) -> list[Subject]:
    found: dict[str, Subject] = {}
    for mention in names.mentions(text, *heading):
        if mention.model.versioned:
            found.setdefault(mention.model.key, Subject(mention.model, (mention.start, mention.end)))
    return list(found.values())
