"""Shows how far long work has come: a bar on a terminal, else a line now and then."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.streams import is_terminal, say

PAUSE = 10.0  # seconds between two lines
Progress = Callable[[int, int], None]  # how much is done, of how much


@contextmanager
def progress(what: str) -> Iterator[Progress]:
    """Yields what is told of the progress; `what` names the things counted. A bar is closed at the end."""
    if not is_terminal(sys.stderr):
        yield Lines(what, say, time.monotonic)
        return
    # Deferred: only a terminal has a bar.
    from tqdm import tqdm

    with tqdm(unit=f" {what}", file=sys.stderr, leave=False, dynamic_ncols=True, delay=0.5) as bar:

        def show(done: int, of: int) -> None:
            bar.total = of
            bar.update(done - bar.n)

        yield show


class Lines:
    """Says how far the work has come, at most every ten seconds and not before ten have passed."""

    def __init__(self, what: str, say: Callable[[str], None], clock: Callable[[], float]) -> None:
        self._what = what
        self._say = say
        self._clock = clock
        self._last = clock()

    def __call__(self, done: int, of: int) -> None:
        now = self._clock()
        if now - self._last >= PAUSE:
            self._last = now
            self._say(f"{done} of {of} {self._what}")
