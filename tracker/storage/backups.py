"""Copies of the database: made while it is in use, looked through, and brought back."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

import tracker.storage.models  # noqa: F401 - all tables are known where these are
from tracker.storage.columns import Base
from tracker.storage.schema import back_up, head, revisions

if TYPE_CHECKING:
    from pathlib import Path

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"diary-(\d{8}T\d{6}Z)\.db")
_MOST_TOLD = 10
_NO_COPY_TAKES = timedelta(hours=1)


def make(database: Path, folder: Path, now: datetime, *, keep: int) -> Path:
    """Copy the database into a folder under a name that says when; keep the latest `keep`.

    Readers and writers go on meanwhile; the copy is of one moment. Raises sqlite3.Error, OSError.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _clear_away(folder, now)
    copy = folder / f"diary-{now.astimezone(UTC):{_STAMP}}.db"
    back_up(database, copy)
    copy.chmod(0o600)
    others = [path for path in every(folder) if path != copy]
    for old in others[: max(0, len(others) - keep + 1)]:
        old.unlink()  # never this one, whatever the clock said when the others were made
    return copy


def _clear_away(folder: Path, now: datetime) -> None:
    """Delete what processes that were killed while they copied have left."""
    for partial in folder.glob("diary-*.db.partial"):
        if partial.stat().st_mtime < (now - _NO_COPY_TAKES).timestamp():
            partial.unlink(missing_ok=True)


def every(folder: Path) -> list[Path]:
    """The copies in a folder, the earliest first; what has another name is none."""
    return sorted(path for path in folder.glob("diary-*.db") if _NAME.fullmatch(path.name))


def last_made(folder: Path) -> datetime | None:
    """When the latest copy in a folder was made; None if there is none."""
    copies = every(folder)
    match = _NAME.fullmatch(copies[-1].name) if copies else None
    return datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC) if match else None


def faults(database: Path) -> list[str]:
    """What is wrong with a database file itself, in sentences; its schema may be an older one."""
    try:
        if not database.is_file():
            return ["There is no such file."]
        with closing(_looking(database)) as db:
            return _faults(db)
    except OSError as error:
        return [f"It cannot be read: {error.strerror}."]
    except sqlite3.Error as error:
        return [f"It cannot be read as a diary: {error}."]


def _looking(database: Path) -> sqlite3.Connection:
    """Open a file and leave it, and what lies beside it, as it is.

    SQLite makes a log beside a file that logs ahead, unless it may take the file for unchanging;
    whatever has the file open has made one before.
    """
    file = database.resolve()
    alone = not file.with_name(f"{file.name}-wal").exists()
    return sqlite3.connect(f"{file.as_uri()}?mode=ro{'&immutable=1' if alone else ''}", uri=True)


def _faults(db: sqlite3.Connection) -> list[str]:
    found = [row[0] for row in db.execute(f"PRAGMA integrity_check({_MOST_TOLD})")]
    told = [f"Damaged: {text}." for text in found if text != "ok"]
    orphans = db.execute("PRAGMA foreign_key_check").fetchmany(_MOST_TOLD)
    told += [f"A row of {row[0]} refers to a row of {row[2]} that is gone." for row in orphans]
    tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "alembic_version" not in tables or (current := _revision(db)) is None:
        told.append("It is no diary of this tracker.")
    elif current == head():
        _try_every_column(db)
    return told


def _revision(db: sqlite3.Connection) -> str | None:
    row = db.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def _try_every_column(db: sqlite3.Connection) -> None:
    """Raise sqlite3.OperationalError for the first table or column that is not there."""
    for table in Base.metadata.sorted_tables:
        db.execute(str(select(table)))


def other_release(database: Path) -> list[str]:
    """What is to be known of a faultless database whose schema is not of this release."""
    with closing(_looking(database)) as db:
        found = _revision(db)
    if found == head():
        return []
    if found in revisions():
        return ["Its schema is of an earlier release; it is brought up to date when it is served."]
    return [f"A later release of the tracker used it last (schema {found}). Install that again."]


def set_aside(database: Path, now: datetime) -> Path:
    """Move a file that cannot be copied out of the way, with what SQLite keeps beside it.

    Nobody may have it open. Returns where it is now.
    """
    aside = database.with_name(f"{database.name}.damaged-{now.astimezone(UTC):{_STAMP}}")
    for suffix in ("-wal", "-shm", ""):
        part = database.with_name(f"{database.name}{suffix}")
        if part.exists():
            part.replace(aside.with_name(f"{aside.name}{suffix}"))
    return aside


def bring_back(copy: Path, database: Path) -> None:
    """Put the contents of a copy in the place of the database's, all at once.

    Whoever has the database open goes on with the new contents.
    """
    with closing(_looking(copy)) as source, closing(sqlite3.connect(database)) as target:
        source.backup(target)
    database.chmod(0o600)
