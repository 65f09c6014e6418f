"""Check-ins and sessions as rows of a CSV file, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from tracker.content.care import CareEntry, CareKind
from tracker.exchange.cells import (
    from_date,
    from_instant,
    from_metres,
    from_seconds,
    from_text,
    from_tick,
    from_time,
    one_of,
    to_date,
    to_instant,
    to_metres,
    to_red_flags,
    to_score,
    to_seconds,
    to_text,
    to_tick,
    to_time,
    to_whole_minutes,
)
from tracker.progression.contradictions import check_in_contradictions, session_contradictions
from tracker.progression.diary import (
    RUNNING_KINDS,
    CheckIn,
    Kind,
    Mark,
    Moment,
    Sensation,
    SessionLog,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.exchange.parse_errors import Record
    from tracker.progression.contradictions import Contradiction

CHECK_INS, SESSIONS, CARE = "check_ins.csv", "sessions.csv", "care.csv"
CHECK_IN_COLUMNS = (
    "date", "time", "moment", "pain", "sensation", "limp", "painkiller", "red_flags",
    "note", "entered_at", "id",
)  # fmt: skip
SESSION_COLUMNS = (
    "date", "time", "kind", "minutes", "walk_minutes", "jog_minutes", "longest_jog_minutes",
    "distance_km", "effort", "pain", "sensation", "limp", "stopped_early", "deviation",
    "note", "entered_at", "id",
)  # fmt: skip
CARE_COLUMNS = ("date", "time", "kind", "minutes", "note", "entered_at", "id")


class Identified(Protocol):
    """An entry with an id of its own, or an empty one."""

    @property
    def id(self) -> str:
        """The id."""


Entry = TypeVar("Entry", bound=Identified)

_TO_MOMENT = one_of(Moment)
_TO_SENSATION = one_of(Sensation)
_TO_KIND = one_of(Kind)
_TO_MARK = one_of(Mark)
_TO_CARE_KIND = one_of(CareKind)


def to_check_in(row: Record) -> CheckIn | None:
    """Read a check-in; None once its faults are noted."""
    day, pain = row.need("date", to_date), row.need("pain", to_score)
    sensation = row.need("sensation", _TO_SENSATION)
    time, moment = row.get("time", to_time), row.get("moment", _TO_MOMENT)
    limp, painkiller = row.get("limp", to_tick), row.get("painkiller", to_tick)
    red_flags, entered_at = row.get("red_flags", to_red_flags), row.get("entered_at", to_instant)
    if day is None or pain is None or sensation is None or row.is_faulty:
        return None
    check_in = CheckIn(
        date=day,
        pain=pain,
        sensation=sensation,
        time=time,
        moment=moment or Moment.DAY,
        limp=limp is True,
        painkiller=painkiller is True,
        red_flags=red_flags or (),
        note=row.text("note", to_text),
        entered_at=entered_at,
        id=row.text("id", to_text),
    )
    return check_in if _fits(row, check_in_contradictions(check_in)) else None


def to_session(row: Record) -> SessionLog | None:
    """Read a session; None once its faults are noted. Long, for it has seventeen columns."""
    day, kind = row.need("date", to_date), row.need("kind", _TO_KIND)
    ask_jog = row.need if kind in RUNNING_KINDS else row.get
    jog = ask_jog("jog_minutes", to_seconds)
    seconds, walk = row.get("minutes", to_seconds), row.get("walk_minutes", to_seconds)
    longest, distance = (
        row.get("longest_jog_minutes", to_seconds),
        row.get("distance_km", to_metres),
    )
    time, effort, pain = (
        row.get("time", to_time),
        row.get("effort", to_score),
        row.get("pain", to_score),
    )
    sensation, limp = row.get("sensation", _TO_SENSATION), row.get("limp", to_tick)
    stopped, mark = row.get("stopped_early", to_tick), row.get("deviation", _TO_MARK)
    entered_at = row.get("entered_at", to_instant)
    if day is None or kind is None or row.is_faulty:
        return None
    session = SessionLog(
        date=day,
        kind=kind,
        seconds=seconds,
        walk_seconds=walk or 0,
        jog_seconds=jog or 0,
        longest_jog_seconds=longest,
        time=time,
        pain=pain,
        sensation=sensation,
        limp=limp is True,
        stopped_early=stopped is True,
        distance_m=distance,
        effort=effort,
        deviation=mark,
        note=row.text("note", to_text),
        entered_at=entered_at,
        id=row.text("id", to_text),
    )
    return session if _fits(row, session_contradictions(session)) else None


def to_care(row: Record) -> CareEntry | None:
    """Read a care entry; None once its faults are noted."""
    day, kind = row.need("date", to_date), row.need("kind", _TO_CARE_KIND)
    time, minutes = row.get("time", to_time), row.get("minutes", to_whole_minutes)
    entered_at = row.get("entered_at", to_instant)
    if day is None or kind is None or row.is_faulty:
        return None
    return CareEntry(
        date=day,
        kind=kind,
        time=time,
        minutes=minutes,
        note=row.text("note", to_text),
        entered_at=entered_at,
        id=row.text("id", to_text),
    )


def each_id_once(read: Iterable[tuple[Record, Entry]]) -> list[Entry]:
    """The entries, each id once: the same again is left out, another entry under it is a fault."""
    found: list[Entry] = []
    known: dict[str, Entry] = {}
    for record, entry in read:
        if entry.id and known.setdefault(entry.id, entry) is not entry:
            if known[entry.id] != entry:
                record.fault("id", "is there twice, on different entries")
            continue
        found.append(entry)
    return found


def _fits(row: Record, contradictions: Iterable[Contradiction]) -> bool:
    for field, sentence in contradictions:
        row.fault(field, f"does not fit: {sentence}")
    return not row.is_faulty


def from_check_in(check_in: CheckIn) -> tuple[str, ...]:
    """Write a check-in as a row of CHECK_IN_COLUMNS."""
    return (
        from_date(check_in.date),
        from_time(check_in.time),
        check_in.moment,
        str(check_in.pain),
        check_in.sensation,
        "yes" if check_in.limp else "",
        "yes" if check_in.painkiller else "",
        ";".join(check_in.red_flags),
        from_text(check_in.note),
        from_instant(check_in.entered_at),
        from_text(check_in.id),
    )


def from_session(session: SessionLog) -> tuple[str, ...]:
    """Write a session as a row of SESSION_COLUMNS; an unanswered value is an empty cell."""
    runs = session.kind in RUNNING_KINDS
    return (
        from_date(session.date),
        from_time(session.time),
        session.kind,
        from_seconds(session.seconds),
        from_seconds(session.walk_seconds) if runs or session.walk_seconds else "",
        from_seconds(session.jog_seconds) if runs or session.jog_seconds else "",
        from_seconds(session.longest_jog_seconds),
        from_metres(session.distance_m),
        "" if session.effort is None else str(session.effort),
        "" if session.pain is None else str(session.pain),
        session.sensation or "",
        from_tick(session.limp),
        from_tick(session.stopped_early),
        session.deviation or "",
        from_text(session.note),
        from_instant(session.entered_at),
        from_text(session.id),
    )


def from_care(entry: CareEntry) -> tuple[str, ...]:
    """Write a care entry as a row of CARE_COLUMNS."""
    return (
        from_date(entry.date),
        from_time(entry.time),
        entry.kind,
        "" if entry.minutes is None else str(entry.minutes),
        from_text(entry.note),
        from_instant(entry.entered_at),
        from_text(entry.id),
    )
