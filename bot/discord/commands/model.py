"""`/model`: all that is reported of a model."""

from collections.abc import Callable
from datetime import date

from discord import app_commands

from bot.discord.choosing import Choosing
from bot.discord.commands.types import Command, Interaction
from bot.discord.replying import Replier
from bot.discord.words import language_of
from bot.facts.facts import Facts
from bot.requests.amounts import day
from bot.requests.reported import card
from bot.showing.listings import card_shown
from bot.showing.types import Shown


def model_command(replier: Replier, choosing: Choosing, today: Callable[[], date]) -> Command:
    """Returns the command."""

    @app_commands.command(description="All that is reported of a model, each value with its source")
    @app_commands.describe(
        name="The model's name, such as Kimi K2.5",
        as_of="Only what was reported until that day, such as 2026-02-28",
    )
    @app_commands.autocomplete(name=choosing.models)
    async def model(
        interaction: Interaction, name: app_commands.Range[str, 1, 200], as_of: str | None = None
    ) -> None:
        language = language_of(interaction.locale)

        def make(facts: Facts) -> Shown:
            until = day(as_of) if as_of else None
            return card_shown(card(facts, name, until, language), language, today())

        await replier.reply(interaction, make, said=f"/model {name}")

    return model
