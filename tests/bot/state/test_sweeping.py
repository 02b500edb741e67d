import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.state.state import State
from bot.state.sweeping import KEPT, keep_swept
from bot.state.types import StateUnreachable
from tests.bot.state.samples import NOON, exchange

pytestmark = pytest.mark.anyio


async def swept(state: State, days: int) -> None:
    sweeping = asyncio.create_task(keep_swept(state, lambda: NOON + timedelta(days=days), 0.01))
    await asyncio.sleep(0.2)
    sweeping.cancel()
    await asyncio.wait({sweeping})
    assert sweeping.cancelled()


async def test_exchanges_are_kept_for_thirty_days(tmp_path: Path) -> None:
    state = await State.open(tmp_path / "state.db")
    await state.keep_exchange(exchange())
    await swept(state, days=KEPT.days)
    assert await state.exchange("a1") is not None
    await swept(state, days=KEPT.days + 1)
    assert await state.exchange("a1") is None
    await state.close()


class Unreachable:
    """A database that is away."""

    tried = 0

    async def sweep(self, _: object) -> int:
        self.tried += 1
        raise StateUnreachable("away")


async def test_a_database_that_is_away_is_tried_again() -> None:
    away = Unreachable()
    await swept(away, days=1)  # type: ignore[arg-type]
    assert away.tried > 1
