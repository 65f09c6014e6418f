"""The record of edits: what an entry was before and after, and so the way to undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tracker.entries.fields import CHECK_IN, SCHEMAS, SESSION, schema_of
from tracker.progression.diary import CheckIn, SessionLog
from tracker.services.errors import CannotUndo, NotFound
from tracker.storage.columns import ChangeAction
from tracker.storage.models import ChangeRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from tracker.storage.database import DbSession

Entry = CheckIn | SessionLog
Snapshot = dict[str, Any]


def note_change(
    db: DbSession, episode_id: int, before: Entry | None, after: Entry | None, now: dt.datetime
) -> int:
    """Record that an entry was made, changed or deleted; the id is what `undo` takes."""
    entry = after or before
    if entry is None:
        raise ValueError("nothing changed")
    schema = schema_of(entry)
    was, became = (None if e is None else schema.snapshot(e) for e in (before, after))
    return record(db, episode_id, (schema.word, entry.id), was, became, now=now)


def take_back(
    db: DbSession, episode_id: int, change_id: int, now: dt.datetime
) -> tuple[Entry | None, Entry | None]:
    """Mark a change of a check-in or session undone; what it was before the change, and after.

    Raises NotFound for a change of another episode, CannotUndo if it is not the entry's last.
    """
    row = revoke(db, episode_id, change_id, {CHECK_IN.word, SESSION.word}, now)
    restored = SCHEMAS[row.entity].restored
    before, after = (None if s is None else restored(s) for s in (row.before, row.after))
    return before, after


def record(
    db: DbSession,
    episode_id: int,
    what: tuple[str, str],
    before: Snapshot | None,
    after: Snapshot | None,
    *,
    now: dt.datetime,
) -> int:
    """Record a change of `what`, an entity and its id, from one snapshot to another."""
    action = ChangeAction.UPDATE
    if before is None or after is None:
        action = ChangeAction.CREATE if before is None else ChangeAction.DELETE
    entity, uid = what
    row = ChangeRow(
        episode_id=episode_id,
        at=now,
        entity=entity,
        uid=uid,
        action=action,
        before=before,
        after=after,
    )
    db.add(row)
    db.flush()
    return row.id


def revoke(
    db: DbSession, episode_id: int, change_id: int, entities: Collection[str], now: dt.datetime
) -> ChangeRow:
    """Mark a change of one of these entities undone.

    Raises NotFound for any other change, CannotUndo if the entity was changed again since.
    """
    row = db.get(ChangeRow, change_id)
    if row is None or row.episode_id != episode_id or row.entity not in entities:
        raise NotFound(change_id)
    later = select(ChangeRow.id).where(
        ChangeRow.episode_id == episode_id,
        ChangeRow.entity == row.entity,
        ChangeRow.uid == row.uid,
        ChangeRow.id > row.id,
        ChangeRow.undone_at.is_(None),
    )
    if row.undone_at is not None or db.scalar(later.limit(1)) is not None:
        raise CannotUndo(change_id)
    row.undone_at = now
    return row
