"""The watches that people have set."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, Select, delete, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.state.tables import WATCHES
from bot.state.types import KeptWatch, NewWatch, Point, TooManyWatches, WatchLimits

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
    added = insert(WATCHES).values(**_row(new)).returning(WATCHES)
    return _watch((await connection.execute(added)).one())


async def find_watches(connection: AsyncConnection, **wanted: Any) -> list[KeptWatch]:
    """Returns the watches with these values in their columns, oldest first."""
    return await _kept(connection, select(WATCHES).filter_by(**wanted).order_by(WATCHES.c.id))


async def remove_watch(connection: AsyncConnection, watch: int) -> bool:
    """Ends a watch. Returns whether there was one."""
    return (await connection.execute(delete(WATCHES).filter_by(id=watch))).rowcount > 0


async def move_on(connection: AsyncConnection, watch: int, before: int, after: Point) -> bool:
    """Says that a watch was told the changes up to a point. Returns False if it is not at the generation
    `before` any more: someone else has told it."""
    moved = update(WATCHES).filter_by(id=watch, generation=before).values(**asdict(after))
    return (await connection.execute(moved)).rowcount > 0


async def _check(connection: AsyncConnection, most: int, in_server: bool, **whose: int) -> None:
    counted = select(func.count()).select_from(WATCHES).filter_by(**whose)
    if in_server:  # what is told by direct message does not count
        counted = counted.where(WATCHES.c.channel.is_not(None))
    if (await connection.execute(counted)).scalar_one() >= most:
        raise TooManyWatches(most, in_server)


async def _kept(connection: AsyncConnection, query: Select[Any]) -> list[KeptWatch]:
    return [_watch(row) for row in await connection.execute(query)]


def _row(new: NewWatch) -> dict[str, Any]:
    row = asdict(new)
    told: dict[str, Any] = row.pop("told")
    return row | told


def _watch(row: Row[Any]) -> KeptWatch:
    found = dict(row._mapping)
    told = Point(found.pop("generation"), found.pop("known_until"))
    return KeptWatch(**found, told=told)
