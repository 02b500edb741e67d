"""What is shown and kept, of models that don't exist."""

from datetime import UTC, datetime

from bot.showing.types import Page, Panel, Picture, Shown
from bot.state.types import Exchange

PICTURE = Picture("chart.png", b"png", "a chart")
SHOWN = Shown(
    (Page("Quartz 7 9M tokens [1]"), Page("more")), (Page("“9M tokens”"), Page("“more”")), (PICTURE,)
)
EXCHANGE = Exchange(
    id="0123456789abcdef",
    server=1,
    channel=2,
    asker=3,
    message=None,
    said="Quartz 7's window?",
    language="en",
    private=False,
    pages=(Page("one", (Panel(description="a list", picture="chart.png"),)), Page("two")),
    sources=(Page("quote"), Page("another")),
    at=datetime.now(UTC),
)
