"""Run days: how much was jogged, what the next morning said, and what came of it."""

from __future__ import annotations

from enum import StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import EMPTY_DAY
from tracker.progression.pain import is_painful
from tracker.progression.standing import Worth
from tracker.reports.setbacks import Cause, setbacks

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from tracker.progression.diary import CheckIn, Diary, DiaryDay, Sensation
    from tracker.progression.protocol import Numbers
    from tracker.progression.timeline import DayOutcome


class Outcome(StrEnum):
    """What came of a run day, as a word for the table."""

    CLEAN = "clean"
    HELD = "held"
    STEPPED_BACK = "stepped back"
    STOPPED = "stopped: sharp pain"
    DEVIATION = "deviation"
    PENDING = "not judged yet"


class PastRunDay(NamedTuple):
    """A day with one run or more. `step` is the one it was made at; durations are seconds.

    `longest_bout` is None where it is not known, `pain` (the worst during a run) where it was not
    answered; `morning` and `felt` are those of the check-in that settled the day, None where
    there was none; `morning_hurt` is whether that check-in is a painful record (None too where a
    painkiller may have hidden it); `morning_to_come` is whether there may still be one.
    """

    day: date
    step: int
    jog_seconds: int
    longest_bout: int | None
    outcome: Outcome
    morning: int | None
    felt: Sensation | None
    morning_hurt: bool | None
    walk_seconds: int
    pain: int | None
    morning_to_come: bool


def run_days(diary: Diary, outcomes: Sequence[DayOutcome]) -> tuple[PastRunDay, ...]:
    """The run days among days that follow each other."""
    judged = {
        outcome.standing.judged.day: outcome.standing.judged.worth
        for outcome in outcomes
        if outcome.standing.judged is not None
    }
    waiting = {run.day for run in outcomes[-1].standing.awaiting} if outcomes else set()
    known = _Known(judged, waiting, _flares(diary, outcomes))
    return tuple(
        _run_day(
            now,
            EMPTY_DAY if after is None else diary.day(after.standing.day),
            _outcome(now, known),
            is_open=after is None or after is outcomes[-1],
        )
        for now, after in zip_longest(outcomes, outcomes[1:])
        if now.runs
    )


class _Known(NamedTuple):
    """What later days made of run days: judged, still waiting, or ended by a flare."""

    judged: Mapping[date, Worth]
    waiting: Collection[date]
    flared: Collection[date]


def _flares(diary: Diary, outcomes: Sequence[DayOutcome]) -> set[date]:
    """The run days for which a flare of that day or the next took a step."""
    return {
        back.run_day
        for back in setbacks(diary, outcomes)
        if back.cause is Cause.FLARE and back.took_step and back.run_day is not None
    }


def _run_day(now: DayOutcome, next_day: DiaryDay, outcome: Outcome, *, is_open: bool) -> PastRunDay:
    """A run day; `is_open` is whether the day after it is not over yet."""
    settling = next((c for c in next_day.check_ins if c.is_answer), None)
    bouts = [r.run.longest_bout for r in now.runs if r.run.longest_bout is not None]
    return PastRunDay(
        day=now.standing.day,
        step=now.runs[0].step,
        jog_seconds=now.standing.today.jog_seconds,
        longest_bout=max(bouts, default=None),
        outcome=outcome,
        morning=None if settling is None else settling.pain,
        felt=None if settling is None else settling.sensation,
        morning_hurt=None if settling is None else _hurt(settling, now.protocol.numbers),
        walk_seconds=sum(r.run.walked_seconds for r in now.runs),
        pain=max((r.run.pain for r in now.runs if r.run.pain is not None), default=None),
        morning_to_come=settling is None and is_open,
    )


def _hurt(morning: CheckIn, numbers: Numbers) -> bool | None:
    """Whether a morning was painful; under a painkiller no pain is no answer."""
    if is_painful(morning, numbers):
        return True
    return None if morning.painkiller else False


def _outcome(now: DayOutcome, known: _Known) -> Outcome:
    """The first that is so, in this order: it explains the day best."""
    day = now.standing.day
    if now.standing.sharp_on == day:
        return Outcome.STOPPED
    if any(run.is_deviation for run in now.runs):
        return Outcome.DEVIATION
    if day in known.judged:
        return _OUTCOMES[known.judged[day]]
    if day in known.waiting:
        return Outcome.PENDING
    return Outcome.STEPPED_BACK if day in known.flared else Outcome.HELD


_OUTCOMES = {
    Worth.CLEAN: Outcome.CLEAN,
    Worth.HELD: Outcome.HELD,
    Worth.STEPPED_BACK: Outcome.STEPPED_BACK,
}
