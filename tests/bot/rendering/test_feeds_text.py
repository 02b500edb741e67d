from datetime import UTC, datetime

import pytest

from bot.rendering.feeds_text import polled_text
from bot.taking_in.types import Added, FeedReport, Polled, Stored
from corpus.intake.feeds.visiting import Outcome
from index.sync.report import Report

REPORT = Report(3, 9, 5, 1, 0, 2, 0, (), (), 4, 1.0)
UNTIL = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("feed", "line"),
    [
        (FeedReport("Kestrel", "u", Outcome.UNCHANGED), "Kestrel: unchanged"),
        (
            FeedReport(
                "Kestrel", "u", Outcome.POLLED, taken_in=3, waiting=7, kept_out=1, unusable=2, beyond=9
            ),
            "Kestrel: polled, 3 taken in, 7 wait for the next poll, 1 kept out, 2 lead to no page,"
            " 9 are more than are read",
        ),
        (
            FeedReport("Kestrel", "u", Outcome.FAILED, until=UNTIL, reason="It is\x1b[31m gone."),
            "Kestrel: failed: It is\ufffd[31m gone. It is left alone until 2026-03-02 12:30 UTC.",
        ),
        (
            FeedReport("Kestrel", "u", Outcome.BACKED_OFF, until=UNTIL),
            "Kestrel: backed off. It is left alone until 2026-03-02 12:30 UTC.",
        ),
    ],
)
def test_each_feed_has_a_line_that_says_what_came_of_it(feed: FeedReport, line: str) -> None:
    lines = polled_text(Polled(Added(Stored(), REPORT), (feed,)), None).splitlines()
    assert lines[0] == line
    assert lines[1].startswith("3 articles, 9 passages")
