"""Messages that are for the bot."""

from dataclasses import replace

import discord
from discord.ext import commands

from bot.discord.asking import Asking
from bot.discord.by_message import ByMessage
from bot.discord.failing import note
from bot.discord.underway import Underway
from bot.listening import Heard, decide, is_question
from bot.state.state import State
from bot.state.types import Exchange, Mode, StateUnreachable
from corpus.language import detect

_SPOKEN = (discord.MessageType.default, discord.MessageType.reply)


class Listening(commands.Cog):
    """Answers messages that are for the bot; an edited message is not a new one, a deleted one is cancelled."""

    def __init__(self, client: discord.Client, asking: Asking, state: State, underway: Underway) -> None:
        self._client = client
        self._asking = asking
        self._state = state
        self._underway = underway

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answers a message, if it is for the bot."""
        heard = self._heard(message)
        if heard.by_person and (heard.direct or heard.spoken_to or is_question(heard.text)):
            with self._underway.one(message.id) as mine:
                if mine:
                    await self._answer(message, heard)

    async def _answer(self, message: discord.Message, heard: Heard) -> None:
        ask = decide(replace(heard, mode=await self._mode(message)))
        if ask is None:
            return
        language = detect(ask.text) if ask.text else "en"
        way = ByMessage(message, language, ask.text if ask.thread else None)
        if ask.text:
            await self._asking.ask(way, ask.text, await self._replied_to(message))
        else:
            await self._asking.help(way)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, deleted: discord.RawMessageDeleteEvent) -> None:
        """Gives the answer to a deleted question up."""
        self._underway.cancel(deleted.message_id)

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, deleted: discord.RawBulkMessageDeleteEvent) -> None:
        """As for one."""
        for message in deleted.message_ids:
            self._underway.cancel(message)

    def _heard(self, message: discord.Message) -> Heard:
        me = self._client.user
        roles = [role for role in message.role_mentions if me and role.tags and role.tags.bot_id == me.id]
        answered = message.reference.resolved if message.reference else None
        to_answer = isinstance(answered, discord.Message) and answered.author == me
        thread = message.channel if isinstance(message.channel, discord.Thread) else None
        return Heard(
            text=message.content,
            by_person=not message.author.bot and message.webhook_id is None and message.type in _SPOKEN,
            direct=message.guild is None,
            spoken_to=me in message.mentions or bool(roles) or (to_answer and bool(message.content)),
            in_thread=thread is not None,
            in_own_thread=bool(thread and me and thread.owner_id == me.id),
            mode=Mode.MENTIONS,
            names=tuple(f"<@{mark}>" for mark in _marks(me, roles)),
        )

    async def _mode(self, message: discord.Message) -> Mode:
        """How the channel is set, that of its channel for a thread; as usual where that can't be read."""
        if message.guild is None:
            return Mode.MENTIONS
        thread = message.channel if isinstance(message.channel, discord.Thread) else None
        try:
            return await self._state.mode(
                message.guild.id, thread.parent_id if thread else message.channel.id
            )
        except StateUnreachable as error:
            note(error, "a channel's mode can't be read")
            return Mode.MENTIONS

    async def _replied_to(self, message: discord.Message) -> Exchange | None:
        """The exchange whose answer a message replies to."""
        if message.reference is None or message.reference.message_id is None:
            return None
        try:
            return await self._state.exchange_of(message.reference.message_id)
        except StateUnreachable as error:
            note(error, "what a message replies to can't be read")
            return None


def _marks(me: discord.ClientUser | None, roles: list[discord.Role]) -> list[str]:
    users = [str(me.id), f"!{me.id}"] if me else []
    return [*users, *(f"&{role.id}" for role in roles)]
