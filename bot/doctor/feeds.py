"""Looks at the lists of feeds."""

from bot.places import feed_states, feeds_file
from bot.rendering.counted import counted
from bot.settings import Settings
from corpus.intake.feeds.listing import read_feeds
from corpus.intake.feeds.state import read_state


def feeds_found(settings: Settings) -> tuple[bool, str]:
    """Counts the feeds, and names those that failed when they were last polled. Raises FeedsMistake."""
    feeds, folder = read_feeds(feeds_file(settings)), feed_states(settings)
    enabled = [feed for feed in feeds if feed.enabled]
    if not enabled:
        return True, f"{len(feeds)} are known, none is enabled: do so in {feeds_file(settings)}"
    failing = [feed.name for feed in enabled if read_state(folder, feed.url).failures]
    found = f"{len(feeds)} are known, {len(enabled)} enabled"
    said = ", ".join(failing)
    mend = f"; {counted(len(failing), 'feed')} failed when last polled ({said}): `modelscape feeds` says why"
    return True, found + (mend if failing else "")
