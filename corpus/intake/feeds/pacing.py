"""Says when to ask again, after a failure or after all went well: pure."""

from collections.abc import Callable
from datetime import datetime, timedelta

SHORTEST = timedelta(minutes=30)
LONGEST = timedelta(days=1)
LONGEST_ASKED_FOR = timedelta(days=7)  # a server may want to be left alone for longer than this project would
JITTER = 0.1
_MOST_DOUBLED = 16


def wait_after(failures: int) -> timedelta:
    """Returns for how long to leave alone what failed so often in a row: half an hour, then twice as long each
    time, up to a day."""
    doubled = min(max(0, failures - 1), _MOST_DOUBLED)
    return min(SHORTEST * int(2**doubled), LONGEST)


def wait_asked(failures: int, seconds: float | None) -> timedelta:
    """Returns the same, or longer where a server asks for that, up to a week."""
    asked = timedelta(seconds=min(seconds or 0.0, LONGEST_ASKED_FOR.total_seconds()))
    return max(wait_after(failures), asked)


def next_poll(
    last: datetime | None, interval: timedelta, now: datetime, random: Callable[[], float]
) -> datetime:
    """Returns when to poll next, which is over where that is overdue: an interval after the last poll, a tenth of it
    earlier or later by chance, so that not all bots of the world ask at once. `random` gives [0, 1)."""
    return last + interval * (1 + JITTER * (2 * random() - 1)) if last else now
