"""`changes`: what articles since a day added to or changed in the known facts."""

from argparse import Namespace
from contextlib import ExitStack

from bot.commands.printing import show_json, show_text, terminal_width
from bot.compose import open_facts
from bot.rendering.as_json import happenings_json
from bot.rendering.facts_text import happenings_text
from bot.requests.happenings import changed
from bot.settings import Settings
from bot.streams import say


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Lists the changes, oldest first."""
    facts = opened.enter_context(open_facts(settings, say))
    found = facts.use(lambda f: changed(f, arguments.since, "en"))
    if arguments.json:
        show_json(happenings_json(found))
    else:
        show_text(happenings_text(found, terminal_width()))
    return 0
