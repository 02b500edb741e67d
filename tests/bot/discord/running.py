"""The parts of the bot's process, and its client that is not connected."""

import dataclasses
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, cast

import discord
from discord import app_commands

from bot.discord.client import Client, Shards
from bot.discord.listening import Listening
from bot.discord.parts import Parts, make_client, make_parts
from bot.discord.pressing import Pressing
from bot.serving.opening import Reading
from bot.settings import Settings
from bot.state.state import State
from bot.updating.runner import Updates
from tests.bot.discord.interactions import Interaction
from tests.bot.discord.messages import ME, Message

LOCALES = (discord.Locale.american_english, discord.Locale.chinese, discord.Locale.taiwan_chinese)


@dataclass(frozen=True, slots=True)
class Running:
    """The bot: `parts` live as long as its process, `client` has the commands."""

    parts: Parts
    client: Client

    async def use(self, command: str, interaction: Interaction | None = None, **options: Any) -> Interaction:
        """Uses a command, such as "admin add", and returns the interaction with what came of it."""
        used = interaction or Interaction()
        await cast(Any, self.command(command).callback)(used, **options)
        return used

    def command(self, name: str) -> app_commands.Command[Any, ..., Any]:
        """Returns a command by its whole name."""
        first, *rest = name.split()
        found: Any = self.client.tree.get_command(first)
        for part in rest:
            found = found.get_command(part)
        assert isinstance(found, app_commands.Command)
        return found

    async def hear(self, message: Message) -> Message:
        """Somebody wrote a message: returns it when it is answered, or is not."""
        await self.listening.on_message(cast(Any, message))
        return message

    async def press(self, number: str, **how: Any) -> Interaction:
        """Somebody presses a button, known by its number; returns the interaction with what came of it."""
        interaction = Interaction(type=discord.InteractionType.component, **how)
        _, act, exchange, page = number.split(":")
        await self.pressing.on_press(cast(Any, interaction), act, exchange, int(page))
        return interaction

    @property
    def listening(self) -> Listening:
        """The bot's ear, which knows the bot's own number."""
        parts = self.parts
        me: Any = SimpleNamespace(user=ME)
        return Listening(me, parts.asking, parts.state, parts.underway)

    @property
    def pressing(self) -> Pressing:
        """What listens to buttons."""
        return Pressing(self.parts.state, self.parts.memory.forget)


@asynccontextmanager
async def running(
    settings: Settings, reading: Reading, state: State, updates: Updates | None = None, **changed: Any
) -> AsyncIterator[Running]:
    """Puts the bot together. `changed` are settings; `updates` run another program than the bot's own."""
    often = {"user_questions": 1_000, "server_questions": 1_000}
    settings = settings.model_copy(update={**often, **changed})
    parts = make_parts(settings, state, reading)
    if updates:
        parts = dataclasses.replace(parts, updates=updates)
    client = await make_client(settings, parts, Shards())
    client.owner_id = 42  # so that Discord is not asked
    try:
        async with client:
            yield Running(parts, client)
    finally:
        parts.close()
