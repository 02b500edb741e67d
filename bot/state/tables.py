"""The tables of what the bot remembers, as the newest migration leaves them."""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)


class Words(TypeDecorator[str]):
    """Text as it came. PostgreSQL takes no NUL, and neither database takes half a character."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Replaces what can't be stored."""
        return value and value.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


class Moment(TypeDecorator[datetime]):
    """A time in UTC. SQLite keeps no time zone, so neither database is given one."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Takes the zone off."""
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Puts the zone on."""
        return value and value.replace(tzinfo=UTC)


METADATA = MetaData()

MODES = Table(
    "modes",
    METADATA,
    Column("server", BigInteger, primary_key=True, autoincrement=False),
    Column("channel", BigInteger, primary_key=True, autoincrement=False),
    Column("mode", Words, nullable=False),
)

EXCHANGES = Table(
    "exchanges",
    METADATA,
    Column("id", Words, primary_key=True),
    Column("server", BigInteger),
    Column("channel", BigInteger, nullable=False),
    Column("asker", BigInteger, nullable=False),
    Column("message", BigInteger),
    Column("said", Words, nullable=False),
    Column("language", Words, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("pages", Words, nullable=False),
    Column("sources", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Index("exchanges_asker", "asker"),
    Index("exchanges_message", "message"),
    Index("exchanges_at", "at"),
)

FEEDBACK = Table(
    "feedback",
    METADATA,
    Column("exchange", Words, ForeignKey("exchanges.id", ondelete="CASCADE"), primary_key=True),
    Column("user", BigInteger, primary_key=True, autoincrement=False),
    Column("good", Boolean, nullable=False),
    Column("words", Words),
    Column("at", Moment, nullable=False),
    Index("feedback_user", "user"),
)

WATCHES = Table(
    "watches",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("server", BigInteger),
    Column("channel", BigInteger),
    Column("user", BigInteger, nullable=False),
    Column("text", Words, nullable=False),
    Column("generation", BigInteger, nullable=False),
    Column("at", Moment, nullable=False),
    Column("language", Words, nullable=False, server_default="en"),
    Column("known_until", Moment),
    Index("watches_user", "user"),
    Index("watches_server", "server"),
    sqlite_autoincrement=True,  # a number is not used again
)

DEEDS = Table(
    "deeds",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("server", BigInteger),
    Column("who", BigInteger),
    Column("what", Words, nullable=False),
    Column("detail", Words, nullable=False),
)

KEPT = Table(
    "kept",
    METADATA,
    Column("name", Words, primary_key=True),
    Column("value", Words, nullable=False),
)
