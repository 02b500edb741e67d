"""Spans of days: "12 to 14 February 2026", "2月12日至14日"."""

import re

from corpus.facts.quantity_types import DayMention
from corpus.facts.scan import Sentence
from corpus.facts.types import Day, Unit, Value

_TO = r"\s{0,2}(?:至|到|-|–|—|~|～|to|and|から|부터)\s{0,2}"
_LATER = re.compile(
    _TO + r"(?P<day>\d{1,2})(?!\d)\s?(?:日|号|號|일|th\b|st\b|nd\b|rd\b|(?=[\s,，.]))", re.IGNORECASE
)
_EARLIER = re.compile(r"(?<!\d)(?P<day>\d{1,2})(?:th|st|nd|rd)?" + _TO + "$", re.IGNORECASE)
_JOINT = re.compile(_TO, re.IGNORECASE)
_WITHIN = 31  # days; a longer span says nothing of when


def dated(sentence: Sentence, mention: DayMention) -> Value | None:
    """Returns the day as a value; of one end of a span, the whole span, and None for its other end."""
    if not mention.day.day:
        return Value(Unit.DATE, day=mention.day)
    for other in sentence.days:
        if _JOINT.fullmatch(sentence.between(other.end, mention.start)):
            return None
        if _JOINT.fullmatch(sentence.between(mention.end, other.start)):
            return _span(mention.day, other.day)
    later = _LATER.match(sentence.text, mention.end, min(sentence.end, mention.end + 12))
    if later:
        return _span(mention.day, Day(mention.day.year, mention.day.month, int(later["day"])))
    earlier = _EARLIER.search(sentence.between(max(sentence.start, mention.start - 12), mention.start))
    if earlier:
        return _span(Day(mention.day.year, mention.day.month, int(earlier["day"])), mention.day)
    return Value(Unit.DATE, day=mention.day)


def _span(first: Day, last: Day) -> Value | None:
    """The span, None where its ends are no days or lie too far apart."""
    try:
        days = (last.latest - first.earliest).days
    except ValueError:
        return None
    return Value(Unit.DATE, day=last, first=first) if 0 < days <= _WITHIN else None
