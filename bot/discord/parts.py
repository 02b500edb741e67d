"""Puts the parts of the bot's process together."""

import time
from dataclasses import dataclass
from datetime import date

from discord import app_commands
from discord.ext import commands

from bot.discord.asking import Asking
from bot.discord.choosing import Choosing
from bot.discord.client import Client, Shards
from bot.discord.commands.about import about_command
from bot.discord.commands.admin.changing import Changing
from bot.discord.commands.admin.group import admin_group
from bot.discord.commands.admin.guard import Guard
from bot.discord.commands.admin.setting import Setting
from bot.discord.commands.admin.status import Status
from bot.discord.commands.ask import ask_command
from bot.discord.commands.facts import fact_commands
from bot.discord.commands.forget_me import forget_me_command
from bot.discord.commands.watch import watch_group
from bot.discord.listening import Listening
from bot.discord.pressing import Pressing
from bot.discord.registering import register
from bot.discord.replying import Replier
from bot.discord.telling import Telling
from bot.discord.translating import Translator, read_translations
from bot.discord.underway import Underway
from bot.discord.watching import Watching
from bot.following.memory import Memory
from bot.serving.desk import Desk
from bot.serving.drawing import Drawing
from bot.serving.keeper import Keeper
from bot.serving.latency import Latency
from bot.serving.limits import Limits, Rate
from bot.serving.news import News
from bot.serving.opening import Reading
from bot.serving.pulse import Pulse
from bot.settings import Settings
from bot.state.state import State
from bot.state.types import WatchLimits
from bot.updating.runner import Updates

_SECONDS = 30.0  # of the cooldowns


@dataclass(frozen=True, slots=True)
class Parts:
    """What lives as long as the process, whichever connection it has."""

    state: State
    desk: Desk
    drawing: Drawing
    keeper: Keeper
    updates: Updates
    underway: Underway
    latency: Latency
    pulse: Pulse
    memory: Memory
    replier: Replier
    asking: Asking
    news: News

    def close(self) -> None:
        """Ends the threads."""
        self.desk.close()
        self.drawing.close()
        self.keeper.close()
        self.news.close()


def make_parts(settings: Settings, state: State, index: Reading) -> Parts:
    """Makes them; threads begin when there is something to do."""
    desk = Desk(index.edition, settings.deadline)
    keeper = Keeper([index.edition.renew, index.passages.renew], index.warm)
    underway, latency = Underway(), Latency()
    limits = Limits(Rate(settings.user_questions, _SECONDS), Rate(settings.server_questions, _SECONDS))
    replier = Replier(desk, state, limits, underway, latency)
    memory = Memory(time.monotonic)
    updates, asking = Updates(settings.data), Asking(replier, desk, memory)
    news, pulse = News(desk, index.older, date.today), Pulse()
    return Parts(
        state, desk, Drawing(), keeper, updates, underway, latency, pulse, memory, replier, asking, news
    )


async def make_client(settings: Settings, parts: Parts, shards: Shards) -> Client:
    """Returns a client with all that it does. A connection that fails for good is followed by another one."""
    state = parts.state
    client = Client(settings.message_content, shards, lambda tree: register(tree, state.kept, state.keep))
    for cog in _cogs(client, parts):
        await client.add_cog(cog)
    await client.tree.set_translator(Translator(read_translations()))
    choosing = Choosing(parts.desk)
    shown = fact_commands(parts.replier, parts.desk, parts.drawing, choosing, date.today)
    about = about_command(parts.replier, parts.desk, settings.homepage)
    for command in (ask_command(parts.asking), about, forget_me_command(), *shown):
        client.tree.add_command(command)
    client.tree.add_command(_watch(settings, parts))
    client.tree.add_command(_admin(settings, parts, client, choosing))
    return client


def _cogs(client: Client, parts: Parts) -> list[commands.Cog]:
    return [
        Listening(client, parts.asking, parts.state, parts.underway),
        Pressing(parts.state, parts.memory.forget),
        Telling(client, parts.state, parts.news),
    ]


def _watch(settings: Settings, parts: Parts) -> app_commands.Group:
    limits = WatchLimits(settings.user_watches, settings.server_watches)
    return watch_group(Watching(parts.replier, parts.desk, parts.state, limits, date.today))


def _admin(settings: Settings, parts: Parts, client: Client, choosing: Choosing) -> app_commands.Group:
    guard = Guard(settings.home_servers, client.servers, client.is_owner)
    changing = Changing(parts.replier, parts.desk, parts.keeper, parts.updates, parts.state, date.today)
    status = Status(
        parts.replier, parts.desk, parts.latency, parts.pulse, parts.updates, parts.state, client.beat
    )
    return admin_group(guard, changing, Setting(parts.state, settings.message_content), status, choosing)
