"""The record of edits: what an entry was before and after, and so the way to undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.entries.fields import CHECK_IN, SCHEMAS, SESSION, schema_of
from tracker.progression.diary import CheckIn, SessionLog
from tracker.services.errors import CannotUndo, NotFound
from tracker.storage.diary import changes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from tracker.storage.database import Transaction
    from tracker.storage.diary.changes import Change
    from tracker.storage.keys import EpisodeKey

Entry = CheckIn | SessionLog


def note_change(
    tx: Transaction,
    key: EpisodeKey,
    before: Entry | None,
    after: Entry | None,
    now: dt.datetime,
    *,
    reason: str = "",
) -> int:
    """Record that an entry was made, changed or deleted; the id is what `undo` takes.

    `reason` is why a warning sign was taken back, if one was.
    """
    entry = after or before
    if entry is None:
        raise ValueError("nothing changed")
    schema = schema_of(entry)
    was, became = (None if e is None else schema.snapshot(e) for e in (before, after))
    return changes.add(tx, key, (schema.word, entry.id), was, became, now=now, reason=reason)


def take_back(
    tx: Transaction, key: EpisodeKey, change_id: int, now: dt.datetime
) -> tuple[Entry | None, Entry | None]:
    """Mark a change of a check-in or session undone; what it was before the change, and after.

    Raises NotFound for a change of another episode, CannotUndo if it is not the entry's last.
    """
    change = revoke(tx, key, change_id, {CHECK_IN.word, SESSION.word}, now)
    restored = SCHEMAS[change.entity].restored
    sides = (change.before, change.after)
    before, after = (None if s is None else restored(s) for s in sides)
    return before, after


def revoke(
    tx: Transaction, key: EpisodeKey, change_id: int, entities: Collection[str], now: dt.datetime
) -> Change:
    """Mark a change of one of these entities undone.

    Raises NotFound for any other change, CannotUndo if the entity was changed again since.
    """
    change = changes.find(tx, key, change_id)
    if change is None or change.entity not in entities:
        raise NotFound(change_id)
    if change.undone_at is not None or not changes.is_last(tx, key, change_id, change):
        raise CannotUndo(change_id)
    changes.mark_undone(tx, key, change_id, now)
    return change
