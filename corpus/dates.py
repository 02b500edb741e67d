"""Reads a day as people write it, in four languages, and says what is wrong with one that can't be."""

import re
import unicodedata
from datetime import date, datetime, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR, _DAY = r"(?P<year>\d{4,9})(?!\d)", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"(?<!\d)(?P<year>\d{4,9})(?P<between>[-/.])(?P<month>\d{1,2})(?P=between)(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year>\d{4,9})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日号號일]",
        rf"\b{_MONTH}\s{{0,3}}{_DAY},?\s{{1,3}}{_YEAR}",
        rf"(?<!\d){_DAY}\s{{1,3}}(?:of\s)?{_MONTH},?\s{{1,3}}{_YEAR}",
        r"^(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?=$|T\d)",
    )
)
_TIME = re.compile(
    r"(?:T|\s|,|at)*(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-6]\d(?:[.,]\d{1,9})?)?\s*(?:[AP]\.?M\.?)?"
    r"\s*(?:Z|[A-Z]{2,5}|\(?(?:UTC|GMT)?\s*[+-]\d\d?:?(?:\d\d)?\)?)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?|[(（]?(?:星期|周|週)?[一二三四五六日天月火水木金土](?:曜日)?[)）]?",
    re.I,
)
_LONGEST = 200
_EARLIEST = 1950
_AHEAD = timedelta(days=2)


def read_date(value: object, today: date) -> tuple[date | None, str | None]:
    """Returns the day, None where it is not known, and a warning, None where all is well.

    A day that exists followed by a time that does not is that day, with a warning; a day ahead of `today`
    by more than two days stays, with a warning.
    """
    if value is None or value == "":
        return None, None
    if isinstance(value, datetime):
        return _checked(value.date(), today, None)
    if isinstance(value, date):
        return _checked(value, today, None)
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None, "The date is not a date; write it as 2026-02-11."
    return _read(unicodedata.normalize("NFKC", str(value)[:_LONGEST]).strip(), today)


def find_dates(text: str) -> list[re.Match[str]]:
    """Returns every full date in a text, existing or not, in the order of their places."""
    found = {match.start(): match for shape in _SHAPES for match in shape.finditer(text)}
    return [found[start] for start in sorted(found)]


def _read(text: str, today: date) -> tuple[date | None, str | None]:
    matches = find_dates(text)
    if len(matches) != 1:
        wrong = "holds more than one date" if matches else "is not a full date that can be read"
        return None, f"The date {text[:60]!r} {wrong} and is taken as unknown; write it as 2026-02-11."
    day = _day(matches[0])
    if day is None or day.year < _EARLIEST:
        return None, f"The date {text[:60]!r} does not exist and is taken as unknown; write it as 2026-02-11."
    before, after = text[: matches[0].start()].strip(), text[matches[0].end() :].strip()
    return _checked(day, today, None if _weekday(before) and _time(after) else _ignored(before, after, day))


def _day(match: re.Match[str]) -> date | None:
    named = match.groupdict().get("name")
    month = _MONTHS.index(named[:3].lower()) + 1 if named else int(match["month"])
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except (ValueError, OverflowError):
        return None


def _weekday(text: str) -> bool:
    return not text or _WEEKDAY.fullmatch(text) is not None


def _time(text: str) -> bool:
    return _weekday(text) or _TIME.fullmatch(text) is not None


def _ignored(before: str, after: str, day: date) -> str:
    odd = " ".join(part for part in (before, after) if part)
    return (
        f"The date was read as {day}; {odd[:60]!r} beside it could not be read and was ignored; leave it out."
    )


def _checked(day: date, today: date, warning: str | None) -> tuple[date | None, str | None]:
    if day.year < _EARLIEST:
        return (
            None,
            f"The date {day} is too early to be right and is taken as unknown; write it as 2026-02-11.",
        )
    if day - today > _AHEAD:
        return day, f"The date {day} lies in the future; see that it is right."
    return day, warning
