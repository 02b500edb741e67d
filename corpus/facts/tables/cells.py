"""A cell's words without its markup, each with its place in the article."""

import html
import re
import unicodedata

from corpus.facts.tables.types import Cell
from corpus.facts.types import Span

_LONGEST = 4_000  # characters of markup; what stands behind is not read
_STRUCK = r"~~[^~]{1,300}~~|<(?P<tag>s|del|strike)\b[^<>]{0,200}>.{0,300}?</(?P=tag)\s{0,3}>"
_MARKUP = re.compile(
    rf"(?P<struck>{_STRUCK})"
    r"|(?P<br><br\s{0,3}/?>|</(?:p|li|div)\s{0,3}>)"
    r"|<!--.{0,300}?-->|<sup\b[^<>]{0,200}>.{0,40}?</sup\s{0,3}>|</?[a-zA-Z][^<>]{0,500}>|</t[dhr]\b"
    r"|!\[[^\[\]]{0,300}\]\([^()]{0,2000}\)|\]\([^()]{0,2000}\)|\[(?=[^\[\]]{0,300}\]\()"
    r"|\[\^[^\[\]]{1,20}\]|\[\d{1,3}\](?!\()"
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|`{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10});)"
    r"|[\u00b2\u00b3\u00b9\u2070-\u2079]+(?![\w-])"  # marks of footnotes
    r"|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0f]+",
    re.IGNORECASE | re.DOTALL,
)


def read_cell(text: str, start: int, end: int) -> Cell:
    """Reads ``text[start:end]`` as a cell; full-width characters become ordinary ones."""
    stop = min(end, start + _LONGEST)
    letters: list[str] = []
    spans: list[Span] = []
    struck = False
    at = start
    for mark in _MARKUP.finditer(text, start, stop):
        _take(text, at, mark.start(), letters, spans)
        struck = struck or mark["struck"] is not None
        if letter := _meant(mark):
            letters.append(letter)
            spans.append(mark.span())
        at = mark.end()
    _take(text, at, stop, letters, spans)
    whole = Cell(start, end, "".join(letters), tuple(a for a, _ in spans), tuple(b for _, b in spans))
    words = whole.cut(0, len(letters))
    return Cell(start, end, words.text, words.at, words.ends, struck and not words.text)


def _take(text: str, start: int, end: int, letters: list[str], spans: list[Span]) -> None:
    words = text[start:end]
    letters.extend(words if words.isascii() and words.isprintable() else map(_plain, words))
    spans.extend((at, at + 1) for at in range(start, end))


def _plain(letter: str) -> str:
    """White space is a blank, and a full-width character an ordinary one."""
    if letter.isspace():
        return " "
    return (
        unicodedata.normalize("NFKC", letter) if "\uff01" <= letter <= "\uff5e" or letter == "￥" else letter
    )


def _meant(mark: re.Match[str]) -> str:
    """The character that a piece of markup stands for, if any."""
    if mark["br"]:
        return "\n"
    if mark["escaped"]:
        return mark["escaped"]
    letter = html.unescape(mark["entity"]) if mark["entity"] else ""
    return _plain(letter) if len(letter) == 1 else ""
