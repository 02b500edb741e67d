import asyncio
from dataclasses import dataclass, field
from types import SimpleNamespace, TracebackType
from typing import Any, Self, cast

import aiohttp
import discord
import pytest

from bot.discord import connecting
from bot.discord.client import Client
from bot.discord.connecting import NotAccepted, stay_connected
from tests.bot.discord.messages import Failing

pytestmark = pytest.mark.anyio


@dataclass
class Connecting:
    """A client that fails as it is told."""

    error: Exception | None
    steps: list[str]

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.steps.append("closed")

    async def login(self, token: str) -> None:
        self.steps.append(f"login {token}")
        if isinstance(self.error, discord.LoginFailure | OSError):
            raise self.error

    async def connect(self) -> None:
        self.steps.append("connect")
        if self.error:
            raise self.error


@dataclass
class Attempts:
    """Makes clients, one after the other; after the last one it waits for ever."""

    errors: list[Exception | None]
    steps: list[str] = field(default_factory=list)

    async def make(self) -> Client:
        if not self.errors:
            await asyncio.sleep(60)
        return cast(Client, Connecting(self.errors.pop(0), self.steps))


def closed(code: int) -> discord.ConnectionClosed:
    socket: Any = SimpleNamespace(close_code=code)
    return discord.ConnectionClosed(socket, shard_id=0, code=code)


async def connected(*errors: Exception | None) -> Attempts:
    """Connects as often as there are errors, and a moment longer."""
    attempts = Attempts(list(errors))
    warm = asyncio.create_task(asyncio.sleep(0))
    staying = asyncio.create_task(stay_connected(attempts.make, "abc", warm))
    await asyncio.wait({staying}, timeout=0.3)
    staying.cancel()
    await asyncio.wait({staying})
    if not staying.cancelled():
        staying.result()
    return attempts


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "_FIRST_PAUSE", 0.001)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (discord.LoginFailure("Improper token has been passed."), "DISCORD_TOKEN"),
        (discord.PrivilegedIntentsRequired(0), "MODELSCAPE_MESSAGE_CONTENT"),
        (closed(4004), "DISCORD_TOKEN"),
        (closed(4010), "--shard-ids"),
    ],
)
async def test_what_only_a_person_can_mend_ends_with_a_sentence_that_says_how(
    error: Exception, said: str
) -> None:
    with pytest.raises(NotAccepted) as refused:
        await connected(error)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "error",
    [
        OSError("network is down"),
        aiohttp.ServerDisconnectedError(),
        Failing(503),
        discord.GatewayNotFound(),
        closed(4000),
        None,
    ],
)
async def test_what_passes_is_tried_again_with_another_client(
    error: Exception | None, capsys: pytest.CaptureFixture[str]
) -> None:
    attempts = await connected(error, error)
    assert attempts.errors == []
    assert attempts.steps.count("closed") == 2
    said = capsys.readouterr().err
    assert said.count("Discord can't be reached") == 2
    assert "abc" not in said


async def test_it_logs_in_at_once_but_connects_when_the_process_is_warm() -> None:
    attempts, warm = Attempts([None]), asyncio.create_task(asyncio.sleep(0.2))
    staying = asyncio.create_task(stay_connected(attempts.make, "abc", warm))
    await asyncio.sleep(0.05)
    assert attempts.steps == ["login abc"]
    await warm
    await asyncio.sleep(0.05)
    assert attempts.steps[:2] == ["login abc", "connect"]
    staying.cancel()
