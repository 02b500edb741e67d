"""`/leaderboard`: all scores reported for a benchmark, with a picture."""

from collections.abc import Callable
from datetime import date

from discord import app_commands

from bot.discord.by_interaction import ByInteraction
from bot.discord.choosing import Choosing
from bot.discord.commands.types import Command, Interaction
from bot.discord.replying import Replier
from bot.discord.types import Made
from bot.discord.words import language_of
from bot.requests.reported import ranked
from bot.serving.desk import Desk
from bot.serving.drawing import Drawing
from bot.showing.listings import ranked_shown
from bot.showing.pictures import ranked_picture


def leaderboard_command(
    replier: Replier, desk: Desk, drawing: Drawing, choosing: Choosing, today: Callable[[], date]
) -> Command:
    """Returns the command."""

    @app_commands.command(
        description="All scores reported for a benchmark, ranked where they can be compared"
    )
    @app_commands.describe(benchmark="The benchmark's name, such as SWE-bench Verified")
    @app_commands.autocomplete(benchmark=choosing.benchmarks)
    async def leaderboard(interaction: Interaction, benchmark: app_commands.Range[str, 1, 200]) -> None:
        language = language_of(interaction.locale)

        async def made() -> Made:
            _, listing = await desk.look(lambda facts: ranked(facts, benchmark, language))
            picture = await drawing.drawn(lambda say: ranked_picture(listing, language, say))
            shown = ranked_shown(listing, language, today(), picture)
            return Made(f"/leaderboard {benchmark}", language, shown)

        await replier.serve(ByInteraction(interaction), made)

    return leaderboard
