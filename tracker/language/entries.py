"""Check-ins and sessions in a few words, as lists of them say it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tracker.language.amounts import distance
from tracker.language.names import FELT, KIND_NAMES
from tracker.language.phrases import clock, minutes
from tracker.progression.diary import Kind, Sensation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tracker.progression.diary import CheckIn, SessionLog


def kind_name(kind: Kind) -> str:
    """Return what was done, as people call it."""
    return KIND_NAMES[kind]


def felt(sensation: Sensation) -> str:
    """Return what it felt like, as people call it."""
    return FELT[sensation]


def check_in_title(record: CheckIn) -> str:
    """Return a check-in in a few words."""
    score = f"Pain {record.pain}" if record.pain else "No pain"
    is_said = record.sensation in {Sensation.NONE, Sensation.PAIN}
    return score if is_said else f"{score}, {FELT[record.sensation]}"


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
        _felt(record),
        "limped" * record.limp,
        "stopped early" * record.stopped_early,
        f"{distance(record.distance_m, unit)} {unit}" if record.distance_m else "",
        "" if record.effort is None else f"effort {record.effort}",
        "not yet cleared" * uncleared,
        _entered_later(record, timezone),
    )


def _felt(record: SessionLog) -> str:
    """What a session felt like, where its score has not said it."""
    is_said = record.sensation is None or (record.pain and record.sensation is Sensation.PAIN)
    return "" if is_said or record.sensation is None else FELT[record.sensation]


_SHORT: Mapping[Kind, str] = {
    Kind.WALK: "Walk",
    Kind.WALK_JOG: "Jog",
    Kind.RUN: "Run",
    Kind.BIKE: "Bike",
    Kind.SWIM: "Swim",
    Kind.STRENGTH: "Gym",
    Kind.STRETCH: "Stretch",
    Kind.MASSAGE: "Massage",
    Kind.OTHER: "Other",
}


def did(sessions: Iterable[SessionLog]) -> str:
    """Return what was done on a day in one short word, a run first; a plus says there is more."""
    done = sorted(sessions, key=lambda session: not session.is_run)
    if not done:
        return ""
    return f"{_SHORT[done[0].kind]}{'+' if len(done) > 1 else ''}"


def hurt(pain: str) -> str:
    """Return the worst score of a day in words; an unanswered one is said to be so."""
    return f"pain {pain}" if pain else "pain not answered"


def joined(*parts: str) -> str:
    """Return the parts that say something, in one line."""
    return " · ".join(part for part in parts if part)


def _entered_later(record: CheckIn | SessionLog, timezone: str) -> str:
    """Say that an entry was made after its day, as days go in the runner's time zone."""
    entered = record.entered_at
    late = entered is not None and entered.astimezone(ZoneInfo(timezone)).date() > record.date
    return "entered later" if late else ""
