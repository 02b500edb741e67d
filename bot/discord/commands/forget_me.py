"""`/forget-me`: deletes what is stored about a person, once they have pressed the button below the question."""

from typing import Any

import discord
from discord import app_commands

from bot.discord.buttons import Act, number_of
from bot.discord.by_interaction import Interaction, defer, gone, who_of
from bot.discord.failing import note
from bot.discord.persisting import persist
from bot.discord.types import Gone
from bot.discord.words import Words, words_for


def forget_me_command() -> app_commands.Command[Any, ..., None]:
    """Returns the command. What the button does is bot/discord/pressed.py's."""

    @app_commands.command(name="forget-me", description="Delete what this bot keeps about you")
    async def forget_me(interaction: Interaction) -> None:
        words = words_for(who_of(interaction).language)
        try:
            await defer(interaction, ephemeral=True)
            with gone():
                await persist(
                    lambda: interaction.edit_original_response(
                        content=words.say("forget_ask"), view=forget_view(interaction.user.id, words)
                    )
                )
        except Gone as error:
            note(error, "nobody to ask")

    return forget_me


def forget_view(user: int, words: Words) -> discord.ui.View:
    """Returns the button that deletes; it works after a restart, for this person alone."""
    view = discord.ui.View(timeout=None)
    number = number_of(Act.FORGET, str(user))
    view.add_item(
        discord.ui.Button(
            custom_id=number, label=words.say("forget_button"), style=discord.ButtonStyle.danger
        )
    )
    return view
