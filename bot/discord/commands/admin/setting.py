"""Sets when and where the bot answers in a channel."""

from datetime import UTC, datetime

import discord

from bot.discord.by_interaction import tell
from bot.discord.commands.types import Interaction
from bot.discord.failing import sentence_of, settled
from bot.discord.words import language_of, words_for
from bot.state.state import State
from bot.state.types import Deed, Mode

READS_ALL = (Mode.QUESTIONS, Mode.QUESTIONS_IN_THREADS)  # modes that need the content of every message


class Setting:
    """`reads_content` says that the bot gets the content of messages that do not mention it."""

    def __init__(self, state: State, reads_content: bool) -> None:
        self._state = state
        self._reads_content = reads_content

    async def set(self, interaction: Interaction, channel: discord.abc.Snowflake, mode: Mode) -> None:
        """Sets the mode of a channel, and tells the admin alone."""
        words = words_for(language_of(interaction.locale))
        failure = await settled(self._kept(interaction, channel.id, mode))
        if failure is not None:
            await tell(interaction, sentence_of(failure, words), private=True)
            return
        said = words.say(
            "channel_set", channel=f"<#{channel.id}>", mode=words.say(f"mode_{mode.name.lower()}")
        )
        lacking = mode in READS_ALL and not self._reads_content
        await tell(interaction, f"{said}\n{words.say('needs_content')}" if lacking else said, private=True)

    async def _kept(self, interaction: Interaction, channel: int, mode: Mode) -> None:
        server = interaction.guild_id or 0
        await self._state.set_mode(server, channel, mode)
        deed = Deed(datetime.now(UTC), server, interaction.user.id, "admin channel", f"{channel} {mode}")
        await self._state.log(deed)
