"""Care entries in the database: rows to values and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from tracker.entries.fields import CARE
from tracker.storage.entry_rows import fill, value_of
from tracker.storage.models import CareEntryRow

if TYPE_CHECKING:
    from tracker.content.care import CareEntry
    from tracker.storage.database import DbSession


def load(db: DbSession, episode_id: int) -> list[CareEntry]:
    """Every care entry of an episode, the latest first."""
    query = (
        select(CareEntryRow)
        .where(CareEntryRow.episode_id == episode_id)
        .order_by(CareEntryRow.date.desc(), CareEntryRow.time.desc(), CareEntryRow.id.desc())
    )
    return [value(row) for row in db.scalars(query)]


def load_as_entered(db: DbSession, episode_id: int) -> list[CareEntry]:
    """Every care entry of an episode, in the order in which they were entered."""
    query = (
        select(CareEntryRow).where(CareEntryRow.episode_id == episode_id).order_by(CareEntryRow.id)
    )
    return [value(row) for row in db.scalars(query)]


def find(db: DbSession, episode_id: int, uid: str) -> CareEntryRow | None:
    """An episode's care entry by its client-made id."""
    query = select(CareEntryRow).where(
        CareEntryRow.episode_id == episode_id, CareEntryRow.uid == uid
    )
    return db.scalars(query).one_or_none()


def value(row: CareEntryRow) -> CareEntry:
    """A stored care entry as a value."""
    return value_of(CARE, row)


def write(row: CareEntryRow, entry: CareEntry) -> None:
    """Fill a row from a care entry."""
    fill(CARE, row, entry)
