"""Entries in the database, of all kinds: one found, stored or deleted by its client-made id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar, cast

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy import delete as delete_rows

from tracker.content.care import CareEntry
from tracker.entries.fields import CARE, CHECK_IN, SESSION
from tracker.progression.diary import CheckIn, SessionLog
from tracker.storage.diary.entry_rows import columns_of_entry, read_columns, values_of
from tracker.storage.keys import of_episode
from tracker.storage.rows import rows_changed
from tracker.storage.tables.diary import CareEntryRow, CheckInRow, SessionRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Table

    from tracker.entries.schema import Schema
    from tracker.progression.diary import Mark
    from tracker.storage.database import Transaction
    from tracker.storage.keys import EpisodeKey

Entry = TypeVar("Entry", CheckIn, SessionLog, CareEntry)
AnyEntry: TypeAlias = CheckIn | SessionLog | CareEntry

_TABLES: Mapping[type, Table] = {
    kind: cast("Table", row.__table__)
    for kind, row in (
        (CheckIn, CheckInRow),
        (SessionLog, SessionRow),
        (CareEntry, CareEntryRow),
    )
}
_SCHEMAS: Mapping[type, Schema[Any]] = {CheckIn: CHECK_IN, SessionLog: SESSION, CareEntry: CARE}
_ITS_OWN = {
    kind: of_episode(table) & (table.c.uid == bindparam("of")) for kind, table in _TABLES.items()
}
# Made once: making a statement takes longer than running it.
_BY_UID = {
    kind: select(*read_columns(_SCHEMAS[kind], _TABLES[kind])).where(its_own)
    for kind, its_own in _ITS_OWN.items()
}
_UPDATE = {kind: update(_TABLES[kind]).where(its_own) for kind, its_own in _ITS_OWN.items()}
_DELETE = {kind: delete_rows(_TABLES[kind]).where(its_own) for kind, its_own in _ITS_OWN.items()}
_INSERT = {kind: insert(table) for kind, table in _TABLES.items()}
_SESSIONS = SessionRow.__table__.c
_MARK: dict[str, Any] = {"deviation": bindparam("deviation"), "exempt": bindparam("exempt")}
_MARKS = select(_SESSIONS.uid, _SESSIONS.date, _SESSIONS.deviation, _SESSIONS.exempt).where(
    of_episode(_TABLES[SessionLog]), _SESSIONS.uid.in_(bindparam("uids", expanding=True))
)
_SET_MARK = update(_TABLES[SessionLog]).where(_ITS_OWN[SessionLog]).values(_MARK)


class RunMark(NamedTuple):
    """What the refold says of a run: which deviation it is, and whether no rest day is due."""

    deviation: Mark | None = None
    exempt: bool = False


class StoredMark(NamedTuple):
    """A session's mark as stored, and its day."""

    date: dt.date
    mark: RunMark


UNMARKED = RunMark()


def find(tx: Transaction, kind: type[Entry], key: EpisodeKey, uid: str) -> Entry | None:
    """An episode's entry by its client-made id."""
    rows = tx.execute(_BY_UID[kind], key.asked | {"of": uid}).all()
    return cast("Entry", next(iter(values_of(_SCHEMAS[kind], rows)), None))


def save(tx: Transaction, key: EpisodeKey, entry: AnyEntry, mark: RunMark = UNMARKED) -> None:
    """Store an entry, in place of the one of its id if there is one."""
    kind, values = type(entry), _columns(entry, mark)
    its_own = key.asked | {"of": entry.id}
    if not rows_changed(tx.execute(_UPDATE[kind], values | its_own)):
        tx.execute(_INSERT[kind], values | key.columns)


def add_all(
    tx: Transaction,
    key: EpisodeKey,
    entries: Iterable[CheckIn | SessionLog],
    marks: Mapping[str, RunMark],
) -> None:
    """Store entries that are not stored yet; `marks` are those of runs, by their ids.

    The latest day comes first, those of a day as they are given: the trigger that keeps run days
    apart looks through all that is stored before a day, and so finds little.
    """
    rows: dict[type, list[dict[str, Any]]] = {CheckIn: [], SessionLog: []}
    for entry in sorted(entries, key=lambda entry: entry.date, reverse=True):
        values = _columns(entry, marks.get(entry.id, UNMARKED))
        rows[type(entry)].append(key.columns | values)
    for kind, of_kind in rows.items():
        _insert_all(tx, kind, of_kind)


def add_care(tx: Transaction, key: EpisodeKey, entries: Iterable[CareEntry]) -> None:
    """Store care entries that are not stored yet, in their order."""
    rows = [key.columns | _columns(entry, UNMARKED) for entry in entries]
    _insert_all(tx, CareEntry, rows)


def _insert_all(tx: Transaction, kind: type, rows: list[dict[str, Any]]) -> None:
    if rows:
        tx.connection().execute(_INSERT[kind], rows)  # one statement for all of them


def delete(tx: Transaction, key: EpisodeKey, kind: type[AnyEntry], uid: str) -> None:
    """Delete a stored entry."""
    tx.execute(_DELETE[kind], key.asked | {"of": uid})


def delete_all(tx: Transaction, key: EpisodeKey, kind: type[AnyEntry], uids: Iterable[str]) -> None:
    """Delete stored entries of a kind, given by their ids: one statement for all of them."""
    rows = [key.asked | {"of": uid} for uid in uids]
    if rows:
        tx.connection().execute(_DELETE[kind], rows)


def marks(tx: Transaction, key: EpisodeKey, uids: Iterable[str]) -> dict[str, StoredMark]:
    """The marks of stored sessions, by their ids."""
    asked = list(uids)
    rows = tx.execute(_MARKS, key.asked | {"uids": asked}) if asked else ()
    return {uid: StoredMark(date, RunMark(*mark)) for uid, date, *mark in rows}


def set_marks(tx: Transaction, key: EpisodeKey, marks: Mapping[str, RunMark]) -> None:
    """Store the marks of sessions, given by their ids: one statement for all of them."""
    if marks:
        rows = [key.asked | {"of": uid, **mark._asdict()} for uid, mark in marks.items()]
        tx.connection().execute(_SET_MARK, rows)


def _columns(entry: AnyEntry, mark: RunMark) -> dict[str, Any]:
    """What stands in the columns of an entry's row; only sessions are marked."""
    marked = mark._asdict() if isinstance(entry, SessionLog) else {}
    return columns_of_entry(_SCHEMAS[type(entry)], entry) | marked
