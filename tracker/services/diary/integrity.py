"""Is what is stored what follows from the diaries? The proof behind `tracker check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from tracker.progression.review import mark_for
from tracker.progression.timeline import timeline
from tracker.services.diary.refold import protocol_of
from tracker.storage import diaries, standings
from tracker.storage.models import DailyStandingRow, EpisodeRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.progression.timeline import DayOutcome
    from tracker.storage.database import Database, DbSession


def faults(database: Database) -> list[str]:
    """Where a stored day or mark is not what the fold says, in sentences."""
    with database.reading() as db:
        rows = list(db.scalars(select(EpisodeRow).order_by(EpisodeRow.id)))
        return [fault for row in rows for fault in _faults(db, row)]


def _faults(db: DbSession, row: EpisodeRow) -> Iterator[str]:
    diary = diaries.load(db, row).diary()
    last = max(standings.last_day(db, row.id) or diary.last_day, diary.last_day)
    outcomes = list(timeline(protocol_of(row), diary, last))
    yield from _wrong_days(db, row, outcomes)
    yield from _wrong_marks(db, row, outcomes)


def _wrong_days(db: DbSession, row: EpisodeRow, outcomes: Sequence[DayOutcome]) -> Iterator[str]:
    query = select(DailyStandingRow).where(DailyStandingRow.episode_id == row.id)
    stored = {standing.date: _columns(standing) for standing in db.scalars(query)}
    for day in outcomes:
        folded = standings.row_of(row.id, day)
        if stored.pop(day.standing.day, None) != folded:
            yield f"Episode {row.id}, {day.standing.day}: the stored day is not what follows."
    for day_without_reason in sorted(stored):
        yield f"Episode {row.id}, {day_without_reason}: a day is stored that does not follow."


def _columns(standing: DailyStandingRow) -> dict[str, object]:
    return {column.name: getattr(standing, column.name) for column in standing.__table__.columns}


def _wrong_marks(db: DbSession, row: EpisodeRow, outcomes: Sequence[DayOutcome]) -> Iterator[str]:
    runs = {run.run.id: run for day in outcomes for run in day.runs}
    for uid, session in diaries.session_rows(db, row.id, runs).items():
        run = runs[uid]
        if (session.deviation, session.exempt) != (mark_for(run, entered=None), run.exempt):
            yield f"Episode {row.id}, {session.date}: the mark of a run is not what follows."
