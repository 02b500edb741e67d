"""Says when a running bot is to poll the feeds next."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.places import feed_states
from bot.settings import Settings
from bot.taking_in.polling import enabled_feeds
from corpus.intake.feeds.pacing import next_poll
from corpus.intake.feeds.state import read_state


def next_due(
    settings: Settings, tried: datetime | None, now: datetime, random: Callable[[], float]
) -> datetime | None:
    """Returns when to run `feeds` next, a moment that is over where it is time; None where no feed is enabled, or
    polling is turned off. `tried` is when this process last did so, with whatever end; `random` gives [0, 1).
    Raises FeedsMistake."""
    if not settings.feeds_interval:
        return None
    feeds = enabled_feeds(settings)
    states = (read_state(feed_states(settings), feed.url) for feed in feeds)
    last = max((moment for moment in (tried, *(s.polled for s in states)) if moment), default=None)
    interval = timedelta(minutes=settings.feeds_interval)
    return next_poll(last, interval, now, random) if feeds else None
