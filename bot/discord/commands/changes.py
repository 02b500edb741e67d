"""`/changes`: what articles since a day added to or changed in the known facts."""

from collections.abc import Callable
from datetime import date

from discord import app_commands

from bot.discord.commands.types import Command, Interaction
from bot.discord.replying import Replier
from bot.discord.words import language_of, words_for
from bot.facts.facts import Facts
from bot.requests.amounts import day
from bot.requests.happenings import changed
from bot.showing.events import happenings_shown
from bot.showing.types import Shown


def changes_command(replier: Replier, today: Callable[[], date]) -> Command:
    """Returns the command."""

    @app_commands.command(description="What articles since a day added to or changed in the known facts")
    @app_commands.describe(since="The day, such as 2026-02-01")
    async def changes(interaction: Interaction, since: str) -> None:
        language = language_of(interaction.locale)

        def make(facts: Facts) -> Shown:
            first = day(since)
            title = words_for(language).say("changes_since", day=first)
            return happenings_shown(changed(facts, first, language), title, language, today())

        await replier.reply(interaction, make, said=f"/changes {since}")

    return changes
