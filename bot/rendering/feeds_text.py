"""What a poll of the feeds did, for people."""

from bot.characters import one_line
from bot.rendering.added_text import added_text
from bot.taking_in.types import FeedReport, Polled


def polled_text(polled: Polled, width: int | None) -> str:
    """Returns a line for each feed, then all that `add` tells."""
    return "\n".join([*map(_line, polled.feeds), added_text(polled.added, width)])


def _line(feed: FeedReport) -> str:
    counts = {
        "taken in": feed.taken_in,
        "wait for the next poll": feed.waiting,
        "kept out": feed.kept_out,
        "lead to no page": feed.unusable,
        "are more than are read": feed.beyond,
    }
    said = [f"{count} {what}" for what, count in counts.items() if count]
    told = ", ".join([feed.outcome.value, *said])
    reason = f": {feed.reason}" if feed.reason else ""
    until = f" It is left alone until {feed.until:%Y-%m-%d %H:%M} UTC." if feed.until else ""
    dot = "." if until and not reason else ""
    return f"{one_line(feed.name)}: {one_line(told + reason)}{dot}{until}"
