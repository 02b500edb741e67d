"""Keeps a row in place of the one with the same key."""

from collections.abc import Mapping

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


async def upsert(connection: AsyncConnection, table: Table, values: Mapping[str, object]) -> None:
    """Inserts a row, or changes the one that has its primary key, in one step."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    key = [column.name for column in table.primary_key]
    rest = {name: value for name, value in values.items() if name not in key}
    await connection.execute(
        insert(table).values(**values).on_conflict_do_update(index_elements=key, set_=rest)
    )
