"""Reads RSS and Atom feeds of any version, also broken ones."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import feedparser

from corpus.intake.feeds.entries import entry_of
from corpus.intake.feeds.types import Entry, NotAFeed

_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def read_xml(data: bytes, address: str, today: date) -> Iterator[Entry | None]:
    """Yields the entries of a feed, which is UTF-8 whatever it says, and None for one that leads nowhere.
    Raises NotAFeed."""
    # As a stream, since the library takes bytes for the name of a file; text it shows to nobody is left as it is.
    found = feedparser.parse(
        BytesIO(data),
        response_headers={**_HEADERS, "content-location": address},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    version = str(found.get("version") or "")
    if not version and not found.entries:
        raise NotAFeed("This is no feed that can be read, neither RSS nor Atom nor JSON Feed.")
    for entry in found.entries:
        yield _entry(entry, version, address, found.feed.get("language"), today)


def _entry(entry: Any, version: str, address: str, language: object, today: date) -> Entry | None:
    # As a plain dict: the library's own gives the day of publication where none of a change is stated.
    changed = dict(entry).get("updated")
    # In RSS "updated" is Dublin Core's date, the only one that RSS 1.0 has.
    published = entry.get("published") or (changed if version.startswith("rss") else None)
    spoken = (entry.get("title_detail") or {}).get("language") or language
    return entry_of(entry.get("link"), address, entry.get("title"), published, changed, spoken, today)
