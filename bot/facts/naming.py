"""Finds the model or the benchmark that a person names, or says what is spelled alike."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Protocol

from bot.characters import one_line
from bot.types import UnknownName
from corpus.names.types import Benchmark, BenchmarkMention, Model

_ALIKE, _SUGGESTED = 0.6, 3
_SHOWN = 60


class Naming(Protocol):
    """Reads names; what only the index knows is among them."""

    def model(self, name: str) -> Model | None:
        """Returns the model whose name this whole string is."""

    def benchmarks(self, text: str) -> list[BenchmarkMention]:
        """Returns the benchmarks that are named."""


def named_model(name: str, naming: Naming, known: Iterable[Model]) -> Model:
    """Returns a model that is known by this name. Raises UnknownName with the names that are spelled alike."""
    every = list(known)
    found = known_model(name, naming, every)
    if found is None:
        raise _unknown("model", name, (model.name for model in every))
    return found


def known_model(name: str, naming: Naming, known: Iterable[Model]) -> Model | None:
    """Returns the model of this name: as the articles have it, else as the lists have it, if any do."""
    every = list(known)
    same = {_plain(model.name): model for model in every}
    found = same.get(_plain(name)) or naming.model(name)
    return found and next((model for model in every if model.key == found.key), found)


def named_benchmark(name: str, naming: Naming, known: Iterable[Benchmark]) -> Benchmark:
    """Returns the benchmark of this name. Raises UnknownName with the names that are spelled alike."""
    every = list(dict.fromkeys(known))
    by_name = {benchmark.full_name.casefold(): benchmark for benchmark in every}
    if name.casefold() in by_name:
        return by_name[name.casefold()]
    whole = [m.benchmark for m in naming.benchmarks(name) if m.end - m.start >= len(name.strip()) - 1]
    if whole:
        return whole[0]
    raise _unknown("benchmark", name, (benchmark.full_name for benchmark in every))


def alike(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Returns at most three of the known names that are spelled like this one, the nearest first."""
    spelled = {known_name.casefold(): known_name for known_name in known}
    found = get_close_matches(name.casefold()[:_SHOWN], list(spelled), _SUGGESTED, _ALIKE)
    return tuple(spelled[one] for one in found)


def _plain(name: str) -> str:
    """A name without what people leave out or write otherwise."""
    return "".join(character for character in name.casefold() if character.isalnum() or character in ".+")


def _unknown(kind: str, name: str, known: Iterable[str]) -> UnknownName:
    return UnknownName(kind, one_line(name, _SHOWN), alike(name, known))
