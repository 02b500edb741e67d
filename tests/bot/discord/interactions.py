"""Interactions that lead nowhere: they keep what was done with them."""

from dataclasses import dataclass, field
from itertools import count
from types import SimpleNamespace
from typing import Any

import discord

from bot.facts.facts import Facts, facts_of
from index.catalogue.catalogue import Catalogue

DEFERRED = discord.InteractionResponseType.deferred_channel_message
UPDATED = discord.InteractionResponseType.deferred_message_update
MESSAGE = discord.InteractionResponseType.channel_message
MANAGER = discord.Permissions(send_messages=True, manage_guild=True)


def _answer(status: int) -> Any:
    return SimpleNamespace(status=status, reason="")


class Refusing(discord.Forbidden):
    """Discord's 403, with one of its codes."""

    def __init__(self, code: int = 50013) -> None:
        super().__init__(_answer(403), {"code": code, "message": "no"})


class Missing(discord.NotFound):
    """Discord's 404, with one of its codes."""

    def __init__(self, code: int) -> None:
        super().__init__(_answer(404), {"code": code, "message": "no"})


class Invalid(discord.HTTPException):
    """Discord's 400, with one of its codes."""

    def __init__(self, code: int, said: str = "no") -> None:
        super().__init__(_answer(400), {"code": code, "message": said})


class Broken(discord.DiscordServerError):
    """Discord's 503."""

    def __init__(self) -> None:
        super().__init__(_answer(503), "later")


@dataclass
class Person:
    """Somebody who takes direct messages, or does not."""

    id: int = 3
    takes: bool = True
    inbox: list[str] = field(default_factory=list)
    name: str = "ada"
    bot: bool = False

    async def send(self, text: str, **more: Any) -> SimpleNamespace:
        if not self.takes:
            raise Refusing(50007)
        self.inbox.append(text_of(text, **more))
        return SimpleNamespace(id=700 + len(self.inbox))


class Response:
    """Acknowledges, once."""

    def __init__(self, interaction: "Interaction") -> None:
        self._interaction = interaction
        self.type: discord.InteractionResponseType | None = None
        self.ephemeral = False
        self.form: discord.ui.Modal | None = None

    def is_done(self) -> bool:
        return self.type is not None

    async def defer(self, *, ephemeral: bool = False, thinking: bool = False) -> None:
        self._interaction.doing("defer")
        self.ephemeral = ephemeral
        self.type = DEFERRED if thinking else UPDATED

    async def send_message(self, text: str, *, ephemeral: bool = False) -> None:
        self._interaction.doing("answer")
        self.type, self.ephemeral = MESSAGE, ephemeral
        self._interaction.shown = {"content": text}

    async def send_modal(self, form: discord.ui.Modal) -> None:
        self._interaction.doing("form")
        self.type, self.form = discord.InteractionResponseType.modal, form


@dataclass
class Interaction:
    """A command or a press of a person, in channel 2 of server 1 or directly. `failing` are the errors that the
    next calls end with, by what they do; `done` is what was done, in order, and `whispered` what followed for the
    person alone."""

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
    message: Any = None
    type: discord.InteractionType = discord.InteractionType.application_command
    data: Any = None
    failing: dict[str, list[Exception]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.response = Response(self)
        self.followup = SimpleNamespace(send=self._whisper)
        self.shown: dict[str, Any] = {}
        self.done: list[str] = []
        self.edits: list[str] = []
        self.whispered: list[str] = []
        self.deleted = False

    def doing(self, what: str) -> None:
        """Notes what is done, unless it fails."""
        if waiting := self.failing.get(what):
            raise waiting.pop(0)
        self.done.append(what)

    async def edit_original_response(self, **shown: Any) -> SimpleNamespace:
        self.doing("edit")
        self.shown = shown
        self.edits.append(self.text)
        return SimpleNamespace(id=self.id + 1_000_000)

    async def delete_original_response(self) -> None:
        self.doing("delete")
        self.deleted = True

    async def _whisper(self, text: str, *, ephemeral: bool) -> None:
        self.doing("whisper")
        assert ephemeral, "what follows is for the person alone"
        self.whispered.append(text)

    @property
    def text(self) -> str:
        """All that is read in the answer."""
        return text_of(self.shown.get("content"), **self.shown)

    @property
    def files(self) -> list[str]:
        """The names of the pictures."""
        return [file.filename for file in self.shown.get("attachments", ())]

    @property
    def buttons(self) -> list[str]:
        """The numbers of the buttons that can be pressed."""
        return pressable(self.shown.get("view"))


def text_of(text: str | None, /, **shown: Any) -> str:
    """All that is read in a message."""
    parts = [text or ""]
    for embed in shown.get("embeds", ()):
        fields = [part for field in embed.fields for part in (field.name, field.value)]
        parts += [embed.title or "", embed.description or "", *fields, embed.footer.text or ""]
    return "\n".join(filter(None, parts)).strip()


def pressable(view: Any) -> list[str]:
    """The numbers of the buttons of a view that can be pressed."""
    buttons = [getattr(child, "item", child) for child in (view.children if view else ())]
    return [button.custom_id for button in buttons if not button.disabled]


class Looking:
    """A desk with facts at hand."""

    def __init__(self, known: Catalogue) -> None:
        self.facts: Facts = facts_of(known)

    async def look(self, act: Any) -> Any:
        return act(self.facts)

    def check(self) -> None:
        """There is always room."""
