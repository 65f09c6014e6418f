"""Entries by number, as many as a test wants."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from datetime import time as clock

from tracker.progression.diary import CheckIn, Kind, Moment, Sensation, SessionLog

FIRST = date(2016, 1, 1)
NOW = datetime(2026, 1, 1, 7, 30, 12, tzinfo=UTC)


def a_check_in(number: int, note: str = "") -> CheckIn:
    return CheckIn(
        id=f"c{number:031x}",
        date=FIRST + timedelta(days=number // 2),
        time=clock(7 + number % 2 * 12, 12),
        moment=Moment.WAKING,
        pain=0,
        sensation=Sensation.NONE,
        note=note,
        entered_at=NOW + timedelta(hours=number),
    )


def a_session(number: int) -> SessionLog:
    return SessionLog(
        id=f"s{number:031x}",
        date=FIRST + timedelta(days=2 * number),
        time=clock(18, 5),
        kind=Kind.WALK_JOG,
        seconds=1800,
        walk_seconds=900,
        jog_seconds=910,
        longest_jog_seconds=95,
        distance_m=4321,
        effort=3,
        note="-5 degrees",
        entered_at=NOW + timedelta(days=number),
    )
