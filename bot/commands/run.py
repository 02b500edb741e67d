"""`run`: the Discord bot."""

import os
import signal
from argparse import Namespace
from contextlib import ExitStack
from typing import NoReturn

from bot.settings import Settings
from bot.streams import say


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Runs the bot until the process is told to end."""
    signal.signal(signal.SIGTERM, _end_at_once)  # until there is something to finish
    # Deferred: these imports take seconds, in which the process may be told to end.
    from bot.discord.client import Shards
    from bot.discord.process import run_bot
    from bot.serving.opening import open_reading

    shards = Shards(arguments.shard_ids, arguments.shard_count)
    run_bot(settings, opened.enter_context(open_reading(settings, say)), shards)
    return 0


def _end_at_once(number: int, frame: object) -> NoReturn:  # noqa: ARG001
    os._exit(0)
