"""Questions that name their models: what is stated of them, how they compare, whether they are out."""

from bot.understanding.pieces import Piece, Reading
from bot.understanding.thresholds import spans, thresholds
from bot.understanding.types import Compare, Lookup, StatusOf, Wanted
from bot.understanding.wanted import MONEY, wanted
from corpus.facts.types import Attribute, Unit, Value

_BY_COMPARING = {
    "longer": Attribute.CONTEXT_WINDOW,
    "shorter": Attribute.CONTEXT_WINDOW,
    "longest": Attribute.CONTEXT_WINDOW,
    "newer": Attribute.RELEASED,
    "older": Attribute.RELEASED,
    "first": Attribute.RELEASED,
    "newest": Attribute.RELEASED,
    "oldest": Attribute.RELEASED,
}
SIZES = frozenset(
    {
        "larger",
        "bigger",
        "larger than",
        "bigger than",
        "smaller",
        "smaller than",
        "largest",
        "biggest",
        "smallest",
    }
    | {"大", "更大", "小", "更小", "最大", "最大的", "最小", "最小的"}
)
_LIMITS = (Attribute.CONTEXT_WINDOW, Attribute.INPUT_LIMIT, Attribute.OUTPUT_LIMIT)
_PRICES = (Attribute.PRICE_INPUT, Attribute.PRICE_OUTPUT, Attribute.PRICE_CACHED_INPUT)
_DATES = (Attribute.RELEASED, Attribute.KNOWLEDGE_CUTOFF)
_PLAIN = ("plain", "the plain", "原版")
_ASKING = ("what", "what's", "whats", "which", "who", "who's", "where", "how", "谁", "哪些", "哪个", "哪款", "哪家", "如何", "怎么样", "是什么", "有什么", "有哪些")  # fmt: skip


def comparison(reading: Reading) -> Compare | None:
    """Returns what "compare X and Y", "which is cheaper, X or Y" and "X vs Y context" ask for."""
    if len(reading.models) < 2 or reading.values() or reading.periods() or not by_their_makers(reading):
        return None
    compares = reading.has("shape", "compare") or reading.has("same")
    ranks = [
        *reading.of("comparative"),
        *reading.of("rank", *_BY_COMPARING, "most", "least", "cheapest", "dearest", "best"),
    ]
    if not compares and not ranks:
        return None
    asked = wanted(reading)
    if asked is None or reading.has("attribute", "specs", "closed"):
        return None
    asked = asked or _by_comparing(reading)
    words = [
        *ranks,
        *reading.of("same"),
        *reading.of("attribute"),
        *reading.of("shape", "uses", "compare", "or", "than", "models", "unit", "how_many"),
        *reading.of("currency"),
    ]
    return Compare(reading.models, asked) if (asked or not ranks) and reading.explained(words) else None


def _by_comparing(reading: Reading) -> tuple[Wanted, ...]:
    """What a comparative by itself is about: "which is newer", "哪个更大"."""
    found = [
        _BY_COMPARING[p.senses[role]]
        for role in ("comparative", "rank")
        for p in reading.of(role, *_BY_COMPARING)
    ]
    sized = any(reading.written(p) in SIZES for p in reading.pieces)
    return tuple(map(Wanted, dict.fromkeys(found or ([Attribute.PARAMETERS_TOTAL] if sized else []))))


_TOLD = ("expected", "announced", "preview", "released", "deprecated", "withdrawn")


def status(reading: Reading) -> StatusOf | None:
    """Returns what "has DeepSeek V4 been released" and "X发布了吗" ask for."""
    if not reading.models or reading.values() or reading.periods() or not by_their_makers(reading):
        return None
    told = [*reading.of("status", *_TOLD), *reading.of("shape", "release", "status")]
    asking = any(reading.written(p) in _ASKING for p in reading.pieces)
    if not told or (asking and not reading.has("shape", "status")):
        return None
    words = [*told, *reading.of("shape", "yet", "not_yet", "or", "models")]
    return StatusOf(reading.models) if reading.explained(words) else None


def lookup(reading: Reading) -> Lookup | None:
    """Returns what "what is Kimi K2.5's context window" asks for, the card where only models are named."""
    if not reading.models or not by_their_makers(reading):
        return None
    named = wanted(reading)
    if named is None:
        return None
    asked = (*named, *(w for w in _by_shape(reading) if w not in named))
    if not asked:
        return _card(reading)
    fits = reading.explained(_words(reading, {w.attribute for w in asked})) and _numbers_fit(reading, asked)
    exact = any(reading.written(p) in _PLAIN for p in reading.pieces)
    return Lookup(reading.models, asked, exact) if fits else None


def _by_shape(reading: Reading) -> list[Wanted]:
    """What is asked for without being named: a date by "when", a size by "how big"."""
    dated = reading.has("shape", "when") or bool(reading.periods())
    if dated and (reading.has("shape", "release") or reading.has("status")):
        return [Wanted(Attribute.RELEASED)]
    sized = reading.has("shape", "how_big") and not reading.has("attribute")
    return [Wanted(Attribute.PARAMETERS_TOTAL)] if sized else []


def _words(reading: Reading, asked: set[Attribute]) -> list[Piece]:
    """The words that a question for these attributes may have."""
    words = [
        *reading.of("attribute"),
        *reading.of("shape", "models", "how_many", "how_big", "yet", "licence_under"),
    ]
    words = [p for p in words if not p.means("attribute", "specs")]
    if not asked.isdisjoint(_LIMITS):
        words += [
            *reading.of("shape", "how_long", "takes", "produces"),
            *reading.of("rank", "most", "longest"),
        ]
        words += reading.of("before", "<=")
    if not asked.isdisjoint(_PRICES):
        words += [*reading.of("shape", "unit", "api"), *reading.of("currency")]
    if not asked.isdisjoint(_DATES):
        words += [*reading.of("shape", "when", "release"), *reading.of("status", "expected", "released")]
        words += [p for span in spans(reading) or [] for p in span.words]
    if Attribute.LICENCE in asked or Attribute.OPEN_WEIGHTS in asked:
        words += [*reading.of("licence_name"), *reading.of("shape", "weights", "release")]
        words += [p for p in reading.of("before", "<") if reading.written(p) == "under"]
    if Attribute.DEVELOPER not in asked:
        words += reading.of("shape", "uses")
    if Attribute.MODALITIES in asked:
        words += [*reading.of("shape", "takes", "produces"), *reading.of("modality")]
    return [*words, *(p for t in thresholds(reading) or [] for p in t.words)]


def _numbers_fit(reading: Reading, asked: tuple[Wanted, ...]) -> bool:
    """Whether the numbers of a question ("does it support 1M context") are of what it asks for."""
    attributes = {w.attribute for w in asked}
    if reading.periods() and attributes.isdisjoint(_DATES):
        return False
    units = {
        p.thing.unit
        for p in reading.values()
        if isinstance(p.thing, Value) and not _is_base(p.thing, attributes)
    }
    return units <= _units(attributes) and len(reading.values()) <= len(asked)


def _is_base(value: Value, attributes: set[Attribute]) -> bool:
    """Whether a number is the million tokens that a price is of."""
    return value.unit in (Unit.TOKENS, Unit.NONE) and value.number == 1e6 and bool(attributes & set(_PRICES))


def _units(attributes: set[Attribute]) -> set[Unit]:
    units = {Unit.NONE}
    if attributes & {*_LIMITS, Attribute.TRAINING_TOKENS}:
        units.add(Unit.TOKENS)
    if attributes & {Attribute.PARAMETERS_TOTAL, Attribute.PARAMETERS_ACTIVE}:
        units.add(Unit.PARAMETERS)
    if Attribute.EXPERTS in attributes:
        units.add(Unit.EXPERTS)
    if Attribute.BENCHMARK in attributes:
        units |= {Unit.PERCENT, Unit.POINTS}
    return units | set(MONEY) if attributes & set(_PRICES) else units


def _card(reading: Reading) -> Lookup | None:
    """Everything that is stated, where nothing but names is there, or the word for such a card."""
    bare = all(p.thing or p.means("frame", "polite") for p in reading.pieces)
    specs = reading.of("attribute", "specs")
    asks = bare or (specs and reading.explained(specs))
    return Lookup(reading.models, ()) if asks and not (reading.values() or reading.periods()) else None


def by_their_makers(reading: Reading) -> bool:
    """Says whether the developers that are named are those of the models, or are asked for."""
    makers = {m.developer for m in reading.models}
    asked = reading.has("attribute", "developer")
    return asked or None in makers or all(name in makers for name in reading.developers)
