"""Finds days, months and years in a text, in the languages of the articles."""

from calendar import monthrange

from corpus.facts.day_shapes import parts
from corpus.facts.even import Even, even
from corpus.facts.quantity_types import DayMention
from corpus.facts.types import Day

__all__ = ["DayMention", "days", "days_of"]

_EARLIEST, _LATEST = 1950, 2099
_HALF_A_YEAR = 183
_SHORTLY = 300  # characters behind a year that may still speak of it


def days(text: str, start: int = 0, end: int | None = None, reference: Day | None = None) -> list[DayMention]:
    """Returns the days, months and years named in ``text[start:end]`` in order.

    A day without a year ("April 16") takes the year stated shortly before it, else the one that brings it
    nearest to `reference` (its year alone where that is all it has), else the one stated last in this part,
    and is left out without any. Days that do not exist are left out.
    """
    return days_of(even(text, start, end), reference)


def days_of(part: Even, reference: Day | None = None) -> list[DayMention]:
    """Returns what `days` does of a part that was made even."""
    found: list[DayMention] = []
    year, stated_at = None, 0
    for match in part.days:
        numbers = parts(match)
        stated = numbers.get("year")
        if stated is not None:
            day = _day(stated, numbers)
            year, stated_at = (stated, match.end()) if day else (year, stated_at)
        elif year and (reference is None or match.start() - stated_at <= _SHORTLY):
            day = _day(year, numbers)
        else:
            day = _nearest(numbers, reference)
        if day is not None:
            start, end = match.span()
            found.append(DayMention(part.start + start, part.start + end, day, partial=stated is None))
    return found


def _nearest(numbers: dict[str, int], reference: Day | None) -> Day | None:
    if reference is None:
        return None
    day = _day(reference.year, numbers)
    if day is None or not reference.month:
        return day
    distance = (day.earliest - reference.earliest).days
    if abs(distance) <= _HALF_A_YEAR:
        return day
    return _day(reference.year - 1 if distance > 0 else reference.year + 1, numbers)


def _day(year: int, numbers: dict[str, int]) -> Day | None:
    """Returns the day, None where there is none such."""
    month, day = numbers.get("month"), numbers.get("day")
    if not _EARLIEST <= year <= _LATEST or (month is not None and not 1 <= month <= 12):
        return None
    if day is not None and (month is None or not 1 <= day <= monthrange(year, month)[1]):
        return None
    return Day(year, month or 0, day or 0)
