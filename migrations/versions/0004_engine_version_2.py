"""What engine version 2 reads: the usual week, signs carried along, what a clearance covers.

Why a warning sign was taken back, and whether the runner has seen what a change says. And what each stored day stands on, so that another engine or protocol decides it anew. Columns are
added, no table is rebuilt: constraints and triggers stay as they are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

FIRST_ENGINE = sa.text("1")  # what decided every day until now, on a protocol that was not noted


def upgrade() -> None:
    op.execute(
        "ALTER TABLE episodes ADD COLUMN baseline_week_minutes INTEGER"
        " CONSTRAINT ck_episodes_baseline_week"
        " CHECK (baseline_week_minutes BETWEEN 10 AND 3000)"
    )
    op.add_column("episodes", sa.Column("screened_at", sa.DateTime()))
    for table, name in (("episodes", "carried_signs"), ("clearances", "covers")):
        no_list = sa.Column(name, sa.JSON(), server_default="[]", nullable=False)
        op.add_column(table, no_list)
    op.add_column(
        "daily_standings",
        sa.Column("engine", sa.Integer(), server_default=FIRST_ENGINE, nullable=False),
    )
    op.add_column(
        "daily_standings",
        sa.Column("protocol_digest", sa.Text(), server_default="", nullable=False),
    )
    op.add_column("changes", sa.Column("reason", sa.Text(), server_default="", nullable=False))
    op.add_column("changes", sa.Column("seen_at", sa.DateTime()))
