"""Where the constructs of an article begin: which lines are code, headings, tables, items."""

from corpus.structure.code import Code
from corpus.structure.headings import atx, has_marked_headings, html_heading, underlined
from corpus.structure.lines import Lines, is_row, is_rule, item_marker
from corpus.structure.outline import outline
from corpus.structure.tables import html_table, is_pipe_table, last_html_close
from corpus.structure.types import Span

Heading = tuple[int, str, int]  # level, title, number of the line after it


class Layout:
    """Answers by line number. `marked`: the text has headings that are marked as such; numbered lines count
    as headings only where it has none."""

    def __init__(self, text: str, body: int) -> None:
        self.text = text
        self.lines = Lines(text, body, len(text))
        self.code = Code(self.lines)
        self.marked = has_marked_headings(self.lines, self.code)
        self._titles = {} if self.marked else outline(self.lines, self.code)
        self._last_table = last_html_close(text)

    def heading_at(self, number: int) -> Heading | None:
        """Returns the heading that starts with this line."""
        if number in self._titles:
            return *self._titles[number], number + 1
        if marked := atx(self.lines, number):
            return *marked, number + 1
        if (marked := underlined(self.lines, number)) and number + 1 not in self.code.pairs:
            return *marked, number + 2
        return None

    def heading_behind(self, number: int, rest: str) -> Heading | None:
        """Returns the heading that is the rest of a line on which a table ends."""
        marked = html_heading(rest)
        return (*marked, number + 1) if marked else None

    def html_table_from(self, number: int, start: int) -> Span | None:
        """Returns the HTML table that opens on this line, at `start` or behind it."""
        if start >= self._last_table:
            return None
        return html_table(self.text, start, self.lines.end(number))

    def starts_block(self, number: int) -> bool:
        """Whether the line ends a paragraph or list item above it without a blank line between."""
        line = self.lines.line(number)
        return (
            number in self.code.pairs
            or number in self._titles
            or bool(item_marker(line))
            or is_row(line)
            or (is_rule(line[:200]) and is_rule(line))
            or atx(self.lines, number) is not None
            or is_pipe_table(self.lines, number)
            or self.html_table_from(number, self.lines.start(number)) is not None
        )
