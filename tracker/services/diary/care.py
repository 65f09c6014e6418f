"""The care log: what was done for the injured area. Nothing of it is decided upon.

Every change is one transaction. `today` is the runner's local date, `now` an aware instant.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.content.care import CareEntry
from tracker.entries.fields import CARE
from tracker.services.diary import audit
from tracker.services.errors import NotFound
from tracker.services.ownership import own_episode
from tracker.storage import care, changes, entries
from tracker.storage.database import retried

if TYPE_CHECKING:
    import datetime as dt

    from tracker.storage.database import Database, Transaction


def log(database: Database, account_id: int, episode_id: int) -> list[CareEntry]:
    """The whole care log, the latest first. Raises NotFound."""
    with database.reading() as tx:
        own_episode(tx, account_id, episode_id)
        return care.load(tx, episode_id)


def find(database: Database, account_id: int, episode_id: int, uid: str) -> CareEntry:
    """A care entry by its id. Raises NotFound."""
    with database.reading() as tx:
        own_episode(tx, account_id, episode_id)
        return _find(tx, episode_id, uid)


def stored_entry(
    database: Database, account_id: int, episode_id: int, uid: str
) -> CareEntry | None:
    """A care entry by its id; None where there is none. Raises NotFound for another's episode."""
    with database.reading() as tx:
        own_episode(tx, account_id, episode_id)
        return entries.find(tx, CareEntry, episode_id, uid)


@retried
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
    with database.writing(account_id) as tx:
        own_episode(tx, account_id, episode_id)
        if entries.find(tx, CareEntry, episode_id, entry.id) is not None:
            return None
        return _put(tx, episode_id, None, replace(entry, entered_at=now), now)


@retried
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
    with database.writing(account_id) as tx:
        own_episode(tx, account_id, episode_id)
        old = _find(tx, episode_id, entry.id)
        return _put(tx, episode_id, old, replace(entry, entered_at=old.entered_at), now)


@retried
def delete(
    database: Database, account_id: int, episode_id: int, uid: str, *, now: dt.datetime
) -> int:
    """Delete an entry; return what `undo` takes. Raises NotFound."""
    with database.writing(account_id) as tx:
        own_episode(tx, account_id, episode_id)
        return _put(tx, episode_id, _find(tx, episode_id, uid), None, now)


@retried
def undo(
    database: Database, account_id: int, episode_id: int, change_id: int, *, now: dt.datetime
) -> None:
    """Take a change back. Raises NotFound; CannotUndo if it is not the entry's last change."""
    with database.writing(account_id) as tx:
        own_episode(tx, account_id, episode_id)
        change = audit.revoke(tx, episode_id, change_id, {CARE.word}, now)
        before = None if change.before is None else CARE.restored(change.before)
        _write(tx, episode_id, change.uid, before)


def _put(
    tx: Transaction, episode_id: int, old: CareEntry | None, new: CareEntry | None, now: dt.datetime
) -> int:
    """Store, replace (`old`) or delete (no `new`) an entry; return the note of it."""
    uid = (new or old).id  # type: ignore[union-attr] # one of them is there
    _write(tx, episode_id, uid, new)
    before, after = (None if e is None else CARE.snapshot(e) for e in (old, new))
    return changes.add(tx, episode_id, (CARE.word, uid), before, after, now=now)


def _write(tx: Transaction, episode_id: int, uid: str, entry: CareEntry | None) -> None:
    if entry is None:
        entries.delete(tx, episode_id, CareEntry, uid)
    else:
        entries.save(tx, episode_id, entry)


def _find(tx: Transaction, episode_id: int, uid: str) -> CareEntry:
    entry = entries.find(tx, CareEntry, episode_id, uid)
    if entry is None:
        raise NotFound(uid)
    return entry


def _check_not_future(entry: CareEntry, today: dt.date) -> None:
    if entry.date > today:
        raise ValueError("an entry cannot be dated after today")
