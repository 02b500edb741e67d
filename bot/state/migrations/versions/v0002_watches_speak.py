"""A watch knows in which language it is told, and until when what was taken in was told."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds both; what is there already is told in English."""
    with op.batch_alter_table("watches") as table:
        table.add_column(sa.Column("language", sa.Text, nullable=False, server_default="en"))
        table.add_column(sa.Column("known_until", sa.DateTime))


def downgrade() -> None:
    """Takes both away."""
    with op.batch_alter_table("watches") as table:
        table.drop_column("known_until")
        table.drop_column("language")
