"""`compare`: models side by side."""

from argparse import Namespace
from contextlib import ExitStack

from bot.commands.drawing import draw_rows
from bot.commands.listed import listing_of
from bot.commands.printing import show_json, show_text, terminal_width
from bot.compose import open_facts
from bot.facts.comparing import compare
from bot.facts.facts import Facts
from bot.facts.naming import named_model
from bot.facts.scribe import Scribe
from bot.rendering.as_json import listing_json
from bot.rendering.facts_text import compared_text
from bot.settings import Settings
from bot.streams import say
from bot.types import Listing
from bot.understanding.types import Compare
from corpus.names.types import Model


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Compares, and draws it where a picture is wanted; raises UnknownName for a name that nothing knows."""
    facts = opened.enter_context(open_facts(settings, say))
    models, listing = facts.use(lambda f: _compared(f, arguments.names))
    if arguments.json:
        show_json(listing_json(listing))
    else:
        show_text(compared_text(listing, [model.name for model in models], terminal_width()))
    if arguments.plot:
        draw_rows(arguments.plot, " / ".join(model.name for model in models), listing.rows, say)
    return 0


def _compared(facts: Facts, names: list[str]) -> tuple[tuple[Model, ...], Listing]:
    scribe = Scribe("en")
    named = {m.key: m for m in (named_model(name, facts.naming, facts.known.models) for name in names)}
    models = tuple(named.values())
    return models, listing_of(compare(Compare(models), facts.known, scribe, None), scribe)
