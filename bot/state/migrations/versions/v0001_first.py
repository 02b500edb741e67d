"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "modes",
        sa.Column("server", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("channel", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("mode", sa.Text, nullable=False),
    )
    _exchanges()
    _watches()
    op.create_table(
        "deeds",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("server", sa.BigInteger),
        sa.Column("who", sa.BigInteger),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
    )
    op.create_table(
        "kept",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def _exchanges() -> None:
    op.create_table(
        "exchanges",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("server", sa.BigInteger),
        sa.Column("channel", sa.BigInteger, nullable=False),
        sa.Column("asker", sa.BigInteger, nullable=False),
        sa.Column("message", sa.BigInteger),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("private", sa.Boolean, nullable=False),
        sa.Column("pages", sa.Text, nullable=False),
        sa.Column("sources", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    for column in ("asker", "message", "at"):
        op.create_index(f"exchanges_{column}", "exchanges", [column])
    op.create_table(
        "feedback",
        sa.Column("exchange", sa.Text, sa.ForeignKey("exchanges.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("user", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("good", sa.Boolean, nullable=False),
        sa.Column("words", sa.Text),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_index("feedback_user", "feedback", ["user"])


def _watches() -> None:
    op.create_table(
        "watches",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("server", sa.BigInteger),
        sa.Column("channel", sa.BigInteger),
        sa.Column("user", sa.BigInteger, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("generation", sa.BigInteger, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sqlite_autoincrement=True,
    )
    for column in ("user", "server"):
        op.create_index(f"watches_{column}", "watches", [column])


def downgrade() -> None:
    """Takes the tables away, with all that is in them."""
    for table in ("kept", "deeds", "watches", "feedback", "exchanges", "modes"):
        op.drop_table(table)
