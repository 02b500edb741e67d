"""`index`: brings the index in line with the articles."""

from argparse import Namespace
from contextlib import ExitStack

from bot.commands.printing import show_json, show_text
from bot.compose_update import update_index
from bot.progress import progress
from bot.rendering.as_json import report_json
from bot.rendering.terminal import report_text
from bot.settings import Settings
from bot.streams import say


def run(arguments: Namespace, settings: Settings, _: ExitStack) -> int:
    """Updates the index and reports; a file that had to be skipped is no failure of the update."""
    with progress("passages") as show:
        report = update_index(settings, arguments.corpus or (), arguments.rebuild, show, say)
    if arguments.json:
        show_json(report_json(report))
    else:
        show_text(report_text(report))
    return 0
