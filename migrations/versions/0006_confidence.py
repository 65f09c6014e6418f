"""How sure the runner is, and the day on which they expect to run as before. Nothing decides by it.

Columns are added, no table is rebuilt: constraints and triggers stay as they are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "ALTER TABLE check_ins ADD COLUMN confidence INTEGER"
        " CONSTRAINT ck_check_ins_confidence CHECK (confidence BETWEEN 0 AND 10)"
    )
    op.add_column("check_ins", sa.Column("expected_return", sa.Date()))
