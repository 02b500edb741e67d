"""`timeline`: dated events, oldest first."""

from argparse import Namespace
from contextlib import ExitStack

from bot.commands.drawing import draw_events
from bot.commands.printing import show_json, show_text, terminal_width
from bot.compose import open_facts
from bot.rendering.as_json import happenings_json
from bot.rendering.facts_text import happenings_text
from bot.requests.happenings import events
from bot.settings import Settings
from bot.streams import say


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Lists events, and draws them where a picture is wanted."""
    facts = opened.enter_context(open_facts(settings, say))
    since, until, developer = arguments.since, arguments.until, arguments.developer
    found = facts.use(lambda f: events(f, since, until, developer, "en"))
    if arguments.json:
        show_json(happenings_json(found))
    else:
        show_text(happenings_text(found, terminal_width()))
    if arguments.plot:
        draw_events(arguments.plot, arguments.developer or "Releases", found.events, say)
    return 0
