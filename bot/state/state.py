"""What the bot remembers of servers and people, in a database that several processes may share."""

from datetime import datetime
from pathlib import Path
from typing import Self

from bot.state import deeds, exchanges, forgetting, values, watches
from bot.state.address import address_of
from bot.state.engine import Database
from bot.state.migrating import migrate
from bot.state.types import (
    Deed,
    Exchange,
    Forgotten,
    KeptWatch,
    Mode,
    NewWatch,
    Point,
    WatchLimits,
)
from bot.types import BotError


class State:
    """The database. Every method raises StateUnreachable, in bounded time, where it can't be used."""

    def __init__(self, database: Database) -> None:
        """Use `open`."""
        self._database = database

    @classmethod
    async def open(cls, where: Path | str) -> Self:
        """Opens a SQLite file, or what an address names, and brings its tables to the newest form."""
        database = Database(address_of(where))
        await database.make()
        try:
            await database.write(lambda c: c.run_sync(migrate))
        except BotError:
            await database.close()
            raise
        return cls(database)

    async def close(self) -> None:
        """Closes all connections."""
        await self._database.close()

    async def mode(self, server: int, channel: int) -> Mode:
        """Returns when the bot answers in a channel."""
        return await self._database.read(lambda c: values.mode_of(c, server, channel))

    async def set_mode(self, server: int, channel: int, mode: Mode) -> None:
        """Sets when the bot answers in a channel."""
        await self._database.write(lambda c: values.set_mode(c, server, channel, mode))

    async def keep_exchange(self, exchange: Exchange) -> None:
        """Keeps what was asked and shown, for its buttons."""
        await self._database.write(lambda c: exchanges.keep_exchange(c, exchange))

    async def exchange(self, id: str) -> Exchange | None:
        """Returns an exchange, unless it has expired."""
        return await self._database.read(lambda c: exchanges.find_exchange(c, id=id))

    async def exchange_of(self, message: int) -> Exchange | None:
        """Returns the exchange that a message shows, unless it has expired."""
        return await self._database.read(lambda c: exchanges.find_exchange(c, message=message))

    async def sent(self, id: str, message: int) -> None:
        """Says which message shows an exchange."""
        await self._database.write(lambda c: exchanges.keep_message(c, id, message))

    async def feedback(self, exchange: str, user: int, good: bool, words: str | None = None) -> bool:
        """Keeps what a person thinks of an answer, in place of what they thought before. Returns False where
        the exchange has expired."""
        return await self._database.write(lambda c: exchanges.keep_feedback(c, exchange, user, good, words))

    async def sweep(self, older_than: datetime) -> int:
        """Deletes exchanges from before a time, with the feedback on them. Returns how many."""
        return await self._database.write(lambda c: exchanges.sweep(c, older_than))

    async def add_watch(self, new: NewWatch, limits: WatchLimits) -> KeptWatch:
        """Keeps a watch; the same one again is the one that is there. Raises TooManyWatches."""
        return await self._database.write(lambda c: watches.add_watch(c, new, limits))

    async def watches_of(self, user: int) -> list[KeptWatch]:
        """Returns a person's watches, oldest first."""
        return await self._database.read(lambda c: watches.find_watches(c, user=user))

    async def watches_in(self, server: int) -> list[KeptWatch]:
        """Returns the watches that were set in a server, oldest first."""
        return await self._database.read(lambda c: watches.find_watches(c, server=server))

    async def all_watches(self) -> list[KeptWatch]:
        """Returns all watches, oldest first."""
        return await self._database.read(lambda c: watches.find_watches(c))

    async def remove_watch(self, id: int) -> bool:
        """Ends a watch. Returns whether there was one."""
        return await self._database.write(lambda c: watches.remove_watch(c, id))

    async def told(self, id: int, before: int, after: Point) -> bool:
        """Moves a watch on from the generation that it was told last. Returns False where it is not there any
        more: it is gone, or another process tells it."""
        return await self._database.write(lambda c: watches.move_on(c, id, before, after))

    async def leave(self, server: int) -> None:
        """Forgets how the channels of a server are set, and ends the watches that are told in them."""
        await self._database.write(lambda c: forgetting.leave(c, server))

    async def log(self, deed: Deed) -> None:
        """Keeps what an admin did."""
        await self._database.write(lambda c: deeds.log(c, deed))

    async def deeds(self, limit: int) -> list[Deed]:
        """Returns what admins did last, newest first."""
        return await self._database.read(lambda c: deeds.last(c, limit))

    async def kept(self, name: str) -> str | None:
        """Returns a small value that was kept."""
        return await self._database.read(lambda c: values.kept(c, name))

    async def keep(self, name: str, value: str) -> None:
        """Keeps a small value under a name, in place of the one before."""
        await self._database.write(lambda c: values.keep(c, name, value))

    async def forget(self, user: int) -> Forgotten:
        """Deletes what is stored about a person."""
        return await self._database.write(lambda c: forgetting.forget(c, user))
