"""Chooses which of a feed's entries are asked for now: pure, by what is remembered of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from corpus.intake.canonical import address_key
from corpus.intake.feeds.pacing import wait_after
from corpus.intake.feeds.state import Seen
from corpus.intake.feeds.types import Entry

TRIES = 3
REVISITED = timedelta(days=1)  # a page is looked at again for corrections once a day …
FOLLOWED = timedelta(days=7)  # … in the first week after it came out


def merged(seen: Sequence[Seen], entries: Sequence[Entry], now: datetime) -> tuple[Seen, ...]:
    """Returns what a feed lists now, with what is remembered of it, and before that whatever it lists no longer
    but is still to be asked for. An entry that is another version than before is asked for again."""
    known = {_key(one.entry): one for one in seen}
    listed = {_key(entry): _listed(entry, known.get(_key(entry)), now) for entry in entries}
    gone = (one for key, one in known.items() if key not in listed and next_ask(one) is not None)
    return (*gone, *listed.values())


def due(seen: Sequence[Seen], now: datetime) -> list[Seen]:
    """Returns the entries to ask for: those that were not yet asked for first, the newest of them before the
    others, then those that are to be asked for again."""
    wanted = [one for one in seen if (at := next_ask(one)) is not None and at <= now]
    waiting = [one for one in wanted if one.asked is None]
    again = [one for one in wanted if one.asked is not None]
    return [
        *sorted(waiting, key=lambda one: _came_out(one), reverse=True),
        *sorted(again, key=lambda one: one.asked or one.first),
    ]


def next_ask(one: Seen) -> datetime | None:
    """Returns when an entry's page is to be asked for; None: not any more."""
    if one.settled:
        return None
    if one.asked is None:
        return one.first
    if one.failures:
        return one.asked + wait_after(one.failures)
    again = one.asked + REVISITED
    return again if again <= _came_out(one) + FOLLOWED else None


def failed(one: Seen, now: datetime, for_good: bool) -> Seen:
    """Returns an entry that could not be taken in; after three tries it is given up."""
    failures = one.failures + 1
    return replace(one, asked=now, failures=failures, settled=for_good or failures >= TRIES)


def _listed(entry: Entry, known: Seen | None, now: datetime) -> Seen:
    if known is None:
        return Seen(entry, now)
    if known.entry.stamp == entry.stamp:
        return known
    return replace(known, entry=entry, asked=None, failures=0, settled=False)


def _came_out(one: Seen) -> datetime:
    """When it was published, as far as that is known and not ahead."""
    day = one.entry.stated.published
    return min(one.first, datetime.combine(day, time(), UTC)) if day else one.first


def _key(entry: Entry) -> str:
    return address_key(entry.address) or entry.address
