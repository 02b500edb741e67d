"""Reads a sentence of a question piece by piece: names, numbers, dates, and words of the list."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from bot.understanding.cues import Cue, CueWords
from bot.understanding.periods import (
    Period,
    leading,
    months_in,
    period_of_day,
    period_of_month,
    period_of_word,
)
from bot.understanding.pieces import Organisation, Piece, Reading, Thing
from bot.understanding.plain import words_of
from corpus.facts.days import days
from corpus.facts.quantities import quantities
from corpus.facts.types import Day
from corpus.names import Names
from corpus.names.types import BenchmarkMention, Mention, OrganisationMention

_WHOLE = ("unit", "first", "ordinal", "period", "licence_name")  # a number in such a word is none by itself
_MOST = 40  # names and numbers that a question may have
_LONGEST = 120  # words, names and numbers that a question may have
_BLANK = "\ufffc"
_NEAR = 8  # characters between the months of "January and March 2026"
_DAY_BEFORE = re.compile(r"(?<![\d.])(\d{1,2})(?:st|nd|rd|th)? ?(?:and|to| )? ?$")
_DAY_AFTER = re.compile(r" ?(?:to|and|到|至|和|~| ) ?(\d{1,2}) ?(?:日|号)")
_COUNTED = re.compile(r"models?\b|(?:个|款)?模型|(?<=\d)分", re.IGNORECASE)  # "1M models" are models with 1M
_SUFFIX = re.compile(r"(?<=\d)[kmbt](?![a-z])")
_YEAR = re.compile("(?:19|20)[0-9]{2}")


def read(text: str, names: Names, words: CueWords, today: date) -> Reading | None:
    """Returns the pieces of a plain sentence, None where a word of it is none of them."""
    lowered = words_of(text)
    whole = [c for c in words.inside(lowered, 0, len(lowered)) if not c.senses.keys().isdisjoint(_WHOLE)]
    named = _apart(
        p for p in _named(text, lowered, names, words) if not any(_covers(cue, p) for cue in whole)
    )
    rest = _without(text, named)  # a version is no number
    dates = _dates(rest, words_of(rest), today)
    if dates is None:
        return None
    counted = [*dates, *_amounts(rest, lowered, words)]
    things = _apart([*named, *(p for p in counted if not any(_covers(cue, p) for cue in whole))])
    if len(things) > _MOST:
        return None
    pieces: list[Piece] = []
    place = 0
    for thing in [*things, None]:
        end = thing.start if thing else len(text)
        between = _words(lowered, place, end, words, today)
        if between is None:
            return None
        pieces += between
        if thing:
            pieces.append(thing)
            place = thing.end
    return Reading(text, tuple(pieces)) if len(pieces) <= _LONGEST else None


def _words(lowered: str, start: int, end: int, words: CueWords, today: date) -> list[Piece] | None:
    """The words of a stretch without names and numbers, None where one is not in the list."""
    cues = words.cover(lowered, start, end)
    return None if cues is None else [_piece(cue, today) for cue in cues]


def _piece(cue: Cue, today: date) -> Piece:
    period = period_of_word(cue.senses["period"], today) if "period" in cue.senses else None
    return Piece(cue.start, cue.end, period, cue.senses)


def _named(text: str, lowered: str, names: Names, words: CueWords) -> list[Piece]:
    """Models, benchmarks and developers. What is both a developer and a family as a whole is the developer."""
    found: list[BenchmarkMention | OrganisationMention] = [
        *names.benchmarks(text),
        *names.organisations(text),
    ]
    models = (_without_words(m, text, lowered, names, words) for m in names.mentions(text))
    return [*(Piece(m.start, m.end, _thing(m)) for m in found), *models]


def _without_words(mention: Mention, text: str, lowered: str, names: Names, words: CueWords) -> Piece:
    """A model without the beginning of a word of the list: "Opus 4.6 max output" is of Opus 4.6."""
    for place in range(mention.start + 1, mention.end):
        if lowered[place - 1] != " " or all(
            c.end <= mention.end for c in words.at(lowered, place, len(text))
        ):
            continue
        model = names.model(text[mention.start : place].strip())
        if model:
            return Piece(mention.start, place - 1, model)
    return Piece(mention.start, mention.end, mention.model)


def _thing(mention: BenchmarkMention | OrganisationMention) -> Thing:
    return Organisation(mention.name) if isinstance(mention, OrganisationMention) else mention.benchmark


def _dates(text: str, lowered: str, today: date) -> list[Piece] | None:
    """Days, months and years; None where one is too vague to be compared ("early 2026")."""
    found: list[Piece] = []
    for mention in days(text, 0, len(text), Day(today.year, today.month, today.day)):
        period = period_of_day(mention.day, lowered[mention.start : mention.end])
        if period is None:
            return None
        start = mention.start + leading(lowered[mention.start :])
        found += _days_of_one_month(lowered, Piece(start, mention.end, period), period)
    for start, end, month in months_in(lowered):
        following = next((p.thing for p in found if 0 <= p.start - end <= _NEAR), None)
        year = following.since.year if isinstance(following, Period) else None
        found.append(Piece(start, end, period_of_month(month, year, today)))
    return found


def _days_of_one_month(lowered: str, piece: Piece, period: Period) -> list[Piece]:
    """The day, with the other one of "5 and 7 February 2026" or "2月5日到7日"."""
    if period.since != period.until:
        return [piece]
    before, after = _DAY_BEFORE.search(lowered, 0, piece.start), _DAY_AFTER.match(lowered, piece.end)
    if before and 0 < int(before[1]) < period.since.day:
        first = period.since.replace(day=int(before[1]))
        return [Piece(before.start(), before.end(1), Period(first, first)), piece]
    if after and period.since.day < int(after[1]) <= monthrange(period.since.year, period.since.month)[1]:
        last = period.since.replace(day=int(after[1]))
        return [piece, Piece(after.start(1), after.end(), Period(last, last))]
    return [piece]


def _amounts(text: str, lowered: str, words: CueWords) -> list[Piece]:
    """Numbers with their units; a bare year is a year. A question's "1m" is a million, never metres."""
    text = _COUNTED.sub(lambda found: _BLANK * len(found[0]), text)
    text = _SUFFIX.sub(lambda found: found[0].upper(), text)
    return [
        Piece(
            q.start,
            q.end,
            _year(text[q.start : q.end]) or q.value,
            inner=tuple(words.inside(lowered, q.start, q.end)),
        )
        for q in quantities(text)
    ]


def _year(written: str) -> Period | None:
    return Period(date(int(written), 1, 1), date(int(written), 12, 31)) if _YEAR.fullmatch(written) else None


def _without(text: str, pieces: Iterable[Piece]) -> str:
    """The text with these pieces blanked out, of the same length."""
    for piece in pieces:
        text = text[: piece.start] + _BLANK * (piece.end - piece.start) + text[piece.end :]
    return text


def _covers(cue: Cue, piece: Piece) -> bool:
    return cue.start <= piece.start and piece.end <= cue.end


def _apart(pieces: Iterable[Piece]) -> list[Piece]:
    """Of pieces that overlap the longest, of equally long ones the first; in order."""
    kept: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: p.start - p.end):
        if all(piece.end <= k.start or k.end <= piece.start for k in kept):
            kept.append(piece)
    return sorted(kept, key=lambda p: p.start)
