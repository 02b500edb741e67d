"""Stays connected to Discord, whatever comes between."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

import aiohttp
import discord

from bot.discord.client import Client
from bot.streams import say
from bot.types import BotError

_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0  # seconds between attempts
_STEADY = 120.0  # seconds after which a connection that is lost is tried again at once
_UNREACHED = (OSError, aiohttp.ClientError, discord.HTTPException, discord.GatewayNotFound)
_WRONG_TOKEN, _WRONG_SHARDS = 4004, (4010, 4011)
_log = logging.getLogger(__name__)


class NotAccepted(BotError):
    """Discord does not accept the bot as it is set up; the message says what to mend."""


async def stay_connected(make: Callable[[], Awaitable[Client]], token: str, warm: asyncio.Task[None]) -> None:
    """Connects a client that `make` makes, once `warm` is done, and another one where that one fails, until this is
    cancelled. Raises NotAccepted."""
    pause = _FIRST_PAUSE
    while True:
        began = time.monotonic()
        reason = await _connected(await make(), token, warm)
        if time.monotonic() - began > _STEADY:
            pause = _FIRST_PAUSE
        say(f"Discord can't be reached ({reason}): trying again in {pause:g} s")
        await asyncio.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


async def _connected(client: Client, token: str, warm: asyncio.Task[None]) -> str:
    """Stays connected as long as it can, and returns why it can't any more."""
    try:
        async with client:
            await client.login(token)
            await asyncio.shield(warm)
            await client.connect()
    except discord.LoginFailure as error:
        raise NotAccepted(
            "Discord does not accept DISCORD_TOKEN: copy the bot's token from the developer portal again"
        ) from error
    except discord.PrivilegedIntentsRequired as error:
        raise NotAccepted(
            "Discord does not grant the message content intent: switch it on in the developer portal (Bot, "
            "Privileged Gateway Intents), or unset MODELSCAPE_MESSAGE_CONTENT"
        ) from error
    except discord.ConnectionClosed as error:
        return _closed(error)
    except _UNREACHED as error:
        return " ".join(str(error).split()) or type(error).__name__
    return "it closed the connection"


def _closed(error: discord.ConnectionClosed) -> str:
    if error.code == _WRONG_TOKEN:
        raise NotAccepted(
            "Discord no longer accepts DISCORD_TOKEN: copy the bot's token from the developer portal again"
        ) from error
    if error.code in _WRONG_SHARDS:
        raise NotAccepted(
            "Discord does not accept these shards: mend --shard-ids and --shard-count"
        ) from error
    return f"it closed the connection with {error.code}"
