"""Tables scraped with one cell a line: a model's name, below it its values, then the next name."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.facts.quantities import quantities
from corpus.facts.quantity_types import QuantityKind
from corpus.facts.tables.cells import read_cell
from corpus.facts.tables.entries import Entry
from corpus.facts.tables.headers import Column, Kind, read_column
from corpus.facts.tables.joined.pieces import plausible_tokens
from corpus.facts.tables.places import Line
from corpus.facts.tables.states import cues
from corpus.facts.tables.subjects import Subject, subjects
from corpus.facts.tables.types import Cell, Grid, Row, Surroundings
from corpus.facts.types import Attribute, Bound, Span
from corpus.names import Names

_LONGEST_CELL, _LONGEST_NAME, _LONGEST_HEAD = 80, 60, 40
_MOST_CELLS, _FEWEST_RECORDS, _MOST_RECORDS, _MOST_STACKS = 8, 3, 500, 50
_LOOK_BACK = 3  # lines above the first name in which it is told what the numbers are
_WINDOW = Column(Kind.STATED, (Attribute.CONTEXT_WINDOW,))
_MAKER = Column(Kind.PROVIDER, (Attribute.DEVELOPER,))


@dataclass(frozen=True, slots=True)
class _Record:
    """A model's name and the cells below it."""

    name: Cell
    subjects: tuple[Subject, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """A table without a header: where it stands, and its cells as they can be told."""

    span: Span
    entries: tuple[Entry, ...]
    headings: tuple[Span, ...]


def stacked_grids(
    text: str, lines: Sequence[Line], names: Names
) -> tuple[list[Grid], list[Stack], list[str]]:
    """Returns tables with a header as grids, those without as cells, and a warning for each record that has
    another number of cells than its header."""
    grids: list[Grid] = []
    stacks: list[Stack] = []
    warnings: list[str] = []
    for run in _runs(text, lines, names):
        header = _header(text, lines, run[0], names)
        records = _records(text, lines, run, names, len(header) - 1 if header else None)
        if header:
            grids.append(_grid(text, lines[run[0]], header, records, warnings))
        elif (caption := _caption(text, lines, run[0])) and (
            found := _window_entries(records, caption, names)
        ):
            end = max(cell.end for record in records for cell in (record.name, *record.cells))
            stacks.append(Stack((records[0].name.start, end), tuple(found), lines[run[0]].headings))
    return grids, stacks, warnings


def _runs(text: str, lines: Sequence[Line], names: Names) -> list[list[int]]:
    """Finds at least three names with one to eight short lines between each two; returns their numbers."""
    told: dict[str, bool] = {}
    runs: list[list[int]] = []
    run: list[int] = []
    for number, line in enumerate(lines):
        if not _is_name(text, line, names, told):
            continue
        if run and (len(run) >= _MOST_RECORDS or not _are_cells(lines, run[-1] + 1, number)):
            runs.append(run)
            run = []
        run.append(number)
    return [run for run in [*runs, run] if len(run) >= _FEWEST_RECORDS][:_MOST_STACKS]


def _is_name(text: str, line: Line, names: Names, told: dict[str, bool]) -> bool:
    if line.end - line.start > _LONGEST_NAME:
        return False
    words = text[line.start : line.end]
    if words not in told:
        told[words] = bool(subjects(read_cell(text, line.start, line.end), names))
    return told[words]


def _are_cells(lines: Sequence[Line], first: int, last: int) -> bool:
    between = lines[first:last]
    return 1 <= len(between) <= _MOST_CELLS and all(_is_cell(line) for line in between)


def _is_cell(line: Line) -> bool:
    return line.end - line.start <= _LONGEST_CELL and not line.is_heading


def _header(text: str, lines: Sequence[Line], first: int, names: Names) -> list[Cell]:
    """The lines directly above the first name that read as a header, from the one that says "model" on."""
    header: list[Cell] = []
    for number in range(first - 1, max(-1, first - 1 - _MOST_CELLS), -1):
        line = lines[number]
        if line.end - line.start > _LONGEST_HEAD or line.is_heading:
            return []
        header.insert(0, read_cell(text, line.start, line.end))
        kind = read_column(header[0].text, names).kind
        if kind in (Kind.MODEL, Kind.NAME):
            known = [read_column(cell.text, names).kind for cell in header[1:]]
            return header if known and known.count(Kind.OTHER) < len(known) else []
    return []


def _records(
    text: str, lines: Sequence[Line], run: Sequence[int], names: Names, cells: int | None
) -> list[_Record]:
    """Reads names and their cells; the last name takes as many as the header has, or those that the others
    have at most."""
    most = cells or max(after - before - 1 for before, after in pairwise(run))
    last = run[-1] + 1
    while last < min(len(lines), run[-1] + 1 + most) and _is_cell(lines[last]):
        last += 1
    records: list[_Record] = []
    for number, following in pairwise([*run, last]):
        name, *below = (read_cell(text, line.start, line.end) for line in lines[number:following])
        records.append(_Record(name, subjects(name, names), tuple(below)))
    return records


def _grid(text: str, line: Line, header: list[Cell], records: list[_Record], warnings: list[str]) -> Grid:
    rows: list[Row] = []
    for record in records:
        if len(record.cells) == len(header) - 1:
            rows.append((record.name, *record.cells))
        else:
            number = text.count("\n", 0, record.name.start) + 1
            warnings.append(f"Line {number}: this row has another number of cells than its header.")
    end = max([cell.end for record in records for cell in record.cells], default=header[-1].end)
    return Grid(header[0].start, end, (tuple(header),), tuple(rows), Surroundings(line.headings))


def _caption(text: str, lines: Sequence[Line], first: int) -> Cell | None:
    """The nearest line or heading above that speaks of context windows."""
    spans = [(line.start, line.end) for line in reversed(lines[max(0, first - _LOOK_BACK) : first])]
    for start, end in [*spans, *lines[first].headings[:1]]:
        if end - start < 300 and any("context" in cue.kinds for cue in cues().find(text, start, end)):
            return read_cell(text, start, end)
    return None


def _window_entries(records: Sequence[_Record], caption: Cell, names: Names) -> list[Entry]:
    """The first size of each record is its context window, where enough records have one; a size that is only
    about, or one that a later and larger one follows, is not."""
    found: list[Entry] = []
    for record in records:
        sizes = [(cell, size) for cell in record.cells if (size := _size(cell)) is not None]
        if sizes and sizes[0][1] == max(size for _, size in sizes):
            found.append(Entry(sizes[0][0], record.subjects, (caption,), _WINDOW))
    if len(found) < _FEWEST_RECORDS:
        return []
    makers = [
        Entry(cell, record.subjects, (), _MAKER)
        for record in records
        for cell in record.cells
        if names.organisations(cell.text)
    ]
    return [*found, *makers]


def _size(cell: Cell) -> float | None:
    """The number of tokens that is all that a cell holds; None where it is about so many."""
    found = quantities(cell.text)
    if len(found) != 1 or found[0].kind not in (QuantityKind.TOKENS, QuantityKind.PLAIN):
        return None
    rest = cell.text[: found[0].start] + cell.text[found[0].end :]
    amount = found[0].value.number or 0
    if rest.strip() or found[0].value.bound is Bound.ABOUT or cell.text.strip().isdigit():
        return None
    return amount if plausible_tokens(amount) > 0 else None
