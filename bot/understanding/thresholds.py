"""Numbers and dates of a sentence with what they are compared by."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.understanding.periods import Period
from bot.understanding.pieces import Piece, Reading
from corpus.facts.types import Bound, Value
from index.catalogue.types import Op

_OPPOSED = {
    frozenset((Op.MORE, Op.AT_MOST)),
    frozenset((Op.MORE, Op.LESS)),
    frozenset((Op.AT_LEAST, Op.LESS)),
    frozenset((Op.AT_LEAST, Op.AT_MOST)),
}


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number, with what it is compared by (None: nothing is said); `words` are those that say it."""

    piece: Piece
    value: Value
    limits: tuple[tuple[Op, float], ...]
    words: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to a day, both included, with the words that say so."""

    since: date | None
    until: date | None
    words: tuple[Piece, ...]


def thresholds(reading: Reading) -> list[Threshold] | None:
    """Returns the numbers with their comparisons; None where one is compared in two ways."""
    values = reading.values()
    found: list[Threshold] = []
    place = 0
    while place < len(values):
        pair = _between(reading, values[place : place + 2])
        one = pair or _threshold(reading, values[place])
        if one is None:
            return None
        found.append(one)
        place += 2 if pair else 1
    return found


def _threshold(reading: Reading, piece: Piece) -> Threshold | None:
    value = piece.thing
    if not isinstance(value, Value) or value.number is None:
        return None
    before, after = neighbour(reading, piece, "before", -1), neighbour(reading, piece, "after", 1)
    words = tuple(p for p in (before, after) if p)
    if value.bound is Bound.RANGE and value.low is not None:
        return Threshold(piece, value, ((Op.AT_LEAST, value.low), (Op.AT_MOST, value.number)), words)
    inner = [cue.senses["after"] for cue in piece.inner if "after" in cue.senses]
    said = [p.senses[role] for p, role in ((before, "before"), (after, "after")) if p]
    ops = [Op(op) for op in (*said, *inner) if op != "between"]
    if frozenset(ops) in _OPPOSED:
        return None
    if not ops and value.bound is Bound.AT_LEAST and "+" in reading.text[piece.start : piece.end]:
        ops = [Op.AT_LEAST]
    return Threshold(piece, value, ((ops[0], value.number),) if ops else (), words)


def _between(reading: Reading, pair: Sequence[Piece]) -> Threshold | None:
    """ "Between 100B and 700B", where each is a number of its own."""
    if len(pair) < 2:
        return None
    low, high = pair[0].thing, pair[1].thing
    before = neighbour(reading, pair[0], "before", -1)
    after = neighbour(reading, pair[1], "after", 1)
    words = tuple(
        p for p in (before, after) if p and (p.means("before", "between") or p.means("after", "between"))
    )
    if not words or not isinstance(low, Value) or not isinstance(high, Value):
        return None
    joined = [p for p in reading.pieces if pair[0].end <= p.start and p.end <= pair[1].start]
    if (
        low.number is None
        or high.number is None
        or not all(p.means("frame") or p.means("after") for p in joined)
    ):
        return None
    limits = ((Op.AT_LEAST, low.number), (Op.AT_MOST, high.number))
    return Threshold(pair[1], high, limits, (*words, *joined))


def neighbour(reading: Reading, piece: Piece, role: str, step: int) -> Piece | None:
    """Returns the next word with this role before (-1) or behind (1) a piece, if only words that hold a
    question together stand between."""
    place = reading.pieces.index(piece) + step
    while 0 <= place < len(reading.pieces):
        found = reading.pieces[place]
        if role in found.senses:
            return found
        if found.thing or not _passes(found, step):
            return None
        place += step
    return None


def _passes(piece: Piece, step: int) -> bool:
    """Whether a comparison may stand beyond this word: "over 1M tokens", "1M tokens or more"."""
    return piece.means("frame") or piece.means("shape", "unit") or (step > 0 and "attribute" in piece.senses)


def spans(reading: Reading) -> list[Span] | None:
    """Returns the dates with what they are compared by; None where that contradicts itself."""
    periods = reading.periods()
    if len(periods) == 2 and (both := _from_to(reading, *periods)):
        return [both]
    found = [_span(reading, p) for p in periods]
    return None if None in found else [s for s in found if s]


def _span(reading: Reading, piece: Piece) -> Span | None:
    period = piece.thing
    assert isinstance(period, Period)
    before, after = neighbour(reading, piece, "date_before", -1), neighbour(reading, piece, "date_after", 1)
    words = tuple(p for p in (before, after) if p)
    said = {p.senses[role] for p, role in ((before, "date_before"), (after, "date_after")) if p} - {"on"}
    if said in ({"since"}, {"since", "until"}) and not (before and before.means("date_before", "until")):
        return Span(period.since, None, words)
    if len(said) > 1:
        return Span(*_limits("after", period), words) if said == {"since", "after"} else None
    said_one = next(iter(said), "on")
    return Span(*_limits(said_one, period), words)


def _limits(said: str, period: Period) -> tuple[date | None, date | None]:
    if said == "since":
        return period.since, None
    if said == "until":
        return None, period.until
    if said == "after":
        return _next(period.until), None
    return (None, _before(period.since)) if said == "before" else (period.since, period.until)


def _from_to(reading: Reading, first: Piece, last: Piece) -> Span | None:
    """ "From January to March 2026", "between 1 and 5 February", "2026年1月到3月"."""
    assert isinstance(first.thing, Period)
    assert isinstance(last.thing, Period)
    joined = [p for p in reading.pieces if first.end <= p.start and p.end <= last.start]
    gap = reading.text[first.end : last.start].strip()
    joins = any(p.means("date_before", "until") for p in joined) or gap in ("-", "~", "and", "和", "与")
    if not joins or not all(p.means("frame") or p.means("date_before") for p in joined):
        return None
    before, after = neighbour(reading, first, "date_before", -1), neighbour(reading, last, "date_after", 1)
    words = (*joined, *(p for p in (before, after) if p))
    return Span(first.thing.since, last.thing.until, words) if first.thing.since <= last.thing.until else None


def _next(day: date) -> date:
    return date.fromordinal(min(day.toordinal() + 1, date.max.toordinal()))


def _before(day: date) -> date:
    return date.fromordinal(max(day.toordinal() - 1, 1))
