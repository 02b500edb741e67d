"""What admins did."""

from dataclasses import asdict

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.state.tables import DEEDS
from bot.state.types import Deed


async def log(connection: AsyncConnection, deed: Deed) -> None:
    """Keeps what an admin did."""
    await connection.execute(insert(DEEDS).values(**asdict(deed)))


async def last(connection: AsyncConnection, limit: int) -> list[Deed]:
    """Returns what admins did last, newest first."""
    columns = (DEEDS.c.at, DEEDS.c.server, DEEDS.c.who, DEEDS.c.what, DEEDS.c.detail)
    query = select(*columns).order_by(DEEDS.c.id.desc()).limit(limit)
    return [Deed(**row._mapping) for row in await connection.execute(query)]
