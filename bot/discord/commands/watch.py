"""`/watch`: who wants to hear of a model, a developer, or the models that satisfy a filter."""

from discord import app_commands

from bot.discord.by_interaction import Interaction
from bot.discord.watching import Watching
from bot.watching.reading import LONGEST


def watch_group(watching: Watching) -> app_commands.Group:
    """Returns the group with its commands."""
    group = app_commands.Group(
        name="watch", description="Hear of a model, a developer or a filter when an update brings news"
    )

    @group.command(description="Tell this channel, or you directly, when an update brings news")
    @app_commands.describe(
        what="A model, a developer, or a filter such as: open weights, context >= 1M, under $1",
        direct="Tell me by direct message instead of this channel",
    )
    async def add(
        interaction: Interaction, what: app_commands.Range[str, 1, LONGEST], direct: bool = False
    ) -> None:
        await watching.add(interaction, what, direct)

    @group.command(
        name="list", description="Your watches; for moderators, those of the server's channels too"
    )
    async def list_watches(interaction: Interaction) -> None:
        await watching.show(interaction)

    @group.command(description="End a watch")
    @app_commands.describe(watch="Its number or its words")
    @app_commands.autocomplete(watch=watching.complete)
    async def remove(interaction: Interaction, watch: app_commands.Range[str, 1, LONGEST]) -> None:
        await watching.remove(interaction, watch)

    return group
