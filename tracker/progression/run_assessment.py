"""What a run was worth on its day, judged by what had come before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression import ladder
from tracker.progression.diary import Sensation
from tracker.progression.pain import is_painful
from tracker.progression.protocol import Stage
from tracker.progression.rules import against
from tracker.progression.rules.load import over_plan

if TYPE_CHECKING:
    from tracker.progression.diary import SessionLog
    from tracker.progression.ladder import Prescription
    from tracker.progression.protocol import Numbers, RehabProtocol
    from tracker.progression.standing import Draft
    from tracker.progression.verdict import Finding

_AT_EASE = frozenset({Sensation.NONE, Sensation.SORENESS})
_COUNTING = frozenset({Stage.RUN, Stage.BUILD})


class RunAssessment(NamedTuple):
    """What a run was worth on its day, before its response.

    `step` is the one it was made at, `counted_seconds` what later plans may build on if it is
    clean, `reach_seconds` how much of the baseline it stands for (0 if it fell short of the
    baseline of its day).
    """

    run: SessionLog
    step: int
    against: tuple[Finding, ...]
    over_plan: bool
    clean_so_far: bool
    steps_back: bool
    exempt: bool
    counted_seconds: int = 0
    reach_seconds: int = 0

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that did not clear it; none for a run that was cleared."""
        return tuple(finding.rule for finding in self.against)

    @property
    def is_deviation(self) -> bool:
        """Whether the run was not cleared when it was made."""
        return bool(self.against)


def assess(before: Draft, run: SessionLog, protocol: RehabProtocol) -> RunAssessment:
    """Assess a run against the standing it was made in."""
    numbers = protocol.numbers
    plan = ladder.prescription(protocol, before)
    over = plan is not None and ladder.exceeds_plan(run, plan, numbers)
    objections = against(protocol, before)
    if over and not before.today.over_plan:
        objections = (*objections, over_plan(protocol, run.jog_seconds))
    to_do = plan or ladder.kept_plan(protocol, before)
    clean = not objections and _is_easy(run, numbers)
    return RunAssessment(
        run,
        before.step,
        objections,
        over,
        clean and (to_do is None or ladder.fulfils_plan(run, to_do, numbers)),
        _costs_a_step(run, numbers),
        not objections and before.has_returned,
        _counted(run, plan),
        _reach(run, before),
    )


def _is_easy(run: SessionLog, numbers: Numbers) -> bool:
    """Whether a run was as a run should be: to its end, not hard, its answers without pain."""
    answered = run.pain is not None and run.sensation in _AT_EASE
    hard = run.effort is not None and run.effort >= numbers.hard_effort
    return answered and not hard and not run.stopped_early and not is_painful(run, numbers)


def _counted(run: SessionLog, plan: Prescription | None) -> int:
    return run.jog_seconds if plan is None else min(run.jog_seconds, plan.total_jog_seconds)


def _reach(run: SessionLog, before: Draft) -> int:
    if before.stage not in _COUNTING:
        return 0
    reach = min(run.jog_seconds, run.longest_bout or 0)
    return reach if reach >= before.baseline_seconds else 0


def _costs_a_step(run: SessionLog, numbers: Numbers) -> bool:
    """Whether the run by itself costs a step: strong pain, or stopped early with pain."""
    if run.pain is None:
        return False
    allowed = numbers.pain_allowed
    return run.pain >= allowed + numbers.step_back_points or (
        run.stopped_early and run.pain > allowed
    )
