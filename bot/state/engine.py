"""Opens a database. No call waits without end, and what goes wrong is said in a sentence."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import AbstractAsyncContextManager, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import asyncpg
from sqlalchemy import URL, Connection, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.state.address import PostgresServer, SqliteFile
from bot.state.types import StateUnreachable

T = TypeVar("T")
Act = Callable[[AsyncConnection], Awaitable[T]]
# Seconds: to connect, for one statement, and for all that one call does.
_CONNECT, _STATEMENT, _CALL = 5, 5, 15
_DRIVERS = (sqlite3.Error, asyncpg.PostgresError, asyncpg.InterfaceError)
_ERRORS = (DBAPIError, NoConnectionFree, *_DRIVERS, OSError, UnicodeError)


class Database:
    """A pool of connections to a database."""

    def __init__(self, address: SqliteFile | PostgresServer) -> None:
        """Connects to nothing yet."""
        self.address = address
        self._engine = _sqlite(address) if isinstance(address, SqliteFile) else _postgresql(address)
        # Reading begins no transaction, so that it waits for nobody who writes.
        self._reading = self._engine.execution_options(isolation_level="AUTOCOMMIT")
        self._calls: set[asyncio.Task[Any]] = set()

    async def make(self) -> None:
        """Makes the file of a SQLite database, and its folder, where there is none."""
        if isinstance(self.address, SqliteFile):
            # The driver leaves a thread behind where it can't open a file, so it is given none such.
            with _said(self.address):
                await asyncio.to_thread(_make_file, self.address.path)

    async def check(self) -> None:
        """Sees that the file of a SQLite database, which has to be there, can be written; changes nothing."""
        if isinstance(self.address, SqliteFile):
            with _said(self.address):
                await asyncio.to_thread(_try_file, self.address.path)

    async def write(self, act: Act[T]) -> T:
        """Acts in a transaction, which is kept where nothing is raised. Raises StateUnreachable.

        Who waits may be cancelled, the act itself is not: the drivers lose a connection by it.
        """
        return await self._finishing(self._call(self._engine.begin(), act))

    async def read(self, act: Act[T]) -> T:
        """Acts on a connection for reading. Raises StateUnreachable."""
        return await self._finishing(self._call(self._reading.connect(), act))

    async def close(self) -> None:
        """Closes all connections, once the calls under way are done."""
        await asyncio.gather(*self._calls, return_exceptions=True)
        await self._engine.dispose()

    async def _finishing(self, call: Coroutine[Any, Any, T]) -> T:
        task = asyncio.create_task(call)
        self._calls.add(task)
        task.add_done_callback(self._done)
        return await asyncio.shield(task)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._calls.discard(task)
        if not task.cancelled():
            task.exception()  # asyncio complains of an error that nobody who waited has seen

    async def _call(self, opening: AbstractAsyncContextManager[AsyncConnection], act: Act[T]) -> T:
        with _said(self.address):
            async with asyncio.timeout(_CALL), opening as connection:
                return await act(connection)


def _make_file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, timeout=_CONNECT)) as connection:
        # The file remembers it: readers and a writer do not wait for each other.
        connection.execute("PRAGMA journal_mode=WAL")


def _try_file(path: Path) -> None:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", timeout=_CONNECT, uri=True)) as connection:
        connection.execute("BEGIN IMMEDIATE")


def _sqlite(address: SqliteFile) -> AsyncEngine:
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(address.path)),
        connect_args={"timeout": _CONNECT},
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    """Transactions are begun by `_begin` alone."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    # At once as a writer: one that reads first and writes later fails where another has written meanwhile.
    if "isolation_level" not in connection.get_execution_options():  # reading has its own
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _postgresql(address: PostgresServer) -> AsyncEngine:
    connect = partial(asyncpg.connect, address.dsn, timeout=_CONNECT, command_timeout=_STATEMENT)
    return create_async_engine(
        "postgresql+asyncpg://",
        async_creator=connect,
        hide_parameters=True,
        pool_pre_ping=True,  # a server that was started anew is met by a new connection
        pool_timeout=_CONNECT,
    )


@contextmanager
def _said(address: SqliteFile | PostgresServer) -> Iterator[None]:
    try:
        yield
    except _ERRORS as error:
        raise StateUnreachable(f"{address} can't be used ({_reason(error)}): {_mend(address)}") from error


def _reason(error: BaseException) -> str:
    if isinstance(error, DBAPIError) and error.orig is not None:
        return _reason(error.orig.__cause__ or error.orig)
    if isinstance(error, TimeoutError | NoConnectionFree):
        return "it does not answer in time"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    lines = str(error).splitlines() or [type(error).__name__]
    return lines[0][:200]


def _mend(address: SqliteFile | PostgresServer) -> str:
    if isinstance(address, SqliteFile):
        return "make its folder writable, or set MODELSCAPE_DATA or MODELSCAPE_DATABASE_URL"
    return "see that it runs and that MODELSCAPE_DATABASE_URL is right"
