"""How days, months and years are written, in the languages of the articles."""

import re
from functools import cache
from itertools import count

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Where a shape may stand; `{}` is the number of the shape, so that its groups have names of their own.
_NOT_WITHIN = r"(?<![0-9A-Za-z./-])"
_NAME = (
    r"(?<![A-Za-z])(?P<name{0}>(?i:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec))(?![A-Za-z])\.?"
)
_CAPITAL_NAME = _NAME.replace("(?P<name{0}>", "(?=[A-Z])(?P<name{0}>")  # "may 5 models" is no day
_YEAR = r"(?P<year{0}>(?:19|20)[0-9]{{2}})(?![0-9])"
_MONTH, _DAY = r"(?P<month{0}>[0-9]{{1,2}})", r"(?P<day{0}>[0-9]{{1,2}})"
_ORDINAL = r"(?:st|nd|rd|th)?(?![A-Za-z0-9])"
_UNTIL = r"(?: ?[-–] ?[0-9]{{1,2}}" + _ORDINAL + ")?"  # "February 5-7, 2026" begins on the 5th
_NO_NUMBER = r"(?![.,%][0-9]|[%$KMBT]| ?(?i:million|billion|tokens?))"
_TIME_OF_YEAR = (
    r"(?<![A-Za-z])(?i:in|by|since|during|of|until|before|after|from|late|early|mid|end|start|beginning"
    r"|summer|autumn|fall|winter|spring|year)"
)
# The fuller ones first, by what they begin with: an expression passes over most places of a text at a glance
# at the first character.
_FROM_A_DIGIT = (
    _NOT_WITHIN + _YEAR + r"(?P<sep{0}>[-/.])" + _MONTH + "(?P=sep{0})" + _DAY + r"(?![0-9])(?![-/.][0-9])",
    r"(?<![0-9])" + _YEAR + r" ?[年년] ?" + _MONTH + " ?[月월](?: ?" + _DAY + " ?[日号일])?",
    r"(?<![0-9.,$])" + _DAY + _ORDINAL + r"[ -](?:of )?" + _NAME + r",?[ -]{{1,2}}" + _YEAR,
    _NOT_WITHIN + _YEAR + r"-(?P<month{0}>0[1-9]|1[0-2])(?![0-9-])",
    r"(?<![0-9.,$-])" + _DAY + r"(?:st|nd|rd|th)? (?:of )?" + _CAPITAL_NAME,
    r"(?<![0-9./])" + _MONTH + " ?[月월] ?" + _DAY + " ?[日号일]",
    r"(?<![0-9A-Za-z])" + _YEAR + r"[ -]?(?i:q[1-4]|h[12])(?![0-9A-Za-z])",
    r"(?<![0-9])" + _YEAR + r" ?[年년]?的? ?(?P<first{0}>元旦|元日|新正)",
    r"(?<![0-9])" + _YEAR + r" ?[年년](?!代)(?:年?[底末初中]|上半年|下半年|第?[一二三四1-4]季度)?",
)
_NEW_YEAR = r"(?P<first{0}>(?i:new year['’]?s day))(?![A-Za-z])"
_FROM_A_LETTER = (
    _NEW_YEAR + "(?:,? (?:of |in )?| ?[(])" + _YEAR,
    _NEW_YEAR,
    _NAME + r" {{0,2}}" + _DAY + _ORDINAL + _UNTIL + r"(?:,? {{1,2}}|, ?)" + _YEAR,
    _NAME + r"(?:,| of)?[ -]{{0,2}}" + _YEAR,
    _CAPITAL_NAME + r" {{1,2}}" + _DAY + _ORDINAL + _NO_NUMBER,
    _TIME_OF_YEAR + r"(?: of)?[ -]" + _YEAR + r"(?![-–A-Za-z,%][0-9A-Za-z]|\.[0-9]| ?(?i:tokens?|k\b|param))",
)
_FROM_EITHER = (
    r"(?:(?i:q[1-4]|h[12]|[12]h)[ ,'/-]{{1,2}})" + _YEAR,
    r"\A\s{{0,9}}" + _YEAR + r"\s{{0,9}}\Z",
)
_BY_FIRST = (
    ("[0-9]", _FROM_A_DIGIT),
    ("(?<![A-Za-z])[A-Za-z]", _FROM_A_LETTER),
    (r"[0-9QHqh\s]", _FROM_EITHER),
)


@cache
def any_day() -> re.Pattern[str]:
    """Returns the pattern of all shapes, the fuller ones first at one place; `parts` reads its matches."""
    number = count()
    return re.compile(
        "|".join(
            f"(?={first})(?:{'|'.join(shape.format(next(number)) for shape in shapes)})"
            for first, shapes in _BY_FIRST
        )
    )


def parts(match: re.Match[str]) -> dict[str, int]:
    """Returns the numbers that a match states: of "year", "month" and "day" those that are there."""
    found = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
    numbers: dict[str, int] = {name: int(found[name]) for name in ("year", "month", "day") if name in found}
    if "name" in found:
        numbers["month"] = MONTHS.index(found["name"][:3].lower()) + 1
    if "first" in found:
        numbers["month"] = numbers["day"] = 1
    return numbers
