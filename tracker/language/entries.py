"""Check-ins and sessions in a few words, as lists of them say it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tracker.language.amounts import distance
from tracker.language.names import FELT, KIND_NAMES
from tracker.language.phrases import minutes
from tracker.progression.diary import Kind, Sensation

if TYPE_CHECKING:
    from datetime import time

    from tracker.progression.diary import CheckIn, SessionLog


def clock(value: time | None) -> str:
    """Return a time of day to the minute; nothing for none."""
    return "" if value is None else f"{value:%H:%M}"


def kind_name(kind: Kind) -> str:
    """Return what was done, as people call it."""
    return KIND_NAMES[kind]


def felt(sensation: Sensation) -> str:
    """Return what it felt like, as people call it."""
    return FELT[sensation]


def check_in_title(record: CheckIn) -> str:
    """Return a check-in in a few words."""
    if record.pain == 0 and record.sensation == Sensation.NONE:
        return "No pain"
    return f"Pain {record.pain}, {FELT[record.sensation]}"


def check_in_detail(record: CheckIn, timezone: str) -> str:
    """Return what else a check-in says; `timezone` is the runner's."""
    return joined(
        clock(record.time),
        "limping" * record.limp,
        "painkiller taken" * record.painkiller,
        "warning sign" * bool(record.signs),
        _entered_later(record, timezone),
    )


def session_title(record: SessionLog) -> str:
    """Return a session in a few words."""
    name = KIND_NAMES[record.kind]
    return f"{name}, {minutes(record.seconds)}" if record.seconds else name


def session_detail(record: SessionLog, unit: str, timezone: str, *, uncleared: bool = False) -> str:
    """Return what else a session says; an unanswered score is said to be one."""
    is_all_walking = record.kind is Kind.WALK and not record.is_run  # its title says how long
    seconds = 0 if is_all_walking else record.walked_seconds
    walked = f"{minutes(seconds)} walked" if seconds else ""
    jogged = f"{minutes(record.jog_seconds)} jogged" if record.is_run else ""
    return joined(
        clock(record.time),
        walked,
        jogged,
        "pain not answered" if record.pain is None else f"pain {record.pain}",
        FELT[record.sensation] if record.sensation else "",
        "limped" * record.limp,
        "stopped early" * record.stopped_early,
        f"{distance(record.distance_m, unit)} {unit}" if record.distance_m else "",
        "" if record.effort is None else f"effort {record.effort}",
        "not yet cleared" * uncleared,
        _entered_later(record, timezone),
    )


def joined(*parts: str) -> str:
    """Return the parts that say something, in one line."""
    return " · ".join(part for part in parts if part)


def _entered_later(record: CheckIn | SessionLog, timezone: str) -> str:
    """Say that an entry was made after its day, as days go in the runner's time zone."""
    entered = record.entered_at
    late = entered is not None and entered.astimezone(ZoneInfo(timezone)).date() > record.date
    return "entered later" if late else ""
