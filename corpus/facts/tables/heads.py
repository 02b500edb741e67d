"""The columns of a table: their header cells, and what these say."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.facts.tables.headers import Column, Kind, read_column
from corpus.facts.tables.types import Cell, Grid, Row
from corpus.names import Names


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


def of_kind(header: Sequence[Head], kind: Kind) -> int | None:
    """The first column of a kind, None where there is none."""
    return next((i for i, head in enumerate(header) if head.column.kind is kind), None)
