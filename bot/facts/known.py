"""Asks the catalogue what is stated of a model."""

from datetime import date

from bot.facts.reported import reported_of
from bot.facts.types import Reported
from bot.understanding.types import Wanted
from corpus.facts.types import Attribute
from corpus.names.types import Benchmark, Model
from index.catalogue.catalogue import Catalogue
from index.catalogue.headline import headline
from index.catalogue.types import Statement

_IN_ORDER = {attribute: place for place, attribute in enumerate(Attribute)}


def report(known: Catalogue, model: Model, wanted: Wanted, as_of: date | None) -> Reported | None:
    """Returns what is stated of one attribute of a model, None where nothing is."""
    stated = known.statements(model.key, wanted.attribute, wanted.benchmark, as_of)
    return reported_of(model, wanted, headline(stated), stated) if stated else None


def about(known: Catalogue, model: Model, wanted: Wanted, as_of: date | None) -> list[Reported]:
    """Returns the same; of a benchmark named without version or variant, what is stated of each of them where
    nothing is stated of the benchmark as it is named."""
    found = report(known, model, wanted, as_of)
    return [found] if found else wider(known, model, wanted, as_of)


def wider(known: Catalogue, model: Model, wanted: Wanted, as_of: date | None) -> list[Reported]:
    """Returns what is stated of the versions and variants of a benchmark that was named without them."""
    asked = wanted.benchmark
    if asked is None:
        return []
    stated = known.statements(model.key, Attribute.BENCHMARK, None, as_of)
    named = dict.fromkeys(s.fact.benchmark for s in stated if is_one_of(s.fact.benchmark, asked))
    every = (report(known, model, Wanted(Attribute.BENCHMARK, benchmark), as_of) for benchmark in named)
    return [reported for reported in every if reported]


def reports(known: Catalogue, model: Model, as_of: date | None) -> list[Reported]:
    """Returns all that is stated of a model, in the order of attributes, benchmarks by name."""
    stated = known.statements(model.key, as_of=as_of)
    by_wanted: dict[Wanted, list[Statement]] = {}
    for statement in stated:
        by_wanted.setdefault(Wanted(statement.fact.attribute, statement.fact.benchmark), []).append(statement)
    return [
        reported_of(model, wanted, headline(by_wanted[wanted]), by_wanted[wanted])
        for wanted in sorted(by_wanted, key=_place)
    ]


def is_one_of(benchmark: Benchmark | None, asked: Benchmark | None) -> bool:
    """Returns whether a benchmark is the one asked for, or a version or variant of it that was left open."""
    if benchmark is None or asked is None:
        return False
    return (
        benchmark.name == asked.name
        and asked.version in (None, benchmark.version)
        and asked.variant in (None, benchmark.variant)
    )


def _place(wanted: Wanted) -> tuple[int, str]:
    return _IN_ORDER[wanted.attribute], wanted.benchmark.full_name if wanted.benchmark else ""
