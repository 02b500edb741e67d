"""Reads a feed that strangers wrote, within the bounds."""

from datetime import date
from typing import Any

from corpus.decode import decode
from corpus.html import is_page
from corpus.intake.bounded import FEED, in_child
from corpus.intake.extracting import stated_from
from corpus.intake.feeds.types import Entry, Listed, NotAFeed
from corpus.intake.types import Fetched

_DAMAGED = "The feed is damaged and can't be read."


def read_feed(fetched: Fetched, today: date) -> Listed:
    """Returns what a feed lists. Raises CorpusError where it is none, or takes more than the bounds."""
    text, _ = decode(fetched.data, fetched.charset)
    if is_page(text):
        raise NotAFeed("This is a page, not a feed; give the address of its feed.")
    order = {"kind": FEED, "address": fetched.address, "today": today.isoformat()}
    found = in_child(order, text.encode("utf-8", "replace"), FEED, _DAMAGED)
    return Listed(tuple(map(entry_from, found["entries"])), found["unusable"], found["beyond"])


def entry_from(found: dict[str, Any]) -> Entry:
    """Returns an entry that was written as JSON."""
    return Entry(found["address"], stated_from(found["stated"]), found["stamp"])
