"""Interactions that lead nowhere: they keep what was done with them."""

from dataclasses import dataclass, field
from itertools import count
from types import SimpleNamespace
from typing import Any

import discord

from bot.facts.facts import Facts, facts_of
from index.catalogue.catalogue import Catalogue

DEFERRED = discord.InteractionResponseType.deferred_channel_message


class Refusing(discord.Forbidden):
    """Discord's 403, with one of its codes."""

    def __init__(self, code: int = 50013) -> None:
        answer: Any = SimpleNamespace(status=403, reason="Forbidden")
        super().__init__(answer, {"code": code, "message": "no"})


class Missing(discord.NotFound):
    """Discord's 404, with one of its codes."""

    def __init__(self, code: int) -> None:
        answer: Any = SimpleNamespace(status=404, reason="Not Found")
        super().__init__(answer, {"code": code, "message": "no"})


@dataclass
class Person:
    """Somebody who takes direct messages, or does not."""

    id: int = 3
    takes: bool = True
    inbox: list[str] = field(default_factory=list)

    async def send(self, text: str, **_: object) -> None:
        if not self.takes:
            raise Refusing(50007)
        self.inbox.append(text)


class Response:
    """Acknowledges."""

    def __init__(self) -> None:
        self.type: discord.InteractionResponseType | None = None
        self.ephemeral = False

    def is_done(self) -> bool:
        return self.type is not None

    async def defer(self, *, ephemeral: bool = False, thinking: bool = False) -> None:
        self.ephemeral = ephemeral
        self.type = DEFERRED if thinking else discord.InteractionResponseType.deferred_message_update


@dataclass
class Interaction:
    """A command or a press of a person, in channel 2 of server 1 or directly."""

    user: Person = field(default_factory=Person)
    guild_id: int | None = 1
    channel_id: int = 2
    locale: discord.Locale = discord.Locale.american_english
    permissions: discord.Permissions = field(default_factory=lambda: discord.Permissions(send_messages=True))
    app_permissions: discord.Permissions = field(
        default_factory=lambda: discord.Permissions(send_messages=True, view_channel=True)
    )
    id: int = field(default_factory=count(100).__next__)
    channel: object = None
    message: object = None

    def __post_init__(self) -> None:
        self.response = Response()
        self.shown: dict[str, Any] = {}

    async def edit_original_response(self, **shown: Any) -> SimpleNamespace:
        self.shown = shown
        return SimpleNamespace(id=99)

    @property
    def text(self) -> str:
        """All that the person reads."""
        embeds = [embed.description or "" for embed in self.shown.get("embeds", ())]
        return "\n".join([self.shown.get("content") or "", *embeds]).strip()


class Looking:
    """A desk with facts at hand."""

    def __init__(self, known: Catalogue) -> None:
        self.facts: Facts = facts_of(known)

    async def look(self, act: Any) -> Any:
        return act(self.facts)

    def check(self) -> None:
        """There is always room."""
