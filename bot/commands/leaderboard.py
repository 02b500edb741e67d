"""`leaderboard`: all scores reported for a benchmark, ranked within what can be compared."""

from argparse import Namespace
from contextlib import ExitStack

from bot.commands.drawing import draw_rows
from bot.commands.printing import show_json, show_text, terminal_width
from bot.compose import open_facts
from bot.rendering.as_json import listing_json
from bot.rendering.facts_text import ranked_text
from bot.requests.reported import ranked
from bot.settings import Settings
from bot.streams import say


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Ranks, and draws it where a picture is wanted; raises UnknownName for a name that nothing knows."""
    facts = opened.enter_context(open_facts(settings, say))
    benchmark, listing = facts.use(lambda f: ranked(f, " ".join(arguments.benchmark), "en"))
    if arguments.json:
        show_json(listing_json(listing))
    else:
        show_text(ranked_text(listing, terminal_width()))
    if arguments.plot:
        draw_rows(arguments.plot, benchmark.full_name, listing.rows, say)
    return 0
