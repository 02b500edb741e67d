"""Sentences as spans: one sentence, one list item or one table row each. Quotes are chosen from these."""

import re
from collections.abc import Iterator

from corpus.structure.code import Code
from corpus.structure.headings import atx
from corpus.structure.lines import Lines, is_row, is_rule, is_separator, item_marker
from corpus.structure.terminators import sentence_spans, trimmed
from corpus.structure.types import Span

_LONGEST_ITEM = 300  # columns; a longer list item is cut into its sentences
_WRAPPED = range(50, 161)  # columns that hand-wrapped text is wide
_LONGEST_RUN = 500  # lines
_WIDE = re.compile(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]")
_TABLE_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_ROW_END = re.compile(r"</tr\s{0,9}>(?:\s{0,99}</(?:tbody|thead|table)>)*", re.IGNORECASE)
_LOWER_WORD = re.compile(r"[a-zà-öø-ÿ]+(?![\w-]*[0-9A-Z])(?=[\s,.;:)]|$)")
_FIRST_WORD = re.compile(r"\S{1,40}")
_ENDED = tuple(".!?。！？:：;；…")


def sentences(text: str) -> list[Span]:
    """Returns (start, end) of each sentence, without the white space around it, in order.

    The spans hold every character that is not white space. List items up to 300 columns, table rows,
    headings and lines of code are one span each; hand-wrapped lines of one paragraph are joined.
    """
    return list(sentences_in(text, 0, len(text)))


def sentences_in(text: str, start: int, end: int) -> Iterator[Span]:
    """Yields the sentences of ``text[start:end]``, reading no further than it must."""
    lines = Lines(text, start, end)
    code = Code(lines)
    at = 0
    while at < len(lines):
        if code.covers(at) or _is_unit(lines, at):
            yield lines.start(at), lines.end(at)
            at += 1
        elif row_starts := _TABLE_ROW.search(text, lines.start(at), lines.end(at)):
            after = _table_row_end(lines, at)
            yield from _table_rows(text, lines.start(at), row_starts.start(), lines.end(after - 1))
            at = after
        else:
            after = _run_end(lines, code, at)
            yield from _run(lines, at, after)
            at = after


def width(line: str) -> int:
    """Returns the columns that a line takes, a Chinese, Japanese or Korean character taking two."""
    return len(line) if line.isascii() else len(line) + len(_WIDE.findall(line))


def _is_unit(lines: Lines, number: int) -> bool:
    line = lines.line(number)
    short = line[:200]
    return is_row(line) or is_separator(short) or is_rule(short) or atx(lines, number) is not None


def _table_row_end(lines: Lines, number: int) -> int:
    """Returns the number of the line after the one that closes this HTML table row."""
    after = number
    while after < len(lines) and after < number + _LONGEST_RUN:
        line = lines.line(after)
        after += 1
        if _ROW_END.search(line):
            break
    return after


def _table_rows(text: str, start: int, first: int, end: int) -> Iterator[Span]:
    """Several rows may stand on one line; each takes with it what stands before it outside of rows."""
    yield from trimmed(text, start, first)
    begin = first
    for close in _ROW_END.finditer(text, first, end):
        yield from trimmed(text, begin, close.end())
        begin = close.end()
    yield from trimmed(text, begin, end)


def _run_end(lines: Lines, code: Code, number: int) -> int:
    """Returns the number of the line after this list item, or after this paragraph."""
    after = number + 1
    while lines.follows(after) and after < number + _LONGEST_RUN:
        line = lines.line(after)
        if code.covers(after) or item_marker(line) or _is_unit(lines, after) or _TABLE_ROW.search(line):
            break
        after += 1
    return after


def _run(lines: Lines, first: int, after: int) -> Iterator[Span]:
    start, end = lines.start(first), lines.end(after - 1)
    marker = item_marker(lines.line(first))
    if marker and end - start <= _LONGEST_ITEM and width(lines.text[start:end]) <= _LONGEST_ITEM:
        yield start, end
    elif marker or after == first + 1:
        yield from sentence_spans(lines.text, start, end, marker)
    else:
        yield from _paragraph(lines, first, after)


def _paragraph(lines: Lines, first: int, after: int) -> Iterator[Span]:
    """Splits at the line ends that are not there by wrapping alone."""
    wrapped = _is_wrapped([lines.line(number) for number in range(first, after)])
    start = lines.start(first)
    for number in range(first, after):
        last = number + 1 == after
        if last or not (wrapped or _goes_on(lines.line(number), lines.line(number + 1))):
            yield from sentence_spans(lines.text, start, lines.end(number))
            start = lines.start(number + 1) if not last else start


def _is_wrapped(paragraph: list[str]) -> bool:
    """Whether nearly each line is as full as it can be: the next line's first word would not have fitted."""
    widths = [width(line) for line in paragraph]
    widest = max(widths)
    if widest not in _WRAPPED:
        return False
    first_words = [width(word[0]) if (word := _FIRST_WORD.match(line)) else 0 for line in paragraph]
    full = sum(a + 1 + b > widest for a, b in zip(widths, first_words[1:], strict=False))
    return full >= 0.8 * (len(paragraph) - 1)


def _goes_on(line: str, following: str) -> bool:
    """Whether a sentence runs over this line end: the next line begins with a word in lower case."""
    return len(line) >= 40 and not line.endswith(_ENDED) and _LOWER_WORD.match(following) is not None
