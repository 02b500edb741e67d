"""Conditions that a number states: "at least 1M tokens of context", "under $1 per million input tokens"."""

from dataclasses import dataclass

from bot.understanding.pieces import Piece, Reading
from bot.understanding.thresholds import Threshold
from bot.understanding.wanted import MONEY, price_words, prices
from corpus.facts.types import Attribute, Unit
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


_PRICE_WORDS = ("price", "input", "output", "cached", "tokens")


@dataclass(frozen=True, slots=True)
class Stated:
    """Conditions, and the words that state them."""

    conditions: tuple[Condition, ...]
    words: tuple[Piece, ...]


def measured(reading: Reading, threshold: Threshold) -> Stated | None:
    """Returns the conditions that a number states; None where nothing says what it is a number of."""
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
    if unit is Unit.TOKENS and len(inner := price_words(reading.written(threshold.piece))) == 1:
        return _LIMITS.get(next(iter(inner))), None, ()  # "64K output tokens"
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
