"""What a run was worth on its day, judged by what had come before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression import ladder
from tracker.progression.diary import Sensation
from tracker.progression.rules import against
from tracker.progression.rules.load import over_plan
from tracker.progression.standing import is_painful

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.progression.diary import CheckIn, DiaryDay, SessionLog
    from tracker.progression.protocol import Numbers, RehabProtocol
    from tracker.progression.standing import Standing
    from tracker.progression.verdict import Finding


class RunAssessment(NamedTuple):
    """What a run was worth on its day, before the next morning has answered."""

    run: SessionLog
    against: tuple[Finding, ...]
    over_plan: bool
    clean_so_far: bool
    steps_back: bool
    exempt: bool

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that did not clear it; none for a run that was cleared."""
        return tuple(finding.rule for finding in self.against)

    @property
    def is_deviation(self) -> bool:
        """Whether the run was not cleared when it was made."""
        return bool(self.against)


def assess(
    before: Standing, run: SessionLog, records: DiaryDay, protocol: RehabProtocol
) -> RunAssessment:
    """Assess a run against the standing it was made in, and the rest of its day."""
    numbers = protocol.numbers
    plan = ladder.prescription(protocol, before)
    over = plan is not None and ladder.exceeds_plan(run, plan, numbers)
    objections = against(protocol, before)
    if over and not before.today.over_plan:
        objections = (*objections, over_plan(protocol, before, run.jog_seconds))
    fulfilled = plan is None or ladder.fulfils_plan(run, plan, numbers)
    answered = run.pain is not None and run.sensation in {Sensation.NONE, Sensation.SORENESS}
    quiet = not is_painful(run, numbers) and _is_quiet(records.check_ins_after(run), numbers)
    clean = not objections and fulfilled and answered and quiet and not run.stopped_early
    return RunAssessment(
        run=run,
        against=objections,
        over_plan=over,
        clean_so_far=clean,
        steps_back=bool(objections) or _costs_a_step(run, numbers),
        exempt=not objections and before.has_returned,
    )


def _costs_a_step(run: SessionLog, numbers: Numbers) -> bool:
    if run.limp:
        return True
    if run.pain is None:
        return False
    allowed = numbers.pain_allowed
    return run.pain >= allowed + numbers.step_back_points or (
        run.stopped_early and run.pain > allowed
    )


def _is_quiet(check_ins: Sequence[CheckIn], numbers: Numbers) -> bool:
    return not any(is_painful(c, numbers) or c.painkiller for c in check_ins)
