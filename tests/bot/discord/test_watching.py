from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import discord
import pytest

from bot.discord.replying import Replier
from bot.discord.underway import Underway
from bot.discord.watching import Watching
from bot.serving.latency import Latency
from bot.serving.limits import Limits, Rate
from bot.state.state import State
from bot.state.types import KeptWatch, Point, StateUnreachable, WatchLimits
from tests.bot.discord.interactions import Interaction, Looking, Person
from tests.bot.watching.samples import MADE, known

pytestmark = pytest.mark.anyio
MODERATOR = discord.Permissions(send_messages=True, manage_channels=True)


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[State]:
    state = await State.open(tmp_path / "state.db")
    yield state
    await state.close()


class Away(State):
    """A database that can't be reached."""

    async def watches_of(self, user: int) -> list[KeptWatch]:
        raise StateUnreachable(f"PostgreSQL at 10.0.0.7/bot can't be used for {user}")


@pytest.fixture
def watching(state: State) -> Watching:
    return made(state)


def made(state: State) -> Watching:
    desk = cast(Any, Looking(known(1)))
    limits = Limits(Rate(1_000, 30.0), Rate(1_000, 30.0))
    replier = Replier(desk, state, limits, Underway(), Latency())
    return Watching(replier, desk, state, WatchLimits(user=3, server=4), lambda: date(2031, 8, 2))


async def added(watching: Watching, what: str, direct: bool = False, **how: Any) -> Interaction:
    interaction = Interaction(**how)
    await watching.add(cast(Any, interaction), what, direct)
    return interaction


async def listed(watching: Watching, **how: Any) -> str:
    interaction = Interaction(**how)
    await watching.show(cast(Any, interaction))
    return interaction.text


async def removed(watching: Watching, watch: str, **how: Any) -> str:
    interaction = Interaction(**how)
    await watching.remove(cast(Any, interaction), watch)
    return interaction.text


async def test_a_watch_is_set_for_the_channel_and_told_to_the_person_alone(
    watching: Watching, state: State
) -> None:
    done = await added(watching, "heron 7", locale=discord.Locale.chinese)
    assert done.response.ephemeral
    assert done.text == "更新带来“Heron 7”的新消息时，会在 <#2> 告知。用 `/watch remove` 结束。"
    assert done.shown["view"] is None
    [watch] = await state.all_watches()
    assert (watch.server, watch.channel, watch.user, watch.language) == (1, 2, 3, "zh")
    assert watch.told == Point(1, MADE), "what is known already is no news"


async def test_a_watch_by_direct_message_says_so_there_first(watching: Watching, state: State) -> None:
    person = Person()
    done = await added(watching, "Birdworks", direct=True, user=person)
    assert person.inbox == [
        "Here I tell you when an update brings news of all models by Birdworks. `/watch remove` ends it."
    ]
    assert done.text.startswith("I write to you directly")
    assert [(w.server, w.channel) for w in await state.all_watches()] == [(1, None)]


async def test_who_takes_no_direct_messages_gets_no_such_watch(watching: Watching, state: State) -> None:
    done = await added(watching, "Birdworks", direct=True, user=Person(takes=False))
    assert "allow direct messages" in done.text
    assert await state.all_watches() == []


async def test_in_a_direct_message_a_watch_is_told_there(watching: Watching, state: State) -> None:
    person = Person()
    await added(watching, "Birdworks", guild_id=None, user=person)
    assert [(w.server, w.channel) for w in await state.all_watches()] == [(None, None)]
    assert person.inbox == []


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"permissions": discord.Permissions()}, "You may not write in this channel"),
        ({"app_permissions": discord.Permissions(send_messages=True)}, "I may not write in this channel"),
        ({"app_permissions": discord.Permissions(view_channel=True)}, "I may not write in this channel"),
    ],
)
async def test_nothing_is_posted_where_the_person_or_the_bot_may_not_write(
    watching: Watching, state: State, how: dict[str, Any], said: str
) -> None:
    assert (await added(watching, "heron 7", **how)).text.startswith(said)
    assert await state.all_watches() == []
    assert (await added(watching, "heron 7", direct=True, **how)).text.startswith("I write to you directly")


async def test_what_is_not_understood_says_what_to_write_and_does_not_act(watching: Watching) -> None:
    done = await added(watching, "**Hreon** @everyone")
    assert done.text.startswith("“\\*\\*Hreon\\*\\* ＠everyone” is no model, no developer and no filter")


async def test_a_person_and_a_server_have_so_many_watches_and_no_more(watching: Watching) -> None:
    for what in ("heron 7", "Birdworks", "Otter 2"):
        await added(watching, what)
    assert (await added(watching, "Rivermind")).text.startswith("You have 3 watches, which is the most")
    assert (await added(watching, "heron 7")).text.startswith("<#2> is told"), "the same one is there already"
    await added(watching, "heron 7", user=Person(4))
    full = await added(watching, "Birdworks", user=Person(4))
    assert full.text.startswith("The channels of this server have 4 watches, which is the most")
    assert (await added(watching, "Birdworks", direct=True, user=Person(4))).text.startswith("I write to you")


async def test_the_list_has_numbers_words_and_places(watching: Watching) -> None:
    assert await listed(watching) == "There are no watches yet: `/watch add` sets one."
    await added(watching, "heron 7")
    await added(watching, "open weights, context >= 1M, under $1", direct=True)
    assert (await listed(watching)).split("\n") == [
        "**Watches**",
        "**#1** Heron 7 · <#2>",
        "**#2** models with open weights, a context window of at least 1M tokens, an input price of less than "
        "$1 / 1M tokens · by direct message",
    ]


async def test_others_see_and_end_nothing_and_moderators_what_is_told_in_the_server(
    watching: Watching,
) -> None:
    await added(watching, "heron 7")
    await added(watching, "Birdworks", direct=True)
    assert (await listed(watching, user=Person(4))).startswith("There are no watches")
    assert (await removed(watching, "1", user=Person(4))).startswith("There is no such watch of yours")
    seen = await listed(watching, user=Person(4), permissions=MODERATOR)
    assert "#1" in seen
    assert "Birdworks" not in seen
    elsewhere = await removed(watching, "1", user=Person(4), permissions=MODERATOR, guild_id=8)
    assert elsewhere.startswith("There is no such watch")
    assert (
        await removed(watching, "1", user=Person(4), permissions=MODERATOR)
        == "This watch has ended: Heron 7."
    )


async def test_where_the_database_is_is_not_told_to_members() -> None:
    watching = made(Away(cast(Any, None)))
    assert await listed(watching) == (
        "What I keep can't be reached just now, and it was noted. Try again in a moment."
    )
    assert await watching.complete(cast(Any, Interaction()), "hero") == []


async def test_a_watch_ends_by_its_words_and_only_once(watching: Watching) -> None:
    await added(watching, "heron 7")
    assert await removed(watching, "Heron 7") == "This watch has ended: Heron 7."
    assert (await removed(watching, "1")).startswith("There is no such watch")


async def test_completing_offers_what_can_be_ended(watching: Watching) -> None:
    await added(watching, "heron 7")
    found = await watching.complete(cast(Any, Interaction()), "hero")
    assert [(choice.name, choice.value) for choice in found] == [("#1 Heron 7", "1")]
    assert await watching.complete(cast(Any, Interaction(user=Person(4))), "") == []
