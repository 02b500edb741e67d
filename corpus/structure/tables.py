"""Tables: where their rows lie, and what their header says."""

import html
import re
from collections.abc import Iterator

from corpus.structure.headings import clip, plain
from corpus.structure.lines import Lines, is_separator
from corpus.structure.types import Header, Span

_LONGEST_HEADER = 400
_OPEN = re.compile(r"<table\b", re.IGNORECASE)
_CLOSE = re.compile(r"</table\s{0,9}>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_CELL = re.compile(r"<t[hd]\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>|</t\w{0,9}")  # some close a cell with "</th" alone


def is_pipe_table(lines: Lines, number: int) -> bool:
    """Whether a Markdown table starts here: a header row, and below it the line of dashes."""
    return (
        number + 1 < len(lines)
        and "|" in lines.line(number)
        and lines.follows(number + 1)
        and is_separator(lines.line(number + 1))
    )


def pipe_table_end(lines: Lines, number: int) -> int:
    """Returns the number of the first line after the Markdown table that starts at `number`."""
    end = number + 2
    while end < len(lines) and lines.follows(end) and "|" in lines.line(end):
        end += 1
    return end


def pipe_header(lines: Lines, number: int) -> Header:
    """Returns the header of the Markdown table that starts at `number`."""
    cells = (plain(cell) for cell in lines.line(number)[:4000].split("|"))
    return Header(lines.start(number), _joined(cells))


def html_table(text: str, start: int, stop: int) -> Span | None:
    """Returns the first HTML table that opens in ``text[start:stop]`` and is closed, there or later."""
    opened = _OPEN.search(text, start, stop)
    closed = _CLOSE.search(text, opened.end()) if opened else None
    return (opened.start(), closed.end()) if opened and closed else None


def last_html_close(text: str) -> int:
    """Returns where the last HTML table closes (0: none does), so that no search for it runs in vain."""
    return max((close.end() for close in _CLOSE.finditer(text)), default=0)


def html_rows(text: str, table: Span) -> Iterator[Span]:
    """Yields the rows of an HTML table; what stands before the first belongs to it."""
    begin, end = table
    opened = False
    for row in _ROW.finditer(text, *table):
        if opened:
            yield begin, row.start()
            begin = row.start()
        opened = True
    yield begin, end


def html_header(text: str, row: Span) -> Header:
    """Returns the cells of an HTML table's first row; one cell alone is a caption, no header."""
    start, end = row
    cells = [_words(cell) for cell in _CELL.split(text[start : min(end, start + 8000)])[1:]]
    return Header(start, _joined(cells) if len(cells) > 1 else "")


def _words(cell: str) -> str:
    return clip(" ".join(html.unescape(_TAG.sub(" ", cell)).split()), 120)


def _joined(cells: Iterator[str] | list[str]) -> str:
    return clip(" | ".join(cell for cell in cells if cell), _LONGEST_HEADER)
