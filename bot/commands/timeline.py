"""`timeline`: dated events, oldest first."""

from argparse import Namespace
from contextlib import ExitStack

from bot.commands.drawing import draw_events
from bot.commands.printing import show_json, show_text, terminal_width
from bot.compose import open_facts
from bot.facts.facts import Facts
from bot.facts.happening import event_row
from bot.facts.scribe import Scribe
from bot.rendering.as_json import happenings_json
from bot.rendering.facts_text import happenings_text
from bot.settings import Settings
from bot.streams import say
from bot.types import Happenings


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Lists events, and draws them where a picture is wanted."""
    facts = opened.enter_context(open_facts(settings, say))
    found = facts.use(lambda f: _events(f, arguments))
    if arguments.json:
        show_json(happenings_json(found))
    else:
        show_text(happenings_text(found, terminal_width()))
    if arguments.plot:
        draw_events(arguments.plot, arguments.developer or "Releases", found.events, say)
    return 0


def _events(facts: Facts, arguments: Namespace) -> Happenings:
    scribe = Scribe("en")
    developer = facts.developer(arguments.developer) if arguments.developer else None
    found = facts.known.events(arguments.since, arguments.until, developer)
    return Happenings(tuple(event_row(event, scribe) for event in found), scribe.citations)
