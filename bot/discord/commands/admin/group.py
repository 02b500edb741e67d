"""`/admin`: what those who may manage the server can do."""

from contextlib import nullcontext
from typing import Any

import discord
from discord import app_commands

from bot.discord.by_interaction import tell
from bot.discord.choosing import Choices, Choosing
from bot.discord.commands.admin.changing import Changing
from bot.discord.commands.admin.guard import Guard, manages
from bot.discord.commands.admin.offered import LARGEST, NotOffered, offered
from bot.discord.commands.admin.setting import Setting
from bot.discord.commands.admin.status import Status
from bot.discord.commands.types import Interaction
from bot.discord.words import language_of, words_for
from bot.state.types import Mode
from bot.updating.types import Kind

MODES = [
    app_commands.Choice(name="when it is spoken to", value=Mode.MENTIONS.value),
    app_commands.Choice(name="every question", value=Mode.QUESTIONS.value),
    app_commands.Choice(name="when it is spoken to, in a thread", value=Mode.THREADS.value),
    app_commands.Choice(name="every question, in a thread", value=Mode.QUESTIONS_IN_THREADS.value),
]
Channel = discord.TextChannel | discord.ForumChannel | discord.VoiceChannel | discord.Thread


def admin_group(
    guard: Guard, changing: Changing, setting: Setting, status: Status, choosing: Choosing
) -> app_commands.Group:
    """Returns the group with its commands; each checks who uses it."""
    group = app_commands.Group(
        name="admin",
        description="For those who may manage the server",
        guild_only=True,
        default_permissions=discord.Permissions(manage_guild=True),
    )
    _add_changing(group, guard, changing, choosing)
    _add_watching(group, guard, setting, status)
    return group


def _add_changing(group: app_commands.Group, guard: Guard, changing: Changing, choosing: Choosing) -> None:
    @group.command(description="Read new and changed articles, and answer from them")
    async def reindex(interaction: Interaction) -> None:
        if await guard.admits(interaction, changes=True):
            await changing.carry_out(interaction, Kind.INDEX)

    @group.command(description="Take in an article, from an address or a file")
    @app_commands.describe(url="The address of a page", file="Markdown, text, HTML, PDF or Word")
    async def add(
        interaction: Interaction, url: str | None = None, file: discord.Attachment | None = None
    ) -> None:
        if await guard.admits(interaction, changes=True):
            await _added(interaction, changing, url, file)

    @group.command(description="Take an article out, and keep it out")
    @app_commands.describe(article="Its title, address or path")
    async def remove(interaction: Interaction, article: app_commands.Range[str, 1, 500]) -> None:
        if await guard.admits(interaction, changes=True):
            await changing.carry_out(interaction, Kind.REMOVE, nullcontext((article,)))

    @remove.autocomplete("article")
    async def articles(interaction: discord.Interaction[Any], typed: str) -> Choices:
        return await choosing.articles(interaction, typed) if manages(interaction) else []


def _add_watching(group: app_commands.Group, guard: Guard, setting: Setting, status: Status) -> None:
    @group.command(name="status", description="How the bot is doing, and what admins did last")
    async def show_status(interaction: Interaction) -> None:
        if await guard.admits(interaction, changes=False):
            await status.show(interaction)

    @group.command(description="When the bot answers in a channel, and where")
    @app_commands.describe(channel="The channel", mode="When it answers there, and where")
    @app_commands.choices(mode=MODES)
    async def channel(interaction: Interaction, channel: Channel, mode: app_commands.Choice[str]) -> None:
        if await guard.admits(interaction, changes=False):
            await setting.set(interaction, channel, Mode(mode.value))


async def _added(
    interaction: Interaction, changing: Changing, url: str | None, file: discord.Attachment | None
) -> None:
    try:
        given = offered(url, file)
    except NotOffered as error:
        words = words_for(language_of(interaction.locale))
        await tell(interaction, words.say(error.name, size=LARGEST // 10**6), private=True)
        return
    await changing.carry_out(interaction, Kind.ADD, given)
