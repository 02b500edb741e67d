"""Tells watchers what an update brought: once, together, and where they wished."""

import asyncio
from collections.abc import Sequence

import discord
from discord.ext import commands

from bot.discord.delivering import Delivering
from bot.discord.failing import note, settled
from bot.serving.news import News
from bot.state.state import State
from bot.state.types import KeptWatch, Point
from bot.watching.due import Due
from bot.watching.since import point_of
from index.types import ModelscapeIndexError

_EVERY, _SELDOM = 5.0, 300.0  # seconds between looking, and after failures
_CLOSING = 2.0  # seconds that giving back what was not told may take


class Telling(commands.Cog):
    """Each process tells the channels of its own servers; the one with shard 0 tells people directly."""

    def __init__(self, client: discord.AutoShardedClient, state: State, news: News) -> None:
        self._client = client
        self._state = state
        self._news = news
        self._delivering = Delivering(client, state, news)
        self._task: asyncio.Task[None] | None = None

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Begins to tell."""
        if self._task is None:
            self._task = asyncio.create_task(self._keep_telling())

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Ends the watches in the channels of a server that the bot is no longer in."""
        failure = await settled(self._state.leave(guild.id))
        if failure is not None:
            note(failure, "the watches of a server could not be ended")

    async def cog_unload(self) -> None:
        """Stops telling."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task}, timeout=_CLOSING)

    async def tell(self) -> None:
        """Tells what became known since the watches here were told last. Raises what kept some of it from being
        told, when all the rest is; what was told is not told again."""
        now = await self._news.newest()
        if now is None:
            return
        point = point_of(now)
        every = await self._state.all_watches()
        waiting = [watch for watch in every if watch.told.generation != now.generation and self._mine(watch)]
        found = await self._news.due(waiting, now)
        touched = {watch.id for due in found for watch in due.watches}
        await self._claimed([watch for watch in waiting if watch.id not in touched], point)
        failures = [await settled(self._told(due, point)) for due in found]
        for failure in filter(None, failures):
            raise failure
        self._news.settle(now)

    async def _keep_telling(self) -> None:
        pause = _EVERY
        while True:
            failure = await settled(self.tell())
            if failure is None or isinstance(failure, ModelscapeIndexError):
                pause = _EVERY  # what is wrong with the index is said by whoever keeps it
            else:
                note(failure, "watchers could not be told, and will be")
                pause = min(2 * pause, _SELDOM)
            await asyncio.sleep(pause)

    def _mine(self, watch: KeptWatch) -> bool:
        if watch.channel is None or watch.server is None:
            return 0 in self._client.shards
        guild = self._client.get_guild(watch.server)
        return guild is not None and not guild.unavailable

    async def _told(self, due: Due, point: Point) -> None:
        """Tells at one place what no other process tells. What can't be told now is given back."""
        claimed = await self._claimed(due.watches, point)
        try:
            await self._delivering.deliver(due.only(claimed))
        except BaseException:  # being cancelled too: the process is told to end
            for watch in claimed:
                await self._state.told(watch.id, point.generation, watch.told)
            raise

    async def _claimed(self, watches: Sequence[KeptWatch], point: Point) -> list[KeptWatch]:
        """Those that this process is the first to tell."""
        told = [await self._state.told(watch.id, watch.told.generation, point) for watch in watches]
        return [watch for watch, mine in zip(watches, told, strict=True) if mine]
