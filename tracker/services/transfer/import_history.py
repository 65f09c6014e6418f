"""What was read in for an episode, as its History shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.entries.fields import CARE, CHECK_IN, SESSION
from tracker.services.ownership import own_episode
from tracker.services.transfer.import_items import EPISODE
from tracker.services.transfer.undo_import import UNDO_WITHIN
from tracker.storage.transfer import imports

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from tracker.storage.database import Database
    from tracker.storage.transfer.imports import ImportRecord


@dataclass(frozen=True, slots=True)
class Import:
    """A file that was read in, with how many entries of each kind it brought to an episode.

    `is_new`: it brought the injury itself; `source` is a word of `ImportSource`.
    """

    id: int
    at: dt.datetime
    source: str
    undone_at: dt.datetime | None
    is_new: bool
    check_ins: int
    sessions: int
    care: int

    def can_be_undone(self, now: dt.datetime) -> bool:
        """Whether it is not undone yet, and not too old for it."""
        return self.undone_at is None and now - self.at <= UNDO_WITHIN


def imports_of(database: Database, account_id: int, episode_id: int) -> list[Import]:
    """What was read in for an episode, the first first. Raises NotFound."""
    with database.reading() as tx:
        key = own_episode(tx, account_id, episode_id).key
        counts = imports.counts(tx, key)
        return [_with_counts(it, counts[it.id]) for it in imports.of_episode(tx, key)]


def _with_counts(record: ImportRecord, counts: Mapping[str, int]) -> Import:
    return Import(
        record.id,
        record.at,
        record.source,
        record.undone_at,
        EPISODE in counts,
        counts.get(CHECK_IN.word, 0),
        counts.get(SESSION.word, 0),
        counts.get(CARE.word, 0),
    )
