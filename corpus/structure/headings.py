"""Headings: Markdown's two kinds, HTML's, and a title reduced to its words."""

import html
import re

from corpus.structure.code import Code
from corpus.structure.lines import Lines, is_row, item_marker

_LONGEST_TITLE = 120
_ATX = re.compile(r"#{1,6}(?=\s|$)|#{2,6}(?=[^\s#])")
_HTML = re.compile(r"<h([1-6])\b[^<>]*>(.*?)</h\1>", re.IGNORECASE)
_UNDERLINE = re.compile(r"=+$|-{2,}$|~{4,}$|\^{4,}$")
_CANDIDATE = re.compile(r"^ {0,3}(?:#|<h[1-6]\b|(?:==|--|~~|\^\^))", re.MULTILINE | re.IGNORECASE)
_LEVELS = {"=": 1, "-": 2, "~": 3, "^": 4}
_SENTENCE_END = tuple(".。;；,，:：!！?？")

_IMAGE_OR_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ANCHOR = re.compile(r"\{#[^{}]*\}\s*$")
_EMPHASIS = re.compile(r"\*+|`+|~~|(?<!\w)_+|_+(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def plain(markup: str, longest: int = _LONGEST_TITLE) -> str:
    """Returns the words of one line of Markdown or HTML: no links, emphasis, tags or anchors; clipped."""
    words = markup[:2000]
    for _ in range(2):  # an image inside a link
        words = _IMAGE_OR_LINK.sub(r"\1", words)
    words = _EMPHASIS.sub("", _ANCHOR.sub("", _TAG.sub(" ", words)))
    return clip(" ".join(html.unescape(_ESCAPE.sub(r"\1", words)).split()), longest)


def clip(words: str, longest: int) -> str:
    """Returns the text cut at `longest` characters, the last of them then being an ellipsis."""
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def atx(lines: Lines, number: int) -> tuple[int, str] | None:
    """Returns level and title of ``## Title`` and of ``<h2>Title</h2>``."""
    line = lines.line(number)
    if (marks := _ATX.match(line)) and lines.indent(number) < 4:
        return marks.end(), plain(line[marks.end() :].strip().rstrip("#"))
    return html_heading(line)


def html_heading(line: str) -> tuple[int, str] | None:
    """Returns level and title of ``<h2>Title</h2>`` alone on its line."""
    tag = _HTML.match(line[:2000]) if line[:2].lower() == "<h" else None
    return (int(tag[1]), plain(tag[2])) if tag and tag.end() == len(line) else None


def underlined(lines: Lines, number: int) -> tuple[int, str] | None:
    """Returns level and title of a line that the next one underlines.

    A full sentence above a line is no heading: many writers put a rule below a paragraph without a gap.
    """
    if number + 1 >= len(lines) or lines.follows(number) or not lines.follows(number + 1):
        return None
    mark, title = lines.line(number + 1), lines.line(number)
    if not _UNDERLINE.match(mark) or max(lines.indent(number), lines.indent(number + 1)) > 3:
        return None
    if len(title) > _LONGEST_TITLE or title.endswith(_SENTENCE_END) or title[0] in "><|":
        return None
    if item_marker(title) or is_row(title) or (mark[0] in "~^" and len(mark) < len(title)):
        return None
    return _LEVELS[mark[0]], plain(title)


def has_marked_headings(lines: Lines, code: Code) -> bool:
    """Whether the text has any heading that is marked as one."""
    for candidate in _CANDIDATE.finditer(lines.text, *lines.span):
        number = max(0, lines.at(candidate.end()) - 1)
        if not code.covers(number) and (atx(lines, number) or (number and underlined(lines, number - 1))):
            return True
    return False
