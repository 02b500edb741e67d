"""Brings a database to the newest form of its tables; several processes may try it at once."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.state.types import StateUnreachable

_FOLDER = Path(__file__).with_name("migrations")
_LOCK = 0x6D6F6465  # any number that no other program takes on the same database


def migrate(connection: Connection) -> None:
    """Makes or mends the tables, inside the transaction that is open; the second process finds nothing to do.

    Raises StateUnreachable for tables of a newer version of this program.
    """
    if connection.dialect.name == "postgresql":  # SQLite lets one write at a time anyway
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    scripts = ScriptDirectory(str(_FOLDER))
    context = MigrationContext.configure(connection, opts={"fn": lambda at, _: _steps(scripts, at)})
    with Operations.context(context):
        context.run_migrations()


def form_of(connection: Connection) -> tuple[str | None, str]:
    """Returns the form that the tables have, None where there are none, and the newest there is.

    Raises StateUnreachable for tables of a newer version of this program.
    """
    scripts = ScriptDirectory(str(_FOLDER))
    at = MigrationContext.configure(connection).get_current_heads()
    _check(scripts, at)
    return (at[0] if at else None), str(scripts.get_current_head())


def _steps(scripts: ScriptDirectory, at: tuple[str, ...]) -> list[Any]:
    _check(scripts, at)
    missing = scripts.iterate_revisions("heads", at, implicit_base=True)
    return [
        MigrationStep.upgrade_from_script(scripts.revision_map, script) for script in reversed(list(missing))
    ]


def _check(scripts: ScriptDirectory, at: Iterable[str]) -> None:
    unknown = set(at) - {script.revision for script in scripts.walk_revisions()}
    if unknown:
        raise StateUnreachable(
            f"the bot's database has the form {', '.join(unknown)} of a newer modelscape: update modelscape"
        )
