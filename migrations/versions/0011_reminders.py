"""Reminders: when they may come, by which ways, and what was sent. All tables begin empty."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reminder_hours",
        sa.Column("account_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=False),
        sa.Column("quiet_until", sa.Time(), nullable=False),
        _account("reminder_hours"),
        sa.PrimaryKeyConstraint("account_id", name="pk_reminder_hours"),
    )
    op.create_table(
        "reminder_channels",
        sa.Column("account_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("sent_at", sa.DateTime()),
        sa.Column("failed_at", sa.DateTime()),
        sa.Column("failure", sa.String(length=32)),
        sa.Column("failure_said", sa.Text(), server_default="", nullable=False),
        _account("reminder_channels"),
        sa.PrimaryKeyConstraint("account_id", "channel", name="pk_reminder_channels"),
    )
    op.create_table(
        "reminder_messages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date()),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("stop_hash", sa.Text()),
        _account("reminder_messages"),
        sa.PrimaryKeyConstraint("id", name="pk_reminder_messages"),
        sa.UniqueConstraint(
            "account_id", "channel", "day", name="uq_reminder_messages_account_id_channel_day"
        ),
        sa.UniqueConstraint("stop_hash", name="uq_reminder_messages_stop_hash"),
    )
    op.create_index("ix_reminder_messages_account_id", "reminder_messages", ["account_id"])


def _account(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["account_id"],
        ["accounts.id"],
        name=f"fk_{table}_account_id_accounts",
        ondelete="CASCADE",
    )
