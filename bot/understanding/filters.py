"""Reads a filter that stands by itself, not in a question: "open weights, context >= 1M, under $1"."""

import re
from datetime import date

from bot.understanding.about_all import narrowing
from bot.understanding.conditions import may_stand_together
from bot.understanding.cues import read_cue_words
from bot.understanding.plain import plain
from bot.understanding.reading import read
from bot.understanding.types import Filter
from corpus.facts.types import Attribute
from corpus.names import Names
from index.catalogue.types import Condition, Op

_JOINT = re.compile(r"[;\n]|,(?!\d{3}(?!\d))|、|\band\b(?! (?:up|above|more|below|under)\b)", re.IGNORECASE)


def understand_filter(text: str, names: Names, today: date) -> Filter | None:
    """Returns the conditions that every word of the text is part of, None where there are none. `today` is
    what "this month" counts from.

    Part by part, so that each number is of its own part; whole, where a part says nothing by itself.
    """
    written = plain(text).strip(" .。")
    parts = [part.strip(" .。") for part in _JOINT.split(written)]
    found = [_conditions(part, names, today) for part in parts if part]
    apart = tuple(dict.fromkeys(c for conditions in found if conditions for c in conditions))
    if apart and all(found) and may_stand_together(apart):
        return Filter(apart)
    whole = _conditions(written, names, today)
    return Filter(whole) if whole else None


def _conditions(part: str, names: Names, today: date) -> tuple[Condition, ...]:
    """What a part says; nothing where a word or a name of it is no part of a condition."""
    developer = names.developer(part)
    if developer:
        return (Condition(Attribute.DEVELOPER, Op.EQUAL, developer),)
    reading = read(part, names, read_cue_words(), today)
    found = narrowing(reading) if reading else None
    if found is None or reading is None:
        return ()
    measured = {c.benchmark for c in found.conditions}
    return found.conditions if measured.issuperset(reading.benchmarks) else ()
