"""Reads what a feed lists, whatever its form."""

import re
from collections.abc import Iterable
from datetime import date

from corpus.intake.feeds.json_feed import read_json
from corpus.intake.feeds.types import Entry, Listed
from corpus.intake.feeds.xml_feed import read_xml

MOST = 1_000
_END = re.compile(rb"</(?:[\w.-]{1,50}:)?(?:item|entry)\s{0,50}>", re.I)


def parse_feed(data: bytes, address: str, today: date, most: int = MOST) -> Listed:
    """Reads the first `most` entries of a feed in UTF-8 that lies at an address. Raises NotAFeed."""
    if data.lstrip().startswith((b"{", b"[")):
        entries, beyond = read_json(data, address, most, today)
        return _listed(entries, beyond)
    kept, beyond = _shortened(data, most)
    return _listed(read_xml(kept, address, today), beyond)


def _shortened(data: bytes, most: int) -> tuple[bytes, int]:
    """Leaves out the entries beyond the first `most`, unread, since to read many takes long; what encloses
    them stays whole."""
    ends = [found.end() for found in _END.finditer(data)]
    if len(ends) <= most:
        return data, 0
    return data[: ends[most - 1]] + data[ends[-1] :], len(ends) - most


def _listed(found: Iterable[Entry | None], beyond: int) -> Listed:
    entries = list(found)
    usable = {entry.address: entry for entry in reversed(entries) if entry}
    return Listed(tuple(reversed(usable.values())), entries.count(None), beyond)
