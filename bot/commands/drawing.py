"""Draws what a command found, where there is something to draw."""

from collections.abc import Callable, Sequence
from pathlib import Path

from bot.plotting.writing import write_picture
from bot.rendering.pictures import dots, panels
from bot.types import EventRow, NotDrawn, Row

_NOTHING = "there is no number to draw, so no picture was made"
_NO_DATE = "there is no dated event to draw, so no picture was made"


def draw_rows(path: Path, title: str, rows: Sequence[Row], say: Callable[[str], None]) -> None:
    """Draws the numbers among the rows. Raises NotDrawn where there is none or the file can't be written."""
    found = panels(rows)
    if not found:
        raise NotDrawn(_NOTHING)
    # Deferred: matplotlib takes most of a second, and only pictures need it.
    from bot.plotting.charts import draw_panels

    write_picture(path, draw_panels(title, found, say))


def draw_events(path: Path, title: str, events: Sequence[EventRow], say: Callable[[str], None]) -> None:
    """Draws the dated events. Raises NotDrawn where there is none or the file can't be written."""
    found = dots(events)
    if not found:
        raise NotDrawn(_NO_DATE)
    # Deferred: as above.
    from bot.plotting.charts import draw_dots

    write_picture(path, draw_dots(title, found, say))
