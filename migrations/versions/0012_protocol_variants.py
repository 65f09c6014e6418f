"""Protocols of a practice: which are kept through the program, and on whose word one decides.

Columns are added: constraints and triggers stay as they are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "protocols", sa.Column("kept", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.add_column(
        "episodes", sa.Column("protocol_by", sa.Text(), server_default="", nullable=False)
    )
    op.add_column("episodes", sa.Column("protocol_on", sa.Date()))
    op.add_column("episodes", sa.Column("protocol_set_at", sa.DateTime()))
