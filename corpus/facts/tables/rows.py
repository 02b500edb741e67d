"""What the rows of a table of models share: who made or serves them, and cells that hold for several rows."""

from collections.abc import Iterator, Sequence

from corpus.facts.tables.headers import Kind
from corpus.facts.tables.heads import Head, at, of_kind
from corpus.facts.tables.readings import is_nothing
from corpus.facts.tables.subjects import Subject, subjects
from corpus.facts.tables.types import Cell, Grid, Row
from corpus.facts.types import Attribute
from corpus.names import Names

_MAKER = (Attribute.DEVELOPER,)
_OF_GROUPS = ((Attribute.DEVELOPER,), (Attribute.LICENCE,))


def is_section(row: Row) -> bool:
    """Whether a row only divides the table: one text in all of its cells, or in one of several."""
    filled = {cell.text for cell in row if cell is not None and cell.text}
    return len(row) > 1 and len(filled) == 1


def grouped(grid: Grid, header: Sequence[Head], column: int, names: Names) -> Iterator[Row]:
    """Yields the rows, a blank maker or licence before the model's name being the one above it, as where a
    cell over several rows was flattened; not a maker that did not make the model."""
    above: Cell | None = None
    for row in grid.rows:
        first = at(row, 0)
        if column == 0 or header[0].column.attributes not in _OF_GROUPS or is_section(row):
            above = None
            yield row
            continue
        named = at(row, column)
        if first is not None and first.text.strip():
            above = first
        elif above is not None and named is not None and named.text.strip():
            filled = (above, *row[1:])
            if not made_by_others(filled, header, subjects(named, names), names):
                yield filled
                continue
        yield row


def made_by_others(row: Row, header: Sequence[Head], current: Sequence[Subject], names: Names) -> bool:
    """Whether a row names another maker than the model's: then another model of that name is meant."""
    cell = next((at(row, i) for i, h in enumerate(header) if h.column.attributes == _MAKER), None)
    makers = {mention.name for mention in names.organisations(cell.text)} if cell is not None else set()
    provided = cell is not None and of_kind(header, Kind.PROVIDER) is not None
    return bool(makers) and not provided and all(s.model.developer not in {*makers, None} for s in current)


def host_of(cell: Cell | None, current: Sequence[Subject], names: Names) -> Cell | None:
    """A provider's cell, where it does not name who made all of the models."""
    if cell is None or is_nothing(cell.text):
        return None
    makers = {mention.name for mention in names.organisations(cell.text)}
    word = cell.text.lower().strip()
    own = ((s.model.developer or "").lower() for s in current)
    return None if all(maker in map(str.lower, makers) or maker.startswith(word) for maker in own) else cell
