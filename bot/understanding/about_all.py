"""Questions about all models: which of them satisfy conditions, what came when, what is agreed on."""

import re

from bot.understanding.conditions import makes
from bot.understanding.pieces import Reading
from bot.understanding.ranking import stated_of
from bot.understanding.thresholds import spans
from bot.understanding.types import Agreement, Filter, Timeline, Wanted
from bot.understanding.wanted import wanted
from corpus.facts.types import Attribute


def filtering(reading: Reading) -> Filter | None:
    """Returns what "which models have a context window of at least 1M tokens" asks for."""
    found = narrowing(reading) if _asks_for_models(reading) else None
    return None if found is None or _defines(reading, found) else found


def narrowing(reading: Reading) -> Filter | None:
    """Returns what a filter by itself says: "open weights, a context of at least 1M tokens"."""
    stated = stated_of(reading)
    if stated is None or not stated.conditions or reading.models:
        return None
    words = [*stated.words, *reading.of("shape", "models", "how_many", "takes", "unit", "yet")]
    about = {c.attribute for c in stated.conditions}
    if about - {Attribute.DEVELOPER, Attribute.RELEASED}:  # "which models does X use" is not about X's models
        words += reading.of("shape", "uses", "weights")
    if about & {Attribute.DEVELOPER, Attribute.RELEASED, Attribute.LICENCE}:
        words += reading.of("shape", "release")
    if about & {Attribute.PRICE_INPUT, Attribute.PRICE_OUTPUT, Attribute.PRICE_CACHED_INPUT}:
        words += reading.of("shape", "api")
    return Filter(stated.conditions) if reading.explained(words) else None


def _defines(reading: Reading, found: Filter) -> bool:
    """Whether a question asks what a kind of models is: "what is an open-weights model"."""
    about = {c.attribute for c in found.conditions}
    return about == {Attribute.OPEN_WEIGHTS} and _DEFINITION.match(reading.text) is not None


_DEFINITION = re.compile(r"(?:what(?:'s| is| are) (?!the )|什么是|什么叫)", re.IGNORECASE)


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
    return Timeline(since, until, developer, reading.models, released=not told)


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
