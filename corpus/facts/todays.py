"""Days that are told from the day of publication: "today", "yesterday", "the same day"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import timedelta

from corpus.facts.quantity_types import DayMention
from corpus.facts.types import Day

_TOLD = re.compile(
    r"(?P<today>(?<![A-Za-z])(?i:today)(?!['’]s|[A-Za-z])|今日(?!头条|頭條)|今天(?!的)|本日|오늘(?!의|날))"
    r"|(?P<yesterday>(?<![A-Za-z])(?i:yesterday)(?!['’]s|[A-Za-z])|昨日|昨天|어제(?!의))"
    r"|(?P<same>(?<![A-Za-z])(?i:the\ssame\sday)(?![A-Za-z])|同日|同一天|当天(?!的)|當天(?!的)|같은 날)"
)
_SHORTLY = 1_000  # characters behind a day that "the same day" may still mean


def todays(text: str, start: int, published: Day | None, days: Sequence[DayMention]) -> Iterator[DayMention]:
    """Yields the days that are told so in ``text[start:]``, none where the day of publication is not known.
    `days` are those that are written out, in order: the same day is the last of them, if one stands near."""
    if published is None or not published.day:
        return
    for found in _TOLD.finditer(text, start):
        day = published
        if found["yesterday"]:
            before = published.earliest - timedelta(days=1)
            day = Day(before.year, before.month, before.day)
        if found["same"]:
            day = _last_before(found.start(), days) or published
        yield DayMention(found.start(), found.end(), day, partial=True)


def _last_before(at: int, days: Sequence[DayMention]) -> Day | None:
    for number in range(bisect_left(days, at, key=lambda d: d.start) - 1, -1, -1):
        if at - days[number].end > _SHORTLY:
            return None
        if days[number].day.day:
            return days[number].day
    return None
