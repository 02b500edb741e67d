from pathlib import Path

import pytest

from bot.state.address import PostgresServer, SqliteFile, address_of
from bot.state.types import StateUnreachable


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("sqlite:////srv/state.db", Path("/srv/state.db")),
        ("sqlite+aiosqlite:////srv/a b#%20.db", Path("/srv/a b#%20.db")),
        ("sqlite:///state.db", Path.cwd() / "state.db"),
        (" sqlite:///~/state.db ", Path.home() / "state.db"),
    ],
)
def test_the_address_of_a_file_is_read(written: str, path: Path) -> None:
    assert address_of(written) == SqliteFile(path)


@pytest.mark.parametrize(
    ("written", "dsn", "shown"),
    [
        ("postgres://u:p@h:5433/db", "postgresql://u:p@h:5433/db", "PostgreSQL at h/db"),
        ("postgresql+asyncpg://u@[::1]/db", "postgresql://u@[::1]/db", "PostgreSQL at ::1/db"),
        (
            "postgresql://u:p%40@h/d%20b?sslmode=require&channel_binding=require",
            "postgresql://u:p%40@h/d%20b?sslmode=require",
            "PostgreSQL at h/d b",
        ),
        ("postgresql:///db?host=/run/x", "postgresql:///db?host=/run/x", "PostgreSQL at its usual socket/db"),
    ],
)
def test_the_address_of_a_server_is_read_and_shown_without_the_password(
    written: str, dsn: str, shown: str
) -> None:
    address = address_of(written)
    assert isinstance(address, PostgresServer)
    assert (address.dsn, str(address), repr(address)) == (dsn, shown, shown)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "/srv/state.db",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:////srv/state.db?mode=ro",
        "sqlite:///a\0b",
        "mysql://u:hush@h/db",
        "postgresql+psycopg://u:hush@h/db",
        "postgresql://u:hush@h",
        "postgresql://u:hush@h:x/db",
        "postgresql://u:hush@h:99999/db",
        "postgresql://u:hu@sh@h/db",
        "postgresql://u:hu/sh@h/db",
        "postgresql://u:hu?sh@h/db",
        "postgresql://u:hu#sh@h/db",
        "postgresql://u:hush@[h/db",
        "postgresql://u:hush@h/db?sslmode",
    ],
)
def test_what_can_be_no_address_says_what_to_write_and_repeats_nothing_of_it(written: str) -> None:
    with pytest.raises(StateUnreachable, match=r"^MODELSCAPE_DATABASE_URL can't be used: write ") as refused:
        address_of(written)
    assert "hu" not in str(refused.value)
    assert refused.value.__cause__ is None
