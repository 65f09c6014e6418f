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
from tracker.storage.database import retried
from tracker.storage.diary import care, changes, entries

if TYPE_CHECKING:
    import datetime as dt

    from tracker.storage.database import Database, Transaction
    from tracker.storage.keys import EpisodeKey


def log(database: Database, account_id: int, episode_id: int) -> list[CareEntry]:
    """The whole care log, the latest first. Raises NotFound."""
    with database.reading() as tx:
        key = own_episode(tx, account_id, episode_id).key
        return care.load(tx, key)


def find(database: Database, account_id: int, episode_id: int, uid: str) -> CareEntry:
    """A care entry by its id. Raises NotFound."""
    with database.reading() as tx:
        key = own_episode(tx, account_id, episode_id).key
        return _find(tx, key, uid)


def stored_entry(
    database: Database, account_id: int, episode_id: int, uid: str
) -> CareEntry | None:
    """A care entry by its id; None where there is none. Raises NotFound for another's episode."""
    with database.reading() as tx:
        key = own_episode(tx, account_id, episode_id).key
        return entries.find(tx, CareEntry, key, uid)


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
        key = own_episode(tx, account_id, episode_id).key
        if entries.find(tx, CareEntry, key, entry.id) is not None:
            return None
        return _put(tx, key, None, replace(entry, entered_at=now), now)


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
        key = own_episode(tx, account_id, episode_id).key
        old = _find(tx, key, entry.id)
        return _put(tx, key, old, replace(entry, entered_at=old.entered_at), now)


@retried
def delete(
    database: Database, account_id: int, episode_id: int, uid: str, *, now: dt.datetime
) -> int:
    """Delete an entry; return what `undo` takes. Raises NotFound."""
    with database.writing(account_id) as tx:
        key = own_episode(tx, account_id, episode_id).key
        return _put(tx, key, _find(tx, key, uid), None, now)


@retried
def undo(
    database: Database, account_id: int, episode_id: int, change_id: int, *, now: dt.datetime
) -> None:
    """Take a change back. Raises NotFound; CannotUndo if it is not the entry's last change."""
    with database.writing(account_id) as tx:
        key = own_episode(tx, account_id, episode_id).key
        change = audit.revoke(tx, key, change_id, {CARE.word}, now)
        before = None if change.before is None else CARE.restored(change.before)
        _write(tx, key, change.uid, before)


def _put(
    tx: Transaction, key: EpisodeKey, old: CareEntry | None, new: CareEntry | None, now: dt.datetime
) -> int:
    """Store, replace (`old`) or delete (no `new`) an entry; return the note of it."""
    uid = (new or old).id  # type: ignore[union-attr] # one of them is there
    _write(tx, key, uid, new)
    before, after = (None if e is None else CARE.snapshot(e) for e in (old, new))
    return changes.add(tx, key, (CARE.word, uid), before, after, now=now)


def _write(tx: Transaction, key: EpisodeKey, uid: str, entry: CareEntry | None) -> None:
    if entry is None:
        entries.delete(tx, key, CareEntry, uid)
    else:
        entries.save(tx, key, entry)


def _find(tx: Transaction, key: EpisodeKey, uid: str) -> CareEntry:
    entry = entries.find(tx, CareEntry, key, uid)
    if entry is None:
        raise NotFound(uid)
    return entry


def _check_not_future(entry: CareEntry, today: dt.date) -> None:
    if entry.date > today:
        raise ValueError("an entry cannot be dated after today")
