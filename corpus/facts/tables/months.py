"""Months that stand without a year, where it is told that something is to come: "expected in February"."""

import re

from corpus.facts.day_shapes import MONTHS
from corpus.facts.types import Day, Span

_MONTH = re.compile(
    r"(?<![\d年년./-])(?<![年년] )(?P<number>1[0-2]|0?[1-9])\s?[月월](?!\s?\d)(?!球)"
    r"|\b(?:in|by|for|this|next|late|early|mid-?|end of)\s(?P<name>January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b(?!\s\d)"
)
_JUST_PAST = 3  # months


def months(text: str, start: int, end: int, today: Day | None) -> list[tuple[Day, Span]]:
    """Returns the months of ``text[start:end]`` that have no year, with their places: each the next one to
    come, or the present one, as seen from `today`; none where today's month is not known."""
    if today is None or not today.month:
        return []
    found = []
    for match in _MONTH.finditer(text, start, end):
        name = match["name"]
        month = MONTHS.index(name[:3].lower()) + 1 if name else int(match["number"])
        if not today.month - _JUST_PAST <= month < today.month:  # else it may be that one, or the next
            year = today.year + (month < today.month)
            found.append((Day(year, month), match.span("name" if name else 0)))
    return found
