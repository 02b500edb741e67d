"""Questions about all models: which of them satisfy conditions, which is first, what came when."""

import re

from bot.understanding.about_models import SIZES
from bot.understanding.conditions import Stated, conditions, makes
from bot.understanding.reading import Piece, Reading
from bot.understanding.thresholds import spans
from bot.understanding.types import Agreement, Filter, Ranking, Timeline, Wanted
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
    *_LIMITS,
    Attribute.PARAMETERS_TOTAL,
    Attribute.PARAMETERS_ACTIVE,
    Attribute.EXPERTS,
    Attribute.TRAINING_TOKENS,
    Attribute.PRICE_INPUT,
    Attribute.PRICE_OUTPUT,
    Attribute.PRICE_CACHED_INPUT,
    Attribute.BENCHMARK,
)


def ranking(reading: Reading) -> Ranking | None:
    """Returns what "which model has the second-longest context" and "AIME 2025 leaderboard" ask for."""
    stated = _stated(reading)
    superlatives = _superlatives(reading)
    if stated is None or reading.models or len(superlatives) > 1:
        return None
    placed = superlatives or (reading.has("ordinal") and reading.benchmarks)
    whole = bool(reading.has("shape", "leaderboard") or reading.of("first") or not placed)
    asked = _ranked(reading, stated, superlatives)
    if asked is None or (not placed and not _lists(reading, asked)):
        return None
    words = [
        *stated.words,
        *superlatives,
        *reading.of("attribute"),
        *reading.of("ordinal"),
        *reading.of("first"),
    ]
    words += reading.of("shape", "models", "leaderboard", "sort", "unit", "takes", "how_many", "uses")
    if asked.attribute is Attribute.RELEASED:
        words += reading.of("shape", "release")
    if not reading.explained(words) or not _ordinals_fit(reading, superlatives):
        return None
    descending = not any(_means(p, *_ASCENDING) for p in superlatives)
    if not superlatives:
        descending = asked.attribute not in _PRICES
    position = None if whole or _plural(reading, superlatives) else _position(reading)
    return Ranking(asked, descending, position, stated.conditions)


def _stated(reading: Reading) -> Stated | None:
    """The conditions; None where a developer is named in another part than the maker's."""
    return conditions(reading) if makes(reading) else None


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


def filtering(reading: Reading) -> Filter | None:
    """Returns what "which models have a context window of at least 1M tokens" asks for."""
    stated = _stated(reading)
    if stated is None or not stated.conditions or reading.models or not _asks_for_models(reading):
        return None
    words = [*stated.words, *reading.of("shape", "models", "how_many", "takes", "unit", "yet")]
    about = {c.attribute for c in stated.conditions}
    if about - {Attribute.DEVELOPER, Attribute.RELEASED}:  # "which models does X use" is not about X's models
        words += reading.of("shape", "uses", "weights")
    if any(
        c.attribute is Attribute.RELEASED or c.attribute is Attribute.DEVELOPER for c in stated.conditions
    ):
        words += reading.of("shape", "release")
    if _defines(reading, about):
        return None
    return Filter(stated.conditions) if reading.explained(words) else None


def _defines(reading: Reading, about: set[Attribute]) -> bool:
    """Whether a question asks what a kind of models is: "what is an open-weights model"."""
    return about == {Attribute.OPEN_WEIGHTS} and _DEFINITION.match(reading.text) is not None


_DEFINITION = re.compile(r"(?:what(?:'s| is| are)? (?!the )|什么是|什么叫)", re.IGNORECASE)


_WHICH = ("which", "what", "wich", "哪些", "哪个", "哪款", "哪几个", "哪几款", "有哪些", "谁", "who")


def _asks_for_models(reading: Reading) -> bool:
    return reading.has("shape", "models") or any(reading.written(p) in _WHICH for p in reading.pieces)


def timeline(reading: Reading) -> Timeline | None:
    """Returns what "what did Zhipu release in 2026" and "timeline of OpenAI releases" ask for."""
    dates = spans(reading)
    told = reading.of("shape", "timeline")
    if (
        dates is None
        or not makes(reading)
        or len(dates) > 1
        or len(reading.developers) > 1
        or reading.values()
    ):
        return None
    limited = bool(dates or reading.developers or (told and reading.models))
    if not limited or not (told or (reading.has("shape", "release") and _what_came(reading))):
        return None
    words = [
        *told,
        *reading.of("shape", "models", "release", "how_many"),
        *(p for s in dates for p in s.words),
    ]
    if not reading.explained(words):
        return None
    since, until = (dates[0].since, dates[0].until) if dates else (None, None)
    developer = reading.developers[0] if reading.developers else None
    return Timeline(since, until, developer, reading.models)


def _what_came(reading: Reading) -> bool:
    """Whether the releases are asked for, not the models ("which models … were released")."""
    models, released = reading.of("shape", "models"), reading.of("shape", "release")
    return not reading.models and (not models or released[0].start < models[0].start)


def agreement(reading: Reading) -> Agreement | None:
    """Returns what "do the articles agree on GLM-5's release date" asks for."""
    told = reading.has("shape", "agree") or (reading.has("same") and reading.has("shape", "articles"))
    if not told or reading.values() or reading.periods():
        return None
    asked = wanted(reading)
    if asked is None or (reading.developers and not reading.models):
        return None
    released = Wanted(Attribute.RELEASED)
    if (reading.has("shape", "release") or reading.has("shape", "when")) and released not in asked:
        asked = (*asked, released)
    words = [
        *reading.of("shape", "agree", "articles", "or", "models", "release", "when", "yet"),
        *reading.of("attribute"),
        *reading.of("same"),
    ]
    about = reading.models or asked or reading.has("shape", "articles")
    return Agreement(reading.models, asked) if about and reading.explained(words) else None
