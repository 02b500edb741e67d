"""All commands on a tree that is not connected; none of them is run."""

from datetime import date
from typing import Any, cast

import discord
from discord import app_commands

from bot.discord.choosing import Choosing
from bot.discord.commands.about import about_command
from bot.discord.commands.admin.group import admin_group
from bot.discord.commands.ask import ask_command
from bot.discord.commands.facts import fact_commands
from bot.discord.commands.forget_me import forget_me_command
from bot.discord.commands.watch import watch_group
from bot.discord.watching import Watching
from bot.state.types import WatchLimits

_NOBODY = cast(Any, None)


def tree() -> app_commands.CommandTree[Any]:
    """Returns the tree with every command of the contract."""
    made: app_commands.CommandTree[Any] = app_commands.CommandTree(
        discord.Client(intents=discord.Intents.none(), application_id=7)
    )
    choosing = Choosing(_NOBODY)
    facts = fact_commands(_NOBODY, _NOBODY, _NOBODY, choosing, date.today)
    for command in (ask_command(_NOBODY), about_command(_NOBODY, _NOBODY, None), forget_me_command(), *facts):
        made.add_command(command)
    made.add_command(watch_group(Watching(_NOBODY, _NOBODY, _NOBODY, WatchLimits(), date.today)))
    made.add_command(admin_group(_NOBODY, _NOBODY, _NOBODY, _NOBODY, choosing))
    return made
