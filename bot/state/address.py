"""Where the bot's own database is, read from a path or an address. What is shown of it is never secret."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from bot.state.types import StateUnreachable

_FORMS = "postgresql://user:password@host:5432/database or sqlite:////folder/state.db"
_SQLITE = ("sqlite", "sqlite+aiosqlite")
_POSTGRESQL = ("postgresql", "postgres", "postgresql+asyncpg")
# Services put it into the addresses that they hand out; the driver takes it for a setting of the server.
_NOT_THE_DRIVERS = "channel_binding"


@dataclass(frozen=True, slots=True)
class SqliteFile:
    """A database in a file."""

    path: Path

    def __str__(self) -> str:
        return f"SQLite in {self.path}"


class PostgresServer:
    """A database on a server. `dsn` has the password in it, so it is in no text made of this."""

    def __init__(self, dsn: str) -> None:
        parts = urlsplit(dsn)
        self.dsn = dsn
        self._shown = f"PostgreSQL at {parts.hostname or 'its usual socket'}{unquote(parts.path)}"

    def __str__(self) -> str:
        return self._shown

    __repr__ = __str__


def address_of(where: Path | str) -> SqliteFile | PostgresServer:
    """Reads where the database is. Raises StateUnreachable for what can't be an address."""
    if isinstance(where, Path):
        return SqliteFile(where)
    scheme, _, rest = where.strip().partition("://")
    if scheme in _SQLITE:
        return _sqlite(rest)
    if scheme in _POSTGRESQL:
        return _postgresql(rest)
    raise _refused(f"write {_FORMS}")


def _sqlite(rest: str) -> SqliteFile:
    name = rest.removeprefix("/")
    if name == rest or not name or ":memory:" in name or "?" in name or "\0" in name:
        raise _refused("write sqlite:/// and a file's path, such as sqlite:////folder/state.db")
    try:
        return SqliteFile(Path(name).expanduser().absolute())
    except (OSError, RuntimeError) as error:  # no home folder, or the current folder is gone
        raise _refused(str(error)) from error


def _postgresql(rest: str) -> PostgresServer:
    dsn = f"postgresql://{rest}"
    try:
        parts = urlsplit(dsn)
        fits = bool(parts.path.strip("/")) and (parts.port is None or parts.port > 0)
        parse_qsl(parts.query, strict_parsing=bool(parts.query))
    except ValueError:
        raise _refused(f"write {_FORMS}") from None  # its message repeats a part, which may be the password
    # A password with an odd character in it ends up in the host, the path or the query.
    if not fits or rest.count("@") > 1 or "@" in parts.path + parts.query or parts.fragment:
        raise _refused(f"write {_FORMS}, with odd characters of a password percent-encoded (%40 for @)")
    kept = [part for part in parts.query.split("&") if part and not part.startswith(f"{_NOT_THE_DRIVERS}=")]
    return PostgresServer(dsn.partition("?")[0] + ("?" + "&".join(kept) if kept else ""))


def _refused(mend: str) -> StateUnreachable:
    return StateUnreachable(f"MODELSCAPE_DATABASE_URL can't be used: {mend}")
