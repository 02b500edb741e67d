"""Conditions on models that a sentence states: thresholds, developer, openness, licence, dates, status."""

from datetime import date

from bot.understanding.measured import Stated, measured
from bot.understanding.pieces import Organisation, Piece, Reading
from bot.understanding.thresholds import Span, neighbour, spans, thresholds
from bot.understanding.wanted import MONEY, prices, takes_in
from corpus.facts.types import Attribute, Status, Unit, Value
from index.catalogue.types import Condition, Op


def conditions(reading: Reading) -> Stated | None:
    """Returns all conditions of a sentence, those with a number first; None where a part of it is unclear."""
    numbers, dates = thresholds(reading), spans(reading)
    if numbers is None or dates is None or len(reading.developers) > 1 or len(dates) > 1:
        return None
    amounts = [measured(reading, t) for t in numbers]
    if None in amounts:
        return None
    named = _named(reading)
    dated = [_dated(reading, span) for span in dates]
    parts = [*(s for s in amounts if s), *dated, named]
    words = tuple(p for part in parts for p in part.words)
    found = tuple(dict.fromkeys(c for part in parts for c in part.conditions))
    return Stated(found, words) if may_stand_together(found) else None


def makes(reading: Reading) -> bool:
    """Says whether each developer that is named is named as a maker ("by Meta"), not as a place or a partner
    ("on Hugging Face", "with NVIDIA")."""
    before = [b for b, p in zip(reading.pieces, reading.pieces[1:], strict=False) if _is_developer(p)]
    return not any(reading.written(piece) in _NOT_A_MAKER for piece in before)


_NOT_A_MAKER = frozenset(
    {"on", "with", "for", "in", "at", "to", "as", "about", "using", "than", "against"} | set("在用对跟")
)


def _is_developer(piece: Piece) -> bool:
    return isinstance(piece.thing, Organisation)


def may_stand_together(found: tuple[Condition, ...]) -> bool:
    """Says whether no attribute is compared twice in the same way: which number is of what is then unclear."""
    found = tuple(c for c in found if c.attribute is not Attribute.MODALITIES)
    said = [(c.attribute, c.benchmark, c.op, isinstance(c.value, Status)) for c in found]
    return len(said) == len(set(said))


def _named(reading: Reading) -> Stated:
    """Developer, openness, licence and status."""
    found = [Condition(Attribute.DEVELOPER, Op.EQUAL, name) for name in reading.developers]
    words = [p for p in reading.of("attribute", "developer") if reading.developers]
    for meaning, truth in (("open", True), ("closed", False)):
        if opened := reading.of("attribute", meaning):
            found.append(Condition(Attribute.OPEN_WEIGHTS, Op.EQUAL, truth))
            words += opened
    licensed = _licences(reading)
    found += licensed.conditions
    words += licensed.words
    if (currencies := reading.of("currency")) and not any(_money(p) for p in reading.values()):
        attribute = _priced(reading)
        found += [Condition(attribute, Op.AT_LEAST, 0, Unit(p.senses["currency"])) for p in currencies]
        words += currencies
    if takes_in(reading):
        found += [
            Condition(Attribute.MODALITIES, Op.EQUAL, p.senses["modality"]) for p in reading.of("modality")
        ]
        words += [*reading.of("modality"), *reading.of("attribute", "input", "modalities")]
    for piece in reading.of("status"):
        found.append(Condition(Attribute.RELEASED, Op.EQUAL, Status(piece.senses["status"])))
        words.append(piece)
    return Stated(tuple(found), tuple(words))


def _money(piece: Piece) -> bool:
    return isinstance(piece.thing, Value) and piece.thing.unit in MONEY


def _priced(reading: Reading) -> Attribute:
    """The price that a currency is of: the input's where nothing says which."""
    words = [p.senses["attribute"] for p in reading.of("attribute", "input", "output", "cached")]
    return prices(words)[0]


def _licences(reading: Reading) -> Stated:
    """A licence's name counts where a word says that it is one ("MIT" is a university too)."""
    names = reading.of("licence_name")
    under = [
        p for n in names if (p := neighbour(reading, n, "before", -1)) and _written(reading, p) == "under"
    ]
    beside = [*under, *reading.of("attribute", "licence"), *reading.of("shape", "licence_under")]
    told = beside or reading.has("licence_alone") or reading.has("attribute", "open")
    if not names or not told:
        return Stated((), ())
    found = [Condition(Attribute.LICENCE, Op.EQUAL, p.senses["licence_name"]) for p in names]
    return Stated(tuple(found), (*names, *beside))


def _written(reading: Reading, piece: Piece) -> str:
    return reading.text[piece.start : piece.end].lower()


def _dated(reading: Reading, span: Span) -> Stated:
    """A date is that of the release, unless the sentence speaks of the knowledge cutoff."""
    cutoff = reading.of("attribute", "cutoff")
    attribute = Attribute.KNOWLEDGE_CUTOFF if cutoff else Attribute.RELEASED
    words = cutoff or [*reading.of("shape", "release"), *reading.of("attribute", "released")]
    return Stated(_days(attribute, span.since, span.until), (*span.words, *words))


def _days(attribute: Attribute, since: date | None, until: date | None) -> tuple[Condition, ...]:
    if since == until and since is not None:
        return (Condition(attribute, Op.EQUAL, since),)
    first = [Condition(attribute, Op.AT_LEAST, since)] if since else []
    last = [Condition(attribute, Op.AT_MOST, until)] if until else []
    return (*first, *last)
