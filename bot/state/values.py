"""Small values: when the bot answers in a channel, and what is kept under a name."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.state.tables import KEPT, MODES
from bot.state.types import Mode
from bot.state.upsert import upsert


async def mode_of(connection: AsyncConnection, server: int, channel: int) -> Mode:
    """Returns when the bot answers in a channel."""
    query = select(MODES.c.mode).filter_by(server=server, channel=channel)
    return Mode((await connection.execute(query)).scalar() or Mode.MENTIONS)


async def set_mode(connection: AsyncConnection, server: int, channel: int, mode: Mode) -> None:
    """Sets when the bot answers in a channel."""
    await upsert(connection, MODES, {"server": server, "channel": channel, "mode": mode.value})


async def kept(connection: AsyncConnection, name: str) -> str | None:
    """Returns what is kept under a name."""
    found: str | None = (await connection.execute(select(KEPT.c.value).filter_by(name=name))).scalar()
    return found


async def keep(connection: AsyncConnection, name: str, value: str) -> None:
    """Keeps a value under a name, in place of the one before."""
    await upsert(connection, KEPT, {"name": name, "value": value})
