"""Checks who uses an admin's command: hiding a command keeps nobody from calling it."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import Any

import discord

from bot.admission import Home, home
from bot.discord.by_interaction import tell
from bot.discord.commands.types import Interaction
from bot.discord.words import language_of, words_for

_REFUSED = {Home.NOT_A_HOME: "not_a_home", Home.NOT_THE_OWNER: "not_the_owner"}


@dataclass(frozen=True, slots=True)
class Guard:
    """`homes` are the home servers that are set; `servers` returns how many the bot is in."""

    homes: Collection[int]
    servers: Callable[[], Awaitable[int]]
    is_owner: Callable[[Any], Awaitable[bool]]

    async def admits(self, interaction: Interaction, changes: bool) -> bool:
        """Whether the person may; tells them alone where they may not. `changes` says that the command changes
        the corpus."""
        refused = await self._refused(interaction, changes)
        if refused:
            await tell(interaction, words_for(language_of(interaction.locale)).say(refused), private=True)
        return refused is None

    async def _refused(self, interaction: Interaction, changes: bool) -> str | None:
        if not manages(interaction):
            return "not_an_admin"
        if not changes:
            return None
        server = interaction.guild_id
        at_home = home(server, self.homes, await self.servers(), await self.is_owner(interaction.user))
        return _REFUSED.get(at_home)


def manages(interaction: Interaction) -> bool:
    """Whether who uses a command may manage the server that it is used in."""
    return interaction.guild_id is not None and interaction.permissions.manage_guild


def name_of(user: discord.abc.User) -> str:
    """Returns a person's name for the other admins and the log."""
    return f"{user.name} ({user.id})"
