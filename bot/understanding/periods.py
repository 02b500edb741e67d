"""Days, months and years as spans of days."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.facts.types import Day

_LEADING = re.compile(r"(?:in|by|since|during|of|until|before|after)[ -](?=\d)")
_PART = re.compile(
    r"(?P<half>h1|上半年)|(?P<half2>h2|下半年)|q(?P<quarter>[1-4])|第?(?P<han>[一二三四1-4])季度"
)
_VAGUE = re.compile(r"early|late|mid|end|summer|autumn|fall|winter|spring|[初末底中]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(
    r"(?<![a-z])(?:(?P<name>january|february|march|april|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|(?<=in )may|(?<=since )may|(?<=and )may|(?<=from )may)"
    r"(?![a-z])|(?<![\d年])(?P<number>1[0-2]|[1-9]) ?月(?!\d))"
)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last."""

    since: date
    until: date


def leading(written: str) -> int:
    """Returns how many characters of a date as it is written ("since 2025") are a word before it."""
    found = _LEADING.match(written)
    return found.end() if found else 0


def period_of_day(day: Day, written: str) -> Period | None:
    """Returns all days that it may be, of a quarter or half year too; None for a vague one ("early 2026")."""
    part = _PART.search(written)
    if part and not day.month:
        return _part_of(day.year, part)
    return None if _VAGUE.search(written) and not day.month else Period(day.earliest, day.latest)


def months_in(lowered: str) -> list[tuple[int, int, int]]:
    """Returns start, end and number of the months that are written, with or without a year."""
    return [(m.start(), m.end(), _number(m)) for m in _MONTH.finditer(lowered)]


def period_of_month(month: int, year: int | None, today: date) -> Period:
    """Returns the month of the year, or the last one of that name that has begun."""
    stated = year or today.year - (month > today.month)
    return _month(stated * 12 + month - 1)


def period_of_word(word: str, today: date) -> Period:
    """Returns what "last_month", "past_week" and the like mean on a day."""
    which, _, unit = word.partition("_")
    if which == "past":
        return Period(today - timedelta(days=7 if unit == "week" else 30), today)
    step = {"last": -1, "next": 1}.get(which, 0)
    if unit == "week":
        return _week(today + timedelta(weeks=step))
    if unit == "month":
        return _month(today.year * 12 + today.month - 1 + step)
    if unit == "year":
        return Period(date(today.year + step, 1, 1), date(today.year + step, 12, 31))
    day = today - timedelta(days=1) if which == "yesterday" else today
    return Period(day, day)


def _part_of(year: int, part: re.Match[str]) -> Period:
    quarter = part["quarter"] or part["han"]
    if quarter:
        last = 3 * ("一二三四".find(quarter) + 1 or int(quarter))
        first = last - 2
    else:
        first, last = (1, 6) if part["half"] else (7, 12)
    return Period(date(year, first, 1), _month(year * 12 + last - 1).until)


def _number(month: re.Match[str]) -> int:
    return _MONTHS.index(month["name"][:3]) + 1 if month["name"] else int(month["number"])


def _week(day: date) -> Period:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def _month(count: int) -> Period:
    year, month = divmod(count, 12)
    return Period(date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]))
