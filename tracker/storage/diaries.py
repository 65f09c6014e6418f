"""Diaries in the database: rows to domain values and back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import bindparam, select

from tracker.entries.fields import CHECK_IN, SESSION
from tracker.progression.diary import CheckIn, Diary, SessionLog
from tracker.progression.episode import Clearance, Episode, Setting
from tracker.storage.entry_rows import fill, value_of
from tracker.storage.models import (
    CheckInRow,
    ClearanceRow,
    EpisodeRow,
    SessionRow,
    SettingsChangeRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Row, Select

    from tracker.storage.columns import Base
    from tracker.storage.database import DbSession

EntryRow = TypeVar("EntryRow", CheckInRow, SessionRow)

_SETTING_COLUMNS = ("name", "value", "date", "by", "entered_at")
_CLEARANCE_COLUMNS = ("date", "by", "note", "entered_at")


def _of_episode(kind: type[Base]) -> Select[tuple[Any, ...]]:
    """An episode's rows of a table by day, as plain columns."""
    columns = kind.__table__.c
    mine = columns.episode_id == bindparam("episode")
    return select(*columns).where(mine).order_by(columns.date, columns.id)


def _within(kind: type[Base]) -> Select[tuple[Any, ...]]:
    """Those of the days later than `after`, through `until`."""
    day = kind.__table__.c.date
    return _of_episode(kind).where(day > bindparam("after"), day <= bindparam("until"))


# What every page asks: made once, because making a statement takes longer than running it.
_OWN = select(EpisodeRow).where(
    EpisodeRow.id == bindparam("episode"), EpisodeRow.account_id == bindparam("account")
)
_SETTINGS, _CLEARANCES = _of_episode(SettingsChangeRow), _of_episode(ClearanceRow)
_CHECK_INS, _SESSIONS = _within(CheckInRow), _within(SessionRow)
_BY_UID: Mapping[type, Select[Any]] = {
    kind: select(kind).where(kind.episode_id == bindparam("episode"), kind.uid == bindparam("uid"))
    for kind in (CheckInRow, SessionRow)
}


@dataclass(slots=True)
class Entries:
    """An episode's facts and entries in the order they were entered, ready to be edited."""

    episode: Episode
    check_ins: list[CheckIn]
    sessions: list[SessionLog]

    def diary(self) -> Diary:
        """The entries as a diary."""
        return Diary.of(self.episode, self.check_ins, self.sessions)

    def put(self, entry: CheckIn | SessionLog) -> None:
        """Replace the entry of the same id, or add it as the last one."""
        entries: list[Any] = self.check_ins if isinstance(entry, CheckIn) else self.sessions
        for index, known in enumerate(entries):
            if known.id == entry.id:
                entries[index] = entry
                return
        entries.append(entry)

    def remove(self, entry: CheckIn | SessionLog) -> None:
        """Take out the entry of the same id."""
        entries: list[Any] = self.check_ins if isinstance(entry, CheckIn) else self.sessions
        entries[:] = [known for known in entries if known.id != entry.id]


def episode_of(db: DbSession, account_id: int, episode_id: int) -> EpisodeRow | None:
    """An account's own episode; None for anyone else's."""
    return db.scalars(_OWN, {"episode": episode_id, "account": account_id}).one_or_none()


def load(
    db: DbSession,
    episode: EpisodeRow,
    *,
    after: dt.date | None = None,
    until: dt.date | None = None,
) -> Entries:
    """The facts of an episode, and its entries of the days later than `after`, through `until`."""
    asked = {"episode": episode.id, "after": after or dt.date.min, "until": until or dt.date.max}
    return Entries(
        episode_value(db, episode),
        [check_in(row) for row in db.execute(_CHECK_INS, asked)],
        [session(row) for row in db.execute(_SESSIONS, asked)],
    )


def episode_value(db: DbSession, row: EpisodeRow) -> Episode:
    """The facts of an episode, with its changed numbers and clearances in their order."""
    settings = db.execute(_SETTINGS, {"episode": row.id})
    clearances = db.execute(_CLEARANCES, {"episode": row.id})
    return Episode(
        onset=row.onset,
        baseline_minutes=row.baseline_minutes,
        site=row.site,
        side=row.side,
        timezone=row.timezone,
        protocol=row.protocol,
        screening=tuple(row.screening),
        screened_on=row.screened_on,
        settings=tuple(Setting(**_values(s, _SETTING_COLUMNS)) for s in settings),
        clearances=tuple(Clearance(**_values(c, _CLEARANCE_COLUMNS)) for c in clearances),
    )


def _values(entry: object, columns: tuple[str, ...]) -> dict[str, Any]:
    return {column: getattr(entry, column) for column in columns}


def check_in(row: CheckInRow | Row[Any]) -> CheckIn:
    """A stored check-in as a value."""
    return value_of(CHECK_IN, row)


def session(row: SessionRow | Row[Any]) -> SessionLog:
    """A stored session as a value."""
    return value_of(SESSION, row)


def write_check_in(row: CheckInRow, value: CheckIn) -> None:
    """Fill a row from a check-in."""
    fill(CHECK_IN, row, value)


def write_session(row: SessionRow, value: SessionLog) -> None:
    """Fill a row from a session."""
    fill(SESSION, row, value)


def find(db: DbSession, kind: type[EntryRow], episode_id: int, uid: str) -> EntryRow | None:
    """An episode's entry by its client-made id."""
    found: EntryRow | None = db.scalar(_BY_UID[kind], {"episode": episode_id, "uid": uid})
    return found


def session_rows(db: DbSession, episode_id: int, uids: Iterable[str]) -> dict[str, SessionRow]:
    """Stored sessions by their ids."""
    query = select(SessionRow).where(
        SessionRow.episode_id == episode_id, SessionRow.uid.in_(list(uids))
    )
    return {row.uid: row for row in db.scalars(query)}
