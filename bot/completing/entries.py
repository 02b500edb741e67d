"""What can be chosen: the models, benchmarks and developers that the articles speak of, and the articles."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.characters import one_line
from bot.completing.matching import folded
from bot.completing.types import Choice, Entry
from bot.facts.facts import Facts
from bot.requests.articles import newest_first
from corpus.names import Names
from corpus.names.types import Model
from index.store.manifest import Entry as Indexed

_LONGEST = 100  # characters of a choice, by Discord's rules


@dataclass(frozen=True, slots=True)
class Choosable:
    """All that the options complete, of one generation."""

    models: tuple[Entry, ...]
    benchmarks: tuple[Entry, ...]
    developers: tuple[Entry, ...]
    articles: tuple[Entry, ...] = ()


def choosable(facts: Facts, indexed: Iterable[Indexed] = ()) -> Choosable:
    """Returns what can be chosen; what more is stated of comes first, and the newest article."""
    statements = facts.known.all()
    of_models = Counter(statement.fact.model.key for statement in statements)
    of_benchmarks = Counter(s.fact.benchmark.full_name for s in statements if s.fact.benchmark)
    models = facts.known.models
    developers = Counter(model.developer for model in models if model.developer)
    return Choosable(
        _entries((m.name, _model_keys(m, facts.naming), of_models[m.key]) for m in models),
        _entries((name, (name,), count) for name, count in of_benchmarks.items()),
        _entries((name, (name, *facts.naming.also_called(name)), n) for name, n in developers.items()),
        _article_entries(indexed),
    )


def _entries(named: Iterable[tuple[str, tuple[str, ...], float]]) -> tuple[Entry, ...]:
    """Entries whose value is the name; one that is too long to choose can still be typed."""
    clean = ((one_line(name), keys, weight) for name, keys, weight in named)
    return tuple(
        Entry(Choice(name, name), _keys(keys), weight)
        for name, keys, weight in clean
        if 0 < len(name) <= _LONGEST
    )


def _keys(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for name in names if (key := folded(name))))


def _model_keys(model: Model, naming: Names) -> tuple[str, ...]:
    """The name, the name with its family's other names, and its maker's names with it."""
    rest = model.name.removeprefix(model.family)
    families = (f"{alias} {rest}" for alias in naming.also_called(model.family) if rest != model.name)
    developer = model.developer or ""
    makers = (f"{maker} {model.name}" for maker in (developer, *naming.also_called(developer)) if maker)
    return (model.name, *families, *makers)


def _article_entries(indexed: Iterable[Indexed]) -> tuple[Entry, ...]:
    newest = newest_first(indexed)
    return tuple(
        Entry(Choice(_titled(entry), entry.source.article), _article_keys(entry), -place)
        for place, entry in enumerate(newest)
        if len(entry.source.article) <= _LONGEST
    )


def _titled(entry: Indexed) -> str:
    day = entry.source.published
    return one_line(f"{day} {entry.source.title}" if day else entry.source.title, _LONGEST)


def _article_keys(entry: Indexed) -> tuple[str, ...]:
    source = entry.source
    return _keys((source.title, source.path, source.publisher or "", source.url or ""))
