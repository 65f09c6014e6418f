"""Every day in a few marks: what it was, how it hurt, what was jogged."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import Kind
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tracker.progression.diary import Diary, DiaryDay
    from tracker.progression.timeline import DayOutcome

_CROSS_TRAINING = frozenset({Kind.BIKE, Kind.SWIM, Kind.STRENGTH, Kind.OTHER})


class DayKind(StrEnum):
    """What a day was; the first that fits, in this order. The value is its word."""

    STOP = "stop"
    DEVIATION = "deviation"
    RUN = "run"
    WALK = "walk"
    CROSS_TRAINING = "cross-training"
    REST = "rest"
    NOTHING = "nothing recorded"


_NAMES: Mapping[DayKind, str] = {
    DayKind.STOP: N_("stop"),
    DayKind.DEVIATION: N_("deviation"),
    DayKind.RUN: N_("run"),
    DayKind.WALK: N_("walk"),
    DayKind.CROSS_TRAINING: N_("cross-training"),
    DayKind.REST: N_("rest"),
    DayKind.NOTHING: N_("nothing recorded"),
}


def day_kind_name(kind: DayKind) -> str:
    """What a day was, in a word."""
    return gettext(_NAMES[kind])


class DayMark(NamedTuple):
    """A day: `worst` (0-10) is None where no score was answered; `jog_seconds` are of all runs."""

    day: date
    kind: DayKind
    worst: int | None
    jog_seconds: int


def day_marks(diary: Diary, outcomes: Sequence[DayOutcome]) -> tuple[DayMark, ...]:
    """The marks of some days."""
    return tuple(
        DayMark(
            day=o.standing.day,
            kind=day_kind(o, diary.day(o.standing.day)),
            worst=o.standing.today.worst,
            jog_seconds=o.standing.today.jog_seconds,
        )
        for o in outcomes
    )


def day_kind(outcome: DayOutcome, records: DiaryDay) -> DayKind:
    """What a day was: the gravest first, then the most strenuous."""
    kinds = {session.kind for session in records.sessions}
    fits = {
        DayKind.STOP: outcome.standing.sharp_on == outcome.standing.day,
        DayKind.DEVIATION: any(run.is_deviation for run in outcome.runs),
        DayKind.RUN: bool(outcome.runs),
        DayKind.WALK: bool(kinds & {Kind.WALK, Kind.WALK_JOG, Kind.RUN}),
        DayKind.CROSS_TRAINING: bool(kinds & _CROSS_TRAINING),
        DayKind.REST: bool(records.check_ins or records.sessions),
    }
    return next((kind for kind, is_so in fits.items() if is_so), DayKind.NOTHING)
