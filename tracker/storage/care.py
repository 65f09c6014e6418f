"""Care entries in the database: rows to values and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from tracker.entries.fields import CARE
from tracker.storage.entry_rows import fill, value_of
from tracker.storage.models import CareEntryRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.content.care import CareEntry
    from tracker.storage.database import Transaction


def load(tx: Transaction, episode_id: int) -> list[CareEntry]:
    """Every care entry of an episode, the latest first."""
    query = (
        select(CareEntryRow)
        .where(CareEntryRow.episode_id == episode_id)
        .order_by(CareEntryRow.date.desc(), CareEntryRow.time.desc(), CareEntryRow.id.desc())
    )
    return [value(row) for row in tx.scalars(query)]


def load_as_entered(tx: Transaction, episode_id: int) -> list[CareEntry]:
    """Every care entry of an episode, in the order in which they were entered."""
    query = (
        select(CareEntryRow).where(CareEntryRow.episode_id == episode_id).order_by(CareEntryRow.id)
    )
    return [value(row) for row in tx.scalars(query)]


def find(tx: Transaction, episode_id: int, uid: str) -> CareEntry | None:
    """An episode's care entry by its client-made id."""
    row = _row(tx, episode_id, uid)
    return None if row is None else value(row)


def save(tx: Transaction, episode_id: int, entry: CareEntry) -> None:
    """Store an entry, in place of the one of its id if there is one."""
    row = _row(tx, episode_id, entry.id) or CareEntryRow(episode_id=episode_id)
    write(row, entry)
    tx.add(row)
    tx.flush()


def add_all(tx: Transaction, episode_id: int, entries: Iterable[CareEntry]) -> None:
    """Store entries that are not stored yet."""
    for entry in entries:
        write(row := CareEntryRow(episode_id=episode_id), entry)
        tx.add(row)
    tx.flush()


def delete(tx: Transaction, episode_id: int, uid: str) -> None:
    """Delete a stored entry."""
    tx.delete(_row(tx, episode_id, uid))
    tx.flush()


def _row(tx: Transaction, episode_id: int, uid: str) -> CareEntryRow | None:
    query = select(CareEntryRow).where(
        CareEntryRow.episode_id == episode_id, CareEntryRow.uid == uid
    )
    return tx.scalars(query).one_or_none()


def value(row: CareEntryRow) -> CareEntry:
    """A stored care entry as a value."""
    return value_of(CARE, row)


def write(row: CareEntryRow, entry: CareEntry) -> None:
    """Fill a row from a care entry."""
    fill(CARE, row, entry)
