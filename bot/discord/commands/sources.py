"""`/sources`: the articles in the index, or those of them that state something of a model."""

from collections.abc import Callable
from datetime import date

from discord import app_commands

from bot.discord.by_interaction import ByInteraction
from bot.discord.choosing import Choosing
from bot.discord.commands.types import Command, Interaction
from bot.discord.replying import Replier
from bot.discord.types import Made
from bot.discord.words import language_of
from bot.facts.facts import Facts
from bot.facts.naming import named_model
from bot.requests.articles import newest_first
from bot.serving.desk import Desk
from bot.showing.articles import articles_shown
from bot.showing.types import Shown


def sources_command(replier: Replier, desk: Desk, choosing: Choosing, today: Callable[[], date]) -> Command:
    """Returns the command."""

    @app_commands.command(description="The articles that answers are taken from, newest first")
    @app_commands.describe(model="Only articles that state something of this model")
    @app_commands.autocomplete(model=choosing.models)
    async def sources(interaction: Interaction, model: app_commands.Range[str, 1, 200] | None = None) -> None:
        language = language_of(interaction.locale)

        async def made() -> Made:
            entries = (await desk.manifest()).entries

            def make(facts: Facts) -> Shown:
                stating = _stating(facts, model) if model else None
                kept = [e for e in entries if stating is None or e.source.article in stating]
                return articles_shown(newest_first(kept), language, today())

            said = f"/sources {model}" if model else "/sources"
            return Made(said, language, await desk.look(make))

        await replier.serve(ByInteraction(interaction), made)

    return sources


def _stating(facts: Facts, name: str) -> set[str]:
    """The articles that state something of a model. Raises UnknownName."""
    found = named_model(name, facts.naming, facts.known.models)
    return {statement.fact.article for statement in facts.known.statements(found.key)}
