"""Diaries in the database: rows to domain values and back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, exists, func, or_, select

from tracker.entries.fields import CHECK_IN, SESSION
from tracker.progression.diary import CheckIn, Diary, SessionLog
from tracker.progression.episode import Clearance, Episode, Setting
from tracker.storage import one_view
from tracker.storage.diary.entry_rows import read_columns, values_of
from tracker.storage.keys import of_episode
from tracker.storage.tables.diary import CheckInRow, ClearanceRow, SessionRow, SettingsChangeRow

if TYPE_CHECKING:
    from sqlalchemy import Row, Select

    from tracker.entries.schema import Schema
    from tracker.storage.columns import Base
    from tracker.storage.database import Transaction
    from tracker.storage.injury.episodes import EpisodeRecord
    from tracker.storage.keys import EpisodeKey

_SETTING_COLUMNS = ("name", "value", "date", "by", "entered_at", "through")
_CLEARANCE_COLUMNS = ("date", "by", "note", "covers", "entered_at", "through")


def _by_day(kind: type[Base]) -> Select[tuple[Any, ...]]:
    """An episode's rows of a table, as plain columns, by day, then as entered."""
    columns = kind.__table__.c
    mine = of_episode(kind.__table__)
    return select(*columns).where(mine).order_by(columns.date, columns.id)


def _within(schema: Schema[Any], kind: type[Base]) -> Select[tuple[Any, ...]]:
    """Entries of the days later than `after`, through `until`, as entered: so `Entries.put` does.

    By day first, an entry moved to another day would change places with those it finds there.
    """
    columns = kind.__table__.c
    days = columns.date > bindparam("after"), columns.date <= bindparam("until")
    mine = of_episode(kind.__table__)
    return select(*read_columns(schema, kind.__table__)).where(mine, *days).order_by(columns.id)


# What every page asks: made once, because making a statement takes longer than running it.
_SETTINGS, _CLEARANCES = _by_day(SettingsChangeRow), _by_day(ClearanceRow)
_CHECKED = CheckInRow.__table__.c
_LAST_EXPECTATION = select(func.max(_CHECKED.date)).where(
    of_episode(CheckInRow.__table__),
    _CHECKED.expected_return.is_not(None),
    _CHECKED.date <= bindparam("until"),
)
_LAST_CHECK_IN = select(func.max(_CHECKED.time)).where(
    of_episode(CheckInRow.__table__), _CHECKED.date == bindparam("day")
)
_IS_DATED = select(
    or_(
        *(
            exists().where(of_episode(table), table.c.date == bindparam("day"))
            for table in (CheckInRow.__table__, SessionRow.__table__)
        )
    )
)
_CHECK_INS, _SESSIONS = _within(CHECK_IN, CheckInRow), _within(SESSION, SessionRow)


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


def load(
    tx: Transaction,
    episode: EpisodeRecord,
    *,
    after: dt.date | None = None,
    until: dt.date | None = None,
) -> Entries:
    """The facts of an episode, and its entries of the days later than `after`, through `until`."""
    asked = episode.key.asked | {"after": after or dt.date.min, "until": until or dt.date.max}
    return Entries(
        episode_value(tx, episode),
        values_of(CHECK_IN, tx.execute(_CHECK_INS, asked).all()),
        values_of(SESSION, tx.execute(_SESSIONS, asked).all()),
    )


def load_check_ins(tx: Transaction, episode: EpisodeRecord) -> Entries:
    """The facts of an episode and its check-ins, without its sessions, which may be thousands."""
    asked = episode.key.asked | {"after": dt.date.min, "until": dt.date.max}
    check_ins = values_of(CHECK_IN, tx.execute(_CHECK_INS, asked).all())
    return Entries(episode_value(tx, episode), check_ins, [])


def episode_value(tx: Transaction, record: EpisodeRecord) -> Episode:
    """The facts of an episode, with its changed numbers and clearances in their order."""
    return one_view.once(tx, _episode_value, record)


def _episode_value(tx: Transaction, record: EpisodeRecord) -> Episode:
    settings = tx.execute(_SETTINGS, record.key.asked)
    clearances = tx.execute(_CLEARANCES, record.key.asked)
    return Episode(
        onset=record.onset,
        baseline_minutes=record.baseline_minutes,
        site=record.site,
        side=record.side,
        timezone=record.timezone,
        protocol=record.protocol,
        protocol_by=record.protocol_by,
        protocol_on=record.protocol_on,
        protocol_set_at=record.protocol_set_at,
        screening=record.screening,
        screened_on=record.screened_on,
        screened_at=record.screened_at,
        settings=tuple(Setting(**_values(s, _SETTING_COLUMNS)) for s in settings),
        clearances=tuple(_clearance(row) for row in clearances),
        baseline_week_minutes=record.baseline_week_minutes,
        carried_signs=record.carried_signs,
    )


def _clearance(row: Row[Any]) -> Clearance:
    values = _values(row, _CLEARANCE_COLUMNS)
    return Clearance(**values | {"covers": tuple(values["covers"])})


def last_expectation(tx: Transaction, key: EpisodeKey, until: dt.date) -> dt.date | None:
    """The last day through `until` on which the runner said when they expect to be back."""
    last: dt.date | None = tx.scalar(_LAST_EXPECTATION, key.asked | {"until": until})
    return last


def last_check_in(tx: Transaction, key: EpisodeKey, day: dt.date) -> dt.time | None:
    """The time of the last check-in of a day that says its time; None without one."""
    last: dt.time | None = tx.scalar(_LAST_CHECK_IN, key.asked | {"day": day})
    return last


def is_dated(tx: Transaction, key: EpisodeKey, day: dt.date) -> bool:
    """Whether anything is dated a day."""
    return bool(tx.scalar(_IS_DATED, key.asked | {"day": day}))


def _values(stored: object, columns: tuple[str, ...]) -> dict[str, Any]:
    return {column: getattr(stored, column) for column in columns}
