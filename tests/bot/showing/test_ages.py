from datetime import date, timedelta

import pytest

from bot.showing.ages import age
from bot.showing.pages import phrases_for

TODAY = date(2031, 5, 4)


@pytest.mark.parametrize(
    ("days", "english", "chinese"),
    [
        (-1, "", ""),
        (0, "today", "今天"),
        (1, "yesterday", "昨天"),
        (2, "2 days ago", "2 天前"),
        (13, "13 days ago", "13 天前"),
        (14, "2 weeks ago", "2 周前"),
        (21, "3 weeks ago", "3 周前"),
        (59, "8 weeks ago", "8 周前"),
        (60, "2 months ago", "2 个月前"),
        (729, "24 months ago", "24 个月前"),
        (730, "2 years ago", "2 年前"),
    ],
)
def test_an_age_is_told_in_days_weeks_months_or_years(days: int, english: str, chinese: str) -> None:
    published = TODAY - timedelta(days=days)
    assert age(published, TODAY, phrases_for("en")) == english
    assert age(published, TODAY, phrases_for("zh")) == chinese
