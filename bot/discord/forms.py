"""The form that asks what was wrong with an answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import discord

from bot.discord.buttons import TEMPLATE, Act, number_of
from bot.discord.by_interaction import Interaction
from bot.discord.words import Words

_SECONDS = 900.0  # that discord.py remembers a form; one that comes later is read all the same
_CHARACTERS = 500


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent: for which exchange, and what was written, if anything."""

    exchange: str
    words: str | None


def form_of(exchange: str, words: Words) -> discord.ui.Modal:
    """Returns the form. It comes back as an interaction with its number, perhaps to another process."""
    form = discord.ui.Modal(
        title=words.say("form_title"), custom_id=number_of(Act.FORM, exchange), timeout=_SECONDS
    )
    field = discord.ui.TextInput[discord.ui.Modal](
        custom_id="words", style=discord.TextStyle.paragraph, required=False, max_length=_CHARACTERS
    )
    form.add_item(
        discord.ui.Label(text=words.say("form_label"), description=words.say("form_hint"), component=field)
    )
    return form


def form_sent(interaction: Interaction) -> Sent | None:
    """Returns what was written, None where an interaction is no such form."""
    if interaction.type is not discord.InteractionType.modal_submit or interaction.data is None:
        return None
    match = TEMPLATE.fullmatch(str(interaction.data.get("custom_id", "")))
    if match is None or match["act"] != Act.FORM:
        return None
    written = " ".join(_values(interaction.data)).strip()[:_CHARACTERS]
    return Sent(match["exchange"], written or None)


def _values(component: Any) -> Iterator[str]:
    """What was written into a form's fields, however they are nested."""
    if isinstance(component.get("value"), str):
        yield component["value"]
    inner = [*component.get("components", ()), *filter(None, [component.get("component")])]
    for part in inner:
        yield from _values(part)
