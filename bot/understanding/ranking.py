"""Questions about which model has the most or the least of something, and leaderboards."""

from bot.understanding.about_models import SIZES
from bot.understanding.conditions import conditions, makes
from bot.understanding.measured import Stated
from bot.understanding.pieces import Piece, Reading
from bot.understanding.types import Ranking, Wanted
from bot.understanding.wanted import MONEY, PRICES, wanted
from corpus.facts.types import Attribute
from index.catalogue.types import Condition, Op

_ASCENDING = ("least", "shortest", "cheapest", "oldest", "less", "shorter", "cheaper", "older")
_PRICED = ("cheapest", "dearest", "cheaper", "dearer")
_DATED = ("newest", "oldest", "newer", "older")
_LONG = ("longest", "shortest", "longer", "shorter")
_LIMITS = (Attribute.CONTEXT_WINDOW, Attribute.INPUT_LIMIT, Attribute.OUTPUT_LIMIT)
_PRICES = (*PRICES, Attribute.PRICE_CACHED_INPUT)
_COUNTED = (
    *(*_LIMITS, *_PRICES, Attribute.PARAMETERS_TOTAL, Attribute.PARAMETERS_ACTIVE),
    *(Attribute.EXPERTS, Attribute.TRAINING_TOKENS, Attribute.BENCHMARK),
)


def ranking(reading: Reading) -> Ranking | None:
    """Returns what "which model has the second-longest context" and "AIME 2025 leaderboard" ask for."""
    stated = stated_of(reading)
    superlatives = _superlatives(reading)
    if stated is None or reading.models or len(superlatives) > 1:
        return None
    placed = superlatives or (reading.has("ordinal") and reading.benchmarks)
    whole = bool(reading.has("shape", "leaderboard") or reading.of("first") or not placed)
    asked = _ranked(reading, stated, superlatives)
    if asked is None or (not placed and not _lists(reading, asked)):
        return None
    words = [*stated.words, *superlatives]
    words += [p for role in ("attribute", "ordinal", "first") for p in reading.of(role)]
    words += reading.of("shape", "models", "leaderboard", "sort", "unit", "takes", "how_many", "uses")
    if asked.attribute in _PRICES:
        words += reading.of("shape", "api")
    if asked.attribute is Attribute.RELEASED:
        words += reading.of("shape", "release")
    if not reading.explained(words) or not _ordinals_fit(reading, superlatives):
        return None
    descending = not any(_means(p, *_ASCENDING) for p in superlatives)
    if not superlatives:
        descending = asked.attribute not in _PRICES
    position = None if whole or _plural(reading, superlatives) else _position(reading)
    return Ranking(asked, descending, position, stated.conditions)


def _superlatives(reading: Reading) -> list[Piece]:
    """The superlatives; after an ordinal a comparative is one in Chinese ("第二长")."""
    ranks = reading.of("rank")
    if not ranks and reading.has("ordinal"):
        ranks = reading.of("comparative")
    return [p for p in ranks if not p.means("ordinal")]


def _lists(reading: Reading, asked: Wanted) -> bool:
    """Whether a ranking without a superlative is asked for: a leaderboard, the top three, all scores."""
    if asked.attribute is Attribute.BENCHMARK and (reading.has("first") or reading.has("attribute", "score")):
        return True
    return reading.has("shape", "leaderboard", "sort")


def _ordinals_fit(reading: Reading, superlatives: list[Piece]) -> bool:
    """ "Second" is a place only beside a superlative or a benchmark."""
    return not reading.has("ordinal") or bool(superlatives or reading.benchmarks)


def _position(reading: Reading) -> int:
    ordinals = reading.of("ordinal")
    return int(ordinals[0].senses["ordinal"]) if ordinals else 1


def _plural(reading: Reading, superlatives: list[Piece]) -> bool:
    """Whether several are asked for: "the cheapest models", "which models have the longest", not "the longest
    among these models"."""
    places = [i for i, p in enumerate(reading.pieces) if p.means("shape", "models")]
    several = [i for i in places if reading.written(reading.pieces[i]).endswith("s")]
    found = [i for i, p in enumerate(reading.pieces) if p in superlatives]
    return any(i < found[0] or i == found[0] + 1 for i in several) if found else bool(several)


def _ranked(reading: Reading, stated: Stated, superlatives: list[Piece]) -> Wanted | None:
    """The attribute that orders: the one that is named and no condition is on, or the superlative's own."""
    named = wanted(reading)
    if named is None:
        return None
    conditional = {c.attribute for c in stated.conditions if not _is_currency(c)}
    left = [w for w in named if w.attribute not in conditional]
    if [w.attribute for w in left] == list(PRICES):
        left = left[:1]
    if len(left) > 1:
        return None
    asked = left[0] if left else _own(reading, superlatives)
    return asked if asked and _fits(asked.attribute, superlatives) else None


def _is_currency(condition: Condition) -> bool:
    """Whether a condition only says in which currency a price is."""
    return condition.unit in MONEY and condition.op is Op.AT_LEAST and condition.value == 0


def _own(reading: Reading, superlatives: list[Piece]) -> Wanted | None:
    """What a superlative of models is of: "the newest model", "the largest model"."""
    if not superlatives or not reading.has("shape", "models"):
        return None
    if _means(superlatives[0], *_DATED):
        return Wanted(Attribute.RELEASED)
    return Wanted(Attribute.PARAMETERS_TOTAL) if reading.written(superlatives[0]) in SIZES else None


def _fits(attribute: Attribute, superlatives: list[Piece]) -> bool:
    """Whether a superlative can be of the attribute."""
    if not superlatives:
        return attribute in _COUNTED
    found = superlatives[0]
    if _means(found, *_DATED):
        return attribute in (Attribute.RELEASED, Attribute.KNOWLEDGE_CUTOFF)
    if _means(found, *_PRICED):
        return attribute in _PRICES
    if _means(found, "best", "better"):
        return attribute is Attribute.BENCHMARK
    return attribute in (_LIMITS if _means(found, *_LONG) else _COUNTED)


def _means(piece: Piece, *meanings: str) -> bool:
    return piece.means("rank", *meanings) or piece.means("comparative", *meanings)


def stated_of(reading: Reading) -> Stated | None:
    """The conditions; None where a developer is named in another part than the maker's."""
    return conditions(reading) if makes(reading) else None
