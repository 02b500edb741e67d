"""Sends a command line to its command."""

from argparse import Namespace
from contextlib import ExitStack
from importlib import import_module
from typing import Protocol, cast

from bot.configuration import readable_settings
from bot.settings import Settings
from bot.streams import set_up_logging
from bot.types import BadSettings


class Command(Protocol):
    """A module of this package, named as its command."""

    def run(self, arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
        """Runs the command and returns the exit status; what it opens for reading goes into `opened`."""


def run(arguments: Namespace, opened: ExitStack) -> int:
    """Runs the command and returns the exit status. Raises this project's errors, BadSettings first."""
    settings, mistakes = readable_settings(**({"data": arguments.data} if arguments.data else {}))
    set_up_logging(settings.log_level)
    if arguments.command == "doctor":
        # Deferred, as below.
        from bot.commands.doctor import run as examine

        return examine(arguments, settings, mistakes)
    if mistakes:
        raise BadSettings(mistakes[0])
    # A question must not wait for what the other commands import.
    command = cast(Command, import_module(f"bot.commands.{arguments.command}"))
    return command.run(arguments, settings, opened)
