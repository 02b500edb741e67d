import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.state.health import health
from bot.state.state import State
from bot.state.types import StateUnreachable


async def opened_once(place: Path | str) -> None:
    await (await State.open(place)).close()


def execute(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement)


def test_a_database_in_use_is_said_with_its_form(place: Path | str) -> None:
    asyncio.run(opened_once(place))
    assert health(place).endswith(", in form 0002")


def test_an_empty_database_is_in_order_and_stays_empty(tmp_path: Path) -> None:
    file = tmp_path / "state.db"
    file.touch()
    assert health(file) == f"SQLite in {file}, empty: `modelscape run` brings it to form 0002"
    assert file.read_bytes() == b""


def test_a_database_of_a_newer_version_is_out_of_order(tmp_path: Path) -> None:
    asyncio.run(opened_once(tmp_path / "state.db"))
    execute(tmp_path / "state.db", "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StateUnreachable, match="update modelscape"):
        health(tmp_path / "state.db")


@pytest.mark.parametrize("content", [b"no database, " * 1000, b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_file_is_out_of_order(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "state.db").write_bytes(content)
    with pytest.raises(StateUnreachable, match=r"state\.db can't be used \("):
        health(tmp_path / "state.db")
