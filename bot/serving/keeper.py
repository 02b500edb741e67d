"""Takes new generations of the index up, beside the answering."""

import asyncio
import logging
from collections.abc import Callable, Sequence

from bot.funnel import KNOWN
from bot.serving.lane import Lane
from bot.serving.tidying import untroubled
from index.types import NoIndex

_EVERY, _SELDOM = 5.0, 300.0  # seconds between looking, and after failures
_MOST = 600.0  # seconds that taking one up may take
_log = logging.getLogger(__name__)


class Keeper:
    """Takes up what is new in a thread of its own. Each step looks whether its part is old, takes up a new one
    then, and says whether it did; the first is the one without which nothing can be answered."""

    def __init__(self, steps: Sequence[Callable[[], bool]], warm: Callable[[], None]) -> None:
        """`warm` does what holds everything up, and is called once, at the beginning."""
        self._steps = steps
        self._warm = warm
        self._lane = Lane("keeper", 1, 100)
        self._said = ""

    async def begin(self) -> None:
        """Warms up, and takes the first step. Raises NoIndex where there is no index, StoreError and the like."""
        await self._lane.run(self._warm, _MOST)
        await self._lane.run(lambda: _taken_up(self._steps[:1]), _MOST)

    async def renew(self) -> bool:
        """Takes up a newer generation now; says whether there was one. Raises as `begin`."""
        return await self._lane.run(lambda: _taken_up(self._steps), _MOST)

    async def keep(self) -> None:
        """Renews until it is cancelled. What can't be taken up is logged once, and the old one answers."""
        pause = _EVERY
        while True:
            try:
                await self.renew()
                self._said, pause = "", _EVERY
            except NoIndex:
                pause = _EVERY
            except KNOWN as error:
                self._say(str(error))
                pause = min(2 * pause, _SELDOM)
            await asyncio.sleep(pause)

    def close(self) -> None:
        """Ends its thread."""
        self._lane.close()

    def _say(self, sentence: str) -> None:
        if sentence != self._said:
            _log.warning("the newest generation can't be taken up: %s", sentence)
        self._said = sentence


def _taken_up(steps: Sequence[Callable[[], bool]]) -> bool:
    """Takes the steps; says whether one of them took something up."""
    return untroubled(lambda: sum(step() for step in steps) > 0)
