"""What `/watch` does."""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime

import discord
from discord import app_commands

from bot.discord.by_interaction import ByInteraction, Interaction, may_write
from bot.discord.failing import note
from bot.discord.replying import Replier
from bot.discord.types import Made
from bot.discord.words import Words, language_of, words_for
from bot.facts.facts import Facts
from bot.serving.desk import Desk
from bot.showing.escaping import escaped
from bot.showing.types import Page, Shown
from bot.showing.watched import watches_listed
from bot.state.state import State
from bot.state.types import KeptWatch, NewWatch, StateUnreachable, TooManyWatches, WatchLimits
from bot.watching.keeping import written
from bot.watching.listed import chosen, offered, said_of, within_reach
from bot.watching.reading import read_watch
from bot.watching.since import point_of
from bot.watching.types import NotUnderstood

_SAID = 400
Choices = list[app_commands.Choice[str]]


class Watching:
    """What the commands do. Each method answers the person alone, and never raises."""

    def __init__(
        self, replier: Replier, desk: Desk, state: State, limits: WatchLimits, today: Callable[[], date]
    ) -> None:
        self._replier = replier
        self._desk = desk
        self._state = state
        self._limits = limits
        self._today = today

    async def add(self, interaction: Interaction, what: str, direct: bool) -> None:
        """Sets a watch, told in this channel or by direct message."""
        words = _words(interaction)
        here = interaction.guild_id is not None and not direct
        refusal = _may_not(interaction) if here else None

        async def made() -> str:
            if refusal:
                return words.say(refusal)
            try:
                new = await self._desk.look(lambda facts: self._new(interaction, what, here, words, facts))
            except NotUnderstood as error:
                return escaped(str(error))
            return await self._added(interaction, new, words)

        await self._answer(interaction, made)

    async def show(self, interaction: Interaction) -> None:
        """Lists the watches that the person may remove."""
        words = _words(interaction)

        async def made() -> str | Shown:
            watches = await self._within_reach(interaction)
            if not watches:
                return words.say("watch_none")
            lines = [_line(watch, words) for watch in watches]
            return watches_listed(lines, words.say("watch_list"), self._today(), words.language)

        await self._answer(interaction, made)

    async def remove(self, interaction: Interaction, watch: str) -> None:
        """Ends a watch."""
        words = _words(interaction)

        async def made() -> str:
            found = chosen(await self._within_reach(interaction), watch, words.language)
            if found is None or not await self._state.remove_watch(found.id):
                return words.say("watch_unknown")
            return words.say("watch_removed", watch=_said(found, words))

        await self._answer(interaction, made)

    async def complete(self, interaction: Interaction, typed: str) -> Choices:
        """Completes a watch by its number or words; offers none where the database can't be read."""
        try:
            watches = await self._within_reach(interaction)
        except StateUnreachable as error:
            note(error, "watches can't be completed")
            return []
        found = offered(watches, typed, _words(interaction).language)
        return [app_commands.Choice(name=choice.shown, value=choice.value) for choice in found]

    def _new(self, interaction: Interaction, what: str, here: bool, words: Words, facts: Facts) -> NewWatch:
        return NewWatch(
            server=interaction.guild_id,
            channel=interaction.channel_id if here else None,
            user=interaction.user.id,
            text=written(read_watch(what, facts, self._today())),
            language=words.language,
            told=point_of(facts.known),
            at=datetime.now(UTC),
        )

    async def _added(self, interaction: Interaction, new: NewWatch, words: Words) -> str:
        try:
            kept = await self._state.add_watch(new, self._limits)
        except TooManyWatches as error:
            return words.say(f"watch_too_many_{'server' if error.in_server else 'user'}", most=error.most)
        said = _said(kept, words)
        if kept.channel is not None:
            return words.say("watch_added", watch=said, channel=f"<#{kept.channel}>")
        if interaction.guild_id is None or await _greeted(interaction, words.say("watch_hello", watch=said)):
            return words.say("watch_added_direct", watch=said)
        await self._state.remove_watch(kept.id)
        return words.say("watch_no_direct")

    async def _within_reach(self, interaction: Interaction) -> list[KeptWatch]:
        may = interaction.permissions
        moderates = interaction.guild_id is not None and (may.manage_channels or may.manage_guild)
        own = await self._state.watches_of(interaction.user.id)
        here = (
            await self._state.watches_in(interaction.guild_id) if interaction.guild_id and moderates else []
        )
        return within_reach(own, here, moderates)

    async def _answer(self, interaction: Interaction, make: Callable[[], Awaitable[str | Shown]]) -> None:
        async def made() -> Made:
            found = await make()
            shown = found if isinstance(found, Shown) else Shown((Page(found),))
            several = len(shown.pages) > 1  # which are turned by buttons
            return Made("/watch", _words(interaction).language, shown, kept=several)

        await self._replier.serve(ByInteraction(interaction, private=True), made, measured=False)


def _may_not(interaction: Interaction) -> str | None:
    """Why no news may be posted where the command was used: the name of the words that say so."""
    if not may_write(interaction):
        return "watch_not_yours"
    may = interaction.app_permissions
    in_thread = isinstance(interaction.channel, discord.Thread)
    write = may.send_messages_in_threads if in_thread else may.send_messages
    return None if may.view_channel and write else "watch_not_mine"


async def _greeted(interaction: Interaction, sentence: str) -> bool:
    """Whether the person takes direct messages, which only writing one tells."""
    try:
        await interaction.user.send(sentence)
    except discord.Forbidden:
        return False
    return True


def _line(watch: KeptWatch, words: Words) -> str:
    place = words.say("watch_direct") if watch.channel is None else f"<#{watch.channel}>"
    return f"**#{watch.id}** {_said(watch, words)} · {place}"


def _said(watch: KeptWatch, words: Words) -> str:
    return escaped(said_of(watch, words.language), _SAID)


def _words(interaction: Interaction) -> Words:
    return words_for(language_of(interaction.locale))
