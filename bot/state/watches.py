"""The watches that people have set."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, Select, delete, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.state.tables import WATCHES
from bot.state.types import KeptWatch, NewWatch, TooManyWatches, WatchLimits

_LOCK = 0x6D6F6466


async def add_watch(connection: AsyncConnection, new: NewWatch, limits: WatchLimits) -> KeptWatch:
    """Keeps a watch, or returns the one with the same text and place that the person has already.

    Raises TooManyWatches.
    """
    if connection.dialect.name == "postgresql":  # or two at once would both count too few
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    same = select(WATCHES).filter_by(user=new.user, server=new.server, channel=new.channel, text=new.text)
    if found := await _kept(connection, same):
        return found[0]
    await _check(connection, limits.user, in_server=False, user=new.user)
    if new.server is not None and new.channel is not None:
        await _check(connection, limits.server, in_server=True, server=new.server)
    added = insert(WATCHES).values(**asdict(new)).returning(WATCHES.c.id)
    return KeptWatch(**asdict(new), id=(await connection.execute(added)).scalar_one())


async def find_watches(connection: AsyncConnection, **wanted: Any) -> list[KeptWatch]:
    """Returns the watches with these values in their columns, oldest first."""
    return await _kept(connection, select(WATCHES).filter_by(**wanted).order_by(WATCHES.c.id))


async def remove_watch(connection: AsyncConnection, watch: int) -> bool:
    """Ends a watch. Returns whether there was one."""
    return (await connection.execute(delete(WATCHES).filter_by(id=watch))).rowcount > 0


async def move_on(connection: AsyncConnection, watch: int, before: int, after: int) -> bool:
    """Says that a watch was told the changes up to another generation. Returns False if it is not at `before`
    any more: someone else has told it."""
    moved = update(WATCHES).filter_by(id=watch, generation=before).values(generation=after)
    return (await connection.execute(moved)).rowcount > 0


async def _check(connection: AsyncConnection, most: int, in_server: bool, **whose: int) -> None:
    counted = select(func.count()).select_from(WATCHES).filter_by(**whose)
    if in_server:  # what is told by direct message does not count
        counted = counted.where(WATCHES.c.channel.is_not(None))
    if (await connection.execute(counted)).scalar_one() >= most:
        raise TooManyWatches(most, in_server)


async def _kept(connection: AsyncConnection, query: Select[Any]) -> list[KeptWatch]:
    rows: Sequence[Row[Any]] = (await connection.execute(query)).all()
    return [KeptWatch(**row._mapping) for row in rows]
