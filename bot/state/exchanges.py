"""What was asked and shown, and what people thought of it."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.state.pages import pages_from, pages_json
from bot.state.tables import EXCHANGES, FEEDBACK
from bot.state.types import Exchange
from bot.state.upsert import upsert


async def keep_exchange(connection: AsyncConnection, exchange: Exchange) -> None:
    """Keeps an exchange, in place of one with the same id."""
    pages = {"pages": pages_json(exchange.pages), "sources": pages_json(exchange.sources)}
    await upsert(connection, EXCHANGES, {**asdict(exchange), **pages})


async def find_exchange(connection: AsyncConnection, **wanted: Any) -> Exchange | None:
    """Returns the newest exchange with these values in its columns."""
    query = select(EXCHANGES).filter_by(**wanted).order_by(EXCHANGES.c.at.desc()).limit(1)
    row = (await connection.execute(query)).first()
    return _exchange(row) if row else None


async def keep_message(connection: AsyncConnection, exchange: str, message: int) -> None:
    """Says which message shows the exchange."""
    await connection.execute(update(EXCHANGES).filter_by(id=exchange).values(message=message))


async def keep_feedback(
    connection: AsyncConnection, exchange: str, user: int, good: bool, words: str | None
) -> bool:
    """Keeps what a person thinks of an answer, in place of what they thought before. Returns whether the
    exchange is still there."""
    # It is held until the end of the transaction, so that it can't expire meanwhile.
    found = select(EXCHANGES.c.id).filter_by(id=exchange).with_for_update(read=True)
    if (await connection.execute(found)).first() is None:
        return False
    given = {"exchange": exchange, "user": user, "good": good, "words": words, "at": datetime.now(UTC)}
    await upsert(connection, FEEDBACK, given)
    return True


async def sweep(connection: AsyncConnection, older_than: datetime) -> int:
    """Deletes exchanges from before a time, with what people thought of them. Returns how many."""
    return (await connection.execute(delete(EXCHANGES).where(EXCHANGES.c.at < older_than))).rowcount


def _exchange(row: Row[Any]) -> Exchange:
    pages = {"pages": pages_from(row.pages), "sources": pages_from(row.sources)}
    return Exchange(**{**row._mapping, **pages})
