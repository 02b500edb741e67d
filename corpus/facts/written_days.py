"""The days that an article writes out in full, found again by what they are."""

from bisect import bisect_right
from collections.abc import Iterable

from corpus.facts.quantity_types import DayMention
from corpus.facts.types import Day, Span


class WrittenDays:
    """Days with their year, in the order in which they stand."""

    def __init__(self, days: Iterable[DayMention]) -> None:
        self._first: dict[Day, Span] = {}
        self._of_year: dict[int, list[Span]] = {}
        for mention in days:
            if not mention.partial:
                span = mention.start, mention.end
                self._first.setdefault(mention.day, span)
                self._of_year.setdefault(mention.day.year, []).append(span)

    def first(self, day: Day) -> Span | None:
        """Returns where the day is first written out, None where it is not."""
        return self._first.get(day)

    def of_year(self, year: int, at: int) -> Span | None:
        """Returns the last day of this year that ends before the offset `at`, else the first one behind it."""
        spans = self._of_year.get(year)
        if not spans:
            return None
        return spans[max(0, bisect_right(spans, at, key=lambda span: span[1]) - 1)]
