"""`models`: the models that satisfy every filter."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace

from bot.commands.listed import listing_of
from bot.commands.printing import show_json, show_text, terminal_width
from bot.compose import open_facts
from bot.facts.facts import Facts
from bot.facts.filtering import filtered
from bot.facts.naming import named_benchmark
from bot.facts.scribe import Scribe
from bot.rendering.as_json import listing_json
from bot.rendering.facts_text import models_text
from bot.settings import Settings
from bot.streams import say
from bot.types import Listing
from bot.understanding.types import Filter, Wanted
from corpus.facts.types import Attribute, Status, Unit
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


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Lists them; that there are none is an answer too."""
    facts = opened.enter_context(open_facts(settings, say))
    listing = facts.use(lambda f: _listing(f, arguments))
    if arguments.json:
        show_json(listing_json(listing))
    else:
        show_text(models_text(listing, terminal_width()))
    return 0


def _listing(facts: Facts, arguments: Namespace) -> Listing:
    scribe = Scribe("en")
    found = listing_of(filtered(_query(facts, arguments), facts.known, scribe, arguments.as_of), scribe)
    if arguments.sort != "name":
        return found
    return replace(found, rows=tuple(sorted(found.rows, key=lambda row: row.model.casefold())))


def _query(facts: Facts, arguments: Namespace) -> Filter:
    benchmark = None
    if arguments.benchmark:
        benchmark = named_benchmark(arguments.benchmark, facts.naming, facts.known.benchmarks())
    conditions = list(_conditions(facts, arguments))
    if benchmark:
        least = arguments.min_score or 0.0
        conditions.append(Condition(_A.BENCHMARK, Op.AT_LEAST, least, Unit.NONE, benchmark))
    if arguments.sort in (None, "name"):
        return Filter(tuple(conditions))
    field = Attribute(arguments.sort)
    order = Wanted(field, benchmark if field is _A.BENCHMARK else None)
    return Filter(tuple(conditions), order, field not in _LEAST_IS_BEST)


def _conditions(facts: Facts, arguments: Namespace) -> Iterator[Condition]:
    for option, attribute, op, unit in _LIMITS:
        value = getattr(arguments, option)
        if value is not None:
            yield Condition(attribute, op, value, unit)
    if arguments.developer:
        yield Condition(_A.DEVELOPER, Op.EQUAL, facts.developer(arguments.developer))
    if arguments.open_weights:
        yield Condition(_A.OPEN_WEIGHTS, Op.EQUAL, True)
    if arguments.status:
        yield Condition(_A.RELEASED, Op.EQUAL, Status(arguments.status))
