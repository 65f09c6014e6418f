"""Is what is stored what follows from the diaries? The proof behind `tracker check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.protocol_document.reader import is_known
from tracker.progression.timeline import timeline
from tracker.services.diary.refold import protocol_of, run_mark
from tracker.storage.access import accounts
from tracker.storage.diary import diaries, entries, standings
from tracker.storage.errors import ErrorKind, StorageError
from tracker.storage.every_value import read_all
from tracker.storage.injury import episodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.progression.timeline import DayOutcome
    from tracker.storage.database import Database, Transaction
    from tracker.storage.injury.episodes import EpisodeRecord


def accounts_of(database: Database) -> list[int]:
    """The ids of every account, the earliest first."""
    with database.reading() as tx:
        return [account.id for account in accounts.every(tx)]


def faults(database: Database) -> list[str]:
    """Where a stored day or mark is not what the fold says, in sentences."""
    return [fault for whose in accounts_of(database) for fault in faults_of(database, whose)]


def faults_of(database: Database, account_id: int, *, every_value: bool = False) -> list[str]:
    """The same of one account, and on demand whether every value of theirs can be read.

    Each can be looked through by itself.
    """
    try:
        with database.reading() as tx:
            if every_value:
                read_all(tx, account_id)
            its_own = episodes.of_account(tx, account_id)
            return [fault for episode in its_own for fault in _faults(tx, episode)]
    except StorageError as error:
        if error.kind is not ErrorKind.DAMAGED:
            raise
        return [f"Account {account_id}: what is stored cannot be read: {error}."]


def _faults(tx: Transaction, episode: EpisodeRecord) -> Iterator[str]:
    if not is_known(episode.protocol):
        yield f"Episode {episode.id}: the protocol that decides it, {episode.protocol!r}, is gone."
        return
    diary = diaries.load(tx, episode).diary()
    last = max(standings.last_day(tx, episode.key) or diary.last_day, diary.last_day)
    outcomes = list(timeline(protocol_of(episode), diary, last))
    yield from _wrong_days(tx, episode, outcomes)
    yield from _wrong_marks(tx, episode, outcomes)


def _wrong_days(
    tx: Transaction, episode: EpisodeRecord, outcomes: Sequence[DayOutcome]
) -> Iterator[str]:
    stored = standings.stored(tx, episode.key)
    for day in outcomes:
        folded = {**episode.key.columns, **standings.columns_of(episode.protocol, day)}
        if stored.pop(day.standing.day, None) != folded:
            yield f"Episode {episode.id}, {day.standing.day}: the stored day is not what follows."
    for day_without_reason in sorted(stored):
        yield f"Episode {episode.id}, {day_without_reason}: a day is stored that does not follow."


def _wrong_marks(
    tx: Transaction, episode: EpisodeRecord, outcomes: Sequence[DayOutcome]
) -> Iterator[str]:
    runs = {run.run.id: run for day in outcomes for run in day.runs}
    for uid, stored in entries.marks(tx, episode.key, runs).items():
        if stored.mark != run_mark(runs[uid]):
            yield f"Episode {episode.id}, {stored.date}: the mark of a run is not what follows."
