"""Which attributes a sentence names."""

from collections.abc import Iterable

from bot.understanding.pieces import Piece, Reading
from bot.understanding.types import Wanted
from corpus.facts.types import Attribute, Unit, Value

_PLAIN = {
    "context": Attribute.CONTEXT_WINDOW,
    "input_limit": Attribute.INPUT_LIMIT,
    "output_limit": Attribute.OUTPUT_LIMIT,
    "experts": Attribute.EXPERTS,
    "licence": Attribute.LICENCE,
    "open": Attribute.OPEN_WEIGHTS,
    "closed": Attribute.OPEN_WEIGHTS,
    "developer": Attribute.DEVELOPER,
    "modalities": Attribute.MODALITIES,
    "cutoff": Attribute.KNOWLEDGE_CUTOFF,
    "released": Attribute.RELEASED,
}
MONEY = (Unit.USD, Unit.CNY)
PRICES = (Attribute.PRICE_INPUT, Attribute.PRICE_OUTPUT)


def wanted(reading: Reading) -> tuple[Wanted, ...] | None:
    """Returns the attributes that are named, in order; None where a word for one can't be understood."""
    named = [_PLAIN[p.senses["attribute"]] for p in reading.of("attribute", *_PLAIN)]
    if reading.has("shape", "when") and Attribute.OPEN_WEIGHTS in named:  # "when did X open-source Y"
        named = [Attribute.RELEASED if a is Attribute.OPEN_WEIGHTS else a for a in named]
    if reading.has("modality"):
        if not takes_in(reading):
            return None
        named.append(Attribute.MODALITIES)
    measured = [*_parameters(reading), *_priced_or_limited(reading, named)]
    tokens = _tokens(reading, [*named, *measured])
    benchmarks = reading.benchmarks
    if tokens is None or (reading.has("attribute", "score") and not benchmarks):
        return None
    attributes = dict.fromkeys([*named, *measured, *tokens])
    return (*map(Wanted, attributes), *(Wanted(Attribute.BENCHMARK, b) for b in benchmarks))


def takes_in(reading: Reading) -> bool:
    """Says whether a sentence with "images" or "video" in it asks what goes into a model: what comes out of it,
    or how much of it, is no attribute."""
    asked = reading.has("shape", "takes") or reading.has("attribute", "modalities", "input")
    asked = asked or any(
        "input" in reading.written(p) or "输入" in reading.written(p) for p in reading.of("modality")
    )
    return asked and not (
        reading.has("attribute", "output") or reading.has("shape", "produces", "how_long", "how_many")
    )


def _parameters(reading: Reading) -> list[Attribute]:
    """Total parameters, active ones, or both."""
    active = reading.of("attribute", "active")
    if not active:
        return [Attribute.PARAMETERS_TOTAL] if _counts_parameters(reading) else []
    plain = [
        p for p in reading.of("attribute", "parameters") if not any(_beside(reading, p, a) for a in active)
    ]
    both = plain or reading.has("attribute", "total")
    return (
        [Attribute.PARAMETERS_TOTAL, Attribute.PARAMETERS_ACTIVE] if both else [Attribute.PARAMETERS_ACTIVE]
    )


def _counts_parameters(reading: Reading) -> bool:
    counted = any(isinstance(p.thing, Value) and p.thing.unit is Unit.PARAMETERS for p in reading.values())
    return counted or reading.has("attribute", "parameters")


def _beside(reading: Reading, parameters: Piece, active: Piece) -> bool:
    """Whether the two words are one: "active parameters", "parameters are active", but not "参数/激活参数"."""
    first, second = sorted((parameters, active), key=lambda p: p.start)
    between = [p for p in reading.pieces if first.end <= p.start and p.end <= second.start]
    gap = reading.text[first.end : second.start]
    return not any(c in gap for c in ",、/;&(") and all(
        p.means("frame") and reading.text[p.start : p.end] not in ("and", "和", "与", "及") for p in between
    )


def _priced_or_limited(reading: Reading, named: list[Attribute]) -> list[Attribute]:
    """Prices, or limits: "input" and "output" are of either."""
    words = _words(reading)
    if (
        not words.isdisjoint({"price", "cached"})
        or reading.has("shape", "unit")
        or reading.has("rank", "cheapest", "dearest")
        or _has_money(reading)
    ):
        return prices(words)
    if reading.has("comparative", "cheaper", "dearer"):
        return prices(words)
    sized = reading.has("shape", "how_many", "how_long") or "tokens" in words
    sized = (sized or reading.has("rank") or bool(reading.values())) and Attribute.MODALITIES not in named
    if words == {"output"} and not reading.has("frame"):  # "Opus 4.6 output"
        return [Attribute.OUTPUT_LIMIT]
    limits = [(w, a) for w, a in _LIMITS if w in words and sized]
    return [attribute for _, attribute in limits]


_LIMITS = (("input", Attribute.INPUT_LIMIT), ("output", Attribute.OUTPUT_LIMIT))


def prices(words: Iterable[str]) -> list[Attribute]:
    """Returns the prices that are meant beside the words "input", "output" and "cached"."""
    kept = set(words)
    if "cached" in kept:
        output = [Attribute.PRICE_OUTPUT] if "output" in kept else []
        return [Attribute.PRICE_CACHED_INPUT, *output]
    named = [a for word, a in zip(("input", "output"), PRICES, strict=True) if word in kept]
    return named or list(PRICES)


def _words(reading: Reading) -> set[str]:
    """The attribute words of the sentence, those within its prices and their units too."""
    written = {p.senses["attribute"] for p in reading.of("attribute")}
    spans = [*reading.values(), *reading.of("shape", "unit")]
    return written.union(*(price_words(reading.written(p)) for p in spans))


def price_words(written: str) -> set[str]:
    """Returns which of "input", "output" and "cached" stand in "$1 per million input tokens"."""
    return {word for word, forms in _IN_PRICES.items() if any(form in written for form in forms)}


_IN_PRICES = {
    "input": ("input", "输入"),
    "output": ("output", "输出"),
    "cached": ("cached", "cache hit", "缓存"),
}


def _has_money(reading: Reading) -> bool:
    return any(isinstance(p.thing, Value) and p.thing.unit in MONEY for p in reading.values())


def _tokens(reading: Reading, others: list[Attribute]) -> list[Attribute] | None:
    """What "tokens" by themselves are of: of the training, the context or the output."""
    if reading.has("attribute", "training"):
        trained_on = "tokens" in _words(reading) or any(
            "token" in reading.text[p.start : p.end].lower() for p in reading.of("attribute", "training")
        )
        return [Attribute.TRAINING_TOKENS] if trained_on and not others else None
    counted = reading.has("attribute", "tokens") or any(
        isinstance(p.thing, Value) and p.thing.unit is Unit.TOKENS for p in reading.values()
    )
    if not counted or others:
        return []
    if reading.has("shape", "produces"):
        return [Attribute.OUTPUT_LIMIT]
    asked = reading.has("shape", "how_many") or bool(reading.values())
    return [Attribute.CONTEXT_WINDOW] if reading.has("shape", "takes") and asked else None
