"""What is reported of models: a card, cards side by side, a leaderboard."""

from collections.abc import Iterable
from datetime import date

from bot.facts.comparing import compare
from bot.facts.facts import Facts
from bot.facts.known import reports
from bot.facts.naming import alike, named_benchmark, named_model
from bot.facts.ranking import rank
from bot.facts.scribe import Scribe
from bot.requests.listed import listing_of
from bot.types import Card, Listing
from bot.understanding.types import Compare, Ranking, Wanted
from corpus.facts.types import Attribute
from corpus.names.types import Benchmark, Model


def card(facts: Facts, name: str, as_of: date | None, language: str) -> Card:
    """Returns all that is reported of a model. Raises UnknownName for a name that nothing knows."""
    scribe = Scribe(language)
    model = named_model(name, facts.naming, facts.known.models)
    rows = [row for reported in reports(facts.known, model, as_of) for row in scribe.rows(reported)]
    others = (other.name for other in facts.known.models if other.key != model.key)
    near = () if rows else alike(model.name, others)
    return Card(model.name, model.developer, tuple(rows), scribe.citations, near)


def compared(facts: Facts, names: Iterable[str], language: str) -> tuple[tuple[Model, ...], Listing]:
    """Returns the models, each once, and what is reported of them. Raises UnknownName as above."""
    scribe = Scribe(language)
    named = {m.key: m for m in (named_model(name, facts.naming, facts.known.models) for name in names)}
    models = tuple(named.values())
    return models, listing_of(compare(Compare(models), facts.known, scribe, None), scribe, language)


def ranked(facts: Facts, name: str, language: str) -> tuple[Benchmark, Listing]:
    """Returns the benchmark and all its scores, in ranks. Raises UnknownName as above."""
    scribe = Scribe(language)
    benchmark = named_benchmark(name, facts.naming, facts.known.benchmarks())
    query = Ranking(Wanted(Attribute.BENCHMARK, benchmark), descending=True, position=None)
    return benchmark, listing_of(rank(query, facts.known, scribe, None), scribe, language)
