"""`/compare`: models side by side, with a picture of what can be drawn."""

from collections.abc import Callable
from datetime import date

from discord import app_commands

from bot.discord.by_interaction import ByInteraction
from bot.discord.choosing import Choosing
from bot.discord.commands.types import Command, Interaction
from bot.discord.replying import Replier
from bot.discord.types import Made
from bot.discord.words import language_of
from bot.requests.reported import compared
from bot.serving.desk import Desk
from bot.serving.drawing import Drawing
from bot.showing.listings import compared_shown
from bot.showing.pictures import compared_picture

Name = app_commands.Range[str, 1, 200]


def compare_command(
    replier: Replier, desk: Desk, drawing: Drawing, choosing: Choosing, today: Callable[[], date]
) -> Command:
    """Returns the command."""
    names = choosing.models

    @app_commands.command(description="Models side by side; scores only where they can be compared")
    @app_commands.describe(
        first="The first model", second="The second model", third="A third model", fourth="A fourth model"
    )
    @app_commands.autocomplete(first=names, second=names, third=names, fourth=names)
    async def compare(
        interaction: Interaction,
        first: Name,
        second: Name,
        third: Name | None = None,
        fourth: Name | None = None,
    ) -> None:
        language = language_of(interaction.locale)
        given = [name for name in (first, second, third, fourth) if name]

        async def made() -> Made:
            models, listing = await desk.look(lambda facts: compared(facts, given, language))
            named = [model.name for model in models]
            picture = await drawing.drawn(lambda say: compared_picture(listing, named, language, say))
            shown = compared_shown(listing, named, language, today(), picture)
            return Made(f"/compare {' / '.join(given)}", language, shown)

        await replier.serve(ByInteraction(interaction), made)

    return compare
