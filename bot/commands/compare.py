"""`compare`: models side by side."""

from argparse import Namespace
from contextlib import ExitStack

from bot.commands.drawing import draw_rows
from bot.commands.printing import show_json, show_text, terminal_width
from bot.compose import open_facts
from bot.rendering.as_json import listing_json
from bot.rendering.facts_text import compared_text
from bot.requests.reported import compared
from bot.settings import Settings
from bot.streams import say


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Compares, and draws it where a picture is wanted; raises UnknownName for a name that nothing knows."""
    facts = opened.enter_context(open_facts(settings, say))
    models, listing = facts.use(lambda f: compared(f, arguments.names, "en"))
    if arguments.json:
        show_json(listing_json(listing))
    else:
        show_text(compared_text(listing, [model.name for model in models], terminal_width()))
    if arguments.plot:
        draw_rows(arguments.plot, " / ".join(model.name for model in models), listing.rows, say)
    return 0
