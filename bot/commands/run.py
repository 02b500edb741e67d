"""`run`: the Discord bot."""

from argparse import Namespace
from contextlib import ExitStack

from bot.discord.client import Shards
from bot.discord.process import run_bot
from bot.serving.opening import open_reading
from bot.settings import Settings
from bot.streams import say


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Runs the bot until the process is told to end."""
    shards = Shards(arguments.shard_ids, arguments.shard_count)
    run_bot(settings, opened.enter_context(open_reading(settings, say)), shards)
    return 0
