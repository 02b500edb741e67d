"""`leaderboard`: all scores reported for a benchmark, ranked within what can be compared."""

from argparse import Namespace
from contextlib import ExitStack

from bot.commands.drawing import draw_rows
from bot.commands.listed import listing_of
from bot.commands.printing import show_json, show_text, terminal_width
from bot.compose import open_facts
from bot.facts.facts import Facts
from bot.facts.naming import named_benchmark
from bot.facts.ranking import rank
from bot.facts.scribe import Scribe
from bot.rendering.as_json import listing_json
from bot.rendering.facts_text import ranked_text
from bot.settings import Settings
from bot.streams import say
from bot.types import Listing
from bot.understanding.types import Ranking, Wanted
from corpus.facts.types import Attribute
from corpus.names.types import Benchmark


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Ranks, and draws it where a picture is wanted; raises UnknownName for a name that nothing knows."""
    facts = opened.enter_context(open_facts(settings, say))
    benchmark, listing = facts.use(lambda f: _ranked(f, " ".join(arguments.benchmark)))
    if arguments.json:
        show_json(listing_json(listing))
    else:
        show_text(ranked_text(listing, terminal_width()))
    if arguments.plot:
        draw_rows(arguments.plot, benchmark.full_name, listing.rows, say)
    return 0


def _ranked(facts: Facts, name: str) -> tuple[Benchmark, Listing]:
    scribe = Scribe("en")
    benchmark = named_benchmark(name, facts.naming, facts.known.benchmarks())
    query = Ranking(Wanted(Attribute.BENCHMARK, benchmark), descending=True, position=None)
    return benchmark, listing_of(rank(query, facts.known, scribe, None), scribe)
