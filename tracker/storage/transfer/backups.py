"""Copies of the database: made while it is in use, looked through, and brought back."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tracker.storage import seals
from tracker.storage.errors import StorageError
from tracker.storage.every_value import EVERY_TABLE, OF_NO_ACCOUNT
from tracker.storage.schema import back_up, head, objects, revisions
from tracker.storage.sqlite import files
from tracker.storage.transfer.encryption import ENDING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from sqlite3 import Connection

    from sqlalchemy import Table

    from tracker.storage.transfer.encryption import Lock

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"diary-(\d{8}T\d{6}Z)\.db(?:\.age)?")
_NO_COPY_TAKES = timedelta(hours=1)
_MOST_TOLD = 10
_ASIDE = "copying-"  # folders beside the diary in which a copy waits to be encrypted


def make(
    database: Path, folder: Path, now: datetime, *, keep: int, lock: Lock | None = None
) -> Path:
    """Copy the database into a folder under a name that says when; keep the latest `keep`.

    Readers and writers go on meanwhile; the copy is of one moment. With a `lock` it is encrypted,
    and nothing of it is ever in that folder in plain. Raises StorageError, OSError, and
    EncryptionError.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _clear_away(folder, database, now)
    copy = folder / f"diary-{now.astimezone(UTC):{_STAMP}}.db"
    if lock is None:
        back_up(database, copy)
    else:
        copy = copy.with_name(f"{copy.name}{ENDING}")
        _encrypted(database, copy, lock)
    copy.chmod(0o600)
    others = [path for path in every(folder) if path != copy]
    for old in others[: max(0, len(others) - keep + 1)]:
        seals.path_of(old).unlink(missing_ok=True)
        old.unlink()  # never this one, whatever the clock said when the others were made
    return copy


def _encrypted(database: Path, copy: Path, lock: Lock) -> None:
    partial = copy.with_name(f"{copy.name}.partial")
    with TemporaryDirectory(prefix=_ASIDE, dir=database.parent) as aside:
        plain = Path(aside) / "plain.db"
        back_up(database, plain)
        try:
            partial.touch(mode=0o600)
            lock.encrypt(plain, partial)
            seals.path_of(copy).unlink(missing_ok=True)
            partial.replace(copy)
            seals.write(copy, seals.Seal(seals.digest(copy)))
        finally:
            partial.unlink(missing_ok=True)


def _clear_away(folder: Path, database: Path, now: datetime) -> None:
    """Delete what processes that were killed while they copied have left."""
    latest = (now - _NO_COPY_TAKES).timestamp()
    for left in (*folder.glob("diary-*.partial"), *database.parent.glob(f"{_ASIDE}*")):
        if left.stat().st_mtime >= latest:
            continue
        if left.is_dir():
            rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def every(folder: Path) -> list[Path]:
    """The copies in a folder, the earliest first; what has another name is none."""
    return sorted(path for path in folder.glob("diary-*.db*") if _NAME.fullmatch(path.name))


def last_made(folder: Path) -> datetime | None:
    """When the latest copy in a folder was made; None if there is none."""
    copies = every(folder)
    match = _NAME.fullmatch(copies[-1].name) if copies else None
    return datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC) if match else None


def faults(database: Path) -> list[str]:
    """What is wrong with a database file itself, in sentences; its schema may be an older one."""
    return _faults_of(database, EVERY_TABLE, pages=True)


def faults_beside_accounts(database: Path, *, pages: bool = True) -> list[str]:
    """The same, but that what is an account's can be read: that is for who goes by account.

    Without `pages` neither they nor the references nor the seal are looked through, each of which
    takes a read of the whole file.
    """
    return _faults_of(database, OF_NO_ACCOUNT, pages=pages)


def _faults_of(database: Path, tables: Iterable[Table], *, pages: bool) -> list[str]:
    try:
        if not database.is_file():
            return ["There is no such file."]
        with files.looking(database) as db:
            whole = seals.faults(database) + files.damage(db) if pages else []
            return whole + _faults_of_parts(db, tables, read=not whole)
    except OSError as error:
        return [f"It cannot be read: {error.strerror}."]
    except StorageError as error:
        return [f"It cannot be read as a diary: {error}."]


def _faults_of_parts(db: Connection, tables: Iterable[Table], *, read: bool) -> list[str]:
    faults = []
    current = files.schema_revision(db)
    if current is None:
        faults.append("It is no diary of this tracker.")
    elif current in revisions():
        faults += unlike(objects(current), files.schema_objects(db))
    if current == head() and read and not faults:
        files.read_all(db, tables)
    return faults


def unlike(made: Mapping[str, str], there: Mapping[str, str]) -> list[str]:
    """How the parts of a file differ from those that the tracker makes, in sentences."""
    differences = [f"It lacks the {part}." for part in made.keys() - there.keys()]
    differences += [
        f"The {part} is none that the tracker makes." for part in there.keys() - made.keys()
    ]
    differences += [
        f"The {part} is not as the tracker makes it."
        for part in made.keys() & there.keys()
        if made[part] != there[part]
    ]
    return sorted(differences, reverse=True)[:_MOST_TOLD]  # tables before what belongs to them


def other_release(database: Path) -> list[str]:
    """What is to be known of a faultless database whose schema is not of this release."""
    with files.looking(database) as db:
        current = files.schema_revision(db)
    if current == head():
        return []
    if current in revisions():
        return ["Its schema is of an earlier release; it is brought up to date when it is served."]
    return [f"A later release of the tracker used it last (schema {current}). Install that again."]


def set_aside(database: Path, now: datetime) -> Path:
    """Move a file that cannot be copied out of the way, with what the database keeps beside it.

    Nobody may have it open. Returns where it is now.
    """
    aside = database.with_name(f"{database.name}.damaged-{now.astimezone(UTC):{_STAMP}}")
    files.set_aside(database, aside)
    return aside


def bring_back(copy: Path, database: Path) -> None:
    """Put the contents of a copy in the place of the database's, all at once.

    Whoever has the database open goes on with the new contents.
    """
    files.replace_contents(database, copy)
    database.chmod(0o600)
