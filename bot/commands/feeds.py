"""`feeds`: polls the feeds that are enabled."""

from argparse import Namespace
from contextlib import ExitStack
from datetime import UTC, datetime

from bot.characters import one_line
from bot.commands.printing import show_json, show_text, terminal_width
from bot.places import SHIPPED_FEEDS, feeds_file
from bot.progress import progress
from bot.rendering.as_json import polled_json
from bot.rendering.feeds_text import polled_text
from bot.settings import Settings
from bot.streams import say
from bot.taking_in.polling import take_in, visit_feeds
from bot.taking_in.types import Polled
from corpus.intake.feeds.visiting import Outcome


def run(arguments: Namespace, settings: Settings, _: ExitStack) -> int:
    """Polls each feed once and takes in what is new; returns 1 where a feed or an article in it failed."""
    now = datetime.now(UTC)
    with progress("feeds") as show:
        visits = visit_feeds(settings, now, show)
    with progress("passages") as show:
        polled = take_in(settings, visits, now, show, say)
    if arguments.json:
        show_json(polled_json(polled))
    else:
        show_text(polled_text(polled, terminal_width()))
    if not visits:
        say(
            f"no feed is enabled: do so in {feeds_file(settings)}; {SHIPPED_FEEDS} lists those that are known"
        )
    return _failures(polled)


def _failures(polled: Polled) -> int:
    failed = [feed for feed in polled.feeds if feed.outcome is Outcome.FAILED]
    for feed in failed:
        say(f"the feed {one_line(feed.name)} could not be polled: {one_line(feed.reason or '')}")
    for one in polled.added.stored.failed:
        say(f"{one_line(one.path, 200)} was not taken in: {one_line(one.reason)}")
    return 1 if failed or polled.added.stored.failed else 0
