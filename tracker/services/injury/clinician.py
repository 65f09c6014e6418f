"""What a clinician decides, as the runner records it: clearances and changed numbers.

And what waits for their word: running that is locked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from tracker.progression import guardrails
from tracker.progression.timeline import stand
from tracker.services.diary.refold import protocol_of, redecide
from tracker.services.injury.episodes import check_not_future
from tracker.services.ownership import own_episode
from tracker.storage import diaries, standings
from tracker.storage.models import CheckInRow, ClearanceRow, SettingsChangeRow

if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.progression.episode import Clearance, Setting
    from tracker.progression.guardrails import Objection
    from tracker.progression.review import Redecided
    from tracker.storage.database import Database, DbSession
    from tracker.storage.models import EpisodeRow


@dataclass(frozen=True, slots=True)
class Lock:
    """Running is locked since a day by these signs, until a clinician's clearance."""

    since: date
    signs: tuple[str, ...]


class SettingRefused(ValueError):
    """A number may not be changed so; `objection` says why."""

    def __init__(self, objection: Objection) -> None:
        self.objection = objection
        super().__init__(objection.value)


def record_clearance(
    database: Database,
    account_id: int,
    episode_id: int,
    clearance: Clearance,
    *,
    today: date,
    now: datetime,
) -> Redecided:
    """Record a clinician's word that running may go on, from its date.

    Raises NotFound, and ValueError for a date in the future.
    """
    check_not_future(clearance.date, today)
    with database.writing() as db:
        row = own_episode(db, account_id, episode_id)
        db.add(
            ClearanceRow(
                episode_id=row.id,
                date=clearance.date,
                by=clearance.by,
                note=clearance.note,
                entered_at=now,
            )
        )
        db.flush()
        return redecide(db, row, since=clearance.date)


def change_setting(
    database: Database,
    account_id: int,
    episode_id: int,
    setting: Setting,
    *,
    today: date,
    now: datetime,
) -> Redecided:
    """Change one number of an episode from a date on.

    Raises NotFound, SettingRefused, and ValueError for a date in the future.
    """
    check_not_future(setting.date, today)
    with database.writing() as db:
        row = own_episode(db, account_id, episode_id)
        add_setting(db, row, setting, now)
        return redecide(db, row, since=setting.date)


def lock_on(database: Database, account_id: int, episode_id: int, today: date) -> Lock | None:
    """Whether running is locked on a day, since when and by which signs. Raises NotFound."""
    with database.reading() as db:
        row = own_episode(db, account_id, episode_id)
        if not _any_sign(db, row):
            return None
        day = max(today, row.onset)
        base, entries = standings.resume(db, row, day)
        standing = stand(protocol_of(row), entries.diary(), day, after=base).standing
    if standing.locked_on is None:
        return None
    return Lock(standing.locked_on, standing.locked_by)


def add_setting(db: DbSession, row: EpisodeRow, setting: Setting, now: datetime) -> None:
    """Store a changed number; SettingRefused if it may not be changed so."""
    objection = guardrails.objection(protocol_of(row), diaries.episode_value(db, row), setting)
    if objection is not None:
        raise SettingRefused(objection)
    db.add(
        SettingsChangeRow(
            episode_id=row.id,
            name=setting.name,
            value=setting.value,
            date=setting.date,
            by=setting.by,
            entered_at=now,
        )
    )
    db.flush()


def _any_sign(db: DbSession, row: EpisodeRow) -> bool:
    """Whether anything was ever answered that could lock running."""
    flagged = select(CheckInRow.id).where(
        CheckInRow.episode_id == row.id, CheckInRow.red_flags != ""
    )
    return bool(row.screening) or db.scalar(flagged.limit(1)) is not None
