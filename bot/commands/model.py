"""`model`: all that is reported of one model."""

from argparse import Namespace
from contextlib import ExitStack

from bot.commands.printing import show_json, show_text, terminal_width
from bot.compose import open_facts
from bot.facts.facts import Facts
from bot.facts.known import reports
from bot.facts.naming import named_model
from bot.facts.scribe import Scribe
from bot.rendering.as_json import card_json
from bot.rendering.facts_text import card_text
from bot.settings import Settings
from bot.streams import say
from bot.types import Card


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Shows the card; raises UnknownName for a name that nothing knows."""
    facts = opened.enter_context(open_facts(settings, say))
    card = facts.use(lambda f: _card(f, arguments))
    if arguments.json:
        show_json(card_json(card))
    else:
        show_text(card_text(card, terminal_width()))
    return 0


def _card(facts: Facts, arguments: Namespace) -> Card:
    scribe = Scribe("en")
    model = named_model(" ".join(arguments.name), facts.naming, facts.known.models)
    rows = [row for reported in reports(facts.known, model, arguments.as_of) for row in scribe.rows(reported)]
    return Card(model.name, model.developer, tuple(rows), scribe.citations)
