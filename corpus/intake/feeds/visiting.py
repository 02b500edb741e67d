"""Polls a feed: asks for what it lists now, and for the pages that are due."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from corpus.intake.canonical import address_key, same_owner
from corpus.intake.feeds.choosing import due, failed, merged
from corpus.intake.feeds.pacing import wait_asked
from corpus.intake.feeds.reading import read_feed
from corpus.intake.feeds.state import Seen, State
from corpus.intake.feeds.types import Entry, Feed, Listed
from corpus.intake.fetching import Fetcher
from corpus.intake.offers import Offer, offer_of
from corpus.intake.types import AddressRefused, ServerRefuses
from corpus.stated import Stated
from corpus.types import CorpusError, Skipped

MOST_PAGES = 20
SECONDS = 120.0
MOST_TEXT = 10_000_000  # characters
_ACCEPTED = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
)


class Outcome(StrEnum):
    """What came of asking for a feed."""

    POLLED = "polled"
    UNCHANGED = "unchanged"
    BACKED_OFF = "backed off"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Visit:
    """What a poll of one feed gave: `state` is what to remember of it, `offers` are the pages that came, `again`
    the addresses of those that were known before, `failed` what could not be taken in. `waiting` counts entries
    that are left for the next poll, `kept_out` those that were taken out before, `unusable` those that lead to
    no page, `beyond` those that are more than are read; `reason` says why the feed failed, or why it was left
    before all was asked for."""

    feed: Feed
    outcome: Outcome
    state: State
    offers: tuple[Offer, ...] = ()
    again: frozenset[str] = frozenset()
    failed: tuple[Skipped, ...] = ()
    kept_out: int = 0
    waiting: int = 0
    unusable: int = 0
    beyond: int = 0
    reason: str | None = None


def visit(feed: Feed, state: State, fetcher: Fetcher, out: frozenset[str], now: datetime) -> Visit:
    """Polls a feed. `out` are the keys of addresses whose articles were taken out. One poll asks for at most 20
    pages, 120 s long, until 10 million characters came; the rest waits for the next."""
    if state.until and now < state.until:
        return Visit(feed, Outcome.BACKED_OFF, replace(state, polled=now))
    try:
        fetched = fetcher.fetch_changed(feed.url, state.version, _ACCEPTED)
        listed = read_feed(fetched, now.date()) if fetched else Listed(())
    except CorpusError as error:
        return Visit(feed, Outcome.FAILED, _backing_off(state, error, now), reason=_why(feed, error))
    version = fetched.version if fetched else state.version
    seen = merged(state.seen, listed.entries, now) if fetched else state.seen
    kept, count = _without(seen, out)
    outcome = Outcome.POLLED if fetched else Outcome.UNCHANGED
    begun = Visit(feed, outcome, State(kept, version, now), kept_out=count)
    return _with_pages(replace(begun, unusable=listed.unusable, beyond=listed.beyond), fetcher, now)


def _with_pages(begun: Visit, fetcher: Fetcher, now: datetime) -> Visit:
    wanted = due(begun.state.seen, now)
    asking = _Asking(begun.feed, fetcher, now)
    for one in wanted:
        if not asking.ask(one):
            break
    seen = tuple(asking.done.get(one.entry.address, one) for one in begun.state.seen)
    state = replace(begun.state, seen=seen)
    busy = asking.busy
    return replace(
        begun,
        state=replace(state, until=now + wait_asked(1, busy.wait)) if busy else state,
        offers=tuple(asking.offers),
        again=frozenset(one.entry.address for one in wanted if one.asked),
        failed=tuple(asking.failed),
        waiting=len([one for one in wanted if one.entry.address not in asking.done]),
        reason=f"The site wants a pause: {busy}" if busy else None,
    )


@dataclass
class _Asking:
    """Asks for one page after the other, as far as the bounds allow; `done` are the entries asked for, by their
    address."""

    feed: Feed
    fetcher: Fetcher
    now: datetime
    began: float = field(default_factory=time.monotonic)
    done: dict[str, Seen] = field(default_factory=dict)
    offers: list[Offer] = field(default_factory=list)
    failed: list[Skipped] = field(default_factory=list)
    text: int = 0
    busy: ServerRefuses | None = None

    def ask(self, one: Seen) -> bool:
        """Asks for an entry's page, and says whether there is time and room for it. What was taken in before and
        is gone now stays as it is."""
        if not self._may_go_on():
            return False
        try:
            self.done[one.entry.address] = self._asked(one)
        except CorpusError as error:
            if isinstance(error, ServerRefuses) and error.busy:
                self.busy = error
                return False
            self.done[one.entry.address] = self._noted(one, error)
        return True

    def _may_go_on(self) -> bool:
        in_time = time.monotonic() - self.began < SECONDS
        return in_time and len(self.done) < MOST_PAGES and self.text < MOST_TEXT

    def _asked(self, one: Seen) -> Seen:
        fetched = self.fetcher.fetch_changed(one.entry.address, one.version)
        if fetched is None:
            return replace(one, asked=self.now, failures=0)
        beside = _beside(one.entry, self.feed, fetched.address)
        offer = offer_of(one.entry.address, fetched, self.now.date(), beside)
        self.offers.append(offer)
        self.text += len(offer.draft.text)
        return replace(one, asked=self.now, failures=0, version=fetched.version)

    def _noted(self, one: Seen, error: CorpusError) -> Seen:
        if one.asked and not one.failures:
            return replace(one, asked=self.now)
        after = failed(one, self.now, for_good=isinstance(error, AddressRefused))
        then = "It is given up." if after.settled else "It is tried again later."
        self.failed.append(Skipped(one.entry.address, f"{error} {then}"))
        return after


def _beside(entry: Entry, feed: Feed, address: str) -> Stated:
    """What the feed states of an article, where both have one owner: a list of others' articles dates its own
    entries, not them."""
    if not same_owner(feed.url, address):
        return Stated()
    return replace(entry.stated, language=feed.language or entry.stated.language)


def _without(seen: Sequence[Seen], out: frozenset[str]) -> tuple[tuple[Seen, ...], int]:
    """Settles what was taken out before, and counts what newly is."""
    gone = [not one.settled and address_key(one.entry.address) in out for one in seen]
    kept = tuple(
        replace(one, settled=True) if is_out else one for one, is_out in zip(seen, gone, strict=True)
    )
    return kept, sum(gone)


def _backing_off(state: State, error: CorpusError, now: datetime) -> State:
    failures = state.failures + 1
    wait = wait_asked(failures, error.wait if isinstance(error, ServerRefuses) else None)
    return replace(state, polled=now, failures=failures, until=now + wait)


def _why(feed: Feed, error: CorpusError) -> str:
    if feed.tried or not feed.documented:
        return str(error)
    return f"{error} The address was never tried here; see {feed.documented}, and correct it in your list."
