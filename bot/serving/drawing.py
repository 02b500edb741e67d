"""Draws pictures for messages, in a thread of their own: matplotlib takes most of a second, and draws one at a time."""

import logging
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.plotting.types import Bar, Dot, Panel
from bot.rendering.pictures import dots, panels
from bot.serving.lane import Lane
from bot.serving.types import Busy, TooLate
from bot.showing.types import Picture
from bot.types import EventRow, NotDrawn, Row

_ROOM, _SECONDS = 10, 15.0
_log = logging.getLogger(__name__)
Draw = Callable[[Path], None]


class Drawing:
    """Draws what a command found. A picture is a help, not the answer: where it can't be had, there is none."""

    def __init__(self) -> None:
        self._lane = Lane("pictures", 1, _ROOM)

    async def rows(self, title: str, rows: Sequence[Row]) -> Picture | None:
        """Draws the numbers among the rows; returns None where there is none."""
        found = panels(rows)
        return await self._drawn(title, lambda path: _panels(path, title, found)) if found else None

    async def events(self, title: str, events: Sequence[EventRow]) -> Picture | None:
        """Draws the dated events; returns None where there is none."""
        found = dots(events)
        return await self._drawn(title, lambda path: _dots(path, title, found)) if found else None

    def close(self) -> None:
        """Ends its thread."""
        self._lane.close()

    async def warm(self) -> None:
        """Imports what draws, which the first picture would wait for."""
        await self._drawn("", lambda path: _panels(path, "", [Panel("", (Bar("", 1, ""),))]))

    async def _drawn(self, title: str, draw: Draw) -> Picture | None:
        try:
            data = await self._lane.run(lambda: _bytes(draw), _SECONDS)
        except (NotDrawn, Busy, TooLate) as error:
            _log.warning("a picture was not drawn: %s", error)
            return None
        return Picture("picture.png", data, title)


def _bytes(draw: Draw) -> bytes:
    with tempfile.TemporaryDirectory(prefix="modelscape-") as folder:
        path = Path(folder) / "picture.png"
        draw(path)
        return path.read_bytes()


def _panels(path: Path, title: str, found: Sequence[Panel]) -> None:
    # Deferred: importing matplotlib looks at the machine's fonts, and only who draws needs it.
    from bot.plotting.charts import draw_panels

    draw_panels(path, title, found, _log.info)


def _dots(path: Path, title: str, found: Sequence[Dot]) -> None:
    # Deferred: as above.
    from bot.plotting.charts import draw_dots

    draw_dots(path, title, found, _log.info)
