"""Alembic's entry: runs inside the transaction that `tracker.storage.schema` holds.

By hand (`alembic revision --autogenerate`) it looks at the database of the environment.
"""

from alembic import context
from sqlalchemy import Connection

from tracker.storage.tables import METADATA


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,  # SQLite changes a table by rebuilding it
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    from tracker.settings import Settings
    from tracker.storage.database import Database

    with Database(Settings.from_environment().database).engine.connect() as own:
        run(own)
