"""`run`: the Discord bot."""

from argparse import Namespace
from contextlib import ExitStack

from bot.discord.client import Shards
from bot.discord.process import run_bot
from bot.serving.opening import open_edition
from bot.settings import Settings
from bot.streams import say


def run(arguments: Namespace, settings: Settings, opened: ExitStack) -> int:
    """Runs the bot until the process is told to end."""
    edition, passages = opened.enter_context(open_edition(settings, say))
    run_bot(settings, edition, passages, Shards(arguments.shard_ids, arguments.shard_count))
    return 0
