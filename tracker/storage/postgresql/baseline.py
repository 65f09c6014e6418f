"""A new diary on a server: its newest schema at once, from the models.

The first steps were written for a file and stay as they have landed; no server ever had those
schemas. From here on every step is taken on both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection, MetaData

# What 0001 says in SQLite's words: no two run days beside each other. Who asks holds the episode
# first: of two who enter neighbours at once, neither would see the other's. A snapshot taken
# before that lock may be out of date, so it must be overtaken by a write.
_REST_DAY = """
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body$
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
_AROUND_A_DAY = {"episode": "NEW.episode_id", "since": "NEW.date - 1", "until": "NEW.date"}
_WHOLE_EPISODE = {"episode": "NEW.id", "since": "NEW.onset", "until": "DATE '9999-12-31'"}
_RUN_COLUMNS = "account_id, episode_id, date, jog_seconds, deviation, exempt"
_TRIGGERS = (
    ("rest_day_on_insert", "INSERT ON sessions", _AROUND_A_DAY),
    ("rest_day_on_update", f"UPDATE OF {_RUN_COLUMNS} ON sessions", _AROUND_A_DAY),
    ("rest_day_on_onset", "UPDATE OF onset ON episodes", _WHOLE_EPISODE),
)


def create(connection: Connection, metadata: MetaData) -> None:
    """Make every table, index and trigger in an empty database, in the caller's transaction."""
    _take_over_predicates(metadata)
    metadata.create_all(connection)
    for name, on, where in _TRIGGERS:
        connection.exec_driver_sql(_REST_DAY.format(name=name, **where))
        connection.exec_driver_sql(
            f"CREATE TRIGGER {name} AFTER {on} FOR EACH ROW EXECUTE FUNCTION {name}()"
        )


def _take_over_predicates(metadata: MetaData) -> None:
    """Let an index be of the same rows as in a file.

    Not said with the models: whatever names PostgreSQL there imports its dialect at every start.
    """
    for table in metadata.tables.values():
        for index in table.indexes:
            where = index.dialect_options["sqlite"]["where"]
            index.dialect_options["postgresql"]["where"] = where
