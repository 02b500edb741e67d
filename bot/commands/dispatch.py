"""Sends a command line to its command."""

from argparse import Namespace
from collections.abc import Callable

from bot.commands import ask, doctor, search, sources
from bot.commands import index as indexing
from bot.configuration import readable_settings
from bot.settings import Settings
from bot.streams import set_up_logging
from bot.types import BadSettings

_COMMANDS: dict[str, Callable[[Namespace, Settings], int]] = {
    "ask": ask.run,
    "index": indexing.run,
    "search": search.run,
    "sources": sources.run,
}


def run(arguments: Namespace) -> int:
    """Runs the command and returns the exit status. Raises this project's errors, BadSettings first."""
    settings, mistakes = readable_settings(**({"data": arguments.data} if arguments.data else {}))
    set_up_logging(settings.log_level)
    if arguments.command == "doctor":
        return doctor.run(arguments, settings, mistakes)
    if mistakes:
        raise BadSettings(mistakes[0])
    return _COMMANDS[arguments.command](arguments, settings)
