"""Makes an entry of what a feed says, in whatever form it says it."""

import hashlib
import re
from datetime import date
from html import unescape
from urllib.parse import urljoin, urlsplit

from corpus.dates import read_date
from corpus.intake.feeds.types import Entry
from corpus.stated import Stated, web_address

_TAG = re.compile(r"<[^<>]{0,300}>")
_LONGEST = 300
_STAMP = 16  # hex digits


def entry_of(
    link: object, base: str, title: object, published: object, changed: object, language: object, today: date
) -> Entry | None:
    """Returns the entry, None where its link is no address of a page. A link may be relative to `base`;
    `published` and `changed` are dates as they are written."""
    address = _address(link, base)
    if address is None:
        return None
    day, problem = read_date(published, today)
    stated = Stated(
        title=_line(unescape(_TAG.sub(" ", title))) if isinstance(title, str) else None,
        language=_line(language),
        published=day,
        dated=published is not None,
        warnings=(f"In its feed: {problem}",) if problem else (),
    )
    said = repr((title, published, changed)).encode("utf-8", "backslashreplace")
    return Entry(address, stated, hashlib.sha256(said).hexdigest()[:_STAMP])


def _address(link: object, base: str) -> str | None:
    if not isinstance(link, str):
        return None
    try:
        whole = urlsplit(urljoin(base, link.strip()))._replace(fragment="").geturl()
    except ValueError:
        return None
    return web_address(whole)


def _line(value: object) -> str | None:
    return " ".join(value.split())[:_LONGEST] or None if isinstance(value, str) else None
