import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import discord
import pytest

from bot.discord.telling import Telling
from bot.serving.news import News
from bot.state.state import State
from bot.state.types import KeptWatch, Mode, NewWatch, Point, WatchLimits
from tests.bot.discord.interactions import Looking, Missing, Refusing
from tests.bot.facts.library import OTTER
from tests.bot.watching.samples import BIRDWORKS, LATER, kept, known, longer, price

pytestmark = pytest.mark.anyio
LIMITS = WatchLimits(1_000, 1_000)


@dataclass
class Channel:
    """Keeps what is posted; fails as it is told, once for each error."""

    id: int
    errors: list[Exception] = field(default_factory=list)
    posted: list[dict[str, Any]] = field(default_factory=list)

    async def send(self, text: str | None, **more: Any) -> SimpleNamespace:
        await asyncio.sleep(0)
        if self.errors:
            raise self.errors.pop(0)
        self.posted.append({"text": text, **more})
        return SimpleNamespace(id=len(self.posted))


class Discord:
    """Channels and people, without a connection. `left` are members that are gone."""

    def __init__(self, servers: tuple[int, ...] = (1,), shards: tuple[int, ...] = (0,)) -> None:
        self.shards = dict.fromkeys(shards)
        self.servers = servers
        self.left: set[int] = set()
        self.channels: dict[int, Channel] = {}
        self.people: dict[int, Channel] = {}

    def get_guild(self, number: int) -> Any:
        return (
            SimpleNamespace(id=number, unavailable=False, fetch_member=self.member)
            if number in self.servers
            else None
        )

    async def member(self, user: int) -> None:
        if user in self.left:
            raise Missing(10007)

    def get_partial_messageable(self, number: int, *, guild_id: int | None = None) -> Channel:  # noqa: ARG002
        return self.channels.setdefault(number, Channel(number))

    async def create_dm(self, user: discord.Object) -> Channel:
        return self.people.setdefault(user.id, Channel(1_000 + user.id))

    @property
    def posts(self) -> int:
        return sum(len(one.posted) for one in (*self.channels.values(), *self.people.values()))


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[State]:
    state = await State.open(tmp_path / "state.db")
    yield state
    await state.close()


@pytest.fixture
def news() -> News:
    now = known(2, price(), longer())
    return News(cast(Any, Looking(now)), {1: known(1)}.get, lambda: date(2031, 8, 2))


async def add(state: State, watch: KeptWatch) -> None:
    new = NewWatch(watch.server, watch.channel, watch.user, watch.text, watch.language, watch.told, watch.at)
    await state.add_watch(new, LIMITS)


def telling(there: Discord, state: State, news: News) -> Telling:
    return Telling(cast(Any, there), state, news)


async def points(state: State) -> list[Point]:
    return [watch.told for watch in await state.all_watches()]


async def test_a_channel_is_told_once_and_together_with_sources_that_can_be_opened(
    state: State, news: News
) -> None:
    there = Discord()
    await add(state, kept())
    await add(state, kept(BIRDWORKS, user=4))
    await telling(there, state, news).tell()
    await telling(there, state, news).tell()
    [post] = there.channels[2].posted
    assert (
        post["text"] == "**News of what is watched**\n- Watched: Heron 7\n- Watched: all models by Birdworks"
    )
    assert "The harbour in July" in post["embeds"][-1].description
    exchange = await state.exchange_of(1)
    assert exchange is not None
    assert (exchange.channel, exchange.asker, bool(exchange.sources)) == (2, 3, True)
    assert await points(state) == [Point(2, LATER)] * 2


async def test_a_person_is_told_directly(state: State, news: News) -> None:
    there = Discord()
    await add(state, kept(channel=None))
    await telling(there, state, news).tell()
    assert len(there.people[3].posted) == 1
    exchange = await state.exchange_of(1)
    assert exchange is not None
    assert (exchange.server, exchange.channel) == (None, 1_003)


async def test_what_no_update_touches_is_told_nothing_and_moves_on(state: State, news: News) -> None:
    there = Discord()
    await add(state, kept('{"developer": "Rivermind"}'))
    await telling(there, state, news).tell()
    assert there.posts == 0
    assert await points(state) == [Point(2, LATER)]
    assert OTTER.developer == "Rivermind"


async def test_each_process_tells_its_own_servers_and_the_one_with_shard_0_tells_people(
    state: State, news: News
) -> None:
    await add(state, kept(server=8))
    await add(state, kept(channel=None))
    other = Discord(servers=(8,), shards=(1,))
    await telling(other, state, news).tell()
    assert ([*other.channels], [*other.people]) == ([2], [])
    first = Discord(servers=(1,), shards=(0,))
    await telling(first, state, news_again()).tell()
    assert ([*first.channels], [*first.people]) == ([], [3])


def news_again() -> News:
    now = known(2, price(), longer())
    return News(cast(Any, Looking(now)), {1: known(1)}.get, lambda: date(2031, 8, 2))


async def test_two_processes_that_tell_at_once_tell_once(state: State, news: News) -> None:
    await add(state, kept())
    first, second = Discord(), Discord()
    await asyncio.gather(telling(first, state, news).tell(), telling(second, state, news_again()).tell())
    assert first.posts + second.posts == 1


@pytest.mark.parametrize("error", [Missing(10003), Refusing(50007), Refusing(50278), Missing(10013)])
async def test_where_nobody_is_there_any_more_the_watch_ends_quietly(
    state: State, news: News, error: discord.HTTPException, caplog: pytest.LogCaptureFixture
) -> None:
    there = Discord()
    there.people[3] = Channel(1_003, [error, error])
    await add(state, kept(channel=None))
    await telling(there, state, news).tell()
    assert await state.all_watches() == []
    assert caplog.records == []


async def test_who_left_the_server_is_told_nothing_more_and_the_others_are(state: State, news: News) -> None:
    there = Discord()
    there.left = {3}
    await add(state, kept())
    await add(state, kept(BIRDWORKS, user=4))
    await telling(there, state, news).tell()
    [post] = there.channels[2].posted
    assert "Heron 7" not in post["text"]
    assert [watch.user for watch in await state.all_watches()] == [4]


async def test_where_it_may_not_embed_it_writes_text(state: State, news: News) -> None:
    there = Discord()
    there.channels[2] = Channel(2, [Refusing()])
    await add(state, kept())
    await telling(there, state, news).tell()
    [post] = there.channels[2].posted
    assert post["embeds"] == []
    assert "context window changed" in post["text"]


async def test_where_it_may_not_write_the_watch_stays_for_when_it_may(
    state: State, news: News, caplog: pytest.LogCaptureFixture
) -> None:
    there = Discord()
    there.channels[2] = Channel(2, [Refusing(), Refusing()])
    await add(state, kept())
    await telling(there, state, news).tell()
    assert await points(state) == [Point(2, LATER)]
    assert len(caplog.records) == 1


async def test_what_fails_is_told_later_and_what_was_told_is_not_told_again(state: State, news: News) -> None:
    there = Discord()
    await add(state, kept())
    await add(state, kept(channel=5))
    there.channels[2] = Channel(2, [Refused500()])
    again = telling(there, state, news)
    with pytest.raises(discord.HTTPException):
        await again.tell()
    assert [watch.told.generation for watch in await state.all_watches()] == [1, 2]
    await again.tell()
    assert [len(there.channels[number].posted) for number in (2, 5)] == [1, 1]


class Refused500(discord.HTTPException):
    """Too many requests, which no other try helps against."""

    def __init__(self) -> None:
        answer: Any = SimpleNamespace(status=429, reason="Too Many Requests")
        super().__init__(answer, {"code": 0, "message": "later"})


async def test_a_process_that_ends_meanwhile_gives_back_what_it_did_not_tell(
    state: State, news: News
) -> None:
    there = Discord()
    there.channels[2] = Channel(2, [aiohttp.ClientConnectionError()] * 9)  # tried for seconds
    await add(state, kept())
    task = asyncio.create_task(telling(there, state, news).tell())
    while (await points(state))[0].generation == 1:
        await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait({task})
    assert [point.generation for point in await points(state)] == [1]


async def test_a_server_without_the_bot_has_no_watches_and_no_modes(state: State, news: News) -> None:
    await add(state, kept())
    await add(state, kept(channel=None))
    await state.set_mode(1, 2, Mode.THREADS)
    await telling(Discord(), state, news).on_guild_remove(cast(Any, SimpleNamespace(id=1)))
    assert [watch.channel for watch in await state.all_watches()] == [None]
    assert await state.mode(1, 2) is Mode.MENTIONS


async def test_it_begins_once_it_is_connected_and_ends_with_the_client(state: State, news: News) -> None:
    there = Discord()
    await add(state, kept())
    cog = telling(there, state, news)
    await cog.on_ready()
    await cog.on_ready()
    while not there.posts:
        await asyncio.sleep(0.01)
    await cog.cog_unload()
    assert there.posts == 1
