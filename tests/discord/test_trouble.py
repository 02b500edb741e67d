"""Discord's failures, and the process's beginning and end, as the bot runs."""

import asyncio
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.discord.loopback import ROOT, UNLIMITED, Loopback, module, needed, running
from tests.discord.test_conversations import ANSWER, QUESTION, said, trial

pytestmark = needed
OPEN = "How long are the videos that Kling 3.0 can make?"


@pytest.fixture(name="data")
def _data(shipped_index: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped_index, tmp_path / "data"))


async def ended(discord: Any, data: Path, *options: str, **settings: str) -> tuple[int, list[str]]:
    """Runs `run` until it ends by itself; returns its status and what it said."""
    argv = [sys.executable, "-m", "bot", "--data", str(data), "run", *options]
    log = data.parent / f"ended-{len(discord.bots)}.log"
    process = await discord.spawn(argv, settings, cwd=ROOT, log=log)
    status = await asyncio.wait_for(process.proc.wait(), 90)
    return status, process.output.splitlines()


def test_a_call_that_fails_is_made_again_and_nothing_is_said_twice(data: Path) -> None:
    faults: list[dict[str, Any]] = [
        {"status": 500},
        {"status": 503},
        {"status": 500, "after": True},
        {"status": 429, "retry_after": 0.3},
        {"status": 429, "retry_after": 0.3, "is_global": True},
        {"status": None, "drop": True},
        {"status": None, "drop": True, "after": True},
    ]

    async def act(loopback: Loopback) -> None:
        discord = loopback.discord
        for fault in faults:
            discord.faults("POST .*/callback$", **fault)
            discord.faults("PATCH .*/@original$", **fault)
            used = await discord.slash("alice", "general", "ask", {"question": QUESTION})
            assert ANSWER in used.text, fault
            assert len(used.messages) == 1, fault
            discord.clear_faults()
            discord.faults("POST /channels/[0-9]+/messages$", **fault)
            answer = await said(discord, "bob", "general", QUESTION)
            assert ANSWER in answer.text, fault
            await asyncio.sleep(0.2)
            replies = [m for m in discord.messages("general") if m.reply_to == answer.reply_to]
            assert len(replies) == 1, fault
            discord.clear_faults()

    trial(data, act)


def test_an_interaction_that_expired_and_an_answer_that_was_deleted_end_quietly(data: Path) -> None:
    async def act(loopback: Loopback) -> None:
        discord = loopback.discord
        discord.faults("POST .*/callback$", 404, times=1)
        await discord.slash("alice", "general", "ask", {"question": QUESTION}, wait=None)
        await discord.wait_until(lambda: "nobody to answer" in loopback.log, what="a word in the log")
        used = await discord.slash("alice", "general", "ask", {"question": OPEN}, wait="ack")
        discord.delete_message(used.original)
        await discord.wait_until(lambda: loopback.log.count("nobody to answer") == 2, 30, "another word")
        assert ANSWER in (await said(discord, "alice", "general", QUESTION)).text

    trial(data, act)


def test_a_connection_that_is_lost_is_found_again(data: Path) -> None:
    async def act(loopback: Loopback) -> None:
        discord = loopback.discord
        for code in (None, 1000, 4000, 4009):
            await discord.drop_connection(code)
            await discord.wait_ready(60)
            assert ANSWER in (await said(discord, "alice", "general", QUESTION)).text, code
        discord.reconnect()
        assert ANSWER in (await said(discord, "alice", "general", QUESTION)).text
        discord.invalidate_session()
        await discord.wait_ready(60)
        assert ANSWER in (await said(discord, "alice", "general", QUESTION)).text

    trial(data, act)


def test_answers_under_way_are_finished_before_the_process_ends(data: Path) -> None:
    async def run() -> None:
        async with running(data, UNLIMITED) as loopback:
            discord = loopback.discord
            asked = await discord.slash("alice", "general", "ask", {"question": OPEN}, wait="ack")
            assert await loopback.bot.stop(signal.SIGTERM, timeout=20) == 0
            assert "15" in asked.text
            assert "Traceback" not in loopback.log

    asyncio.run(run())


def test_without_an_index_the_bot_runs_says_so_and_takes_one_up(data: Path, tmp_path: Path) -> None:
    async def run() -> None:
        empty = tmp_path / "empty"
        async with running(empty, UNLIMITED) as loopback:
            discord = loopback.discord
            assert "run `modelscape index`, or /admin reindex" in loopback.log
            none = await discord.slash("alice", "general", "ask", {"question": QUESTION})
            assert "/admin reindex" in none.text
            assert "/admin reindex" in (await discord.slash("alice", "general", "about")).text
            for part in ("shelves", "chroma"):
                shutil.copytree(data / part, empty / part)
            await asyncio.sleep(7)
            assert ANSWER in (await discord.slash("alice", "general", "ask", {"question": QUESTION})).text
            assert await loopback.bot.stop() == 0

    asyncio.run(run())


def test_what_only_a_person_can_mend_is_a_line_and_exit_status_1(data: Path) -> None:
    async def run() -> None:
        async with module().FakeDiscord(allowed_intents=0) as discord:
            token = discord.token
            wishes = {"DISCORD_TOKEN": token, "MODELSCAPE_MESSAGE_CONTENT": "true"}
            for found, said_of in (
                (await ended(discord, data, DISCORD_TOKEN=""), "DISCORD_TOKEN is not set"),
                (await ended(discord, data, DISCORD_TOKEN="no token"), "DISCORD_TOKEN is no token"),
                (await ended(discord, data, DISCORD_TOKEN="a.b.c"), "does not accept DISCORD_TOKEN"),
                (await ended(discord, data, **wishes), "MODELSCAPE_MESSAGE_CONTENT"),
            ):
                status, lines = found
                assert (status, len(lines)) == (1, 1), lines
                assert said_of in lines[0]

    asyncio.run(run())


def test_a_process_that_is_told_to_end_while_it_starts_or_discord_is_away_leaves_at_once(data: Path) -> None:
    async def run() -> None:
        async with module().FakeDiscord() as discord:
            argv = [sys.executable, "-m", "bot", "--data", str(data), "run"]
            starting = await discord.spawn(argv, {"DISCORD_TOKEN": discord.token}, cwd=ROOT)
            await asyncio.sleep(1.5)
            assert await starting.stop() == 0
            discord.faults("GET .*/users/@me$", 503, times=100)
            away = await discord.spawn(argv, {"DISCORD_TOKEN": discord.token}, cwd=ROOT)
            await discord.wait_until(lambda: "trying again in 2 s" in away.output, 60, "a word")
            assert "can't be reached" in away.output
            assert await away.stop() == 0
            assert "Traceback" not in away.output

    asyncio.run(run())


def test_two_processes_share_the_shards_and_what_is_kept(data: Path) -> None:
    async def run() -> None:
        async with module().FakeDiscord(shards=2) as discord:
            argv = [
                sys.executable,
                "-m",
                "bot",
                "--data",
                str(data),
                "run",
                "--shard-count",
                "2",
                "--shard-ids",
            ]
            settings = {"DISCORD_TOKEN": discord.token}
            both = [await discord.spawn([*argv, shard], settings, cwd=ROOT) for shard in ("0", "1")]
            await discord.wait_ready(90, commands=["ask"])
            assert ANSWER in (await discord.slash("alice", "general", "ask", {"question": QUESTION})).text
            assert [await bot.stop() for bot in both] == [0, 0]
            assert "Traceback" not in "".join(bot.output for bot in both)

    asyncio.run(run())
