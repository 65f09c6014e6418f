"""The ladder series: for every step its runs, what came of them, and the longest bout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.ladder import step_plan
from tracker.progression.standing import Standing
from tracker.reports.run_days import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.progression.diary import Diary
    from tracker.progression.protocol import RehabProtocol, Stage
    from tracker.progression.timeline import DayOutcome
    from tracker.reports.run_days import PastRunDay

_MINUTE = 60


class Rung(NamedTuple):
    """A step and what was run there.

    `needed` clean runs pass it; None above the last step. `outcomes` are those of its run days in
    order, `longest_bout` (seconds) is that of the days without a deviation.
    """

    step: int
    plan: str
    needed: int | None
    outcomes: tuple[Outcome, ...]
    longest_bout: int


@dataclass(frozen=True, slots=True)
class LadderSeries:
    """The rungs from the first up, the one now stood on, and the baseline in seconds.

    `counted` are the clean runs that count towards passing the present step.
    """

    rungs: tuple[Rung, ...]
    step: int
    stage: Stage
    counted: int
    baseline_seconds: int


def ladder_series(
    protocol: RehabProtocol,
    diary: Diary,
    outcomes: Sequence[DayOutcome],
    days: Sequence[PastRunDay],
) -> LadderSeries:
    """The ladder with the run `days`, as it stands at the end; its foot where there is no day.

    `protocol` is the one pinned; the numbers in force on the last day are shown.
    """
    onset = diary.episode.onset
    standing = Standing(onset, onset, diary.episode.baseline_minutes * _MINUTE)
    if outcomes:
        protocol, standing = outcomes[-1].protocol, outcomes[-1].standing
    return LadderSeries(
        rungs=tuple(
            _rung(protocol, standing, n, [d for d in days if d.step == n])
            for n in range(1, protocol.build_step + 1)
        ),
        step=standing.step,
        stage=standing.stage,
        counted=standing.clean_runs,
        baseline_seconds=standing.baseline_seconds,
    )


def _rung(
    protocol: RehabProtocol, standing: Standing, step: int, days: Sequence[PastRunDay]
) -> Rung:
    as_told = [d for d in days if d.outcome is not Outcome.DEVIATION]
    on_the_way = step < protocol.build_step
    return Rung(
        step=step,
        plan=_plan(protocol, standing, step) if on_the_way else "build up, returned",
        needed=protocol.steps[step - 1].clean_runs if on_the_way else None,
        outcomes=tuple(d.outcome for d in days),
        longest_bout=max((d.longest_bout or 0 for d in as_told), default=0),
    )


def _plan(protocol: RehabProtocol, standing: Standing, step: int) -> str:
    """What the step plans, cut to the baseline as it would be on the day."""
    plan = step_plan(protocol, step, standing.baseline_seconds)
    jog, walk = f"{plan.jog_seconds / _MINUTE:g}", f"{plan.walk_seconds / _MINUTE:g}"
    return f"jog {jog}" if plan.is_continuous else f"walk {walk}, jog {jog} ×{plan.repeats}"
