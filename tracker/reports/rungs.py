"""The ladder, step by step: what each plans, what it needs, and what came of its runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.language.phrases import step_text
from tracker.progression.ladder import step_plan
from tracker.reports.run_days import Outcome
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing
    from tracker.reports.run_days import PastRunDay


class Rung(NamedTuple):
    """A step and what was run there.

    `needed` clean runs pass it; None above the last step. `longest_bout` (seconds) is that of its
    run days without a deviation.
    """

    step: int
    plan: str
    needed: int | None
    runs: int
    clean: int
    longest_bout: int


def rungs(
    protocol: RehabProtocol, standing: Standing, days: Sequence[PastRunDay]
) -> tuple[Rung, ...]:
    """The steps from the first to the way above the last; `protocol` is the one in force."""
    return tuple(
        _rung(protocol, standing, n, [d for d in days if d.step == n])
        for n in range(1, protocol.build_step + 1)
    )


def _rung(
    protocol: RehabProtocol, standing: Standing, step: int, days: Sequence[PastRunDay]
) -> Rung:
    plan, needed = gettext("Build up to your usual run"), None
    if step < protocol.build_step:
        plan = step_text(step_plan(protocol, step, standing.baseline_seconds))
        needed = protocol.steps[step - 1].clean_runs
    as_told = [d.longest_bout or 0 for d in days if d.outcome is not Outcome.DEVIATION]
    return Rung(
        step=step,
        plan=plan,
        needed=needed,
        runs=len(days),
        clean=sum(d.outcome is Outcome.CLEAN for d in days),
        longest_bout=max(as_told, default=0),
    )
