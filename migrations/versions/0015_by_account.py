"""Every row of an account's says so, and keys, unique indexes and references begin with it.

A file's tables are made anew beside what they were and filled from them, their order and ids kept:
SQLite cannot change a reference in place. Its rows go on being found by their number alone. On a
server the key of a row becomes its account and its number.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ENTRIES = ("care_entries", "check_ins", "sessions")
# What each is a part of: a column, the table of the whole, and what the index goes on with.
PARTS: dict[str, list[tuple[str, str, list[str] | None]]] = {
    "care_entries": [("episode_id", "episodes", ["date"])],
    "changes": [("episode_id", "episodes", ["at"])],
    "check_ins": [("episode_id", "episodes", ["date"])],
    "clearances": [("episode_id", "episodes", [])],
    "daily_standings": [("episode_id", "episodes", None)],
    "decisions_shown": [("episode_id", "episodes", ["date"])],
    "import_items": [("import_id", "imports", []), ("episode_id", "episodes", [])],
    "proposals": [("episode_id", "episodes", [])],
    "sessions": [("episode_id", "episodes", ["date"])],
    "settings_changes": [("episode_id", "episodes", [])],
    "shares": [("episode_id", "episodes", [])],
    "share_openings": [("share_id", "shares", ["at"])],
    "visits": [("episode_id", "episodes", [])],
}
WHOLES = ("episodes", "imports", "shares")
OTHERS = (
    "api_tokens",
    "calendar_feeds",
    "consent_links",
    "consents",
    "invitations",
    "passkeys",
    "recovery_codes",
    "registration_openings",
    "reminder_messages",
    "reset_links",
    "sign_ins",
)
FOLLOWS = "follows_episode_id"
DAY = ["account_id", "episode_id", "date"]

# As in 0001, but that each statement names the account, which the indexes begin with now.
ADJACENT = """
    SELECT RAISE(ABORT, 'adjacent run days') WHERE EXISTS (
        SELECT 1
        FROM sessions AS earlier
        JOIN sessions AS later
          ON later.account_id = earlier.account_id
         AND later.episode_id = earlier.episode_id
         AND later.date = date(earlier.date, '+1 day')
        JOIN episodes
          ON episodes.account_id = earlier.account_id AND episodes.id = earlier.episode_id
        WHERE earlier.account_id = NEW.account_id
          AND earlier.episode_id = {episode}
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
RUN_COLUMNS = "account_id, episode_id, date, jog_seconds, deviation, exempt"
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

# The same on a server. Who asks holds the episode first: of two who enter neighbours at once,
# neither would see the other's. A snapshot taken before that lock may be out of date, so it must be
# overtaken by a write.
ON_A_SERVER = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF current_setting('transaction_isolation') = 'repeatable read' THEN
        UPDATE episodes SET onset_about = onset_about
        WHERE account_id = NEW.account_id AND id = {episode};
    ELSE
        PERFORM 1 FROM episodes
        WHERE account_id = NEW.account_id AND id = {episode} FOR NO KEY UPDATE;
    END IF;
    IF EXISTS (
        SELECT 1
        FROM sessions AS earlier
        JOIN sessions AS later
          ON later.account_id = earlier.account_id
         AND later.episode_id = earlier.episode_id
         AND later.date = earlier.date + 1
        JOIN episodes
          ON episodes.account_id = earlier.account_id AND episodes.id = earlier.episode_id
        WHERE earlier.account_id = NEW.account_id
          AND earlier.episode_id = {episode}
          AND earlier.date >= {since}
          AND earlier.date <= {until}
          AND earlier.date >= episodes.onset
          AND earlier.jog_seconds > 0
          AND later.jog_seconds > 0
          AND later.deviation IS NULL
          AND NOT later.exempt
    ) THEN
        RAISE EXCEPTION 'adjacent run days' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$body$
"""
AROUND_A_DAY = {"episode": "NEW.episode_id", "since": "NEW.date - 1", "until": "NEW.date"}
EVERY_DAY = {"episode": "NEW.id", "since": "NEW.onset", "until": "DATE '9999-12-31'"}
SERVER_TRIGGERS = (
    ("rest_day_on_insert", "INSERT ON sessions", AROUND_A_DAY),
    ("rest_day_on_update", f"UPDATE OF {RUN_COLUMNS} ON sessions", AROUND_A_DAY),
    ("rest_day_on_onset", "UPDATE OF onset ON episodes", EVERY_DAY),
)


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _in_a_file()
    else:
        _on_a_server()


def _in_a_file() -> None:
    for name in TRIGGERS:
        op.execute(f"DROP TRIGGER {name}")
    _make_anew("episodes", [_file_key("episodes"), _following()])
    _make_anew("imports", [_file_key("imports")])
    for table, wholes in PARTS.items():
        _make_anew(table, _changes_of_part(table), of=wholes[0][:2])
    by_code = "uq_recovery_codes_code_hash UNIQUE (code_hash)"
    by_account = "uq_recovery_codes_account_id_code_hash UNIQUE (account_id, code_hash)"
    _make_anew("recovery_codes", [(by_code, by_account)])
    for table in ("episodes", "imports", "recovery_codes"):
        op.create_index(f"ix_{table}_account_id", table, ["account_id"])
    is_open = sa.text("closed_on IS NULL")
    op.create_index(
        "uq_episodes_open", "episodes", ["account_id"], unique=True, sqlite_where=is_open
    )
    _create_indexes()
    for name, rest in TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {name} AFTER {rest} END")


def _file_key(table: str) -> tuple[str, str]:
    """What parts of it refer to: a file's own key is the number alone."""
    key = f"CONSTRAINT pk_{table} PRIMARY KEY (id)"
    return key, f"{key}, \n\tCONSTRAINT uq_{table}_account_id_id UNIQUE (account_id, id)"


def _following() -> tuple[str, str]:
    before = (
        f"fk_episodes_{FOLLOWS}_episodes FOREIGN KEY({FOLLOWS})"
        " REFERENCES episodes (id) ON DELETE SET NULL"
    )
    after = (
        f"fk_episodes_account_id_episodes FOREIGN KEY(account_id, {FOLLOWS})"
        " REFERENCES episodes (account_id, id)"
    )
    return before, after


def _changes_of_part(table: str) -> list[tuple[str, str]]:
    """What a part says of its whole, and now of its account too."""
    first = PARTS[table][0][0]
    number = f"\t{first} INTEGER NOT NULL"
    changes = [(number, f"\taccount_id INTEGER NOT NULL, \n{number}")]
    for column, whole, _ in PARTS[table]:
        before = f"fk_{table}_{column}_{whole} FOREIGN KEY({column}) REFERENCES {whole} (id)"
        after = f"fk_{table}_account_id_{whole} FOREIGN KEY(account_id, {column})"
        changes.append((before, f"{after} REFERENCES {whole} (account_id, id)"))
    if table in ENTRIES:
        before = f"uq_{table}_episode_id_uid UNIQUE (episode_id, uid)"
        after = f"uq_{table}_account_id_episode_id_uid UNIQUE (account_id, episode_id, uid)"
        changes.append((before, after))
    if table in WHOLES:
        changes.append(_file_key(table))
    if table == "daily_standings":
        changes.append(("PRIMARY KEY (episode_id, date)", f"PRIMARY KEY ({', '.join(DAY)})"))
    return changes


def _make_anew(
    table: str, changes: list[tuple[str, str]], of: tuple[str, str] | None = None
) -> None:
    """Make a table as its own words say it, changed; what is changed stands there once.

    `of`: by which column a row is a part of which whole, whose account is the row's.
    """
    connection = op.get_bind()
    asked = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
    words = connection.exec_driver_sql(asked, (table,)).scalar_one()
    columns = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
    named = (f"CREATE TABLE {table} (", f"CREATE TABLE {table}_anew (")
    for before, after in (named, *changes):
        if words.count(before) != 1:
            raise ValueError(f"the table {table} is not as it was made: {before}")
        words = words.replace(before, after)
    connection.exec_driver_sql(words)
    into = values = ", ".join(f'"{column}"' for column in columns)
    if of is not None:
        column, whole = of
        its_own = f"SELECT account_id FROM {whole} WHERE {whole}.id = {table}.{column}"  # noqa: S608 - names from above
        into, values = f"account_id, {into}", f"({its_own}), {values}"
    connection.exec_driver_sql(
        f"INSERT INTO {table}_anew ({into}) SELECT {values} FROM {table} ORDER BY {table}.rowid"  # noqa: S608
    )
    op.execute(f"DROP TABLE {table}")
    op.execute(f"ALTER TABLE {table}_anew RENAME TO {table}")


def _on_a_server() -> None:
    for name, on, _ in SERVER_TRIGGERS:
        op.execute(f"DROP TRIGGER {name} ON {on.rpartition(' ')[2]}")
    op.drop_constraint(f"fk_episodes_{FOLLOWS}_episodes", "episodes")
    for table, wholes in PARTS.items():
        _name_the_account(table, wholes)
    for table in dict.fromkeys((*WHOLES, *PARTS, *OTHERS)):
        key = DAY if table == "daily_standings" else ["account_id", "id"]
        op.drop_constraint(f"pk_{table}", table)
        op.create_primary_key(f"pk_{table}", table, key)
    for table, wholes in PARTS.items():
        for column, whole, _ in wholes:
            _refer(table, column, whole, ondelete="CASCADE")
    _refer("episodes", FOLLOWS, "episodes")
    for table in ENTRIES:
        _unique(table, ["episode_id", "uid"])
    _unique("recovery_codes", ["code_hash"])
    _create_indexes()
    for name, on, where in SERVER_TRIGGERS:
        op.execute(sa.text(ON_A_SERVER.format(name=name, **where).replace(":", "\\:")))
        op.execute(f"CREATE TRIGGER {name} AFTER {on} FOR EACH ROW EXECUTE FUNCTION {name}()")


def _name_the_account(table: str, wholes: list[tuple[str, str, list[str] | None]]) -> None:
    """Take away what refers to a whole by its number alone, and say whose each row is."""
    op.add_column(table, sa.Column("account_id", sa.Integer()))
    column, whole, _ = wholes[0]
    op.execute(
        f"UPDATE {table} SET account_id = {whole}.account_id"  # noqa: S608
        f" FROM {whole} WHERE {whole}.id = {table}.{column}"
    )
    op.alter_column(table, "account_id", nullable=False)
    for column, whole, further in wholes:
        op.drop_constraint(f"fk_{table}_{column}_{whole}", table)
        if further is not None:
            op.drop_index("_".join(["ix", table, column, *further]), table)


def _refer(table: str, column: str, whole: str, ondelete: str | None = None) -> None:
    name, ours = f"fk_{table}_account_id_{whole}", ["account_id", column]
    op.create_foreign_key(name, table, whole, ours, ["account_id", "id"], ondelete=ondelete)


def _unique(table: str, columns: list[str]) -> None:
    """Begin a unique key with the account."""
    op.drop_constraint("_".join(["uq", table, *columns]), table)
    longer = ["account_id", *columns]
    op.create_unique_constraint("_".join(["uq", table, *longer]), table, longer)


def _create_indexes() -> None:
    for table, wholes in PARTS.items():
        for column, _, further in wholes:
            if further is not None:
                columns = ["account_id", column, *further]
                op.create_index("_".join(["ix", table, *columns]), table, columns)
