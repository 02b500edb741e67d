import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.state import migrations
from bot.state.address import address_of
from bot.state.engine import Database
from bot.state.migrating import form_of
from bot.state.state import State
from bot.state.tables import METADATA
from bot.state.types import Point, StateUnreachable

pytestmark = pytest.mark.anyio

OPEN = """
import asyncio, sys
from pathlib import Path
from bot.state.state import State

async def opened(where):
    state = await State.open(where if "://" in where else Path(where))
    await state.keep("a", "b")
    await state.close()

asyncio.run(opened(sys.argv[1]))
"""


def differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), METADATA))


async def test_the_migrations_lead_to_the_tables_that_the_code_knows(place: Path | str) -> None:
    await (await State.open(place)).close()
    database = Database(address_of(place))
    assert await database.read(lambda c: c.run_sync(differences)) == []
    assert await database.read(lambda c: c.run_sync(form_of)) == ("0002", "0002")
    await database.close()


async def test_a_database_with_nothing_in_it_has_no_form(place: Path | str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    database = Database(address_of(place))
    assert (await database.read(lambda c: c.run_sync(form_of)))[0] is None
    await database.close()


def test_processes_that_start_at_once_make_the_tables_once(place: Path | str) -> None:
    started = [
        subprocess.Popen([sys.executable, "-c", OPEN, str(place)], stderr=subprocess.PIPE) for _ in range(3)
    ]
    ended = [process.communicate(timeout=60)[1].decode() for process in started]
    assert ended == [""] * 3
    assert [process.returncode for process in started] == [0] * 3


async def test_states_that_open_at_once_make_the_tables_once(place: Path | str) -> None:
    states = await asyncio.gather(*[State.open(place) for _ in range(5)])
    await asyncio.gather(*[state.keep("a", str(i)) for i, state in enumerate(states)])
    for state in states:
        await state.close()


async def test_tables_of_a_newer_version_are_left_alone_with_a_clear_word(place: Path | str) -> None:
    await (await State.open(place)).close()
    database = Database(address_of(place))
    await database.write(lambda c: c.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    await database.close()
    with pytest.raises(StateUnreachable, match="form 9999 of a newer modelscape: update modelscape"):
        await State.open(place)


def to_first(connection: Connection) -> None:
    scripts = ScriptDirectory(str(Path(migrations.__file__).parent))
    first = scripts.get_revision("0001")
    context = MigrationContext.configure(
        connection,
        opts={"fn": lambda *_: [MigrationStep.upgrade_from_script(scripts.revision_map, first)]},
    )
    with Operations.context(context):
        context.run_migrations()


async def test_what_an_older_version_kept_is_there_after_the_migration(
    place: Path | str, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    database = Database(address_of(place))
    await database.write(lambda c: c.run_sync(to_first))
    kept = "INSERT INTO watches (channel, \"user\", text, generation, at) VALUES (1, 2, 'x', 3, '2026-11-22')"
    await database.write(lambda c: c.execute(text(kept)))
    await database.close()
    state = await State.open(place)
    [watch] = await state.all_watches()
    assert (watch.user, watch.text, watch.language, watch.told) == (2, "x", "en", Point(3, None))
    await state.close()
