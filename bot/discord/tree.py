"""The slash commands, and where their errors end that no command handles."""

from typing import Any

from discord import app_commands

from bot.discord.by_interaction import Interaction, tell, who_of
from bot.discord.failing import note, sentence_of, settled
from bot.discord.words import Words, words_for

_OUTDATED = (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)


class Tree(app_commands.CommandTree[Any]):
    """A tree whose errors become sentences for the person who used the command."""

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Tells the person, nobody else, what went wrong; a trace is in the log for what nobody foresaw."""
        sentence = _sentence(error, words_for(who_of(interaction).language))
        if untold := await settled(tell(interaction, sentence)):
            note(untold, "a person could not be told")


def _sentence(error: app_commands.AppCommandError, words: Words) -> str:
    if isinstance(error, _OUTDATED):
        return words.say("outdated_command")
    if isinstance(error, app_commands.CheckFailure):
        return words.say("forbidden")
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    return sentence_of(cause, words)
