"""The bot as it runs, against a Discord on the loopback interface."""

import asyncio
import shutil
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.discord.loopback import UNLIMITED, Loopback, needed, running

pytestmark = needed
SIX = ["Llama 4 Scout", "Grok 4 Fast", "Gemini 3 Pro", "Claude Opus 4.6", "Grok 3", "Claude Sonnet 4.6"]
COMMANDS = {
    "ask": {"question": "which models have 1M context?"},
    "model": {"name": "Kimi K2.5"},
    "models": {"min_context": "1M", "sort": "context_window"},
    "compare": {"first": "Claude Opus 4.6", "second": "Kimi K2.5"},
    "leaderboard": {"benchmark": "SWE-bench Verified"},
    "timeline": {"since": "2026-02-01", "until": "2026-02-28"},
    "changes": {"since": "2026-02-01"},
    "sources": {"model": "GLM-5"},
    "about": {},
    "watch list": {},
    "forget-me": {},
}
Act = Callable[[Loopback], Awaitable[None]]


@pytest.fixture(name="data")
def _data(shipped_index: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped_index, tmp_path / "data"))


def trial(data: Path, act: Act, **settings: str) -> None:
    """Runs the bot, and then `act`; afterwards nothing was logged as unhandled, and the bot leaves in good order."""

    async def run() -> None:
        async with running(data, {**UNLIMITED, **settings}) as loopback:
            await act(loopback)
            assert await loopback.bot.stop() == 0
            assert "Traceback" not in loopback.log, loopback.log
            assert not loopback.discord.internal_errors

    asyncio.run(run())


def test_every_command_is_registered_and_answered(data: Path) -> None:
    async def act(loopback: Loopback) -> None:
        registered = loopback.discord.registered_commands()
        assert {name.split()[0] for name in COMMANDS} | {"admin", "watch"} <= set(registered)
        for name, options in COMMANDS.items():
            answer = await loopback.discord.slash("alice", "general", name, options)
            assert answer.text.strip(), name
            assert answer.ack_ms < 1_000, name

    trial(data, act)


def test_a_mention_a_question_and_a_filter_name_the_same_models(data: Path) -> None:
    async def act(loopback: Loopback) -> None:
        discord = loopback.discord
        asked = await discord.send_message("alice", "general", "which models have 1M context?")
        mention = await discord.wait_message("general", after=asked)
        ask = await discord.slash("bob", "general", "ask", COMMANDS["ask"])
        models = await discord.slash("bob", "random", "models", {"min_context": "1M"})
        for text in (mention.text, ask.text, models.text):
            assert [name for name in SIX if name in text] == SIX

    trial(data, act)


def test_pictures_come_with_what_can_be_drawn(data: Path) -> None:
    async def act(loopback: Loopback) -> None:
        for name in ("compare", "leaderboard", "timeline"):
            answer = await loopback.discord.slash("alice", "general", name, COMMANDS[name])
            assert answer.original.file().startswith(b"\x89PNG"), name

    trial(data, act)


def test_options_are_completed_in_both_scripts(data: Path) -> None:
    async def act(loopback: Loopback) -> None:
        for typed, expected in (
            ("通义", "Qwen3.5-Plus"),
            ("kimi", "Kimi K2.5"),
            ("opus4", "Claude Opus 4.6"),
        ):
            found = await loopback.discord.autocomplete("alice", "general", "model", "name", typed)
            assert expected in [choice["value"] for choice in found]
        assert len(await loopback.discord.autocomplete("alice", "general", "model", "name", "")) == 25

    trial(data, act)


def test_an_admin_takes_an_article_in_and_out_and_answers_change_with_it(data: Path) -> None:
    text = (
        "# Zorblat-9 is out\n\nZorblat Labs released the language model Zorblat-9 on 3 March 2026. "
        "Zorblat-9 has a context window of 512K tokens and 70B parameters.\n"
    )

    async def act(loopback: Loopback) -> None:
        discord = loopback.discord
        refused = await discord.slash("alice", "general", "admin reindex", force=True)
        assert refused.ephemeral
        path = await discord.slash("admin", "general", "admin add", {"url": "/etc/passwd"})
        assert path.ephemeral
        added = await _done(discord, "admin add", {"file": ("zorblat.md", text.encode())})
        assert "Zorblat-9" in added.text
        card = await discord.slash("alice", "general", "model", {"name": "Zorblat-9"})
        assert "512K" in card.text
        found = await discord.autocomplete("admin", "general", "admin remove", "article", "zorblat")
        await _done(discord, "admin remove", {"article": found[0]["value"]})
        again = await discord.slash("alice", "general", "model", {"name": "Zorblat-9"})
        assert "512K" not in again.text
        status = await discord.slash("admin", "general", "admin status")
        assert status.ephemeral
        assert "admin remove" in status.text

    trial(data, act)


async def _done(discord: Any, command: str, options: dict[str, object]) -> Any:
    """Runs an admin's command, and waits for its result in place of the progress."""
    used = await discord.slash("admin", "general", command, options)
    await discord.wait_until(lambda: "…" not in used.text.splitlines()[0], 60, f"the end of {command}")
    return used


def test_while_an_update_runs_questions_are_answered_and_a_second_one_is_told(data: Path) -> None:
    async def act(loopback: Loopback) -> None:
        discord = loopback.discord
        first = await discord.slash("admin", "general", "admin reindex", wait="ack")
        second = await discord.slash("owner", "general", "admin reindex")
        assert "admin" in second.text
        answer = await discord.slash("alice", "general", "ask", COMMANDS["ask"])
        assert "Llama 4 Scout" in answer.text
        await first.wait_quiet(4)
        assert first.text

    trial(data, act)


def test_a_wrong_token_is_one_line_and_exit_status_1(data: Path) -> None:
    async def run() -> None:
        async with running(data, UNLIMITED) as loopback:
            argv = (*_argv(data),)
            wrong = await loopback.discord.spawn(
                argv, {"DISCORD_TOKEN": "not.a.token"}, log=data / "wrong.log"
            )
            assert await asyncio.wait_for(wrong.proc.wait(), 60) == 1
            lines = [line for line in wrong.output.splitlines() if line.strip()]
            assert len(lines) == 1, lines
            assert "not.a.token" not in wrong.output

    asyncio.run(run())


def _argv(data: Path) -> list[str]:

    return [sys.executable, "-m", "bot", "--data", str(data), "run"]
