"""/ask: a question in words."""

from typing import Any

from discord import app_commands

from bot.discord.asking import Asking
from bot.discord.by_interaction import ByInteraction, Interaction
from bot.question import CHARACTERS


def ask_command(asking: Asking) -> app_commands.Command[Any, ..., None]:
    """Returns the command."""

    @app_commands.command(name="ask", description="Ask about AI models; the answer cites its articles")
    @app_commands.describe(question="what you want to know", private="show the answer to you alone")
    async def ask(
        interaction: Interaction, question: app_commands.Range[str, 1, CHARACTERS], private: bool = False
    ) -> None:
        await asking.ask(ByInteraction(interaction, private), question)

    return ask
