"""Reads what somebody wants to watch: a model, a developer, or a filter."""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

from bot.characters import one_line
from bot.facts.facts import Facts
from bot.facts.naming import known_model
from bot.question import read_question
from bot.understanding.filters import understand_filter
from bot.watching.types import NotUnderstood, Watch, WatchedDeveloper, WatchedFilter, WatchedModel
from corpus.facts.types import Attribute
from corpus.names.types import Model
from index.catalogue.types import Condition

LONGEST = 300  # characters of what is to be watched
_SHOWN = 60
_EXAMPLE = "“Claude Opus 4.6”, “Mistral AI” or “open weights, context >= 1M, under $1”"


def read_watch(text: str, facts: Facts, today: date) -> Watch:
    """Returns what a text names, the whole of it. `today` is what "this month" counts from. Raises
    NotUnderstood with what can be written instead."""
    asked = read_question(text).text
    if not 0 < len(asked) <= LONGEST:
        raise NotUnderstood(f"say in at most {LONGEST} characters what to watch: {_EXAMPLE}")
    developer = _developer(asked, facts)
    if developer:
        return WatchedDeveloper(developer)
    model = known_model(asked, facts.naming, facts.known.models)
    if model:
        return WatchedModel(model)
    query = understand_filter(asked, facts.naming, today)
    if query is None:
        raise NotUnderstood(_sentence(asked, facts))
    return _watch_of(query.conditions)


def _watch_of(conditions: tuple[Condition, ...]) -> Watch:
    """A filter by developer alone is a developer ("models by Meta")."""
    only = conditions[0]
    if len(conditions) == 1 and only.attribute is Attribute.DEVELOPER:
        return WatchedDeveloper(str(only.value))
    return WatchedFilter(conditions)


def _developer(asked: str, facts: Facts) -> str | None:
    """By the lists, else as the articles name the maker of a model."""
    makers = {model.developer.casefold(): model.developer for model in facts.known.models if model.developer}
    return facts.naming.developer(asked) or makers.get(asked.casefold())


def _sentence(asked: str, facts: Facts) -> str:
    said = f"“{one_line(asked, _SHOWN)}” is no model, no developer and no filter that is understood"
    alike = _alike(asked, facts.known.models)
    mend = f"did you mean {' or '.join(alike)}?" if alike else f"write for example {_EXAMPLE}"
    return f"{said}: {mend}"


def _alike(asked: str, known: Iterable[Model]) -> list[str]:
    names = {name.casefold(): name for model in known for name in (model.name, model.developer) if name}
    return [names[one] for one in get_close_matches(asked.casefold()[:_SHOWN], names, 3, 0.6)]
