"""Every test of the state runs on SQLite and on PostgreSQL."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from bot.state.state import State
from tests.bot.state.postgres import NoPostgres, Postgres, running


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    try:
        with running() as server:
            yield server
    except (NoPostgres, OSError) as error:
        pytest.skip(f"no PostgreSQL to test with here: {error}")


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where a new database is."""
    if request.param == "sqlite":
        return tmp_path / "data" / "state.db"
    server: Postgres = request.getfixturevalue("postgres")
    return server.new_database(f"trial_{uuid4().hex}")


@pytest.fixture
async def state(place: Path | str) -> AsyncIterator[State]:
    state = await State.open(place)
    yield state
    await state.close()
