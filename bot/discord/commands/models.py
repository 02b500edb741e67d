"""`/models`: the models that satisfy every filter."""

from collections.abc import Callable
from datetime import date

from discord import app_commands

from bot.discord.choosing import Choosing
from bot.discord.commands.types import Command, Interaction
from bot.discord.replying import Replier
from bot.discord.words import language_of
from bot.facts.facts import Facts
from bot.requests.amounts import amount, day, dollars
from bot.requests.models import models as find_models
from bot.requests.types import SORTED_BY, ModelsRequest
from bot.showing.listings import models_shown
from bot.showing.types import Shown

SORTS = [
    app_commands.Choice(name=field.replace("_", " "), value=field)
    for field in SORTED_BY
    if field != "benchmark"
]


def models_command(replier: Replier, choosing: Choosing, today: Callable[[], date]) -> Command:
    """Returns the command."""

    @app_commands.command(description="The models that satisfy every filter, the best value first")
    @app_commands.describe(
        min_context="A context window of at least so many tokens, such as 128K or 1M",
        developer="Made by this developer",
        open_weights="Only models whose weights are open",
        max_input_price="At most so many US dollars a million input tokens, such as 1.25",
        released_since="Released on or after that day, such as 2026-02-01",
        sort="What the list is sorted by",
    )
    @app_commands.choices(sort=SORTS)
    @app_commands.autocomplete(developer=choosing.developers)
    async def models(
        interaction: Interaction,
        min_context: str | None = None,
        developer: str | None = None,
        open_weights: bool = False,
        max_input_price: str | None = None,
        released_since: str | None = None,
        sort: app_commands.Choice[str] | None = None,
    ) -> None:
        language = language_of(interaction.locale)

        def make(facts: Facts) -> Shown:
            request = ModelsRequest(
                min_context=amount(min_context) if min_context else None,
                developer=developer,
                open_weights=open_weights,
                max_input_price=dollars(max_input_price) if max_input_price else None,
                released_since=day(released_since) if released_since else None,
                sort=sort.value if sort else None,
            )
            return models_shown(find_models(facts, request, language), language, today())

        await replier.reply(interaction, make, said="/models")

    return models
