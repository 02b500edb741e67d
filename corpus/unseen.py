"""Finds in Markdown what its readers do not see: comments, and HTML elements that are hidden."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from corpus.hidden import Element, is_hidden
from corpus.types import Article

Span = tuple[int, int]

_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"(?<!`)(`{1,5})(?!`)[^`\n]{1,1000}\1(?!`)")
_COMMENT = re.compile(r"<!--")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]{0,20})\b([^<>]{0,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z][\w-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""", re.IGNORECASE)
_EMPTY = frozenset({"br", "hr", "img", "input", "meta", "link", "source", "col", "wbr"})


@dataclass(slots=True)
class _Tag:
    """An opening tag as `is_hidden` looks at it; what stands around it is not known."""

    tag: str
    attrib: dict[str, str] = field(default_factory=dict)

    def get(self, key: str, default: str = "") -> str:
        return self.attrib.get(key, default)

    def iterancestors(self) -> Iterable[Element]:
        return ()


def unseen(text: str, body: int) -> tuple[Span, ...]:
    """Returns what of ``text[body:]`` no reader sees, in order, not overlapping. What stands in code is seen,
    and so is what an element that never ends would hide."""
    if "<" not in text:
        return ()
    code = _code(text, body)
    comments = list(_comments(text, body, code))
    return tuple(_joined([*comments, *_elements(text, body, [*code, *comments])]))


def without(text: str, spans: Iterable[Span]) -> str:
    """Returns the text with these spans blank, of the same length. What stands around them is not joined, but for
    the cells of a row."""
    parts, at = [], 0
    for start, end in spans:
        line = text.rfind("\n", 0, start) + 1
        in_row = text[line:start].lstrip().startswith("|") and "\n" not in text[start:end]
        parts += [text[at:start], (" " if in_row else "\n") * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


def as_seen(article: Article) -> Article:
    """Returns the article with what no reader sees left blank; every place in it stays what it is."""
    return replace(article, text=without(article.text, article.hidden)) if article.hidden else article


def _code(text: str, body: int) -> list[Span]:
    fenced = [hit.span() for hit in _FENCED.finditer(text, body)]
    return sorted([*fenced, *(hit.span() for hit in _outside(_INLINE, text, body, fenced))])


def _comments(text: str, body: int, code: Iterable[Span]) -> Iterator[Span]:
    last, done = text.rfind("-->"), 0
    for hit in _outside(_COMMENT, text, body, code):
        if hit.start() >= done and hit.end() <= last:
            done = text.index("-->", hit.end()) + 3
            yield hit.start(), done


def _outside(
    pattern: re.Pattern[str], text: str, body: int, spans: Iterable[Span]
) -> Iterator[re.Match[str]]:
    """The matches that do not begin in one of the spans, which are in order."""
    found = list(spans)
    starts = [start for start, _ in found]
    for hit in pattern.finditer(text, body):
        before = bisect_right(starts, hit.start()) - 1
        if before < 0 or hit.start() >= found[before][1]:
            yield hit


def _elements(text: str, body: int, besides: Iterable[Span]) -> Iterator[Span]:
    """The hidden elements, each from its opening tag to the one that closes it."""
    opened: list[tuple[str, int | None]] = []  # names, and where a hidden element begins
    for hit in _outside(_TAG, text, body, _joined(besides)):
        name = hit[2].lower()
        if hit[1]:
            if name in (other for other, _ in opened[-50:]):
                while opened and opened[-1][0] != name:
                    opened.pop()
                start = opened.pop()[1]
                if start is not None:
                    yield start, hit.end()
        elif name not in _EMPTY and not hit[3].endswith("/"):
            hidden = is_hidden(_Tag(name, _attributes(hit[3])))
            opened.append((name, hit.start() if hidden else None))


def _attributes(written: str) -> dict[str, str]:
    return {name.lower(): value.strip("\"'") for name, value in _ATTRIBUTE.findall(written)}


def _joined(spans: Iterable[Span]) -> list[Span]:
    """In order, those that overlap as one."""
    kept: list[Span] = []
    for start, end in sorted(spans):
        if kept and start < kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return kept
