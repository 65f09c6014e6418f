"""Writes down a populated diary of the newest schema: `python -m tests.storage.release`.

Run it once for each new migration, before its release, and keep what it writes as it is: it shows
for ever what the diaries of that release look like.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from tests.web.everything import a_diary
from tracker import paths
from tracker.content.visits import Visit
from tracker.services.access import rate_limit, registration, share_links, shared_limits
from tracker.services.transfer import demo, staged_files
from tracker.storage.access import second_factors
from tracker.storage.database import Database
from tracker.storage.injury import protocols, visits
from tracker.storage.injury.protocols import StoredProtocol
from tracker.storage.keys import EpisodeKey
from tracker.storage.schema import head, migrate
from tracker.storage.tables.practice import ClinicianRow, ConsentLinkRow, ConsentRow
from tracker.storage.tables.security import PasskeyRow, ResetLinkRow

FOLDER = Path(__file__).parent / "released"
NOW = dt.datetime(2026, 5, 1, 6, tzinfo=dt.UTC)
KEPT_ON_RECORD = 5  # the longest rows by far, and all alike


def main() -> int:
    """Write the file of the newest schema, unless it is there."""
    newest = head()
    assert newest is not None
    file = FOLDER / f"{newest}.sql"
    if file.exists():
        print(f"{file} is there and stays as it is.")  # noqa: T201
        return 1
    file.write_text(dump_of(newest), encoding="utf-8")
    return 0


def bring_back(revision: str, path: Path) -> None:
    """Make the populated diary of a release."""
    statements = (FOLDER / f"{revision}.sql").read_text("utf-8")
    with closing(sqlite3.connect(path)) as db:
        db.executescript(statements)


def dump_of(revision: str) -> str:
    """The statements that make a populated diary as it was at a revision."""
    with tempfile.TemporaryDirectory() as folder:
        newest, older = Path(folder) / "newest.db", Path(folder) / "older.db"
        migrate(newest)
        fill(newest)
        migrate(older, _migrations_until(revision, Path(folder) / "migrations"))
        with closing(sqlite3.connect(older)) as db:
            _copy_rows(newest, db)
            return "\n".join(db.iterdump()) + "\n"


def fill(path: Path) -> None:
    """Write something into every table."""
    database = Database(path)
    demo.fill(database, NOW)
    diary = a_diary(database, "Marguerite")
    token = diary.names["shared_link", "token"]
    share_links.opened(database, token, page="Today", user_agent="a test", now=NOW)
    registration.set_open(database, 1, to_all=True, now=NOW)
    registration.invite(database, 1, now=NOW)
    rate_limit.record_attempt(database, account="nobody", address="192.0.2.1", now=NOW)
    staged_files.stage(database, 1, b"a file", NOW)
    shared_limits.signing_key(database)
    shared_limits.spend(database, ["a key"], lambda _: {"a key": 1.5}, NOW)
    with database.writing() as tx:
        protocols.put(tx, StoredProtocol("dr-okafor-1", "# a text", offered=True), NOW)
        second_factors.put_totp_key(tx, 1, second_factors.TotpKey("sealed", 59_000_000, NOW))
        second_factors.put_recovery_codes(tx, 1, ["0" * 64])
        tx.add(
            PasskeyRow(
                account_id=1,
                credential_id="AQ",
                public_key="Ag",
                sign_count=1,
                name="A phone",
                since=NOW,
            )
        )
        visits.add(
            tx, EpisodeKey(1, 1), [Visit(date=NOW.date(), by="Dr Okafor", said="Go on")], NOW
        )
        tx.add(ClinicianRow(account_id=1, since=NOW))
        tx.add(ConsentRow(account_id=2, clinician_id=1, with_notes=True, since=NOW))
        tx.add(
            ConsentLinkRow(
                account_id=2,
                token_hash="2" * 64,
                created_at=NOW,
                expires_at=NOW + dt.timedelta(days=7),
            )
        )
        tx.add(
            ResetLinkRow(
                account_id=2,
                token_hash="1" * 64,
                created_at=NOW,
                expires_at=NOW + dt.timedelta(days=1),
            )
        )
    database.close()


def _migrations_until(revision: str, folder: Path) -> Path:
    """A copy of the migrations that ends with a revision."""
    shutil.copytree(paths.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    for step in (folder / "versions").glob("*.py"):
        if step.name[:4] > revision:
            step.unlink()
    return folder


def _copy_rows(source: Path, db: sqlite3.Connection) -> None:
    """Take over the rows of every table that there is already."""
    db.execute("ATTACH ? AS newest", (str(source),))
    tables = [n for (n,) in db.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
    for table in tables:
        if table == "alembic_version":
            continue
        columns = ", ".join(row[1] for row in db.execute(f"PRAGMA main.table_info({table})"))
        db.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newest.{table}")
    db.execute(f"DELETE FROM main.decisions_shown WHERE id > {KEPT_ON_RECORD}")
    db.commit()
    db.execute("DETACH newest")


if __name__ == "__main__":
    sys.exit(main())
