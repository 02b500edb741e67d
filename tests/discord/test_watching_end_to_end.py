"""Watches as they run: the bot's process, an update by another one, and a Discord on the loopback interface."""

import asyncio
import shutil
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.discord.loopback import ROOT, Loopback, needed, running

pytestmark = needed
_SECONDS = 60.0
_QUIET = 12.0  # seconds in which the bot looks for a newer generation twice
NEWS = """---
title: The harbour paper
url: https://harbour.example/1
published: 2026-02-27
---
Moonshot AI has released Kimi K2.5 Turbo. It has a context window of 2M tokens.

The context window of Kimi K2.5 is now 512K tokens.
"""
Act = Callable[[Loopback, Path], Awaitable[None]]


@pytest.fixture(name="data")
def _data(shipped_index: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped_index, tmp_path / "data"))


def trial(data: Path, act: Act, **options: object) -> None:
    """Runs the bot, and then `act`, on a server with these options."""

    async def run() -> None:
        async with running(data, **options) as loopback:
            await act(loopback, data)
            assert "Traceback" not in loopback.log, loopback.log
            assert not loopback.discord.internal_errors

    asyncio.run(run())


async def update(data: Path) -> None:
    """Takes an article in, in a process of its own."""
    article = data.parent / "news.md"
    article.write_text(NEWS, "utf-8")
    argv = (sys.executable, "-m", "bot", "--data", str(data), "add", str(article))
    done = await asyncio.create_subprocess_exec(*argv, cwd=ROOT, stdout=asyncio.subprocess.DEVNULL)
    assert await asyncio.wait_for(done.wait(), _SECONDS) == 0


async def started(loopback: Loopback, data: Path, *options: str) -> Any:
    """Starts the bot again."""
    argv = [sys.executable, "-m", "bot", "--data", str(data), "run", *options]
    return await loopback.discord.spawn(argv, {"DISCORD_TOKEN": loopback.discord.token}, cwd=ROOT)


async def watched(loopback: Loopback, user: str, channel: str, what: str, **options: object) -> str:
    found = await loopback.discord.slash(user, channel, "watch add", {"what": what, **options})
    return str(found.text)


def news(loopback: Loopback, channel: str, user: str = "alice") -> list[Any]:
    """The messages that tell news."""
    every = loopback.discord.messages(channel, as_user=user)
    return [message for message in every if "News of what is watched" in message.content]


async def told(loopback: Loopback, channel: str, user: str = "alice") -> Any:
    """The one message that tells news there; a while later it is still the only one."""
    await loopback.discord.wait_until(lambda: news(loopback, channel, user), timeout=_SECONDS)
    await asyncio.sleep(_QUIET)
    [message] = news(loopback, channel, user)
    return message


def test_an_update_by_another_process_is_told_once_in_the_channel_and_directly(data: Path) -> None:
    async def act(loopback: Loopback, data: Path) -> None:
        await watched(loopback, "alice", "general", "Kimi K2.5")
        await watched(loopback, "bob", "general", "context >= 2M")
        await watched(loopback, "bob", "general", "Kimi K2.5")
        await watched(loopback, "alice", "random", "Mistral")
        assert "directly" in await watched(loopback, "alice", "general", "Moonshot AI", direct=True)
        await update(data)
        message = await told(loopback, "general")
        assert message.content.count("Watched: ") == 2
        assert "256K tokens → 512K tokens" in message.embeds[0]["description"]
        assert "harbour.example" in message.embeds[-1]["description"]
        assert not message.mentions
        opened = await loopback.discord.click("bob", message, label="Sources")
        assert opened.ephemeral
        assert "512K tokens" in str(opened.messages[-1].embeds or opened.text)
        assert len(news(loopback, "dm")) == 1
        assert news(loopback, "random") == []

    trial(data, act)


def test_what_was_missed_while_the_bot_was_away_is_told_when_it_is_back_and_not_again(data: Path) -> None:
    async def act(loopback: Loopback, data: Path) -> None:
        await watched(loopback, "alice", "general", "Kimi K2.5")
        assert await loopback.bot.stop() == 0
        await update(data)
        bot = await started(loopback, data)
        await told(loopback, "general")
        assert await bot.stop() == 0
        bot = await started(loopback, data)
        await loopback.discord.wait_ready(_SECONDS)
        await asyncio.sleep(_QUIET)
        assert len(news(loopback, "general")) == 1
        assert await bot.stop() == 0

    trial(data, act)


def test_of_two_processes_each_tells_its_servers_and_one_of_them_people(data: Path) -> None:
    async def act(loopback: Loopback, data: Path) -> None:
        discord = loopback.discord
        second = discord.add_guild("second")
        [general] = [
            c for c in discord.channels.values() if c.get("guild_id") == second.id and c.name == "general"
        ]
        assert await loopback.bot.stop() == 0
        bots = [await started(loopback, data, "--shard-ids", n, "--shard-count", "2") for n in "01"]
        await discord.wait_ready(_SECONDS)
        for channel in ("general", general):
            await watched(loopback, "alice", channel, "Kimi K2.5")
        await watched(loopback, "bob", general, "Kimi K2.5", direct=True)
        await update(data)
        await told(loopback, "general")
        assert len(news(loopback, general)) == 1
        assert len(news(loopback, "dm", "bob")) == 1
        assert [await bot.stop() for bot in bots] == [0, 0]

    trial(data, act, shards=2)


def test_who_left_or_takes_no_messages_is_no_longer_told(data: Path) -> None:
    async def act(loopback: Loopback, data: Path) -> None:
        discord = loopback.discord
        alice, bob = discord.user("alice"), discord.user("bob")
        await watched(loopback, "alice", "general", "Kimi K2.5", direct=True)
        await watched(loopback, "bob", "general", "Kimi K2.5")
        await watched(loopback, "admin", "random", "Kimi K2.5")
        discord.dms_closed.add(alice.id)
        del discord.guild._members[bob.id]
        await update(data)
        await told(loopback, "random")
        assert news(loopback, "general") == []
        listed = await discord.slash("alice", "general", "watch list", {})
        assert listed.text.startswith("There are no watches")

    trial(data, act)


def test_what_is_kept_about_a_person_is_deleted_when_they_press_the_button(data: Path) -> None:
    async def act(loopback: Loopback, _: Path) -> None:
        await watched(loopback, "alice", "general", "Kimi K2.5")
        await loopback.discord.slash("alice", "general", "ask", {"question": "Kimi K2.5 context window"})
        asked = await loopback.discord.slash("alice", "general", "forget-me", {})
        assert asked.ephemeral
        await loopback.discord.click("alice", asked.messages[-1], label="Delete it all")
        await loopback.discord.wait_until(lambda: "Deleted." in asked.messages[-1].content)
        assert "Questions with their answers: 1;" in asked.messages[-1].content
        assert "watches: 1." in asked.messages[-1].content
        listed = await loopback.discord.slash("alice", "general", "watch list", {})
        assert listed.text.startswith("There are no watches")

    trial(data, act)
