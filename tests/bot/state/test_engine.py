"""What is said, and how soon, where the database can't be used."""

import asyncio
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.state.state import State
from bot.state.types import StateUnreachable
from tests.bot.state.postgres import PASSWORD, Postgres

pytestmark = pytest.mark.anyio


async def refusal(where: Path | str) -> str:
    with pytest.raises(StateUnreachable) as refused:
        await State.open(where)
    assert PASSWORD not in str(refused.value)
    return str(refused.value)


async def test_a_folder_that_can_not_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file", "utf-8")
    said = await refusal(tmp_path / "data" / "state.db")
    assert said.startswith(
        f"SQLite in {tmp_path / 'data' / 'state.db'} can't be used (File exists): make its folder"
    )


async def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    said = await refusal(tmp_path)
    assert said.startswith(
        f"SQLite in {tmp_path} can't be used (unable to open database file): make its folder"
    )


async def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "state.db").write_bytes(b"no database, " * 1000)
    assert "state.db can't be used (file is not a database): " in await refusal(tmp_path / "state.db")


async def test_a_database_that_another_program_holds_is_waited_for_and_then_named(tmp_path: Path) -> None:
    state = await State.open(tmp_path / "state.db")
    with closing(sqlite3.connect(tmp_path / "state.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert await state.kept("a") is None, "reading goes on meanwhile"
        started = time.monotonic()
        with pytest.raises(StateUnreachable, match="database is locked"):
            await state.keep("a", "b")
        assert 4 < time.monotonic() - started < 10
    await state.keep("a", "b")
    await state.close()


async def test_a_wrong_password_is_said_without_it(postgres: Postgres) -> None:
    said = await refusal(postgres.address(password="wrong-one"))
    assert said.startswith(
        "PostgreSQL at 127.0.0.1/postgres can't be used (password authentication failed for user"
    )
    assert "MODELSCAPE_DATABASE_URL is right" in said
    assert "wrong-one" not in said


async def test_a_database_that_does_not_exist_is_named(postgres: Postgres) -> None:
    assert 'database "nowhere" does not exist' in await refusal(postgres.address("nowhere"))


@pytest.mark.parametrize("address", ["127.0.0.1:1/db", f"{'x' * 70}.invalid/db", "no-such-host.invalid/db"])
async def test_a_server_that_is_not_there_is_named(address: str) -> None:
    said = await refusal(f"postgresql://u:hush@{address}")
    assert said.startswith(
        f"PostgreSQL at {address.partition(':')[0].removesuffix('/db')}/db can't be used ("
    )
    assert "hush" not in said


async def test_a_server_that_takes_connections_and_never_answers_is_left_in_time() -> None:
    silent = await asyncio.start_server(lambda _reader, _writer: None, "127.0.0.1", 0)
    port = silent.sockets[0].getsockname()[1]
    started = time.monotonic()
    assert "it does not answer in time" in await refusal(f"postgresql://u:hush@127.0.0.1:{port}/db")
    assert time.monotonic() - started < 10
    silent.close()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="who belongs to a server is found in /proc")
async def test_a_server_that_freezes_fails_calls_in_time_and_serves_them_when_it_is_back(
    postgres: Postgres,
) -> None:
    state = await State.open(postgres.new_database("frozen"))
    postgres.freeze()
    try:
        started = time.monotonic()
        with pytest.raises(StateUnreachable, match="it does not answer in time"):
            await state.keep("a", "b")
        assert time.monotonic() - started < 25
    finally:
        postgres.thaw()
    await state.keep("a", "b")
    await state.close()


async def test_a_server_that_was_started_anew_is_used_at_once(postgres: Postgres) -> None:
    state = await State.open(postgres.new_database("restarted"))
    await state.keep("a", "b")
    postgres.stop()
    try:
        with pytest.raises(StateUnreachable, match="see that it runs"):
            await state.kept("a")
    finally:
        postgres.start()
    assert await state.kept("a") == "b"
    await state.close()
