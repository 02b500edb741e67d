"""`add`: takes in further news."""

from argparse import Namespace
from contextlib import ExitStack

from bot.characters import one_line
from bot.commands.printing import show_json, show_text, terminal_width
from bot.progress import progress
from bot.rendering.added_text import added_text
from bot.rendering.as_json import added_json
from bot.settings import Settings
from bot.streams import say
from bot.taking_in.adding import add


def run(arguments: Namespace, settings: Settings, _: ExitStack) -> int:
    """Takes in addresses and files; returns 1 where one of them could not be."""
    with progress("passages") as show:
        added = add(settings, arguments.offered, arguments.force, show, say)
    if arguments.json:
        show_json(added_json(added))
    else:
        show_text(added_text(added, terminal_width()))
    for one in added.stored.refused:
        say(f"{one_line(one.path, 200)} was not taken in: {one_line(one.reason)}")
    return 1 if added.stored.refused else 0
