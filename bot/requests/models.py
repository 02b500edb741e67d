"""The models that satisfy every filter."""

from collections.abc import Iterator
from dataclasses import replace

from bot.facts.facts import Facts
from bot.facts.filtering import filtered
from bot.facts.naming import named_benchmark
from bot.facts.scribe import Scribe
from bot.requests.listed import listing_of
from bot.requests.types import NAME, ModelsRequest
from bot.types import Listing
from bot.understanding.types import Filter, Wanted
from corpus.facts.types import Attribute, Status, Unit
from corpus.names.types import Benchmark
from index.catalogue.types import Condition, Op

_A = Attribute
_LIMITS = (
    ("min_context", _A.CONTEXT_WINDOW, Op.AT_LEAST, Unit.TOKENS),
    ("max_context", _A.CONTEXT_WINDOW, Op.AT_MOST, Unit.TOKENS),
    ("min_params", _A.PARAMETERS_TOTAL, Op.AT_LEAST, Unit.PARAMETERS),
    ("max_params", _A.PARAMETERS_TOTAL, Op.AT_MOST, Unit.PARAMETERS),
    ("max_input_price", _A.PRICE_INPUT, Op.AT_MOST, Unit.USD),
    ("max_output_price", _A.PRICE_OUTPUT, Op.AT_MOST, Unit.USD),
    ("released_since", _A.RELEASED, Op.AT_LEAST, Unit.DATE),
    ("released_until", _A.RELEASED, Op.AT_MOST, Unit.DATE),
    ("licence", _A.LICENCE, Op.EQUAL, Unit.NONE),
)
_LEAST_IS_BEST = {_A.PRICE_INPUT, _A.PRICE_OUTPUT, _A.PRICE_CACHED_INPUT}


def models(facts: Facts, request: ModelsRequest, language: str) -> Listing:
    """Returns the models, best value first. Raises UnknownName for a benchmark that nothing knows."""
    scribe = Scribe(language)
    outcome = filtered(_query(facts, request), facts.known, scribe, request.as_of)
    found = listing_of(outcome, scribe, language)
    if request.sort != NAME:
        return found
    return replace(found, rows=tuple(sorted(found.rows, key=lambda row: row.model.casefold())))


def _query(facts: Facts, request: ModelsRequest) -> Filter:
    benchmark = None
    if request.benchmark:
        benchmark = named_benchmark(request.benchmark, facts.naming, facts.known.benchmarks())
    conditions = tuple(_conditions(facts, request, benchmark))
    if request.sort in (None, NAME):
        return Filter(conditions)
    field = Attribute(request.sort)
    order = Wanted(field, benchmark if field is _A.BENCHMARK else None)
    return Filter(conditions, order, field not in _LEAST_IS_BEST)


def _conditions(facts: Facts, request: ModelsRequest, benchmark: Benchmark | None) -> Iterator[Condition]:
    for option, attribute, op, unit in _LIMITS:
        value = getattr(request, option)
        if value is not None:
            yield Condition(attribute, op, value, unit)
    if request.developer:
        yield Condition(_A.DEVELOPER, Op.EQUAL, facts.developer(request.developer))
    if request.open_weights:
        yield Condition(_A.OPEN_WEIGHTS, Op.EQUAL, True)
    if request.status:
        yield Condition(_A.RELEASED, Op.EQUAL, Status(request.status))
    if benchmark:
        yield Condition(_A.BENCHMARK, Op.AT_LEAST, request.min_score or 0.0, Unit.NONE, benchmark)
