"""`remove`: takes an article out."""

from argparse import Namespace
from contextlib import ExitStack

from bot.commands.printing import show_json, show_text
from bot.progress import progress
from bot.rendering.as_json import report_json
from bot.rendering.terminal import report_text
from bot.settings import Settings
from bot.streams import say
from bot.taking_in.removing import remove


def run(arguments: Namespace, settings: Settings, _: ExitStack) -> int:
    """Takes an article out at once, and reports."""
    with progress("passages") as show:
        report = remove(settings, arguments.article, show, say)
    if arguments.json:
        show_json(report_json(report))
    else:
        show_text(report_text(report))
    return 0
