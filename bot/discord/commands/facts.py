"""All commands that show facts, put together."""

from collections.abc import Callable, Iterator
from datetime import date

from bot.discord.choosing import Choosing
from bot.discord.commands.changes import changes_command
from bot.discord.commands.compare import compare_command
from bot.discord.commands.leaderboard import leaderboard_command
from bot.discord.commands.model import model_command
from bot.discord.commands.models import models_command
from bot.discord.commands.sources import sources_command
from bot.discord.commands.timeline import timeline_command
from bot.discord.commands.types import Command
from bot.discord.replying import Replier
from bot.serving.desk import Desk
from bot.serving.drawing import Drawing


def fact_commands(
    replier: Replier, desk: Desk, drawing: Drawing, choosing: Choosing, today: Callable[[], date]
) -> Iterator[Command]:
    """Returns them."""
    yield model_command(replier, choosing, today)
    yield models_command(replier, choosing, today)
    yield compare_command(replier, desk, drawing, choosing, today)
    yield leaderboard_command(replier, desk, drawing, choosing, today)
    yield timeline_command(replier, desk, drawing, choosing, today)
    yield changes_command(replier, today)
    yield sources_command(replier, desk, choosing, today)
