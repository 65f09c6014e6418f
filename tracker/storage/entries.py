"""Check-ins and sessions in the database: one found, stored or deleted by its client-made id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy import delete as delete_rows

from tracker.progression.diary import CheckIn, SessionLog
from tracker.storage import diaries
from tracker.storage.models import CheckInRow, SessionRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Select, Update

    from tracker.progression.diary import Mark
    from tracker.storage.database import Transaction

Entry = TypeVar("Entry", CheckIn, SessionLog)

_ROWS: Mapping[type, type[CheckInRow | SessionRow]] = {CheckIn: CheckInRow, SessionLog: SessionRow}
_BY_UID: Mapping[type, Select[Any]] = {
    kind: select(row).where(row.episode_id == bindparam("episode"), row.uid == bindparam("uid"))
    for kind, row in _ROWS.items()
}
_SESSIONS = SessionRow.__table__.c


class RunMark(NamedTuple):
    """What the refold says of a run: which deviation it is, and whether no rest day is due."""

    deviation: Mark | None = None
    exempt: bool = False


class StoredMark(NamedTuple):
    """A session's mark as stored, and its day."""

    date: dt.date
    mark: RunMark


UNMARKED = RunMark()


def find(tx: Transaction, kind: type[Entry], episode_id: int, uid: str) -> Entry | None:
    """An episode's entry by its client-made id."""
    row = _row(tx, kind, episode_id, uid)
    if row is None:
        return None
    value = diaries.check_in(row) if isinstance(row, CheckInRow) else diaries.session(row)
    return cast("Entry", value)


def save(
    tx: Transaction, episode_id: int, entry: CheckIn | SessionLog, mark: RunMark = UNMARKED
) -> None:
    """Store an entry, in place of the one of its id if there is one."""
    row = _row(tx, type(entry), episode_id, entry.id)
    tx.add(_filled(row or _ROWS[type(entry)](episode_id=episode_id), entry, mark))
    tx.flush()


def add_all(
    tx: Transaction,
    episode_id: int,
    entries: Iterable[CheckIn | SessionLog],
    marks: Mapping[str, RunMark],
) -> None:
    """Store entries that are not stored yet; `marks` are those of runs, by their ids.

    The latest day comes first, those of a day as they are given: the trigger that keeps run days
    apart looks through all that is stored before a day, and so finds little.
    """
    rows: dict[type, list[dict[str, Any]]] = {CheckIn: [], SessionLog: []}
    for entry in sorted(entries, key=lambda entry: entry.date, reverse=True):
        mark = marks.get(entry.id, UNMARKED)._asdict() if isinstance(entry, SessionLog) else {}
        rows[type(entry)].append({"episode_id": episode_id} | diaries.columns(entry) | mark)
    for kind, of_kind in rows.items():
        if of_kind:
            tx.connection().execute(insert(_ROWS[kind]), of_kind)  # one statement for all of them


def delete(tx: Transaction, episode_id: int, entry: CheckIn | SessionLog) -> None:
    """Delete a stored entry."""
    tx.delete(_row(tx, type(entry), episode_id, entry.id))
    tx.flush()


def delete_all(
    tx: Transaction, episode_id: int, kind: type[CheckIn | SessionLog], uids: Iterable[str]
) -> None:
    """Delete stored entries of a kind, given by their ids: one statement for all of them."""
    columns, rows = _ROWS[kind].__table__.c, [{"of": uid} for uid in uids]
    its_own = (columns.episode_id == episode_id) & (columns.uid == bindparam("of"))
    if rows:
        tx.connection().execute(delete_rows(_ROWS[kind]).where(its_own), rows)


def marks(tx: Transaction, episode_id: int, uids: Iterable[str]) -> dict[str, StoredMark]:
    """The marks of stored sessions, by their ids."""
    mine = (_SESSIONS.episode_id == episode_id) & _SESSIONS.uid.in_(list(uids))
    query = select(_SESSIONS.uid, _SESSIONS.date, _SESSIONS.deviation, _SESSIONS.exempt)
    rows = tx.execute(query.where(mine))
    return {uid: StoredMark(date, RunMark(*mark)) for uid, date, *mark in rows}


def set_marks(tx: Transaction, episode_id: int, marks: Mapping[str, RunMark]) -> None:
    """Store the marks of sessions, given by their ids: one statement for all of them."""
    if marks:
        rows = [{"of": uid, **mark._asdict()} for uid, mark in marks.items()]
        tx.connection().execute(_set_mark(episode_id), rows)


def _set_mark(episode_id: int) -> Update:
    its_own = (_SESSIONS.episode_id == episode_id) & (_SESSIONS.uid == bindparam("of"))
    values: dict[str, Any] = {"deviation": bindparam("deviation"), "exempt": bindparam("exempt")}
    return update(SessionRow).where(its_own).values(values)


def _row(tx: Transaction, kind: type, episode_id: int, uid: str) -> CheckInRow | SessionRow | None:
    """A stored entry as it is now, marks included, which are set without it."""
    asked = {"episode": episode_id, "uid": uid}
    row: CheckInRow | SessionRow | None = tx.scalar(
        _BY_UID[kind], asked, execution_options={"populate_existing": True}
    )
    return row


def _filled(
    row: CheckInRow | SessionRow, entry: CheckIn | SessionLog, mark: RunMark
) -> CheckInRow | SessionRow:
    if isinstance(row, CheckInRow) and isinstance(entry, CheckIn):
        diaries.write_check_in(row, entry)
    elif isinstance(row, SessionRow) and isinstance(entry, SessionLog):
        diaries.write_session(row, entry)
        row.deviation, row.exempt = mark
    return row
