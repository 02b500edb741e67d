"""Brings news to where they were asked for."""

from collections.abc import Sequence
from datetime import UTC, datetime
from secrets import token_hex

import discord

from bot.discord.failing import note, settled
from bot.discord.persisting import persist
from bot.discord.posting import post
from bot.discord.types import Gone
from bot.serving.news import News
from bot.showing.types import Shown
from bot.state.state import State
from bot.state.types import Exchange, KeptWatch
from bot.watching.due import Due, Place

# Whoever watched is not there any more: unknown channel, server, member and user; no direct messages to them.
_ENDED = {10003, 10004, 10007, 10013, 50007, 50033, 50278}
_Where = discord.PartialMessageable | discord.DMChannel


class Delivering:
    """Posts to channels and people. Where nobody is there any more, the watches end, quietly."""

    def __init__(self, client: discord.Client, state: State, news: News) -> None:
        self._client = client
        self._state = state
        self._news = news

    async def deliver(self, due: Due) -> None:
        """Posts what is due at a place, or ends the watches, or notes that it may not post there. Raises what
        may pass: another try may work."""
        try:
            there = await self._still_there(due)
            if there.touched:
                await self._post(there)
        except (Gone, discord.HTTPException) as error:
            if isinstance(error, Gone) or error.code in _ENDED:
                await self._end(due.watches)
            elif isinstance(error, discord.Forbidden):
                note(error, "news may not be posted where they were asked for")
            else:
                raise

    async def _still_there(self, due: Due) -> Due:
        """Leaves out, and ends, the watches of people who have left the server."""
        guild = self._client.get_guild(due.place.server or 0)
        if guild is None:
            return due
        gone = {user for user in {watch.user for watch in due.watches} if await _left(guild, user)}
        await self._end([watch for watch in due.watches if watch.user in gone])
        return due.only([watch for watch in due.watches if watch.user not in gone])

    async def _post(self, due: Due) -> None:
        where = await self._where(due.place)
        exchange = _exchange(due, where.id, *await self._news.shown(due))
        await self._state.keep_exchange(exchange)
        message = await _posted(where, exchange)
        failure = await settled(self._state.sent(exchange.id, message))
        if failure is not None:  # it is told, all the same
            note(failure, "it is not known which message tells news")

    async def _where(self, place: Place) -> _Where:
        if place.channel is None:
            return await self._client.create_dm(discord.Object(place.user or 0))
        return self._client.get_partial_messageable(place.channel, guild_id=place.server)

    async def _end(self, watches: Sequence[KeptWatch]) -> None:
        for watch in watches:
            await self._state.remove_watch(watch.id)


async def _posted(where: _Where, exchange: Exchange) -> int:
    """Posts the first page; as text where embeds are forbidden."""
    try:
        return await post(where, exchange.pages[0], exchange=exchange)
    except discord.Forbidden as error:
        if error.code in _ENDED:
            raise
        return await post(where, exchange.pages[0], exchange=exchange, embeds=False)


async def _left(guild: discord.Guild, user: int) -> bool:
    """Whether a person is no longer in a server."""
    try:
        await persist(lambda: guild.fetch_member(user))
    except discord.NotFound as error:
        return error.code in _ENDED
    return False


def _exchange(due: Due, channel: int, shown: Shown, language: str) -> Exchange:
    """Its pages are turned, and it is deleted, by whoever set the oldest of the watches."""
    return Exchange(
        id=token_hex(8),
        server=due.place.server,
        channel=channel,
        asker=due.watches[0].user,
        message=None,
        said="/watch",
        language=language,
        private=False,
        pages=shown.pages,
        sources=shown.sources,
        at=datetime.now(UTC),
    )
