"""Deletes what is stored about a person, or a server."""

from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.state.tables import DEEDS, EXCHANGES, FEEDBACK, MODES, WATCHES
from bot.state.types import Forgotten


async def forget(connection: AsyncConnection, user: int) -> Forgotten:
    """Deletes all rows about a person, and takes their number off what they did as an admin."""
    feedback = await connection.execute(delete(FEEDBACK).filter_by(user=user))
    exchanges = await connection.execute(delete(EXCHANGES).filter_by(asker=user))
    watches = await connection.execute(delete(WATCHES).filter_by(user=user))
    deeds = await connection.execute(update(DEEDS).filter_by(who=user).values(who=None))
    return Forgotten(exchanges.rowcount, feedback.rowcount, watches.rowcount, deeds.rowcount)


async def leave(connection: AsyncConnection, server: int) -> None:
    """Deletes how a server's channels are set, and the watches that are told in them."""
    await connection.execute(delete(MODES).filter_by(server=server))
    await connection.execute(delete(WATCHES).filter_by(server=server).where(WATCHES.c.channel.is_not(None)))
