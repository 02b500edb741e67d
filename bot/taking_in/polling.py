"""Polls the feeds that are enabled, and takes in what they list as `add` does: all of one poll as one update."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from bot.compose import Say
from bot.places import feed_states, feeds_file, ledger_file
from bot.progress import Progress
from bot.settings import Settings
from bot.taking_in.adding import indexed, rules_of, store
from bot.taking_in.types import FeedReport, Polled, Stored
from corpus.intake.canonical import plain_host
from corpus.intake.feeds.listing import read_feeds
from corpus.intake.feeds.state import read_state, write_state
from corpus.intake.feeds.types import Feed
from corpus.intake.feeds.visiting import Outcome, Visit, visit
from corpus.intake.fetching import Fetcher
from corpus.intake.ledger import read_ledger
from index.store.lock import update_lock

_AT_ONCE = 4  # sites


def enabled_feeds(settings: Settings) -> list[Feed]:
    """Returns the feeds to poll. Raises FeedsMistake where the operator's list can't be used."""
    return [feed for feed in read_feeds(feeds_file(settings)) if feed.enabled]


def visit_feeds(settings: Settings, now: datetime, progress: Progress) -> list[Visit]:
    """Asks for every enabled feed that is not backed off, and for the pages that are due. Raises FeedsMistake,
    and UpdateUnderWay where what came could not be stored."""
    feeds = enabled_feeds(settings)
    with update_lock(settings.data):
        out = frozenset(key for one in read_ledger(ledger_file(settings)).removed for key in one.keys)
    sites = _by_site(feeds)
    visits: dict[str, Visit] = {}
    with _workers() as workers:
        found = workers.map(lambda site: _visit_site(settings, site, out, now), sites)
        for some in found:
            visits |= {one.feed.name: one for one in some}
            progress(len(visits), len(feeds))
    return [visits[feed.name] for feed in feeds]


def take_in(
    settings: Settings, visits: Sequence[Visit], now: datetime, progress: Progress, say: Say
) -> Polled:
    """Stores what came, remembers it, and updates the index. Raises the errors of the index; what was stored by
    then is taken up by its next update."""
    offers = [offer for one in visits for offer in one.offers]
    stored = store(settings, offers, False, now.date(), now) if offers else Stored()
    settled = frozenset(one.path for one in (*stored.out, *stored.set_aside))
    for one in visits:
        write_state(feed_states(settings), one.feed.url, one.state.settling(settled))
    added = indexed(settings, _told(stored, visits), progress, say)
    return Polled(added, tuple(_report(one, stored) for one in visits))


@contextmanager
def _workers() -> Iterator[ThreadPoolExecutor]:
    """Who is interrupted does not wait for the servers that are being asked."""
    workers = ThreadPoolExecutor(_AT_ONCE)
    try:
        yield workers
    finally:
        workers.shutdown(wait=False, cancel_futures=True)


def _by_site(feeds: Sequence[Feed]) -> list[list[Feed]]:
    sites: dict[str, list[Feed]] = defaultdict(list)
    for feed in feeds:
        sites[plain_host(urlsplit(feed.url).hostname or "")].append(feed)
    return list(sites.values())


def _visit_site(settings: Settings, feeds: Sequence[Feed], out: frozenset[str], now: datetime) -> list[Visit]:
    """Visits the feeds of one site, one after the other. That one failed is remembered at once: whatever becomes
    of this poll, its server is left alone."""
    fetcher, folder = Fetcher(rules_of(settings)), feed_states(settings)
    visits = []
    for feed in feeds:
        one = visit(feed, read_state(folder, feed.url), fetcher, out, now)
        if one.outcome is Outcome.FAILED:
            write_state(folder, feed.url, one.state)
        visits.append(one)
    return visits


def _told(stored: Stored, visits: Sequence[Visit]) -> Stored:
    """What of it is news: not that a page that was asked for again is as it was, nor that one stays out."""
    again = frozenset().union(*(one.again for one in visits))
    failed = tuple(skipped for one in visits for skipped in one.failed)
    copies = tuple(copy for copy in stored.copies if copy.path not in again)
    return replace(stored, copies=copies, out=(), failed=(*failed, *stored.failed))


def _report(one: Visit, stored: Stored) -> FeedReport:
    out = {skipped.path for skipped in stored.out}
    others = {copy.path for copy in stored.copies} | {aside.path for aside in stored.set_aside} | out
    given = [offer.given for offer in one.offers]
    return FeedReport(
        name=one.feed.name,
        url=one.feed.url,
        outcome=one.outcome,
        taken_in=len([address for address in given if address not in others]),
        waiting=one.waiting,
        kept_out=one.kept_out + len([address for address in given if address in out]),
        unusable=one.unusable,
        beyond=one.beyond,
        until=one.state.until,
        reason=one.reason,
    )
