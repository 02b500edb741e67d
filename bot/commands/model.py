"""`model`: all that is reported of one model."""

from argparse import Namespace
from contextlib import ExitStack

from bot.commands.printing import show_json, show_text, terminal_width
from bot.compose import open_facts
from bot.rendering.as_json import card_json
from bot.rendering.facts_text import card_text
from bot.requests.reported import card
from bot.settings import Settings
from bot.streams import say


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Shows the card; raises UnknownName for a name that nothing knows."""
    facts = opened.enter_context(open_facts(settings, say))
    found = facts.use(lambda f: card(f, " ".join(arguments.name), arguments.as_of, "en"))
    if arguments.json:
        show_json(card_json(found))
    else:
        show_text(card_text(found, terminal_width()))
    return 0
