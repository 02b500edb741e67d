"""Lets what is kept expire."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.state.state import State
from bot.state.types import StateUnreachable

KEPT = timedelta(days=30)  # an exchange, and the feedback on it
_EVERY = 3_600.0  # seconds
_log = logging.getLogger(__name__)


async def keep_swept(state: State, now: Callable[[], datetime], every: float = _EVERY) -> None:
    """Deletes what has expired, until it is cancelled. Several processes may do it."""
    while True:
        try:
            await state.sweep(now() - KEPT)
        except StateUnreachable as error:
            _log.warning("what has expired is deleted later: %s", error)
        await asyncio.sleep(every)
