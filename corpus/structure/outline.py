"""Numbered headings in texts without markup: "1.1 The product line", "第三章 …", "二、…", "Chapter 4"."""

import re
from collections.abc import Iterator

from corpus.structure.code import Code
from corpus.structure.headings import plain
from corpus.structure.lines import Lines

_LONGEST = 100
_SENTENCE_END = tuple(".。;；,，!！:：、…")
_SKIPPED_NUMBERS = 3  # a heading that was not recognised leaves a gap in the count
_NUMERAL = "[一二三四五六七八九十百零〇两0-9]{1,5}"
_CHINESE = (
    (1, re.compile(rf"第{_NUMERAL}[部篇卷编編]")),
    (2, re.compile(rf"第{_NUMERAL}[章回]")),
    (3, re.compile(rf"第{_NUMERAL}[节節]")),
    (4, re.compile(r"[一二三四五六七八九十]{1,3}、")),
    (5, re.compile(r"[（(][一二三四五六七八九十]{1,3}[)）]")),
)
_ENGLISH = (
    (1, re.compile(r"Part (?:\d{1,3}|[IVX]{1,6})\b")),
    (2, re.compile(r"Chapter (?:\d{1,3}|[IVX]{1,6})\b")),
)
_BELOW_WORDS = 5  # numbers rank below chapters and the like
_CANDIDATE = re.compile(r"^ ?(?:\d|第|[一二三四五六七八九十]|[（(]|Part |Chapter )", re.MULTILINE)
_NUMBER = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){1,4})\.?(?=\s|[^\W\d_a-zA-Z])|(\d{1,2})[.．](?=\s|[^\W\d_a-zA-Z])"
)


def outline(lines: Lines, code: Code) -> dict[int, tuple[int, str]]:
    """Returns level and title of each line that is a numbered heading, by line number.

    A number alone is weak evidence (a cell "3.5 Sonnet", an item of a list), so numbers must continue
    one count, and a single number must stand between blank lines.
    """
    found: dict[int, tuple[int, str]] = {}
    count: tuple[int, ...] = ()
    for number in _candidates(lines, code):
        line = lines.line(number)
        if level := _worded(line):
            if _stands_alone(lines, number):
                found[number] = (level, plain(line))
        elif (this := _numbered(line)) and _continues(count, this, lines, number):
            count = this
            found[number] = (_BELOW_WORDS + len(this), plain(line))
    return found


def _candidates(lines: Lines, code: Code) -> Iterator[int]:
    for candidate in _CANDIDATE.finditer(lines.text, *lines.span):
        number = lines.at(candidate.end()) - 1
        if not code.covers(number) and _may_be_title(lines.line(number)):
            yield number


def _may_be_title(line: str) -> bool:
    return 2 < len(line) <= _LONGEST and not line.endswith(_SENTENCE_END) and "|" not in line


def _worded(line: str) -> int:
    for level, pattern in (*_CHINESE, *_ENGLISH):
        if pattern.match(line):
            return level
    return 0


def _numbered(line: str) -> tuple[int, ...]:
    number = _NUMBER.match(line)
    if number is None or not any(c.isalpha() for c in line[number.end() :]):
        return ()
    return tuple(int(part) for part in (number[1] or number[2]).split("."))


def _stands_alone(lines: Lines, number: int) -> bool:
    """Blank lines around it; the lines directly around may also be headings (a list is not)."""
    return not lines.follows(number) or not lines.follows(number + 1)


def _continues(count: tuple[int, ...], this: tuple[int, ...], lines: Lines, number: int) -> bool:
    if not _is_next(count, this, number):
        return False
    return len(this) > 1 or not (
        lines.follows(number) or lines.follows(number + 1) or _in_list(lines, number, this)
    )


def _is_next(count: tuple[int, ...], this: tuple[int, ...], number: int) -> bool:
    if not count:
        return number == 0 or this[-1] < 2
    if len(this) > len(count):
        return this[: len(count)] == count and all(part < 3 for part in this[len(count) :])
    last = len(this) - 1
    return this[:last] == count[:last] and 0 < this[last] - count[last] <= _SKIPPED_NUMBERS


def _in_list(lines: Lines, number: int, this: tuple[int, ...]) -> bool:
    """Whether the neighbouring line carries the neighbouring number: then it is a list with gaps."""
    near = [number - 1] * (number > 0) + [number + 1] * (number + 1 < len(lines))
    return any(
        abs(other[0] - this[0]) == 1 for n in near if len(other := _numbered(lines.line(n)[:200])) == 1
    )
