"""Run days: how much was jogged, what the next morning said, and what came of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import EMPTY_DAY
from tracker.progression.ladder import in_watch
from tracker.progression.standing import ONE_DAY, is_painful

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tracker.progression.diary import Diary, DiaryDay, Sensation
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
    waiting = {run.day for run in outcomes[-1].standing.awaiting} if outcomes else set()
    return tuple(_run_days(diary, outcomes, waiting))


def _run_days(
    diary: Diary, outcomes: Sequence[DayOutcome], waiting: set[date]
) -> Iterator[PastRunDay]:
    for before, now, after in _neighbours(outcomes):
        if now.runs:
            day = now.standing.day
            morning = diary.day(day + ONE_DAY) if after is not None else EMPTY_DAY
            settling = morning.settling
            sharp = now.standing.sharp_on == day
            made_in = before if sharp and before is not None else now
            yield PastRunDay(
                day=day,
                step=made_in.standing.step,
                jog_seconds=sum(r.run.jog_seconds for r in now.runs),
                longest_bout=max(
                    (r.run.longest_bout for r in now.runs if r.run.longest_bout is not None),
                    default=None,
                ),
                outcome=_outcome(now, after, morning, pending=day in waiting),
                morning=None if settling is None else settling.pain,
                felt=None if settling is None else settling.sensation,
                walk_seconds=sum(r.run.walked_seconds for r in now.runs),
                pain=max((r.run.pain for r in now.runs if r.run.pain is not None), default=None),
                morning_to_come=settling is None and (after is None or after is outcomes[-1]),
            )


def _neighbours(
    outcomes: Sequence[DayOutcome],
) -> Iterator[tuple[DayOutcome | None, DayOutcome, DayOutcome | None]]:
    """Each day between the one before it and the one after it."""
    yield from zip((None, *outcomes), outcomes, (*outcomes[1:], None), strict=False)


def _outcome(
    now: DayOutcome, after: DayOutcome | None, morning: DiaryDay, *, pending: bool
) -> Outcome:
    """The first that is so, in this order: it explains the day best."""
    if now.standing.sharp_on == now.standing.day:
        return Outcome.STOPPED
    if any(run.is_deviation for run in now.runs):
        return Outcome.DEVIATION
    if pending or after is None:
        return Outcome.PENDING
    if after.standing.yesterday.clean_run:
        return Outcome.CLEAN
    numbers, settling = now.protocol.numbers, morning.settling
    painful = settling is not None and is_painful(settling, numbers)
    judged = now.standing.copy()
    judged.day = after.standing.day
    home = judged.has_returned and not in_watch(judged, numbers)
    lasting = home or _ended_by_sharp_pain(morning)
    if not lasting and (painful or any(run.steps_back for run in now.runs)):
        return Outcome.STEPPED_BACK
    return Outcome.HELD


def _ended_by_sharp_pain(morning: DiaryDay) -> bool:
    """Whether sharp pain came before the check-in that would have settled the run."""
    sharp = next((s for s in morning.sessions if s.is_sharp_pain_event), None)
    settling = morning.settling
    return sharp is not None and (settling is None or not morning.precedes(settling, sharp))
