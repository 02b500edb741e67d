"""Chooses what of reported values can be drawn: pure."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.characters import one_line
from bot.plotting.types import Bar, Dot, Panel
from bot.rendering.values import attribute_said
from bot.types import EventRow, Row
from corpus.facts.types import Day, Status

_UNCONFIRMED = {Status.RUMOURED.value, Status.EXPECTED.value, Status.ANNOUNCED.value}
_LABEL, _SHOWN = 40, 60
MOST = 60  # bars or events of one picture: more can't be read


def panels(rows: Sequence[Row], language: str = "en") -> list[Panel]:
    """Returns a panel for each attribute and unit of which at least one value is a number."""
    by_measure: dict[tuple[str, str], list[Bar]] = {}
    for row in rows:
        if isinstance(row.value, int | float) and not isinstance(row.value, bool):
            title = attribute_said(row.attribute, row.benchmark, language)
            by_measure.setdefault((title, row.unit), []).append(_bar(row, float(row.value)))
    return [Panel(_title(*measure), tuple(bars[:MOST])) for measure, bars in by_measure.items()]


def dots(events: Iterable[EventRow]) -> list[Dot]:
    """Returns the events that have a date, as far as it is known; of many the latest."""
    return [_dot(event, event.date) for event in events if event.date][-MOST:]


def _title(name: str, unit: str) -> str:
    return one_line(f"{name} ({unit})" if unit else name, _SHOWN)


def _bar(row: Row, value: float) -> Bar:
    shown = f"{row.shown} ({row.note})" if row.note else row.shown
    return Bar(one_line(row.model, _LABEL), value, one_line(shown, _SHOWN), row.status not in _UNCONFIRMED)


def _dot(event: EventRow, day: str) -> Dot:
    first, last = _ends(day)
    label = one_line(f"{day}  {event.model}: {event.what}", _SHOWN + _LABEL)
    return Dot(label, first, last, event.status not in _UNCONFIRMED)


def _ends(day: str) -> tuple[date, date]:
    found = Day(*(int(part) for part in day.split("-")))
    return found.earliest, found.latest
