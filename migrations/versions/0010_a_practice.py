"""A practice: a clinician's answer by link, what was said at visits, clinicians and their runners.

Columns and tables are added, none is rebuilt: constraints and triggers stay as they are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("clearances", "settings_changes"):
        op.add_column(table, _word("through", server_default=""))
    op.add_column("shares", _tick("for_answer"))
    op.add_column("shares", sa.Column("answered_at", sa.DateTime()))
    op.add_column("invitations", _tick("as_clinician"))
    op.add_column("episodes", sa.Column("questions", sa.Text(), server_default="", nullable=False))
    _create_proposals()
    _create_visits()
    _create_clinicians()
    _create_consents()


def _create_proposals() -> None:
    op.create_table(
        "proposals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=False),
        _word("kind"),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("decided_at", sa.DateTime()),
        sa.Column("is_accepted", sa.Boolean()),
        _to("proposals", "episode_id", "episodes"),
        sa.PrimaryKeyConstraint("id", name="pk_proposals"),
    )
    op.create_index("ix_proposals_episode_id", "proposals", ["episode_id"])


def _create_visits() -> None:
    op.create_table(
        "visits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), server_default="", nullable=False),
        sa.Column("next_on", sa.Date()),
        sa.Column("asked", sa.Text(), server_default="", nullable=False),
        _word("through", server_default=""),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        _to("visits", "episode_id", "episodes"),
        sa.PrimaryKeyConstraint("id", name="pk_visits"),
    )
    op.create_index("ix_visits_episode_id", "visits", ["episode_id"])


def _create_clinicians() -> None:
    op.create_table(
        "clinicians",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        _to("clinicians", "account_id", "accounts"),
        sa.PrimaryKeyConstraint("account_id", name="pk_clinicians"),
    )


def _create_consents() -> None:
    op.create_table(
        "consents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("clinician_id", sa.Integer(), nullable=False),
        _tick("with_notes"),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime()),
        sa.Column("seen_at", sa.DateTime()),
        _to("consents", "account_id", "accounts"),
        _to("consents", "clinician_id", "accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
    )
    for column in ("account_id", "clinician_id"):
        op.create_index(f"ix_consents_{column}", "consents", [column])
    op.create_table(
        "consent_links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        _tick("by_clinician"),
        _tick("with_notes"),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime()),
        sa.Column("revoked_at", sa.DateTime()),
        _to("consent_links", "account_id", "accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_consent_links"),
        sa.UniqueConstraint("token_hash", name="uq_consent_links_token_hash"),
    )
    op.create_index("ix_consent_links_account_id", "consent_links", ["account_id"])


def _word(name: str, *, server_default: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=32), server_default=server_default, nullable=False)


def _tick(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}", ondelete="CASCADE"
    )
