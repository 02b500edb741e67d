"""Finds days, months and years in a text, in the languages of the articles."""

import re
from calendar import monthrange
from collections.abc import Iterator

from corpus.facts.folding import BARRIER, fold, hide
from corpus.facts.quantity_types import DayMention
from corpus.facts.types import Day

__all__ = ["DayMention", "days", "hide_days"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?<![A-Za-z])(?P<name{0}>(?i:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec))(?![A-Za-z])\.?"
)
_YEAR = r"(?P<year{0}>(?:19|20)[0-9]{{2}})(?![0-9])"
_ORDINAL = r"(?:st|nd|rd|th)?(?![A-Za-z0-9])"
_EARLIEST, _LATEST = 1950, 2099
# In the order in which they are tried at one place; the groups are numbered by the shape.
_SHAPES = (
    r"(?<![0-9A-Za-z./-])"
    + _YEAR
    + r"(?P<sep{0}>[-/.])(?P<month{0}>[0-9]{{1,2}})(?P=sep{0})(?P<day{0}>[0-9]{{1,2}})(?![0-9])(?![-/.][0-9])",
    r"(?<![0-9A-Za-z./-])" + _YEAR + r"-(?P<month{0}>0[1-9]|1[0-2])(?![0-9-])",
    r"(?<![0-9])"
    + _YEAR
    + r" ?[年년] ?(?P<month{0}>[0-9]{{1,2}}) ?[月월](?: ?(?P<day{0}>[0-9]{{1,2}}) ?[日号일])?",
    _NAME + r" {{0,2}}(?P<day{0}>[0-9]{{1,2}})" + _ORDINAL + r"(?:,? {{1,2}}|, ?)" + _YEAR,
    r"(?<![0-9.,$])(?P<day{0}>[0-9]{{1,2}})" + _ORDINAL + r"[ -](?:of )?" + _NAME + r",?[ -]{{1,2}}" + _YEAR,
    _NAME + r"(?:,| of)? {{0,2}}" + _YEAR,
    _NAME + r" {{1,2}}(?P<day{0}>[0-9]{{1,2}})" + _ORDINAL + r"(?![.,%][0-9]|[%$])",
    r"(?<![0-9.,$-])(?P<day{0}>[0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?" + _NAME,
    r"(?<![0-9])(?P<month{0}>[0-9]{{1,2}}) ?[月월] ?(?P<day{0}>[0-9]{{1,2}}) ?[日号일]",
    r"(?:(?i:q[1-4]|h[12])[ ,'/-]{{1,2}})" + _YEAR,
    r"(?<![0-9])" + _YEAR + r" ?[年년](?!代)(?:年?[底末初中]|上半年|下半年|第?[一二三四1-4]季度)?",
    r"(?<![A-Za-z])(?i:in|by|since|during|of|until|before|after|late|early|mid|end of|summer|autumn|fall|winter|spring)[ -]"
    + _YEAR
    + r"(?![-–0-9A-Za-z%]|[.,][0-9]| ?(?i:tokens?|k\b|parameters?))",
)
_ANY = re.compile("|".join(f"(?:{shape.format(number)})" for number, shape in enumerate(_SHAPES)))
_PARTS = ("year", "month", "day", "name")


def days(text: str, start: int = 0, end: int | None = None, reference: Day | None = None) -> list[DayMention]:
    """Returns the days, months and years named in ``text[start:end]`` in order.

    A day without a year ("April 16") takes the year named last before it in the text, else that of
    `reference`, and is left out without either. Days that do not exist are left out.
    """
    found: list[DayMention] = []
    year = reference.year if reference else None
    for match, parts in _dated(hide(fold(text[start:end]), line_start=False)):
        stated = parts.get("year")
        day = _day(stated or year, parts)
        if day is None:
            continue
        year = day.year
        found.append(DayMention(match.start() + start, match.end() + start, day, partial=stated is None))
    return found


def hide_days(folded: str) -> str:
    """Returns a folded text with its days blanked out, existing or not."""
    return _ANY.sub(lambda found: BARRIER * len(found[0]), folded)


def _dated(folded: str) -> Iterator[tuple[re.Match[str], dict[str, int]]]:
    for match in _ANY.finditer(folded):
        groups = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
        yield match, {name: _number(name, groups[name]) for name in _PARTS if name in groups}


def _number(name: str, value: str) -> int:
    return _MONTHS.index(value[:3].lower()) + 1 if name == "name" else int(value)


def _day(year: int | None, parts: dict[str, int]) -> Day | None:
    month, day = parts.get("name", parts.get("month", 0)), parts.get("day", 0)
    if year is None or not _EARLIEST <= year <= _LATEST or not 0 <= month <= 12:
        return None
    if "month" in parts and month == 0:
        return None
    if "day" in parts and not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Day(year, month, day)
