"""The first schema: accounts, episodes and their diary, standings and audit."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


# The database's own word on rest days, whichever way a run comes in. Two runs of an episode on
# adjacent days, both from its onset on, are refused unless the later one is marked or exempt.
# A date must be written as one, or the comparison would not see it.
ADJACENT = """
    SELECT RAISE(ABORT, 'adjacent run days') WHERE EXISTS (
        SELECT 1
        FROM sessions AS earlier
        JOIN sessions AS later
          ON later.episode_id = earlier.episode_id AND later.date = date(earlier.date, '+1 day')
        JOIN episodes ON episodes.id = earlier.episode_id
        WHERE earlier.episode_id = {episode}
          AND earlier.date >= {since}
          AND earlier.date <= {until}
          AND earlier.date >= episodes.onset
          AND earlier.jog_seconds > 0
          AND later.jog_seconds > 0
          AND later.deviation IS NULL
          AND later.exempt = 0
    );
"""
NOT_A_DATE = "SELECT RAISE(ABORT, 'not a date') WHERE {date} IS NOT date({date}, '+0 days');"
RUN_COLUMNS = "episode_id, date, jog_seconds, deviation, exempt"
AROUND_RUN = NOT_A_DATE.format(date="NEW.date") + ADJACENT.format(
    episode="NEW.episode_id", since="date(NEW.date, '-1 day')", until="NEW.date"
)
WHOLE_EPISODE = NOT_A_DATE.format(date="NEW.onset") + ADJACENT.format(
    episode="NEW.id", since="NEW.onset", until="'9999-12-31'"
)
TRIGGERS = {
    "rest_day_on_insert": f"INSERT ON sessions BEGIN {AROUND_RUN}",
    "rest_day_on_update": f"UPDATE OF {RUN_COLUMNS} ON sessions BEGIN {AROUND_RUN}",
    "onset_on_insert": f"INSERT ON episodes BEGIN {NOT_A_DATE.format(date='NEW.onset')}",
    "rest_day_on_onset": f"UPDATE OF onset ON episodes BEGIN {WHOLE_EPISODE}",
}


def _one_of(*words: str, name: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    _accounts()
    _login_attempts()
    _episodes()
    _sign_ins()
    _care_entries()
    _changes()
    _check_ins()
    _clearances()
    _daily_standings()
    _decisions_shown()
    _sessions()
    _settings_changes()
    for name, rest in TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {name} AFTER {rest} END")


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("passphrase_hash", sa.Text(), nullable=False),
        sa.Column("unit", _one_of("km", "mi", name="unit"), server_default="km", nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("name_key", name="uq_accounts_name_key"),
    )


def _login_attempts() -> None:
    op.create_table(
        "login_attempts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_login_attempts"),
    )
    op.create_index("ix_login_attempts_kind_value_at", "login_attempts", ["kind", "value", "at"])


def _episodes() -> None:
    op.create_table(
        "episodes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column(
            "site",
            _one_of("hamstring", "proximal_hamstring_tendon", "gluteal", "other", name="site"),
            nullable=False,
        ),
        sa.Column("side", _one_of("left", "right", "both", name="side"), nullable=False),
        sa.Column("onset", sa.Date(), nullable=False),
        sa.Column("onset_about", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("baseline_minutes", sa.Integer(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column("protocol", sa.Text(), nullable=False),
        sa.Column("screening", sa.JSON(), nullable=False),
        sa.Column("screened_on", sa.Date(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("closed_on", sa.Date()),
        sa.Column("closed_reason", sa.Text()),
        sa.Column("reopened_at", sa.DateTime()),
        sa.Column("follows_episode_id", sa.Integer()),
        sa.CheckConstraint("(closed_on IS NULL) = (closed_reason IS NULL)", name="closed"),
        sa.CheckConstraint("baseline_minutes BETWEEN 10 AND 300", name="baseline"),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name="fk_episodes_account_id_accounts",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["follows_episode_id"],
            ["episodes.id"],
            name="fk_episodes_follows_episode_id_episodes",
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_episodes"),
    )
    op.create_index("ix_episodes_account_id", "episodes", ["account_id"])
    op.create_index(
        "uq_episodes_open",
        "episodes",
        ["account_id"],
        unique=True,
        sqlite_where=sa.text("closed_on IS NULL"),
    )


def _sign_ins() -> None:
    op.create_table(
        "sign_ins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("user_agent", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(), nullable=False),
        sa.Column("revoked_at", sa.DateTime()),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name="fk_sign_ins_account_id_accounts",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sign_ins"),
        sa.UniqueConstraint("token_hash", name="uq_sign_ins_token_hash"),
    )
    op.create_index("ix_sign_ins_account_id", "sign_ins", ["account_id"])


def _care_entries() -> None:
    op.create_table(
        "care_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("time", sa.Time()),
        sa.Column(
            "kind",
            _one_of(
                "ice",
                "compression",
                "elevation",
                "rest",
                "warm_bath",
                "massage",
                "stretch_before",
                "stretch_after",
                name="carekind",
            ),
            nullable=False,
        ),
        sa.Column("minutes", sa.Integer()),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("minutes >= 0", name="minutes"),
        sa.ForeignKeyConstraint(
            ["episode_id"],
            ["episodes.id"],
            name="fk_care_entries_episode_id_episodes",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_care_entries"),
        sa.UniqueConstraint("episode_id", "uid", name="uq_care_entries_episode_id_uid"),
    )
    op.create_index("ix_care_entries_episode_id_date", "care_entries", ["episode_id", "date"])


def _changes() -> None:
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column(
            "action", _one_of("create", "update", "delete", name="changeaction"), nullable=False
        ),
        sa.Column("before", sa.JSON()),
        sa.Column("after", sa.JSON()),
        sa.Column("undone_at", sa.DateTime()),
        sa.ForeignKeyConstraint(
            ["episode_id"],
            ["episodes.id"],
            name="fk_changes_episode_id_episodes",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_changes"),
    )
    op.create_index("ix_changes_episode_id_at", "changes", ["episode_id", "at"])


def _check_ins() -> None:
    op.create_table(
        "check_ins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("time", sa.Time()),
        sa.Column(
            "moment",
            _one_of("waking", "day", "evening", "night", name="moment"),
            server_default="day",
            nullable=False,
        ),
        sa.Column("pain", sa.Integer(), nullable=False),
        sa.Column(
            "sensation",
            _one_of("none", "soreness", "pain", "sharp", name="sensation"),
            nullable=False,
        ),
        sa.Column("limp", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("painkiller", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("red_flags", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "NOT (pain = 0 AND sensation IN ('pain', 'sharp'))"
            " AND NOT (pain > 0 AND sensation = 'none')",
            name="contradiction",
        ),
        sa.CheckConstraint("pain BETWEEN 0 AND 10", name="pain"),
        sa.ForeignKeyConstraint(
            ["episode_id"],
            ["episodes.id"],
            name="fk_check_ins_episode_id_episodes",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_check_ins"),
        sa.UniqueConstraint("episode_id", "uid", name="uq_check_ins_episode_id_uid"),
    )
    op.create_index("ix_check_ins_episode_id_date", "check_ins", ["episode_id", "date"])


def _clearances() -> None:
    op.create_table(
        "clearances",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["episode_id"],
            ["episodes.id"],
            name="fk_clearances_episode_id_episodes",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_clearances"),
    )
    op.create_index("ix_clearances_episode_id", "clearances", ["episode_id"])


def _daily_standings() -> None:
    op.create_table(
        "daily_standings",
        sa.Column("episode_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer()),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("worst_pain", sa.Integer()),
        sa.Column("checkpoint", sa.JSON()),
        sa.ForeignKeyConstraint(
            ["episode_id"],
            ["episodes.id"],
            name="fk_daily_standings_episode_id_episodes",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("episode_id", "date", name="pk_daily_standings"),
    )


def _decisions_shown() -> None:
    op.create_table(
        "decisions_shown",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("shown_at", sa.DateTime(), nullable=False),
        sa.Column("protocol", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.Column("inputs", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["episode_id"],
            ["episodes.id"],
            name="fk_decisions_shown_episode_id_episodes",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_decisions_shown"),
    )
    op.create_index("ix_decisions_shown_episode_id_date", "decisions_shown", ["episode_id", "date"])


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("time", sa.Time()),
        sa.Column(
            "kind",
            _one_of(
                "walk",
                "walk_jog",
                "run",
                "bike",
                "swim",
                "strength",
                "stretch",
                "massage",
                "other",
                name="kind",
            ),
            nullable=False,
        ),
        sa.Column("seconds", sa.Integer()),
        sa.Column("walk_seconds", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("jog_seconds", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("longest_jog_seconds", sa.Integer()),
        sa.Column("distance_m", sa.Integer()),
        sa.Column("effort", sa.Integer()),
        sa.Column("pain", sa.Integer()),
        sa.Column("sensation", _one_of("none", "soreness", "pain", "sharp", name="sensation")),
        sa.Column("limp", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("stopped_early", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("deviation", _one_of("confirmed", "re-decided", name="mark")),
        sa.Column("exempt", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("effort BETWEEN 0 AND 10", name="effort"),
        sa.CheckConstraint("pain BETWEEN 0 AND 10", name="pain"),
        sa.CheckConstraint(
            "seconds >= 0 AND walk_seconds >= 0 AND jog_seconds >= 0"
            " AND longest_jog_seconds >= 0 AND distance_m >= 0",
            name="amounts",
        ),
        sa.ForeignKeyConstraint(
            ["episode_id"],
            ["episodes.id"],
            name="fk_sessions_episode_id_episodes",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.UniqueConstraint("episode_id", "uid", name="uq_sessions_episode_id_uid"),
    )
    op.create_index("ix_sessions_episode_id_date", "sessions", ["episode_id", "date"])


def _settings_changes() -> None:
    op.create_table(
        "settings_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("by", sa.Text(), server_default="", nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["episode_id"],
            ["episodes.id"],
            name="fk_settings_changes_episode_id_episodes",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_settings_changes"),
    )
    op.create_index("ix_settings_changes_episode_id", "settings_changes", ["episode_id"])
