"""Short ways to say what happened, in day numbers from onset instead of dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from tracker.progression.diary import CheckIn, Diary, Kind, Moment, Sensation, SessionLog
from tracker.progression.episode import Clearance, Episode, Setting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.progression.ladder import Prescription

ONSET = date(2026, 4, 1)
MORNING = time(7)
AFTERNOON = time(16)
EVENING = time(21)
MINUTE = 60


def on(day: int) -> date:
    """The date of a day number; onset is day 0."""
    return ONSET + timedelta(days=day)


def number(day: date) -> int:
    """The day number of a date."""
    return (day - ONSET).days


def episode(
    *,
    baseline: int = 40,
    screening: Sequence[str] = (),
    settings: Sequence[Setting] = (),
    clearances: Sequence[Clearance] = (),
) -> Episode:
    """An injured left hamstring, from day 0."""
    return Episode(
        onset=ONSET,
        baseline_minutes=baseline,
        screening=tuple(screening),
        settings=tuple(settings),
        clearances=tuple(clearances),
    )


def check_in(
    day: int,
    pain: int = 0,
    sensation: Sensation | None = None,
    *,
    at: time | None = MORNING,
    moment: Moment = Moment.DAY,
    limp: bool = False,
    painkiller: bool = False,
    red_flags: Sequence[str] = (),
) -> CheckIn:
    """A check-in; a score above 0 is called pain unless it is called something else."""
    return CheckIn(
        date=on(day),
        time=at,
        moment=moment,
        pain=pain,
        sensation=sensation or (Sensation.PAIN if pain else Sensation.NONE),
        limp=limp,
        painkiller=painkiller,
        red_flags=tuple(red_flags),
    )


def good_morning(day: int) -> CheckIn:
    """The most favourable answer, on waking."""
    return check_in(day, moment=Moment.WAKING)


def session(  # noqa: PLR0913 - one name for each thing a session says
    day: int,
    kind: Kind,
    minutes: float,
    *,
    at: time | None = AFTERNOON,
    jog: float = 0,
    walk: float = 0,
    bout: float | None = None,
    pain: int | None = 0,
    sensation: Sensation | None = Sensation.NONE,
    limp: bool = False,
    stopped_early: bool = False,
) -> SessionLog:
    """A session, in minutes."""
    return SessionLog(
        date=on(day),
        time=at,
        kind=kind,
        seconds=round(minutes * MINUTE),
        jog_seconds=round(jog * MINUTE),
        walk_seconds=round(walk * MINUTE),
        longest_jog_seconds=None if bout is None else round(bout * MINUTE),
        pain=pain,
        sensation=sensation,
        limp=limp,
        stopped_early=stopped_early,
    )


def walk(day: int, minutes: float = 30, *, at: time | None = AFTERNOON) -> SessionLog:
    """A walk without pain."""
    return session(day, Kind.WALK, minutes, at=at)


def run(day: int, minutes: float = 20, *, at: time | None = AFTERNOON) -> SessionLog:
    """A run without walking and without pain."""
    return session(day, Kind.RUN, minutes, jog=minutes, at=at)


def planned(day: int, plan: Prescription, *, at: time | None = AFTERNOON) -> SessionLog:
    """A plan done to the second, without pain."""
    kind = Kind.RUN if plan.is_continuous else Kind.WALK_JOG
    done = session(day, kind, 0, at=at)
    return replace(
        done,
        seconds=plan.total_seconds,
        jog_seconds=plan.total_jog_seconds,
        walk_seconds=plan.total_walk_seconds,
        longest_jog_seconds=plan.jog_seconds,
    )


def diary(*records: CheckIn | SessionLog, of: Episode | None = None) -> Diary:
    """All records of an episode, in the order they were entered."""
    return Diary.of(
        of or episode(),
        [r for r in records if isinstance(r, CheckIn)],
        [r for r in records if isinstance(r, SessionLog)],
    )


def known_on(diary: Diary, day: date) -> Diary:
    """The diary as far as it was dated by a day."""
    days = {d: records for d, records in diary.days.items() if d <= day}
    return Diary(diary.episode.as_of(day), days)
