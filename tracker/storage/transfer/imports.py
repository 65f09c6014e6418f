"""Imports in the database: when something was read in, what it brought, whether it was undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select, update

from tracker.storage.keys import is_of
from tracker.storage.tables.imports import ImportItemRow, ImportRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from tracker.storage.database import Transaction
    from tracker.storage.keys import EpisodeKey


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """A file that was read in. `source` says what it was: a word of `ImportSource`."""

    id: int
    at: dt.datetime
    source: str
    undone_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class ImportItem:
    """One thing that an import brought to an episode, and a digest of what it was then.

    `entity` is an entry's word, "episode" for an injury that was new, or "mark" for a run whose
    mark (`content`) the import took away.
    """

    episode_id: int
    entity: str
    uid: str
    content: str


def add(
    tx: Transaction, account_id: int, source: str, now: dt.datetime, items: Iterable[ImportItem]
) -> int:
    """Store that a file was read in; return the id of the import."""
    row = ImportRow(account_id=account_id, at=now, source=source)
    tx.add(row)
    tx.flush()
    rows = [
        {
            "account_id": account_id,
            "import_id": row.id,
            "episode_id": item.episode_id,
            "entity": item.entity,
            "uid": item.uid,
            "content": item.content,
        }
        for item in items
    ]
    tx.connection().execute(insert(ImportItemRow), rows)  # one statement for all of them
    return row.id


def own(tx: Transaction, account_id: int, import_id: int) -> ImportRecord | None:
    """An account's own import; None for anyone else's."""
    row = tx.get(ImportRow, (account_id, import_id))
    return None if row is None else _value(row)


def of_episode(tx: Transaction, key: EpisodeKey) -> list[ImportRecord]:
    """The imports that brought anything to an episode, the first one first."""
    brought = select(ImportItemRow.import_id).where(is_of(ImportItemRow, key))
    mine = (ImportRow.account_id == key.account_id) & ImportRow.id.in_(brought)
    query = select(ImportRow).where(mine).order_by(ImportRow.id)
    return [_value(row) for row in tx.scalars(query)]


def items(tx: Transaction, account_id: int, import_id: int) -> list[ImportItem]:
    """What an import brought, in the order in which it came."""
    columns = ImportItemRow.__table__.c
    query = (
        select(columns.episode_id, columns.entity, columns.uid, columns.content)
        .where(columns.account_id == account_id, columns.import_id == import_id)
        .order_by(columns.id)
    )
    return [ImportItem(*row) for row in tx.execute(query)]


def counts(tx: Transaction, key: EpisodeKey) -> Mapping[int, Mapping[str, int]]:
    """How many of each entity the imports brought to an episode, by the imports' ids."""
    columns = ImportItemRow.__table__.c
    query = (
        select(columns.import_id, columns.entity, func.count())
        .where(is_of(columns, key))
        .group_by(columns.import_id, columns.entity)
    )
    by_import: dict[int, dict[str, int]] = {}
    for import_id, entity, number in tx.execute(query):
        by_import.setdefault(import_id, {})[entity] = number
    return by_import


def mark_undone(
    tx: Transaction, account_id: int, import_id: int, now: dt.datetime, reason: str
) -> None:
    """Store that an import was undone, and why, where it brought a warning sign."""
    undone = update(ImportRow).where(ImportRow.account_id == account_id, ImportRow.id == import_id)
    tx.execute(undone.values(undone_at=now, reason=reason))


def _value(row: ImportRow) -> ImportRecord:
    return ImportRecord(row.id, row.at, row.source, row.undone_at)
