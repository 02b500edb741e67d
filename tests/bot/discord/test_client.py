import logging
import re
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.discord.client import Beat, Client, Shards, intents
from bot.discord.logs import shorten_logs
from tests.readme import README

pytestmark = pytest.mark.anyio
NEEDED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
    add_reactions=True,
)


async def registered(_: object) -> None:
    """Registers nothing."""


async def test_nothing_privileged_is_asked_for_unless_it_is_set() -> None:
    plain, content = intents(False), intents(True)
    assert not any((plain.members, plain.presences, plain.message_content))
    assert content.message_content
    assert content.value & ~plain.value == discord.Intents(message_content=True).value


async def test_of_people_and_messages_nothing_is_kept_and_nobody_is_mentioned() -> None:
    async with Client(False, Shards((0, 1), 2), registered) as client:
        assert client.allowed_mentions
        assert client.allowed_mentions.to_dict() == {"parse": []}
        assert client._connection.max_messages is None
        assert client._connection.member_cache_flags == discord.MemberCacheFlags.none()
        assert (client.shard_ids, client.shard_count) == ([0, 1], 2)


def test_the_invite_link_of_the_readme_asks_for_the_permissions_that_are_used() -> None:
    [found] = re.findall(r"oauth2/authorize\?client_id=ID&\S*permissions=(\d+)", README.read_text("utf-8"))
    assert int(found) == NEEDED.value


async def test_a_network_that_is_away_is_logged_in_a_line(caplog: pytest.LogCaptureFixture) -> None:
    shorten_logs()
    logging.getLogger("discord.shard").error("Attempting a reconnect in %.2fs", 1.5, exc_info=OSError("away"))
    logging.getLogger("discord.shard").error("a bug", exc_info=KeyError("x"))
    first, second = caplog.records
    assert (first.getMessage(), first.exc_info) == ("Attempting a reconnect in 1.50s (away)", None)
    assert second.exc_info


class Shard:
    """A shard whose heartbeat takes so many seconds."""

    def __init__(self, latency: float) -> None:
        self.latency = latency


class Asking(Client):
    """A client that asks nobody: it has one server of its own and one shard with a heartbeat."""

    guilds = (SimpleNamespace(id=1),)  # type: ignore[assignment]
    user = "modelscape#1"  # type: ignore[assignment]

    @property
    def shards(self) -> Any:
        return {1: None}

    def get_shard(self, number: int, /) -> Any:
        return {0: Shard(float("nan")), 1: Shard(0.25)}.get(number)

    async def application_info(self) -> Any:
        return SimpleNamespace(approximate_guild_count=7)


async def test_commands_that_can_t_be_registered_are_no_reason_not_to_answer(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def refuse(_: object) -> None:
        raise OSError("away")

    await Client(False, Shards(), refuse).setup_hook()
    assert [record.getMessage() for record in caplog.records if record.name.startswith("bot")] == [
        "the commands could not be registered: away"
    ]


async def test_the_servers_of_other_processes_count_too() -> None:
    assert await Asking(False, Shards(), registered).servers() == 1
    assert await Asking(False, Shards((1,), 2), registered).servers() == 7


async def test_a_server_is_served_by_one_shard_whose_heartbeat_is_known_after_the_first() -> None:
    client = Asking(False, Shards((0, 1), 2), registered)
    assert client.beat(1 << 22) == Beat(1, 2, 250.0)
    assert client.beat(2 << 22) == Beat(0, 2, None)
    assert client.beat(None) == Beat(0, 2, None)


async def test_it_says_once_that_it_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    client = Asking(False, Shards(), registered)
    await client.on_ready()
    await client.on_ready()
    assert capsys.readouterr().err == "modelscape: in Discord as modelscape#1, in 1 server, on 1 shard\n"


async def test_what_no_listener_foresaw_is_one_trace_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    client = Asking(False, Shards(), registered)
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        await client.on_error("on_message")
    found = [record for record in caplog.records if record.name.startswith("bot")]
    assert [record.getMessage() for record in found] == ["the event on_message could not be handled"]
    assert found[0].exc_info
