"""Looks at the database without changing it."""

import asyncio
from pathlib import Path

from bot.state.address import SqliteFile, address_of
from bot.state.engine import Database
from bot.state.migrating import form_of


def health(where: Path | str) -> str:
    """Returns a sentence about a database that can be used. Raises StateUnreachable for another."""
    address = address_of(where)
    if isinstance(address, SqliteFile) and not address.path.exists():
        return f"{address}, which the first `modelscape run` makes"
    found, newest = asyncio.run(_form(Database(address)))
    if found == newest:
        return f"{address}, in form {found}"
    return (
        f"{address}, {f'in form {found}' if found else 'empty'}: `modelscape run` brings it to form {newest}"
    )


async def _form(database: Database) -> tuple[str | None, str]:
    try:
        await database.check()
        return await database.read(lambda c: c.run_sync(form_of))
    finally:
        await database.close()
