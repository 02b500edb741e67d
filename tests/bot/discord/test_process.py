"""The process: in this one what can be, else in one of its own, with a Discord that is a port of this machine."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.discord import process
from bot.discord.client import Shards
from bot.discord.process import run_bot
from bot.serving.opening import Reading, open_reading
from bot.state.state import State
from bot.types import BadSettings
from tests.bot.discord.interactions import Interaction
from tests.bot.discord.running import Running, running
from tests.settings import settings_for

pytestmark = pytest.mark.anyio
ROOT = Path(__file__).parents[3]
# What `python -m bot` does, with another address in the place of Discord's.
PROGRAM = """
import runpy, sys
import discord.http
discord.http.Route.BASE = sys.argv.pop(1)
runpy.run_module("bot", run_name="__main__", alter_sys=True)
"""


async def refuse(_: web.Request) -> web.Response:
    """What Discord says of a token that is none of its own."""
    return web.json_response({"code": 0, "message": "401: Unauthorized"}, status=401)


@asynccontextmanager
async def somebody_who_refuses() -> AsyncIterator[str]:
    """Yields the address of a server that accepts no token."""
    app = web.Application()
    app.router.add_route("*", "/{any:.*}", refuse)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/api"
    await runner.cleanup()


async def begun(data: Path, address: str, token: str) -> asyncio.subprocess.Process:
    kept = {name: value for name, value in os.environ.items() if name == "MODELSCAPE_CACHE"}
    other = {name: value for name, value in os.environ.items() if not name.startswith("MODELSCAPE_")}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", PROGRAM, address, "--data", str(data), "run"),
        cwd=ROOT,
        env={**other, **kept, "DISCORD_TOKEN": token},
        stderr=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )


async def ended(started: asyncio.subprocess.Process) -> tuple[int | None, list[str]]:
    async with asyncio.timeout(40):
        out, err = await started.communicate()
    return started.returncode, (out + err).decode().splitlines()


async def test_a_token_that_discord_does_not_accept_is_one_line_and_exit_status_1(tmp_path: Path) -> None:
    async with somebody_who_refuses() as address:
        status, lines = await ended(await begun(tmp_path, address, "abc.def.ghi"))
    said = [line for line in lines if "no index" not in line]
    assert status == 1
    assert said == [
        "modelscape: Discord does not accept DISCORD_TOKEN: copy the bot's token from the developer portal again"
    ]


async def test_it_waits_for_a_discord_that_is_away_and_ends_in_good_order_when_it_is_told_to(
    tmp_path: Path,
) -> None:
    started = await begun(tmp_path, "http://127.0.0.1:9/api", "abc.def.ghi")
    assert started.stderr
    async with asyncio.timeout(40):
        async for line in started.stderr:
            if b"Discord can't be reached" in line:
                break
    started.send_signal(signal.SIGTERM)
    status, lines = await ended(started)
    assert status == 0
    assert "modelscape: leaving, as soon as the answers under way are sent" in lines
    assert "Traceback" not in "\n".join(lines)


@pytest.mark.parametrize(
    ("token", "said"), [(None, "is not set"), ("two words", "is no token"), ("nön", "is no token")]
)
def test_what_is_no_token_is_refused_before_anything_is_opened(
    reading: Reading, tmp_path: Path, token: str | None, said: str
) -> None:
    settings = settings_for(tmp_path / "data").model_copy(
        update={"discord_token": token and SecretStr(token)}
    )
    with pytest.raises(BadSettings, match=said):
        run_bot(settings, reading, Shards())
    assert not (tmp_path / "data").exists()


async def test_answers_under_way_are_finished_before_it_leaves(bot: Running) -> None:
    asked = Interaction()
    answering = asyncio.create_task(bot.use("ask", asked, question="How tall is the Eiffel Tower?"))
    while "defer" not in asked.done:
        await asyncio.sleep(0)
    beside = asyncio.create_task(asyncio.sleep(60))
    await process._leave(bot.parts, beside)
    assert "do not answer this" in asked.text
    assert beside.cancelled()
    await answering
    late = await bot.use("models")
    assert late.text == "I am being restarted: ask again in a minute."


async def test_an_answer_that_takes_too_long_is_counted_and_left(
    bot: Running, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(process, "FINISHING", 0.01)

    async def answer() -> None:
        with bot.parts.underway.one(1):
            await asyncio.sleep(60)

    answering = asyncio.create_task(answer())
    await asyncio.sleep(0)
    with caplog.at_level(logging.WARNING):
        await process._leave(bot.parts, answering)
    assert caplog.messages == ["1 answers could not be finished in 0.01 s"]


async def test_without_an_index_it_starts_and_says_what_to_do(
    state: State, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_reading(settings_for(tmp_path / "none"), print) as nothing:
        async with running(settings_for(tmp_path), nothing, state) as bot:
            await process._warm(bot.parts)
    assert "or /admin reindex in Discord; the bot runs meanwhile" in capsys.readouterr().err


@pytest.mark.parametrize(("shards", "works"), [(Shards(), 4), (Shards((0,), 2), 4), (Shards((1,), 2), 3)])
async def test_of_several_processes_the_one_with_the_first_shard_polls_the_feeds(
    bot: Running, tmp_path: Path, shards: Shards, works: int
) -> None:
    beside = list(process._beside(settings_for(tmp_path), bot.parts, shards))
    assert len(beside) == works
    for work in beside:
        work.close()
