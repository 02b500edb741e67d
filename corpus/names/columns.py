"""The cells of a text's tables that hold models' names: below a header "model", or beside attributes."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.names.introductions import Introductions

_SHORT = 40  # a cell that is a name is no longer
_MOST_CELLS = 60
_MOST_ROWS = 5_000
_ENOUGH = 2  # headers that speak of models' attributes
_TABLE = re.compile(r"<table\b", re.I)
_HTML_ROW = re.compile(r"<tr\b", re.I)
_HTML_CELL = re.compile(r"<t[dh]\b[^<>]{0,120}>", re.I)
_TAG = re.compile(r"<[^<>]{0,200}>|</t[dh]")
_MARKS = re.compile(r"[*`_\[\]]|</?[a-z]{1,8}>")
_BRACKETS = re.compile(r"\([^()]{0,60}\)|（[^（）]{0,60}）")
_RULE = re.compile(r"[ |:\-]{3,2000}\Z")
_JOINED = re.compile(r"(?:AI )?(?:Model|模型|モデル|모델)(?: ?[Nn]ame|名称|名)? ?(?=\S)")


@dataclass(frozen=True, slots=True)
class NameCell:
    """A cell that should hold a model's name. `certain` says that the headers leave no doubt, so that a name
    without a number is one too; `begins` that other cells ran on behind it."""

    text: str
    certain: bool = False
    begins: bool = False


def name_cells(words: Introductions, is_measure: Callable[[str], bool], text: str) -> Iterator[NameCell]:
    """Yields the cells of all tables of a text that should hold models' names. `is_measure` says whether a
    header names a benchmark."""
    for rows in _tables(text):
        yield from _of_table(words, is_measure, rows)
    yield from _of_lines(words, is_measure, text)


def _tables(text: str) -> Iterator[list[list[str]]]:
    if "|" in text:
        yield from _pipe_tables(text)
    starts = [match.start() for match in _TABLE.finditer(text)]
    for start, stop in pairwise([*starts, len(text)]):
        end = text.find("</table", start, stop)
        if end > 0:
            rows = _HTML_ROW.split(text[start:end])[1:_MOST_ROWS]
            yield [
                [_plain(_TAG.sub("", cell)) for cell in _HTML_CELL.split(row)[1:_MOST_CELLS]] for row in rows
            ]


def _pipe_tables(text: str) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in text.split("\n"):
        if "|" in line[:400] and len(rows) < _MOST_ROWS:
            if not _RULE.match(line[:2000]):
                rows.append(
                    [_plain(cell) for cell in line[:4000].strip().strip("|").split("|")[:_MOST_CELLS]]
                )
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _plain(cell: str) -> str:
    return _MARKS.sub("", cell[:200]).strip()


def _of_table(
    words: Introductions, is_measure: Callable[[str], bool], rows: Sequence[Sequence[str]]
) -> Iterator[NameCell]:
    if len(rows) < 2 or any(words.hardware.search(cell) for cell in rows[0]):
        return
    header = rows[0]
    at = next((i for i, cell in enumerate(header) if cell.lower() in words.header), None)
    telling = _telling(words, is_measure, header)
    beside = _telling(words, is_measure, [row[0] for row in rows[1:20] if row])
    if at is None and beside < _ENOUGH <= telling and not header[0]:
        at = 0
    if at is not None and (telling or header[at].lower() not in {"name", "名称"}):
        certain = telling >= _ENOUGH
        for row in rows[1:]:
            uneven = len(row) < len(header)  # a cell above spans this row too
            for cell in row[: at + 1] if uneven else row[at : at + 1]:
                yield from _cells(cell, certain=certain and not uneven)
    elif beside >= _ENOUGH:
        for cell in header[1:]:
            yield from _cells(cell, certain=header[0].lower() in words.header)
    if at == 0 and beside >= _ENOUGH:
        for cell in header[1:]:
            yield from _cells(cell, certain=True)


def _cells(cell: str, *, certain: bool) -> Iterator[NameCell]:
    for name in re.split(r" ?[,、/] ", cell):
        if 1 < len(name) <= _SHORT:
            yield NameCell(_BRACKETS.sub("", name).strip(), certain)


def _telling(words: Introductions, is_measure: Callable[[str], bool], cells: Sequence[str]) -> int:
    """How many different attributes the cells name."""
    shown = {_BRACKETS.sub("", cell).strip().lower() for cell in cells if len(cell) <= 2 * _SHORT}
    return sum(1 for cell in shown if words.telling.search(cell) or is_measure(cell))


def _of_lines(words: Introductions, is_measure: Callable[[str], bool], text: str) -> Iterator[NameCell]:
    """Yields names in tables whose cells ran together, or stand on a line each."""
    lines = [line.strip() for line in text.split("\n")]
    done = 0
    for at, line in enumerate(lines):
        if at < done:
            continue
        if line.lower() in words.header and _telling(words, is_measure, lines[at + 1 : at + 9]) >= _ENOUGH:
            cells = list(_stacked(lines, at + 1))
            done = at + len(cells)  # the rest of the table is read
            yield from cells
        elif (
            len(line) <= 2 * _SHORT
            and (joined := _JOINED.match(line))
            and words.telling.match(line[joined.end() :])
        ):
            cells = list(_run_on(lines, at + 1))
            done = at + len(cells)
            yield from cells


def _stacked(lines: Sequence[str], at: int) -> Iterator[NameCell]:
    for line in lines[at : at + _MOST_ROWS]:
        if len(line) > _SHORT:
            return
        if len(line) > 1:
            yield NameCell(line)


def _run_on(lines: Sequence[str], at: int) -> Iterator[NameCell]:
    for line in lines[at : at + _MOST_ROWS]:
        if not line or len(line) > 4 * _SHORT:
            return
        yield NameCell(line, begins=True)
