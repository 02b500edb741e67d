"""The bot as `run` puts it together, over the shipped articles, but for a connection."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from bot.serving.opening import Reading, open_reading
from bot.state.state import State
from bot.state.types import StateUnreachable
from tests.bot.discord.running import Running, running
from tests.settings import settings_for


class Away:
    """What a database does that can't be reached."""

    async def read(self, _: object) -> None:
        raise StateUnreachable("PostgreSQL on 10.0.0.1 can't be used: start it")

    write = read


@pytest.fixture(scope="session")
def reading(shipped_index: Path) -> Iterator[Reading]:
    """What is answered from: the shipped articles."""
    with open_reading(settings_for(shipped_index), print) as opened:
        yield opened


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[State]:
    """A new database."""
    state = await State.open(tmp_path / "state.db")
    yield state
    await state.close()


@pytest.fixture
def away() -> State:
    """A database that can't be reached."""
    return State(cast(Any, Away()))


@pytest.fixture
async def bot(reading: Reading, state: State, tmp_path: Path) -> AsyncIterator[Running]:
    """The bot, with no cooldown to speak of."""
    async with running(settings_for(tmp_path), reading, state) as made:
        yield made
