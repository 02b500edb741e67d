"""Fenced code, and front matter that was not recognised as such: no headings in either."""

import re
from bisect import bisect_right

from corpus.structure.lines import Lines

_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})([^\n]*)$", re.MULTILINE)
_LONGEST_METADATA = 200  # lines


class Code:
    """Where the code of a text lies: `pairs` maps the number of its first line to that of its last."""

    def __init__(self, lines: Lines) -> None:
        self.pairs = fences(lines) | metadata(lines)
        self._firsts = sorted(self.pairs)

    def covers(self, number: int) -> bool:
        """Whether the line stands in code."""
        before = bisect_right(self._firsts, number)
        return before > 0 and number <= self.pairs[self._firsts[before - 1]]


def metadata(lines: Lines) -> dict[int, int]:
    """Returns first and last line of a front matter at the start of the text."""
    if not len(lines) or lines.line(0) != "---":
        return {}
    for number in range(1, min(len(lines), _LONGEST_METADATA)):
        if lines.line(number) in ("---", "..."):
            return {0: number} if number > 1 and all(_is_key(lines, n) for n in range(1, number)) else {}
    return {}


def _is_key(lines: Lines, number: int) -> bool:
    line = lines.line(number)
    return ":" in line or lines.indent(number) > 0 or line[0] in "-#"


def fences(lines: Lines) -> dict[int, int]:
    """Returns the fenced code: the number of each opening line, and of the line that closes it.

    A fence that nothing closes is no fence: a stray mark must not hide every heading after it.
    """
    found = ((lines.at(m.start(1)), m[1], m[2].strip()) for m in _FENCE.finditer(lines.text, *lines.span))
    marks = [mark for mark in found if not _underlines(lines, *mark)]
    reach = _longest_closers(marks)
    pairs: dict[int, int] = {}
    at = 0
    while at < len(marks):
        number, mark, _ = marks[at]
        at += 1
        if reach[at].get(mark[0], 0) < len(mark):
            continue
        while not _closes(marks[at], mark):
            at += 1
        pairs[number] = marks[at][0]
        at += 1
    return pairs


def _underlines(lines: Lines, number: int, mark: str, info: str) -> bool:
    """Whether the mark is reStructuredText's underline of a title, as long as the title at least."""
    title = lines.line(number - 1)[:200] if lines.follows(number) else ""
    return mark[0] == "~" and not info and 3 < len(title) <= len(mark)


def _closes(candidate: tuple[int, str, str], mark: str) -> bool:
    _, other, info = candidate
    return other[0] == mark[0] and len(other) >= len(mark) and not info


def _longest_closers(marks: list[tuple[int, str, str]]) -> list[dict[str, int]]:
    """For each position, the longest closing fence of each kind from there on: the search never runs in vain."""
    reach: list[dict[str, int]] = [{}] * (len(marks) + 1)
    for at in range(len(marks) - 1, -1, -1):
        _, mark, info = marks[at]
        longest = reach[at + 1]
        if not info and len(mark) > longest.get(mark[0], 0):
            longest = {**longest, mark[0]: len(mark)}
        reach[at] = longest
    return reach
