"""`/timeline`: dated events, oldest first, with a picture."""

from collections.abc import Callable
from datetime import date

from discord import app_commands

from bot.discord.by_interaction import ByInteraction
from bot.discord.choosing import Choosing
from bot.discord.commands.types import Command, Interaction
from bot.discord.replying import Replier
from bot.discord.types import Made
from bot.discord.words import language_of, words_for
from bot.requests.amounts import day
from bot.requests.happenings import events
from bot.serving.desk import Desk
from bot.serving.drawing import Drawing
from bot.showing.events import happenings_shown
from bot.showing.pictures import events_picture


def timeline_command(
    replier: Replier, desk: Desk, drawing: Drawing, choosing: Choosing, today: Callable[[], date]
) -> Command:
    """Returns the command."""

    @app_commands.command(description="What was released, announced or withdrawn when, oldest first")
    @app_commands.describe(
        since="From that day on, such as 2026-02-01",
        until="Up to that day, such as 2026-02-28",
        developer="Only this developer's models",
    )
    @app_commands.autocomplete(developer=choosing.developers)
    async def timeline(
        interaction: Interaction,
        since: str | None = None,
        until: str | None = None,
        developer: app_commands.Range[str, 1, 200] | None = None,
    ) -> None:
        language = language_of(interaction.locale)

        async def made() -> Made:
            first, last = (day(given) if given else None for given in (since, until))
            found = await desk.look(lambda facts: events(facts, first, last, developer, language))
            title = developer or words_for(language).say("timeline")
            picture = await drawing.drawn(lambda say: events_picture(found, title, language, say))
            said = " ".join(part for part in ("/timeline", since, until, developer) if part)
            return Made(said, language, happenings_shown(found, title, language, today(), picture))

        await replier.serve(ByInteraction(interaction), made)

    return timeline
