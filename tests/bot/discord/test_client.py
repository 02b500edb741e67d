import re

import discord
import pytest

from bot.discord.client import Client, Shards, intents
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
    import logging

    shorten_logs()
    logging.getLogger("discord.shard").error("Attempting a reconnect in %.2fs", 1.5, exc_info=OSError("away"))
    logging.getLogger("discord.shard").error("a bug", exc_info=KeyError("x"))
    first, second = caplog.records
    assert (first.getMessage(), first.exc_info) == ("Attempting a reconnect in 1.50s (away)", None)
    assert second.exc_info
