"""What a file says of how each day was decided is stored compressed: three quarters of its size.

A server compresses what is long by itself, so nothing changes there. The file gives the room back
to what is stored next.
"""

import zlib

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

DOCUMENTS = {
    "daily_standings": (["checkpoint"], ["account_id", "episode_id", "date"]),
    "decisions_shown": (["findings", "inputs"], ["id"]),
}


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    driver = connection.connection.driver_connection
    driver.create_function("compressed", 1, _compressed, deterministic=True)  # type: ignore[union-attr] # it is open
    for table, (documents, order) in DOCUMENTS.items():
        _make_anew(table, documents, order)
    columns = ["account_id", "episode_id", "date"]
    op.create_index(f"ix_decisions_shown_{'_'.join(columns)}", "decisions_shown", columns)


def _compressed(document: str | None) -> bytes | None:
    return None if document is None else zlib.compress(document.encode())


def _make_anew(table: str, documents: list[str], order: list[str]) -> None:
    """Make a table as its own words say it, but for its documents; what is changed stands once."""
    connection = op.get_bind()
    asked = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
    words = connection.exec_driver_sql(asked, (table,)).scalar_one()
    changes = [(f'CREATE TABLE "{table}" (', f'CREATE TABLE "{table}_anew" (')]
    changes += [(f"\t{document} JSON", f"\t{document} BLOB") for document in documents]
    for before, after in changes:
        if words.count(before) != 1:
            raise ValueError(f"the table {table} is not as it was made: {before}")
        words = words.replace(before, after)
    connection.exec_driver_sql(words)
    names = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
    values = [f'compressed("{name}")' if name in documents else f'"{name}"' for name in names]
    into = ", ".join(f'"{name}"' for name in names)
    connection.exec_driver_sql(
        f"INSERT INTO {table}_anew ({into})"  # noqa: S608 - names from above
        f" SELECT {', '.join(values)} FROM {table} ORDER BY {', '.join(order)}"
    )
    op.execute(f"DROP TABLE {table}")
    op.execute(f"ALTER TABLE {table}_anew RENAME TO {table}")
