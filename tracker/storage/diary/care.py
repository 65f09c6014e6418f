"""Care entries in the database, an episode's at a time; one by one they are entries as others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from tracker.entries.fields import CARE
from tracker.storage.diary.entry_rows import read_columns, values_of
from tracker.storage.keys import of_episode
from tracker.storage.tables.diary import CareEntryRow

if TYPE_CHECKING:
    from tracker.content.care import CareEntry
    from tracker.storage.database import Transaction
    from tracker.storage.keys import EpisodeKey

_COLUMNS = CareEntryRow.__table__.c
_OF_EPISODE = select(*read_columns(CARE, CareEntryRow.__table__)).where(
    of_episode(CareEntryRow.__table__)
)
_LATEST_FIRST = _OF_EPISODE.order_by(_COLUMNS.date.desc(), _COLUMNS.time.desc(), _COLUMNS.id.desc())
_AS_ENTERED = _OF_EPISODE.order_by(_COLUMNS.id)


def load(tx: Transaction, key: EpisodeKey) -> list[CareEntry]:
    """Every care entry of an episode, the latest first."""
    return values_of(CARE, tx.execute(_LATEST_FIRST, key.asked).all())


def load_as_entered(tx: Transaction, key: EpisodeKey) -> list[CareEntry]:
    """Every care entry of an episode, in the order in which they were entered."""
    return values_of(CARE, tx.execute(_AS_ENTERED, key.asked).all())
