"""Members of a family that a table names apart from it: "Otter 5" in a header or heading, "7B" and "40B" below."""

import re
from dataclasses import replace

from corpus.facts.tables.cells import read_cell
from corpus.facts.tables.readings import is_nothing
from corpus.facts.tables.subjects import Subject, subjects
from corpus.facts.tables.types import Cell, Grid, Row, Surroundings
from corpus.names import Names

_SIZE = re.compile(
    r"\d{1,4}(?:\.\d{1,2})?\s?[BMT](?:[- ]?A\d{1,3}(?:\.\d{1,2})?B)?(?:[- ](?:base|instruct|chat))?",
    re.IGNORECASE,
)
_TIER = re.compile(
    r"(?:(?:pro|max|ultra|plus|mini|nano|micro|tiny|lite|flash|turbo|small|medium|large|xl|air|opus|sonnet|haiku)\s?){1,2}"
    r"(?:[- ](?:base|instruct|chat))?",
    re.IGNORECASE,
)
_FEWEST = 2  # members that make a row of them a header


def member(family: Cell, cell: Cell, names: Names) -> Subject | None:
    """Returns the model that a size or tier in a cell means below the name of its family, None where the cell
    holds anything else."""
    named = subjects(family, names)
    words = cell.text.strip()
    if len(named) != 1 or not (_SIZE.fullmatch(words) or _TIER.fullmatch(words)):
        return None
    model = names.model(f"{named[0].model.name} {words}")
    own = model is not None and model.key != named[0].model.key and model.versioned
    return Subject(model, cell.span) if model and own else None


def family_above(text: str, around: Surroundings, names: Names) -> Cell | None:
    """Returns the one name of a model in the nearest heading that has any, as a cell."""
    for heading in around.headings:
        found = [mention for mention in names.mentions(text, *heading) if mention.model.versioned]
        if found:
            return read_cell(text, found[0].start, found[0].end) if len(found) == 1 else None
    return None


def in_two_storeys(grid: Grid, names: Names) -> Grid:
    """Returns the table with its first row as a part of the header where that row names the members of the
    families in the header: then a blank header cell belongs to the family on its left."""
    if len(grid.header) != 1 or len(grid.rows) < 2:
        return grid
    below = grid.rows[0]
    above = _spread(grid.header[0], below)
    members = [
        member(family, cell, names)
        for family, cell in zip(above, below, strict=False)
        if family is not None and cell is not None and not is_nothing(cell.text)
    ]
    if below[0] is None or below[0].text.strip() or len(members) < _FEWEST or not all(members):
        return grid
    return replace(grid, header=(above, below), rows=grid.rows[1:])


def _spread(header: Row, below: Row) -> Row:
    """The header with its blank cells filled from the left, where a cell stands below them."""
    filled: list[Cell | None] = []
    for number, cell in enumerate(header):
        blank = cell is None or not cell.text.strip()
        under = below[number] if number < len(below) else None
        filled.append(filled[-1] if blank and filled and under is not None and under.text.strip() else cell)
    return tuple(filled)
