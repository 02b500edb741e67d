"""The client: what it asks Discord for, and what it says of its connection."""

import math
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.buttons import Press
from bot.discord.failing import note, settled
from bot.discord.tree import Tree
from bot.rendering.counted import counted
from bot.streams import say


@dataclass(frozen=True, slots=True)
class Shards:
    """Which shards this process serves, of how many; None: all, as many as Discord wants."""

    ids: tuple[int, ...] | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Beat:
    """A shard: its number, of how many, and how long a heartbeat takes, None before the first."""

    shard: int
    shards: int
    milliseconds: float | None


Register = Callable[[app_commands.CommandTree[Any]], Awaitable[object]]


def intents(message_content: bool) -> discord.Intents:
    """Returns what the bot asks for: no privileged intent, but the content of messages where that is set."""
    return discord.Intents(
        guilds=True, guild_messages=True, dm_messages=True, message_content=message_content
    )


class Client(commands.AutoShardedBot):
    """The connection to Discord. Of people and messages it keeps nothing."""

    def __init__(self, message_content: bool, shards: Shards, register: Register) -> None:
        """`register` brings the commands that Discord knows in line with those that this client has."""
        some: dict[str, Any] = {"shard_ids": list(shards.ids)} if shards.ids else {}
        super().__init__(
            command_prefix=(),
            help_command=None,
            tree_cls=Tree,
            intents=intents(message_content),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            shard_count=shards.count,
            **some,
        )
        self._greeted = False
        self._register = register
        self.add_dynamic_items(Press)

    async def setup_hook(self) -> None:
        """Registers the commands. Those that can't be registered are no reason not to answer."""
        failure = await settled(self._register(self.tree))
        if isinstance(failure, Exception):
            note(failure, "the commands could not be registered")

    async def servers(self) -> int:
        """Returns how many servers the bot is in, about as many where other processes serve some of them."""
        own = len(self.guilds)
        if self.shard_ids is None:
            return own
        return max(own, (await self.application_info()).approximate_guild_count)

    def beat(self, server: int | None) -> Beat:
        """Returns how the shard is that serves a server, or direct messages."""
        count = self.shard_count or 1
        number = (server >> 22) % count if server else 0
        shard = self.get_shard(number)
        milliseconds = shard.latency * 1000 if shard and math.isfinite(shard.latency) else None
        return Beat(number, count, milliseconds)

    async def on_ready(self) -> None:
        """Says once that the bot is there."""
        if not self._greeted:
            self._greeted = True
            servers, shards = counted(len(self.guilds), "server"), counted(len(self.shards), "shard")
            say(f"in Discord as {self.user}, in {servers}, on {shards}")

    async def on_message(self, message: discord.Message, /) -> None:
        """Looks for no commands in messages: what is asked there is bot/discord/listening.py's."""

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:  # noqa: ARG002
        """Logs what no listener foresaw, once."""
        error = sys.exception()
        if isinstance(error, Exception):
            note(error, f"the event {event_method} could not be handled")
