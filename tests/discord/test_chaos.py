import asyncio
from pathlib import Path

import pytest

from tests.discord.chaos import chaos
from tests.discord.loopback import UNLIMITED, needed, running


@needed
@pytest.mark.slow
@pytest.mark.parametrize("seed", [11, 12])
def test_through_failing_calls_and_dropped_connections_nothing_is_lost_or_doubled(
    shipped_index: Path, seed: int
) -> None:
    async def run() -> None:
        async with running(shipped_index, UNLIMITED) as loopback:
            found = await chaos(loopback, seed, 300)
        assert found.sound, found
        assert found.acknowledged > 50

    asyncio.run(run())
