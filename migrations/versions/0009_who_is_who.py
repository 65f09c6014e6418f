"""Who is who: administrators, second factors, links to a new passphrase, and a security log.

The earliest account let others in until now: it is the administrator that there is.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sign_ins", sa.Column("confirmed_at", sa.DateTime()))
    _create_administrators()
    _create_security_events()
    _create_second_factors()
    _create_reset_links()
    op.execute(
        "INSERT INTO administrators (account_id, since)"
        " SELECT id, created_at FROM accounts ORDER BY id LIMIT 1"
    )


def _create_administrators() -> None:
    op.create_table(
        "administrators",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        _account("administrators"),
        sa.PrimaryKeyConstraint("account_id", name="pk_administrators"),
    )


def _create_security_events() -> None:
    op.create_table(
        "security_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("account_id", sa.Integer()),
        sa.Column("by_account_id", sa.Integer()),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("user_agent", sa.Text(), server_default="", nullable=False),
        _account("security_events"),
        sa.ForeignKeyConstraint(
            ["by_account_id"],
            ["accounts.id"],
            name="fk_security_events_by_account_id_accounts",
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_security_events"),
    )
    op.create_index("ix_security_events_account_id", "security_events", ["account_id"])
    op.create_index("ix_security_events_by_account_id", "security_events", ["by_account_id"])
    op.create_index("ix_security_events_at", "security_events", ["at"])


def _create_second_factors() -> None:
    op.create_table(
        "totp_keys",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("last_step", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        _account("totp_keys"),
        sa.PrimaryKeyConstraint("account_id", name="pk_totp_keys"),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("used_at", sa.DateTime()),
        _account("recovery_codes"),
        sa.PrimaryKeyConstraint("id", name="pk_recovery_codes"),
        sa.UniqueConstraint("code_hash", name="uq_recovery_codes_code_hash"),
    )
    op.create_index("ix_recovery_codes_account_id", "recovery_codes", ["account_id"])
    op.create_table(
        "passkeys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("credential_id", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("sign_count", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("last_used_at", sa.DateTime()),
        _account("passkeys"),
        sa.PrimaryKeyConstraint("id", name="pk_passkeys"),
        sa.UniqueConstraint("credential_id", name="uq_passkeys_credential_id"),
    )
    op.create_index("ix_passkeys_account_id", "passkeys", ["account_id"])


def _create_reset_links() -> None:
    op.create_table(
        "reset_links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime()),
        sa.Column("revoked_at", sa.DateTime()),
        _account("reset_links"),
        sa.PrimaryKeyConstraint("id", name="pk_reset_links"),
        sa.UniqueConstraint("token_hash", name="uq_reset_links_token_hash"),
    )
    op.create_index("ix_reset_links_account_id", "reset_links", ["account_id"])


def _account(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["account_id"],
        ["accounts.id"],
        name=f"fk_{table}_account_id_accounts",
        ondelete="CASCADE",
    )
