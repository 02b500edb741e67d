"""Deletes what is stored about a person."""

from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.state.tables import DEEDS, EXCHANGES, FEEDBACK, WATCHES
from bot.state.types import Forgotten


async def forget(connection: AsyncConnection, user: int) -> Forgotten:
    """Deletes all rows about a person, and takes their number off what they did as an admin."""
    feedback = await connection.execute(delete(FEEDBACK).filter_by(user=user))
    exchanges = await connection.execute(delete(EXCHANGES).filter_by(asker=user))
    watches = await connection.execute(delete(WATCHES).filter_by(user=user))
    deeds = await connection.execute(update(DEEDS).filter_by(who=user).values(who=None))
    return Forgotten(exchanges.rowcount, feedback.rowcount, watches.rowcount, deeds.rowcount)
