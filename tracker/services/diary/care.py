"""The care log: what was done for the injured area. Nothing of it is decided upon.

Every change is one transaction. `today` is the runner's local date, `now` an aware instant.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.entries.fields import CARE
from tracker.services.diary import audit
from tracker.services.errors import NotFound
from tracker.services.ownership import own_episode
from tracker.storage import care
from tracker.storage.models import CareEntryRow

if TYPE_CHECKING:
    import datetime as dt

    from tracker.content.care import CareEntry
    from tracker.storage.database import Database, DbSession


def log(database: Database, account_id: int, episode_id: int) -> list[CareEntry]:
    """The whole care log, the latest first. Raises NotFound."""
    with database.reading() as db:
        own_episode(db, account_id, episode_id)
        return care.load(db, episode_id)


def find(database: Database, account_id: int, episode_id: int, uid: str) -> CareEntry:
    """A care entry by its id. Raises NotFound."""
    with database.reading() as db:
        own_episode(db, account_id, episode_id)
        return care.value(_row(db, episode_id, uid))


def save(
    database: Database,
    account_id: int,
    episode_id: int,
    entry: CareEntry,
    *,
    today: dt.date,
    now: dt.datetime,
) -> int | None:
    """Add an entry, once for its id; return what `undo` takes, None if it was there already.

    Raises NotFound; ValueError if dated after today.
    """
    _check_not_future(entry, today)
    with database.writing() as db:
        own_episode(db, account_id, episode_id)
        if care.find(db, episode_id, entry.id) is not None:
            return None
        return _put(db, episode_id, None, replace(entry, entered_at=now), now)


def edit(
    database: Database,
    account_id: int,
    episode_id: int,
    entry: CareEntry,
    *,
    today: dt.date,
    now: dt.datetime,
) -> int:
    """Replace the entry of the same id; return what `undo` takes.

    Raises NotFound; ValueError if dated after today.
    """
    _check_not_future(entry, today)
    with database.writing() as db:
        own_episode(db, account_id, episode_id)
        old = care.value(_row(db, episode_id, entry.id))
        return _put(db, episode_id, old, replace(entry, entered_at=old.entered_at), now)


def delete(
    database: Database, account_id: int, episode_id: int, uid: str, *, now: dt.datetime
) -> int:
    """Delete an entry; return what `undo` takes. Raises NotFound."""
    with database.writing() as db:
        own_episode(db, account_id, episode_id)
        return _put(db, episode_id, care.value(_row(db, episode_id, uid)), None, now)


def undo(
    database: Database, account_id: int, episode_id: int, change_id: int, *, now: dt.datetime
) -> None:
    """Take a change back. Raises NotFound; CannotUndo if it is not the entry's last change."""
    with database.writing() as db:
        own_episode(db, account_id, episode_id)
        change = audit.revoke(db, episode_id, change_id, {CARE.word}, now)
        before = None if change.before is None else CARE.restored(change.before)
        _write(db, episode_id, change.uid, before)


def _put(
    db: DbSession, episode_id: int, old: CareEntry | None, new: CareEntry | None, now: dt.datetime
) -> int:
    """Store, replace (`old`) or delete (no `new`) an entry; return the note of it."""
    uid = (new or old).id  # type: ignore[union-attr] # one of them is there
    _write(db, episode_id, uid, new)
    before, after = (None if e is None else CARE.snapshot(e) for e in (old, new))
    return audit.record(db, episode_id, (CARE.word, uid), before, after, now=now)


def _write(db: DbSession, episode_id: int, uid: str, entry: CareEntry | None) -> None:
    row = care.find(db, episode_id, uid)
    if entry is None:
        db.delete(row)
    else:
        row = row or CareEntryRow(episode_id=episode_id)
        care.write(row, entry)
        db.add(row)
    db.flush()


def _row(db: DbSession, episode_id: int, uid: str) -> CareEntryRow:
    row = care.find(db, episode_id, uid)
    if row is None:
        raise NotFound(uid)
    return row


def _check_not_future(entry: CareEntry, today: dt.date) -> None:
    if entry.date > today:
        raise ValueError("an entry cannot be dated after today")
