"""Exchanges and watches to keep."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.showing.types import Field, Page, Panel
from bot.state.types import Exchange, NewWatch, Point

NOON = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)
BIG = 2**62 + 1  # a number of Discord's, which no 32 bits hold
PAGE = Page(
    "**通义** [1]",
    (Panel("Rows", "two", (Field("Kimi K2.5", "256K [1]", True),), "as of today", "chart.png"), Panel()),
)


def exchange(**changed: Any) -> Exchange:
    return replace(
        Exchange(
            "a1", BIG, BIG + 1, BIG + 2, None, "context of Kimi?", "en", False, (PAGE, Page("2")), (), NOON
        ),
        **changed,
    )


def watch(**changed: Any) -> NewWatch:
    new = NewWatch(BIG, BIG + 1, BIG + 2, '{"developer": "Meta"}', "zh", Point(3, NOON), NOON)
    return replace(new, **changed)


def later(**spans: int) -> datetime:
    return NOON + timedelta(**spans)
