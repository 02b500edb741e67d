"""The bot's process: puts its parts together, connects, and leaves in good order."""

import asyncio
import logging
import random
import signal
import sys
from collections.abc import Coroutine, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

from bot.discord.client import Shards
from bot.discord.connecting import stay_connected
from bot.discord.failing import settled
from bot.discord.logs import shorten_logs
from bot.discord.parts import Parts, make_client, make_parts
from bot.places import state_place
from bot.serving.opening import Reading
from bot.serving.tidying import tidy
from bot.settings import Settings
from bot.state.state import State
from bot.state.sweeping import keep_swept
from bot.streams import say
from bot.taking_in.scheduling import next_due
from bot.types import BadSettings
from bot.updating.feeding import Feeding
from index.types import NoIndex

FINISHING = 10.0  # seconds that answers under way have when the process is told to end
_TURN = 0.001  # seconds; Python's own is five times that
_CLOSING = 3.0  # seconds that saying goodbye to Discord may take
_log = logging.getLogger(__name__)


def run_bot(settings: Settings, index: Reading, shards: Shards) -> None:
    """Runs the bot until the process is told to end. Raises BotError where it can't run at all."""
    token = _token(settings)
    shorten_logs()
    # How long a thread that computes keeps the others waiting; the loop has short things to do, and many.
    sys.setswitchinterval(_TURN)
    asyncio.run(_run(settings, index, shards, token))


def _token(settings: Settings) -> str:
    if settings.discord_token is None:
        raise BadSettings(
            "DISCORD_TOKEN is not set: `run` needs the bot's token, from Discord's developer portal"
        )
    token = settings.discord_token.get_secret_value()
    if not (token.isascii() and token.isprintable()) or " " in token:
        raise BadSettings("DISCORD_TOKEN is no token: copy it from Discord's developer portal again")
    return token


async def _run(settings: Settings, index: Reading, shards: Shards, token: str) -> None:
    ending = asyncio.create_task(_told_to_end().wait())
    state = await State.open(state_place(settings))
    parts = make_parts(settings, state, index)
    try:
        warm = asyncio.create_task(_warm(parts))
        connected = asyncio.create_task(
            stay_connected(lambda: make_client(settings, parts, shards), token, warm)
        )
        beside = [asyncio.create_task(_after(warm, work)) for work in _beside(settings, parts, shards)]
        await asyncio.wait({connected, ending}, return_when=asyncio.FIRST_COMPLETED)
        if connected.done():
            connected.result()
        await _leave(parts, warm, connected, *beside)
    finally:
        parts.close()
        await state.close()


async def _after(warm: asyncio.Task[None], work: Coroutine[Any, Any, None]) -> None:
    await asyncio.shield(warm)
    await work


def _beside(settings: Settings, parts: Parts, shards: Shards) -> Iterator[Coroutine[Any, Any, None]]:
    """What goes on beside the answering. Of several processes, the one with the first shard polls the feeds."""
    yield parts.keeper.keep()
    yield parts.pulse.beat()
    yield keep_swept(parts.state, lambda: datetime.now(UTC))
    if shards.ids is None or 0 in shards.ids:
        due = partial(_due, settings)
        yield Feeding(due, parts.updates, parts.keeper.renew, lambda: datetime.now(UTC)).go_on()


def _due(settings: Settings, tried: datetime | None, now: datetime) -> datetime | None:
    return next_due(settings, tried, now, random.random)


async def _warm(parts: Parts) -> None:
    """Opens what the first question would wait for, before anybody can ask one."""
    failure = await settled(parts.keeper.begin())
    if isinstance(failure, NoIndex):
        say(f"{failure}, or /admin reindex in Discord; the bot runs meanwhile")
    await parts.drawing.warm()
    tidy()


async def _leave(parts: Parts, *tasks: asyncio.Task[None]) -> None:
    """Lets answers under way be finished, then disconnects."""
    say("leaving, as soon as the answers under way are sent")
    left = await parts.underway.finish(FINISHING)
    if left:
        _log.warning("%d answers could not be finished in %g s", left, FINISHING)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks, timeout=_CLOSING)


def _told_to_end() -> asyncio.Event:
    """Returns what is set when the process is told to end, by SIGTERM or from the keyboard."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    return told
