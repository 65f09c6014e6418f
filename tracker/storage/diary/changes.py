"""The record of edits in the database: what was before and after, as plain values (JSON)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import bindparam, insert, select, update

from tracker.storage.keys import is_of, of_episode
from tracker.storage.rows import columns_of, inserted_id
from tracker.storage.tables.audit import ChangeRow
from tracker.storage.words import ChangeAction

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Table

    from tracker.storage.database import Transaction
    from tracker.storage.keys import EpisodeKey


_TABLE = cast("Table", ChangeRow.__table__)
_COLUMNS = _TABLE.c
# Made once: every save, and every page of Today.
_INSERT = insert(_TABLE)
_LATEST = (
    select(*_COLUMNS)
    .where(
        of_episode(_TABLE),
        _COLUMNS.at >= bindparam("since"),
        _COLUMNS.entity == bindparam("entity"),
    )
    .order_by(_COLUMNS.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One edit of what an `entity` and its `uid` name; a side without anything is None.

    `reason` is why a warning sign was taken back, in the runner's words; `seen_at` is when the
    runner put away what they were told of it.
    """

    at: dt.datetime
    entity: str
    uid: str
    action: ChangeAction
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    undone_at: dt.datetime | None = None
    reason: str = ""
    seen_at: dt.datetime | None = None


def add(
    tx: Transaction,
    key: EpisodeKey,
    what: tuple[str, str],
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
    *,
    now: dt.datetime,
    reason: str = "",
) -> int:
    """Record a change of `what`, an entity and its id; return the id of the change."""
    action = ChangeAction.UPDATE
    if before is None or after is None:
        action = ChangeAction.CREATE if before is None else ChangeAction.DELETE
    entity, uid = what
    change = Change(
        at=now,
        entity=entity,
        uid=uid,
        action=action,
        before=before,
        after=after,
        reason=reason,
    )
    added = tx.execute(_INSERT, key.columns | columns_of(change))
    return inserted_id(added)


def add_all(tx: Transaction, key: EpisodeKey, changes: Iterable[Change]) -> None:
    """Store changes that were recorded elsewhere, or are many."""
    rows = [key.columns | columns_of(change) for change in changes]
    if rows:
        tx.connection().execute(insert(ChangeRow), rows)  # one statement for all of them


def find(tx: Transaction, key: EpisodeKey, change_id: int) -> Change | None:
    """One of an episode's changes by its id."""
    row = tx.get(ChangeRow, (key.account_id, change_id))
    return None if row is None or row.episode_id != key.episode_id else _value(row)


def is_last(tx: Transaction, key: EpisodeKey, change_id: int, change: Change) -> bool:
    """Whether nothing later, unless undone, changed what a change is of."""
    later = select(ChangeRow.id).where(
        is_of(ChangeRow, key),
        ChangeRow.entity == change.entity,
        ChangeRow.uid == change.uid,
        ChangeRow.id > change_id,
        ChangeRow.undone_at.is_(None),
    )
    return tx.scalar(later.limit(1)) is None


def mark_undone(tx: Transaction, key: EpisodeKey, change_id: int, now: dt.datetime) -> None:
    """Store that a change was taken back."""
    its_own = is_of(ChangeRow, key) & (ChangeRow.id == change_id)
    tx.execute(update(ChangeRow).where(its_own).values(undone_at=now))


def latest(tx: Transaction, key: EpisodeKey, entity: str, *, since: dt.datetime) -> Change | None:
    """The last change of an entity of an episode, if it is not older than that."""
    row = tx.execute(_LATEST, key.asked | {"since": since, "entity": entity}).one_or_none()
    return None if row is None else _value(row)


def mark_seen(tx: Transaction, key: EpisodeKey, entity: str, now: dt.datetime) -> None:
    """Store that the runner has seen what an episode's changes of an entity say."""
    mine = is_of(ChangeRow, key) & (ChangeRow.entity == entity)
    unseen = update(ChangeRow).where(mine, ChangeRow.seen_at.is_(None))
    tx.execute(unseen.values(seen_at=now))


def with_reason(tx: Transaction, key: EpisodeKey) -> list[Change]:
    """An episode's changes that were made for a reason and still stand, the first made first."""
    query = (
        select(ChangeRow)
        .where(
            is_of(ChangeRow, key),
            ChangeRow.reason != "",
            ChangeRow.undone_at.is_(None),
        )
        .order_by(ChangeRow.id)
    )
    return [_value(row) for row in tx.scalars(query)]


def every(tx: Transaction, key: EpisodeKey) -> list[Change]:
    """An episode's changes, in the order in which they were made."""
    query = select(ChangeRow).where(is_of(ChangeRow, key)).order_by(ChangeRow.id)
    return [_value(row) for row in tx.scalars(query)]


def _value(row: Any) -> Change:  # noqa: ANN401 - a row class, or plain columns
    return Change(
        at=row.at,
        entity=row.entity,
        uid=row.uid,
        action=row.action,
        before=row.before,
        after=row.after,
        undone_at=row.undone_at,
        reason=row.reason,
        seen_at=row.seen_at,
    )
