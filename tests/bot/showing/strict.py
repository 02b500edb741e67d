"""Reads a message as Discord would, and finds what acts in it; on the side of caution."""

import re
import unicodedata
from collections.abc import Iterator

from bot.showing.measures import DESCRIPTION, FIELDS, FOOTER, NAME, PANELS, TEXT, TITLE, VALUE, units
from bot.showing.types import Page, Shown

_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?([^\s)]*?)>?(?:\s[^)]*)?\)")
_BOLD = re.compile(r"\*\*((?:\\.|[^*\\\n])+?)\*\*(?!\*)")
_STARTS = re.compile(r"\s*(?:>+ ?|#+ ?|-# |[-*+] |\d+[.)] )")
_ACTING = (
    ("markup", re.compile(r"[*_`]|~~|\|\|")),
    ("angle", re.compile("<")),
    ("address", re.compile(r"\w+://")),
    ("emoji", re.compile(r":[\w+~-]+:")),
    ("invite", re.compile(r"discord[\w.]*/\w", re.IGNORECASE)),
)
_EVEN_ESCAPED = (  # Discord's server looks for these in the text as it was sent
    ("everyone", re.compile("@(?:everyone|here)")),
    ("mention", re.compile(r"<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:\d+(?::\w)?|/[^:>]+:\d+|id:\w+)>")),
)
_GONE = "\ufffc"
_HIDDEN = re.compile("[\u034f\u115f\u1160\u180b-\u180f\u2800\u3164\ufe00-\ufe0e\uffa0\U000e0100-\U000e01ef]")


def acts(text: str) -> list[tuple[str, str]]:
    """What acts in a text, as kind and place: ("link", address), ("bold", words), ("start", "- ") …"""
    found = [(kind, m[0]) for kind, pattern in _EVEN_ESCAPED for m in pattern.finditer(text)]
    found += [("hidden", c) for c in text if _is_hidden(c)]
    for line in text.split("\n"):
        found += _in_line(line)
    return found


def _in_line(line: str) -> Iterator[tuple[str, str]]:
    plain = _ESCAPE.sub(_GONE, line)
    start = _STARTS.match(plain)
    while start and start[0]:
        yield "start", start[0]
        plain = plain[start.end() :]
        start = _STARTS.match(plain)
    for match in _LINK.finditer(plain):
        yield "link", match[2]
        yield from _marks(match[1])
    plain = _LINK.sub(_GONE, plain)
    for match in _BOLD.finditer(plain):
        yield "bold", match[1]
    yield from _marks(_BOLD.sub(lambda m: m[1], plain))


def _marks(text: str) -> Iterator[tuple[str, str]]:
    for kind, pattern in _ACTING:
        yield from ((kind, match[0]) for match in pattern.finditer(text))


def _is_hidden(character: str) -> bool:
    if character in "\n\u200c\u200d":
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") or bool(_HIDDEN.match(character))


def check_limits(shown: Shown) -> None:
    """Fails where a page is more than Discord takes."""
    for page in (*shown.pages, *shown.sources):
        assert units(page.text) <= TEXT
        assert page.text.strip() or page.panels
        assert sum(_size(page)) <= PANELS
        for panel in page.panels:
            assert units(panel.title) <= TITLE
            assert units(panel.description) <= DESCRIPTION
            assert units(panel.footer) <= FOOTER
            assert len(panel.fields) <= FIELDS
            assert all(0 < units(f.name) <= NAME and 0 < units(f.value) <= VALUE for f in panel.fields)
            assert panel.title or panel.description or panel.fields or panel.footer or panel.picture


def texts(page: Page) -> list[str]:
    """All of a page that Discord reads as markup."""
    fields = [text for panel in page.panels for f in panel.fields for text in (f.name, f.value)]
    return [page.text, *(text for p in page.panels for text in (p.title, p.description)), *fields]


def whole(shown: Shown) -> str:
    """All that stands on the pages, sources apart."""
    return "\n".join(text for page in shown.pages for text in texts(page))


def _size(page: Page) -> Iterator[int]:
    for panel in page.panels:
        yield from (units(text) for text in (panel.title, panel.description, panel.footer))
        yield from (units(field.name) + units(field.value) for field in panel.fields)
