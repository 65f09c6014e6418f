"""What a row of a table says that nobody can have done, or hardly anybody: refused, or pointed out.

The bounds are those of recordings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.exchange.any_table import headings as names
from tracker.exchange.watch.plausible import RIDE_M_S, is_too_fast
from tracker.progression.diary import RUNNING_KINDS, Kind
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.exchange.parse_errors import Record
    from tracker.progression.diary import SessionLog

FASTEST_WALK_M_S = 9 / 3.6  # race walkers aside; a default
_FAR_ENOUGH_M = 1000  # to tell a speed by
_FARTHEST_SWIM_KM = 15


def check(record: Record, session: SessionLog) -> None:
    """Refuse a run or walk that is faster than a kilometre in three minutes."""
    speed = _speed(session)
    if speed > RIDE_M_S and session.kind in RUNNING_KINDS | {Kind.WALK}:
        what = gettext(
            "would be %(speed)d km/h on foot: is its unit another, or was it a ride?",
            speed=round(speed * 3.6),
        )
        record.fault("distance_km", what)


def is_doubtful(session: SessionLog) -> bool:
    """Whether a run or walk is faster than most people run or walk."""
    if session.kind is Kind.WALK:
        return _speed(session) > FASTEST_WALK_M_S
    return session.kind in RUNNING_KINDS and is_too_fast(session.seconds or 0, session.distance_m)


def _speed(session: SessionLog) -> float:
    """The mean speed in metres a second; 0 where it cannot be told."""
    if not session.seconds or (session.distance_m or 0) < _FAR_ENOUGH_M:
        return 0
    return (session.distance_m or 0) / session.seconds


def swim_in_metres(
    values: dict[str, str], written: Mapping[str, str], headings: Mapping[str, str]
) -> None:
    """Read a swim's distance in metres where in kilometres nobody swims as far.

    One watch maker's table has metres for swims alone, without saying so.
    """
    is_said = names.distance_unit(headings.get("distance_km", "")) or any(
        letter.isalpha() for letter in written.get("distance_km", "")
    )
    far = values.get("distance_km")
    if far and values.get("kind") == Kind.SWIM and not is_said and float(far) > _FARTHEST_SWIM_KM:
        values["distance_km"] = f"{float(far) / 1000:.3f}"
