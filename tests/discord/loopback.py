"""A Discord on the loopback interface, from a folder outside this repository, and the real bot process on it."""

import importlib
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = os.environ.get("FAKE_DISCORD_DIR", "")
WITHOUT = "FAKE_DISCORD_DIR names no folder with fakediscord.py, a Discord for the loopback interface"
THERE = bool(FOLDER) and (Path(FOLDER) / "fakediscord.py").is_file()
needed = pytest.mark.skipif(not THERE, reason=WITHOUT)
UNLIMITED = {"MODELSCAPE_USER_QUESTIONS": "1000", "MODELSCAPE_SERVER_QUESTIONS": "100000"}
_STARTING = 90.0  # seconds that a bot may take to be there, on a busy machine


@dataclass(frozen=True, slots=True)
class Loopback:
    """The server with its controls (see its own README), and the bot's process."""

    discord: Any
    bot: Any
    start: Callable[[], Awaitable[Any]]  # another process like the bot's

    @property
    def log(self) -> str:
        """What the bot has said on standard error and output so far."""
        return str(self.bot.output)

    def megabytes(self) -> float:
        """The memory that the bot's process has now, in MB of 1,000,000 bytes."""
        lines = Path(f"/proc/{self.bot.proc.pid}/status").read_text("ascii", "replace").splitlines()
        [kilobytes] = [line.split()[1] for line in lines if line.startswith("VmRSS:")]
        return int(kilobytes) * 1024 / 1e6


@asynccontextmanager
async def running(
    data: Path, settings: dict[str, str] | None = None, **options: object
) -> AsyncIterator[Loopback]:
    """Starts the server with these options, and `modelscape run` on the index in `data`, as a user starts it."""
    server = module().FakeDiscord(**options)
    async with server as discord:
        settings = {"DISCORD_TOKEN": discord.token, **(settings or {})}
        argv = [sys.executable, "-m", "bot", "--data", str(data), "run"]

        async def start() -> Any:
            log = data.parent / f"bot-{discord.port}-{len(discord.bots)}.log"
            return await discord.spawn(argv, settings, cwd=ROOT, log=log)

        bot = await start()
        try:
            await discord.wait_ready(_STARTING, commands=["ask", "model", "admin"])
        except TimeoutError as error:
            raise AssertionError(f"the bot is not there: {bot.output[-2_000:]}") from error
        yield Loopback(discord, bot, start)


def people(loopback: Loopback, count: int) -> list[Any]:
    """Adds members to the first server."""
    return [loopback.discord.add_user(f"member{n}", loopback.discord.guild) for n in range(count)]


def module() -> Any:
    """Returns the server's module, with its constants."""
    if FOLDER not in sys.path:
        sys.path.insert(0, FOLDER)
    return importlib.import_module("fakediscord")
