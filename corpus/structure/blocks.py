"""An article's blocks in order: headings, paragraphs, list items, table rows and code, with their headings."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.structure.announcing import announces, is_bare_title
from corpus.structure.layout import Heading, Layout
from corpus.structure.lines import is_row, is_rule, item_marker
from corpus.structure.tables import html_header, html_rows, is_pipe_table, pipe_header, pipe_table_end
from corpus.structure.types import Block, Kind, Path

_LONGEST_RUN = 500  # lines; a longer paragraph goes on as another, so that none is read far beyond the cap


def blocks(text: str, body: int) -> Iterator[Block]:
    """Yields the blocks of ``text[body:]``; together they hold every character that is not white space.

    A line that only draws a line joins the block before it.
    """
    held: Block | None = None
    for block in _Reader(text, body).read():
        if held is not None and block.group == held.group and is_rule(text[block.start : block.end][:200]):
            held = replace(held, end=block.end)
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


class _Reader:
    """Walks down the lines once; each `_…` method yields one construct and moves to the line after it."""

    def __init__(self, text: str, body: int) -> None:
        self.text = text
        self.layout = Layout(text, body)
        self.lines = self.layout.lines
        self.code = self.layout.code.pairs
        self.at = 0
        self.offset = body
        self.stack: list[tuple[int, str]] = []
        self.group = 0
        self.listing = False

    @property
    def path(self) -> Path:
        return tuple(title for _, title in self.stack if title)

    def read(self) -> Iterator[Block]:
        while self.at < len(self.lines):
            start = max(self.offset, self.lines.start(self.at))
            if start >= self.lines.end(self.at):
                self.at += 1
                continue
            yield from self._construct(start)

    def _construct(self, start: int) -> Iterator[Block]:
        number, whole_line = self.at, start == self.lines.start(self.at)
        if number in self.code:
            return self._fence(start)
        if table := self.layout.html_table_from(number, start):
            return self._html_table(start, table)
        line = self.text[start : self.lines.end(number)]
        if (
            heading := self.layout.heading_at(number)
            if whole_line
            else self.layout.heading_behind(number, line)
        ):
            return self._heading(start, heading)
        if whole_line and is_pipe_table(self.lines, number):
            return self._pipe_table(start)
        if is_rule(line[:200]) and is_rule(line):
            return self._rule(start)
        if is_row(line):
            return self._row(start)
        return self._item(start) if item_marker(line) else self._paragraph(start)

    def _block(self, start: int, end: int, kind: Kind, leads: bool = False) -> Block:
        return Block(start, end, kind, self.path, self.group, leads)

    def _fence(self, start: int) -> Iterator[Block]:
        last = self.code[self.at]
        self._new_group()
        self.at = last + 1
        yield self._block(start, self.lines.end(last), Kind.CODE)

    def _heading(self, start: int, heading: Heading) -> Iterator[Block]:
        level, title, after = heading
        while self.stack and self.stack[-1][0] >= level:
            self.stack.pop()
        self.stack.append((level, title))
        self._new_group()
        self.at = after
        yield self._block(start, self.lines.end(after - 1), Kind.HEADING, leads=True)

    def _rule(self, start: int) -> Iterator[Block]:
        """In the group of the block before it, which takes it in."""
        self.at += 1
        while (
            self.at < len(self.lines) and is_rule(self.lines.line(self.at)[:200]) and self.at not in self.code
        ):
            self.at += 1
        yield self._block(start, self.lines.end(self.at - 1), Kind.PROSE, leads=True)

    def _pipe_table(self, start: int) -> Iterator[Block]:
        self._new_group()
        header = pipe_header(self.lines, self.at)
        first, end = self.at, pipe_table_end(self.lines, self.at)
        self.at = end
        yield replace(self._block(start, self.lines.end(first + 1), Kind.ROW, leads=True), header=header)
        for row in range(first + 2, end):
            yield replace(self._block(self.lines.start(row), self.lines.end(row), Kind.ROW), header=header)

    def _html_table(self, start: int, table: tuple[int, int]) -> Iterator[Block]:
        """What stands before the table on its line is a paragraph; what stands behind it is read next."""
        if start < table[0] and self.text[start : table[0]].strip():
            self._new_group()
            yield self._trimmed(start, table[0], Kind.PROSE)
        self._new_group()
        rows = html_rows(self.text, table)
        first = next(rows)
        header = html_header(self.text, first)
        yield replace(self._trimmed(*first, Kind.ROW, leads=True), header=header)
        for row in rows:
            yield replace(self._trimmed(*row, Kind.ROW), header=header)
        self.offset = self._skip_space(table[1])
        self.at = max(self.at, self.lines.at(self.offset + 1) - 1)

    def _row(self, start: int) -> Iterator[Block]:
        self._new_group(still=self.lines.follows(self.at) and is_row(self.lines.line(self.at - 1)))
        self.at += 1
        yield self._block(start, self.lines.end(self.at - 1), Kind.ROW)

    def _item(self, start: int) -> Iterator[Block]:
        self._new_group(still=self.listing)
        self.listing = True
        number = self.at
        self.at = self._item_end(number)
        end = self.lines.end(self.at - 1)
        below = self.at < len(self.lines) and bool(item_marker(self.lines.line(self.at)[:200]))
        deeper = below and self.lines.indent(self.at) > self.lines.indent(number)
        yield self._block(start, end, Kind.ITEM, leads=deeper or announces(self.text, start, end))

    def _paragraph(self, start: int) -> Iterator[Block]:
        self._new_group()
        self.at += 1
        last = self.at + _LONGEST_RUN
        while self.at < last and self.lines.follows(self.at) and not self.layout.starts_block(self.at):
            self.at += 1
        end = self.lines.end(self.at - 1)
        leads = announces(self.text, start, end) or (
            not self.layout.marked and is_bare_title(self.text, start, end)
        )
        yield self._block(start, end, Kind.PROSE, leads)

    def _item_end(self, number: int) -> int:
        """Continuation lines stand directly below, or indented after a blank line."""
        indent, after = self.lines.indent(number), number + 1
        last = min(len(self.lines), number + _LONGEST_RUN)
        while after < last and not self.layout.starts_block(after):
            if not self.lines.follows(after) and self.lines.indent(after) < indent + 2:
                break
            after += 1
        return after

    def _new_group(self, still: bool = False) -> None:
        self.listing = False
        self.group += not still

    def _trimmed(self, start: int, end: int, kind: Kind, leads: bool = False) -> Block:
        start = self._skip_space(start)
        return self._block(start, start + len(self.text[start:end].rstrip()), kind, leads)

    def _skip_space(self, at: int) -> int:
        while at < len(self.text) and self.text[at].isspace():
            at += 1
        return at
