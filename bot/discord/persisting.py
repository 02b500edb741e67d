"""Calls that Discord does not answer are made again: a busy network is no reason to lose an answer."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp
import discord

T = TypeVar("T")
_PAUSES = (0.3, 1.0, 3.0)  # seconds before each further try
_PASSING = (OSError, aiohttp.ClientError, discord.DiscordServerError)


async def persist(call: Callable[[], Awaitable[T]]) -> T:
    """Returns what a call returns; it is made up to four times where the network or Discord's server fails. The
    call has to mean the same when it is made twice. Raises what it raised last."""
    for pause in _PAUSES:
        try:
            return await call()
        except _PASSING:
            await asyncio.sleep(pause)
    return await call()
