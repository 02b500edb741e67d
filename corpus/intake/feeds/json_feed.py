"""Reads JSON feeds (https://jsonfeed.org/version/1.1), strictly."""

import json
from datetime import date

from corpus.intake.feeds.entries import entry_of
from corpus.intake.feeds.types import Entry, NotAFeed

_VERSION = "https://jsonfeed.org/version/"


def read_json(data: bytes, address: str, most: int, today: date) -> tuple[list[Entry | None], int]:
    """Returns the first `most` entries of a feed, None for one that leads nowhere, and how many more there are.
    Raises NotAFeed."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotAFeed("This is JSON that can't be read, not a feed.") from error
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list) or not str(found.get("version")).startswith(_VERSION):
        raise NotAFeed("This is JSON, but no JSON Feed: its version is not named as that of one.")
    language = found.get("language")
    return [_entry(item, language, address, today) for item in items[:most]], max(0, len(items) - most)


def _entry(item: object, language: object, address: str, today: date) -> Entry | None:
    if not isinstance(item, dict):
        return None
    link, spoken = item.get("url") or item.get("external_url"), item.get("language") or language
    published, changed = item.get("date_published"), item.get("date_modified")
    return entry_of(link, address, item.get("title"), published, changed, spoken, today)
