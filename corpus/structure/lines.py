"""An article's lines, and what each looks like by itself."""

import re
from array import array
from bisect import bisect_left

_LINE = re.compile(r"\S[^\n]*")
_QUOTE = re.compile(r">[> \t]*")
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_ITEM = re.compile(
    r"(?:[-*+–—](?=\s|$)"
    r"|[•●▪◦‣·∙○■□▶►]"
    r"|\d{1,3}[.)．](?=\s|$|[^\W\d_a-zA-Z])|\d{1,3}、"
    rf"|[（(](?:\d{{1,3}}|{_NUMERAL})[)）]|{_NUMERAL}、|[①-⑳])\s*"
)
_RULED = frozenset("-*_=~")
_SEPARATOR = "|:- \t"


class Lines:
    """The lines of ``text[start:end]`` that are not blank, by number, without the white space around them.

    Offsets are kept in arrays, so that millions of short lines stay affordable.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.span = (start, end)
        self._starts = array("L")
        self._ends = array("L")
        for line in _LINE.finditer(text, start, end):
            self._starts.append(line.start())
            self._ends.append(line.end())

    def __len__(self) -> int:
        return len(self._starts)

    def start(self, number: int) -> int:
        """Where the line's first character that is not white space stands."""
        return self._starts[number]

    def end(self, number: int) -> int:
        """Where the line ends, the white space at its end left out."""
        start, end = self._starts[number], self._ends[number]
        return start + len(self.text[start:end].rstrip())

    def line(self, number: int) -> str:
        """The line without the white space around it."""
        return self.text[self._starts[number] : self._ends[number]].rstrip()

    def indent(self, number: int) -> int:
        """The columns before the line, a tab counting up to four; 100 at most."""
        start = self._starts[number]
        begin = max(self.text.rfind("\n", self.span[0], start) + 1, self.span[0], start - 100)
        return min(100, len(self.text[begin:start].expandtabs(4)))

    def follows(self, number: int) -> bool:
        """Whether the line stands directly below another, with no blank line between."""
        if number <= 0 or number >= len(self):
            return False
        return self.text.count("\n", self._ends[number - 1], self._starts[number]) < 2

    def at(self, offset: int) -> int:
        """The number of the first line that starts at `offset` or later."""
        return bisect_left(self._starts, offset)


def unquoted(line: str) -> str:
    """Returns the line without the marks of a Markdown quotation before it."""
    quote = _QUOTE.match(line)
    return line[quote.end() :] if quote else line


def is_rule(line: str) -> bool:
    """Whether the line only draws a line: ``---``, ``* * *``, ``====``."""
    if line[:1] not in _RULED:
        return False
    marks = "".join(line.split())
    return len(marks) > 2 and not marks.strip(marks[0])


def item_marker(line: str) -> int:
    """Returns the length of the list marker at the start of the line (0: it is no list item)."""
    inner = unquoted(line)
    marker = _ITEM.match(inner)
    return len(line) - len(inner) + marker.end() if marker else 0


def is_separator(line: str) -> bool:
    """Whether the line divides a Markdown table's header from its rows."""
    return line[:1] in _SEPARATOR and "|" in line and "-" in line and not line.strip(_SEPARATOR)


def is_row(line: str) -> bool:
    """Whether the line looks by itself like a row of a table, or like the border of a drawn one."""
    return (line.startswith("|") and line.count("|") > 1) or (line.startswith("+-") and line.endswith("-+"))
