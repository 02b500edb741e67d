"""Polls the feeds now and then, beside the answering, as long as the bot runs."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.funnel import KNOWN
from bot.updating.runner import Updates
from bot.updating.types import Job, Kind, UpdateRunning

LOOK = 300.0  # seconds, at most, until the list of feeds is looked at again, which may have changed
AGAIN = 60.0  # seconds until the next attempt where another update is under way
WHO = "the feeds"
_log = logging.getLogger(__name__)
Due = Callable[[datetime | None, datetime], datetime | None]


class Feeding:
    """`due` says when to poll next, given when that was last tried and what time it is; None: no feed is enabled.
    It reads files, so it is asked in a thread. `renew` takes a new index up."""

    def __init__(
        self,
        due: Due,
        updates: Updates,
        renew: Callable[[], Awaitable[object]],
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._due = due
        self._updates = updates
        self._renew = renew
        self._clock = clock
        self._sleep = sleep
        self._tried: datetime | None = None
        self._said = ""

    async def go_on(self) -> None:
        """Polls when it is time, until it is cancelled. What fails is logged, and tried again."""
        while True:
            try:
                wait = await self._step()
            except KNOWN as error:
                self._say(str(error))
                wait = LOOK
            await self._sleep(wait)

    async def _step(self) -> float:
        """Polls if it is time; returns how many seconds to wait."""
        now = self._clock()
        due = await asyncio.to_thread(self._due, self._tried, now)
        if due is None or due > now:
            return LOOK if due is None else min(LOOK, (due - now).total_seconds())
        before, self._tried = self._tried, now
        try:
            finished = await self._updates.run(Job(Kind.FEEDS, WHO), lambda _: None)
        except UpdateRunning:
            self._tried = before
            return AGAIN
        for failure in finished.failures:
            _log.warning("%s", failure)
        await self._renew()
        return 0.0

    def _say(self, sentence: str) -> None:
        if sentence != self._said:
            _log.warning("the feeds were not polled: %s", sentence)
        self._said = sentence
