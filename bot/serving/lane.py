"""Threads with a bounded queue before them: the one way from the event loop to work that takes long."""

import asyncio
import math
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from statistics import median
from typing import Any, TypeVar

from bot.serving.types import Busy, TooLate

T = TypeVar("T")
_REMEMBERED = 50  # durations that the time to wait is estimated by
_TELLING = 5  # durations, before which the estimate says too little to decline by


class Lane:
    """Does things in threads, first come first served. At most `room` are waiting or being done."""

    def __init__(self, name: str, threads: int, room: int) -> None:
        self._threads = threads
        self._room = room
        self._pool = ThreadPoolExecutor(threads, name)
        self._jobs: set[Future[Any]] = set()
        self._seconds: deque[float] = deque(maxlen=_REMEMBERED)

    async def run(self, act: Callable[[], T], seconds: float) -> T:
        """Returns what `act` returns. Raises what it raises; Busy where there is no room; TooLate after
        `seconds`. What is given up, or cancelled, while it waits is never begun."""
        self.check(seconds)
        job = self._pool.submit(self._timed, act)
        self._jobs.add(job)
        job.add_done_callback(self._jobs.discard)
        try:
            return await asyncio.wait_for(asyncio.wrap_future(job), seconds)
        except TimeoutError as error:
            if job.done() and not job.cancelled():
                raise  # it is an error of the work's own
            raise TooLate(seconds) from error

    def check(self, seconds: float) -> None:
        """Raises Busy where there is no room, or where what is waiting will take longer than `seconds`."""
        wait, known = self.wait(), len(self._seconds) >= _TELLING
        if len(self._jobs) >= self._room or (known and wait > max(1.0, seconds)):
            raise Busy(wait)

    @property
    def waiting(self) -> int:
        """How many are waiting or being done."""
        return len(self._jobs)

    def wait(self) -> int:
        """Returns in how many seconds, at least one, what is waiting now is likely done."""
        each = median(self._seconds) if self._seconds else 1.0
        return max(1, math.ceil(each * len(self._jobs) / self._threads))

    def close(self) -> None:
        """Ends it: what waits is never begun, what is being done is not waited for."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _timed(self, act: Callable[[], T]) -> T:
        began = time.perf_counter()
        try:
            return act()
        finally:
            self._seconds.append(time.perf_counter() - began)
