"""Conditions on models that a sentence states: thresholds, developer, openness, licence, dates, status."""

from dataclasses import dataclass
from datetime import date

from bot.understanding.reading import Organisation, Piece, Reading
from bot.understanding.thresholds import Span, Threshold, neighbour, spans, thresholds
from bot.understanding.wanted import MONEY, price_words, prices, takes_in
from corpus.facts.types import Attribute, Status, Unit, Value
from corpus.names.types import Benchmark
from index.catalogue.types import Condition, Op

_LIMITS = {
    "context": Attribute.CONTEXT_WINDOW,
    "input_limit": Attribute.INPUT_LIMIT,
    "output_limit": Attribute.OUTPUT_LIMIT,
    "output": Attribute.OUTPUT_LIMIT,
    "input": Attribute.INPUT_LIMIT,
}
_SMALLEST = {Unit.TOKENS: 500, Unit.PARAMETERS: 1_000_000}  # less is no limit and no size of a model


@dataclass(frozen=True, slots=True)
class Stated:
    """Conditions, and the words that state them."""

    conditions: tuple[Condition, ...]
    words: tuple[Piece, ...]


def conditions(reading: Reading) -> Stated | None:
    """Returns all conditions of a sentence, those with a number first; None where a part of it is unclear."""
    numbers, dates = thresholds(reading), spans(reading)
    if numbers is None or dates is None or len(reading.developers) > 1 or len(dates) > 1:
        return None
    measured = [_measured(reading, t) for t in numbers]
    if None in measured:
        return None
    named = _named(reading)
    dated = [_dated(reading, span) for span in dates]
    parts = [*(s for s in measured if s), *dated, named]
    words = tuple(p for part in parts for p in part.words)
    found = tuple(dict.fromkeys(c for part in parts for c in part.conditions))
    return Stated(found, words) if _may_stand_together(found) else None


def makes(reading: Reading) -> bool:
    """Says whether each developer that is named is named as a maker ("by Meta"), not as a place or a partner
    ("on Hugging Face", "with NVIDIA")."""
    before = [b for b, p in zip(reading.pieces, reading.pieces[1:], strict=False) if _is_developer(p)]
    return not any(reading.written(piece) in _NOT_A_MAKER for piece in before)


_NOT_A_MAKER = (
    "on",
    "with",
    "for",
    "in",
    "at",
    "to",
    "as",
    "about",
    "using",
    "在",
    "用",
    "使用",
    "对",
    "跟",
    "than",
    "against",
)


def _is_developer(piece: Piece) -> bool:
    return isinstance(piece.thing, Organisation)


def _may_stand_together(found: tuple[Condition, ...]) -> bool:
    """Says whether no attribute is said to be two things at once."""
    found = tuple(c for c in found if c.attribute is not Attribute.MODALITIES)
    equal = [(c.attribute, c.benchmark, type(c.value)) for c in found if c.op is Op.EQUAL]
    return len(equal) == len(set(equal))


def _measured(reading: Reading, threshold: Threshold) -> Stated | None:
    attribute, benchmark, words = _attribute_of(reading, threshold)
    if attribute is None:
        return None
    unit = _unit(attribute, threshold.value.unit)
    limits = threshold.limits or _implied(attribute, threshold)
    too_small = any(number < _SMALLEST.get(unit, 0) for _, number in limits)
    if not limits or too_small:
        return None
    found = tuple(Condition(attribute, op, number, unit, benchmark) for op, number in limits)
    return Stated(found, (*threshold.words, *words))


def _implied(attribute: Attribute, threshold: Threshold) -> tuple[tuple[Op, float], ...]:
    """What a number by itself means: a limit of 1M is one of at least that, a size or price is just that."""
    number = threshold.value.number
    if number is None or attribute is Attribute.BENCHMARK:
        return ()
    limits = (Attribute.CONTEXT_WINDOW, Attribute.INPUT_LIMIT, Attribute.OUTPUT_LIMIT)
    return ((Op.AT_LEAST if attribute in limits else Op.EQUAL, number),)


def _unit(attribute: Attribute, written: Unit) -> Unit:
    if attribute in _LIMITS.values() or attribute is Attribute.TRAINING_TOKENS:
        return Unit.TOKENS
    if attribute in (Attribute.PARAMETERS_TOTAL, Attribute.PARAMETERS_ACTIVE):
        return Unit.PARAMETERS
    return Unit.EXPERTS if attribute is Attribute.EXPERTS else written


def _attribute_of(
    reading: Reading, threshold: Threshold
) -> tuple[Attribute | None, Benchmark | None, tuple[Piece, ...]]:
    """What a number is of, by its unit and the nearest fitting word; with the words that say so."""
    unit = threshold.value.unit
    if unit in MONEY:
        return _price(reading, threshold), None, _near(reading, threshold, *_PRICE_WORDS)
    if unit is Unit.PERCENT or (unit is Unit.NONE and reading.benchmarks):
        one = reading.benchmarks[0] if len(reading.benchmarks) == 1 else None
        return (Attribute.BENCHMARK if one else None), one, tuple(reading.of("attribute", "score"))
    if unit is Unit.EXPERTS or (unit is Unit.NONE and reading.has("attribute", "experts")):
        return Attribute.EXPERTS, None, tuple(reading.of("attribute", "experts"))
    if unit in (Unit.TOKENS, Unit.NONE):
        found = _near(reading, threshold, *_LIMITS)
        if found:
            tokens = tuple(reading.of("attribute", "tokens"))
            return _LIMITS[found[0].senses["attribute"]], None, (*found[:1], *tokens)
    if unit is Unit.TOKENS and reading.has("attribute", "training"):
        return Attribute.TRAINING_TOKENS, None, tuple(reading.of("attribute", "training", "tokens"))
    if unit is Unit.TOKENS and reading.has("shape", "takes"):
        return Attribute.CONTEXT_WINDOW, None, tuple(reading.of("shape", "takes"))
    return _size(reading, threshold)


_PRICE_WORDS = ("price", "input", "output", "cached", "tokens")


def _price(reading: Reading, threshold: Threshold) -> Attribute | None:
    """The input price where nothing says which."""
    near = {p.senses["attribute"] for p in reading.of("attribute", "input", "output", "cached")}
    units = {word for p in reading.of("shape", "unit") for word in price_words(reading.written(p))}
    written = price_words(reading.written(threshold.piece)) or near | units
    found = prices(written)
    return Attribute.PRICE_INPUT if not written else found[0] if len(found) == 1 else None


def _size(
    reading: Reading, threshold: Threshold
) -> tuple[Attribute | None, Benchmark | None, tuple[Piece, ...]]:
    """Parameters, where the unit or a word says so: "over 500B parameters", "a 70B model"."""
    counted = reading.has("attribute", "parameters") or threshold.value.unit is Unit.PARAMETERS
    if not counted:
        return None, None, ()
    inner = any(c.senses.get("attribute") == "active" for c in threshold.piece.inner)
    active = inner or reading.has("attribute", "active")
    words = tuple(reading.of("attribute", "parameters", "active", "total"))
    return (Attribute.PARAMETERS_ACTIVE if active else Attribute.PARAMETERS_TOTAL), None, words


def _near(reading: Reading, threshold: Threshold, *meanings: str) -> tuple[Piece, ...]:
    """The attribute words of these meanings, the nearest first."""
    at = threshold.piece

    def distance(word: Piece) -> int:
        return word.start - at.end if word.start >= at.end else at.start - word.end

    return tuple(sorted(reading.of("attribute", *meanings), key=distance))


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
