"""Run days: how much was jogged, what the next morning said, and what came of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import EMPTY_DAY
from tracker.progression.standing import ONE_DAY, Worth

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from tracker.progression.diary import Diary, Sensation
    from tracker.progression.timeline import DayOutcome


class Outcome(StrEnum):
    """What came of a run day, as a word for the table."""

    CLEAN = "clean"
    HELD = "held"
    STEPPED_BACK = "stepped back"
    STOPPED = "stopped: sharp pain"
    DEVIATION = "deviation"
    PENDING = "waiting for the morning"


class PastRunDay(NamedTuple):
    """A day with one run or more. `step` is the one it was made at; durations are seconds.

    `longest_bout` is None where it is not known, `pain` (the worst during a run) where it was not
    answered; `morning` and `felt` are those of the check-in that settled the day, None where
    there was none; `morning_to_come` is whether there may still be one.
    """

    day: date
    step: int
    jog_seconds: int
    longest_bout: int | None
    outcome: Outcome
    morning: int | None
    felt: Sensation | None
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
    return tuple(
        _run_day(diary, before, now, after, _outcome(now, after, judged, waiting))
        for before, now, after in _neighbours(outcomes)
        if now.runs
    )


def _run_day(
    diary: Diary,
    before: DayOutcome | None,
    now: DayOutcome,
    after: DayOutcome | None,
    outcome: Outcome,
) -> PastRunDay:
    day = now.standing.day
    morning = diary.day(day + ONE_DAY) if after is not None else EMPTY_DAY
    settling = morning.settling
    lost = now.standing.lost_today and before is not None
    made_in = before if lost and before is not None else now
    bouts = [r.run.longest_bout for r in now.runs if r.run.longest_bout is not None]
    return PastRunDay(
        day=day,
        step=made_in.standing.step,
        jog_seconds=sum(r.run.jog_seconds for r in now.runs),
        longest_bout=max(bouts, default=None),
        outcome=outcome,
        morning=None if settling is None else settling.pain,
        felt=None if settling is None else settling.sensation,
        walk_seconds=sum(r.run.walked_seconds for r in now.runs),
        pain=max((r.run.pain for r in now.runs if r.run.pain is not None), default=None),
        morning_to_come=settling is None and is_open,
    )


def _neighbours(
    outcomes: Sequence[DayOutcome],
) -> Iterator[tuple[DayOutcome | None, DayOutcome, DayOutcome | None]]:
    """Each day between the one before it and the one after it."""
    yield from zip((None, *outcomes), outcomes, (*outcomes[1:], None), strict=False)


def _outcome(
    now: DayOutcome,
    after: DayOutcome | None,
    judged: Mapping[date, Worth],
    waiting: Collection[date],
) -> Outcome:
    """The first that is so, in this order: it explains the day best."""
    day = now.standing.day
    if now.standing.sharp_on == day:
        return Outcome.STOPPED
    if any(run.is_deviation for run in now.runs):
        return Outcome.DEVIATION
    if day in judged:
        return _OUTCOMES[judged[day]]
    if day in waiting:
        return Outcome.PENDING
    # A flare ended it, that day or on the next: it cost a step.
    flared = now.standing if now.standing.day in now.standing.setbacks else after and after.standing
    return Outcome.STEPPED_BACK if flared and flared.lost_today == 1 else Outcome.HELD


_OUTCOMES = {
    Worth.CLEAN: Outcome.CLEAN,
    Worth.HELD: Outcome.HELD,
    Worth.STEPPED_BACK: Outcome.STEPPED_BACK,
}
