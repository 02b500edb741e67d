"""Draws pictures for messages in a thread of their own, which takes most of a second, one at a time."""

import logging
from collections.abc import Callable

from bot.serving.lane import Lane
from bot.serving.types import Busy, TooLate
from bot.showing.pictures import Say, warm
from bot.showing.types import Picture

_ROOM, _SECONDS = 10, 15.0
_log = logging.getLogger(__name__)


class Drawing:
    """Draws what a command found. A picture is a help, not the answer: where it can't be had, there is none."""

    def __init__(self) -> None:
        self._lane = Lane("pictures", 1, _ROOM)

    async def drawn(self, draw: Callable[[Say], Picture | None]) -> Picture | None:
        """Returns what `draw` returns, which is told where to say what is wrong with it."""
        try:
            return await self._lane.run(lambda: draw(_log.info), _SECONDS)
        except (Busy, TooLate) as error:
            _log.warning("a picture was not drawn: %s", error)
            return None

    async def warm(self) -> None:
        """Imports what draws, which the first picture would wait for."""
        await self.drawn(warm)

    def close(self) -> None:
        """Ends its thread."""
        self._lane.close()
