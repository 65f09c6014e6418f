"""The ladder: what a step plans, and how a judged run moves the runner up, down or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.protocol import Stage
from tracker.progression.standing import ONE_DAY, is_painful

if TYPE_CHECKING:
    from tracker.progression.diary import CheckIn, SessionLog
    from tracker.progression.protocol import Numbers, RehabProtocol
    from tracker.progression.standing import RunDay, Standing

_MINUTE = 60


class Prescription(NamedTuple):
    """One planned session, in seconds: walk, then jog, so many times."""

    walk_seconds: int
    jog_seconds: int
    repeats: int

    @property
    def total_jog_seconds(self) -> int:
        """All jogging of the session."""
        return self.jog_seconds * self.repeats

    @property
    def total_walk_seconds(self) -> int:
        """All walking of the session."""
        return self.walk_seconds * self.repeats

    @property
    def total_seconds(self) -> int:
        """Walking and jogging together."""
        return self.total_walk_seconds + self.total_jog_seconds

    @property
    def is_continuous(self) -> bool:
        """Whether it is jogged without walking."""
        return self.walk_seconds == 0


def prescription(protocol: RehabProtocol, standing: Standing) -> Prescription | None:
    """The plan in force on a day, cut to the baseline; None off the ladder."""
    if not standing.on_ladder:
        return None
    if standing.stage is Stage.BUILD:
        return Prescription(0, _build_seconds(protocol.numbers, standing), 1)
    step = protocol.steps[standing.step - 1]
    jog = min(step.jog_seconds, standing.baseline_seconds)
    repeats = max(1, min(step.repeats, standing.baseline_seconds // jog))
    return Prescription(step.walk_seconds, jog, repeats)


def _build_seconds(numbers: Numbers, standing: Standing) -> int:
    """A little above the longest clean run of the month, in whole minutes, up to the baseline."""
    longest = max((d.clean_run for d in standing.past(numbers.longest_run_days)), default=0)
    planned = numbers.build_start_minutes * _MINUTE
    if longest:
        planned = longest * numbers.build_percent // (100 * _MINUTE) * _MINUTE
    return min(planned, standing.baseline_seconds)


def exceeds_plan(run: SessionLog, plan: Prescription, numbers: Numbers) -> bool:
    """Whether a run's jogging, or its longest bout, went beyond what the plan leaves room for."""
    bout = run.longest_bout
    return _exceeds(run.jog_seconds, plan.total_jog_seconds, numbers) or (
        bout is not None and _exceeds(bout, plan.jog_seconds, numbers)
    )


def _exceeds(done: int, planned: int, numbers: Numbers) -> bool:
    over = done - planned
    share = over * 100 > planned * numbers.over_plan_percent
    return share and over > numbers.over_plan_seconds


def fulfils_plan(run: SessionLog, plan: Prescription, numbers: Numbers) -> bool:
    """Whether enough of the plan was done for the run to count."""

    def enough(done: int, planned: int) -> bool:
        return done * 100 >= planned * numbers.plan_done_percent

    if not enough(run.jog_seconds, plan.total_jog_seconds):
        return False
    bout = run.longest_bout
    return not plan.is_continuous or (bout is not None and enough(bout, plan.jog_seconds))


def judge(
    standing: Standing, protocol: RehabProtocol, run: RunDay, settled_by: CheckIn | None
) -> None:
    """Let a run day count, step back or hold, now that its morning has answered or passed."""
    if not (standing.on_ladder or standing.has_returned):
        return
    numbers = protocol.numbers
    if run.steps_back or (settled_by is not None and is_painful(settled_by, numbers)):
        _step_back(standing, protocol)
    elif run.clean_so_far and settled_by is not None and not settled_by.painkiller:
        _count_clean(standing, protocol, run)


def _step_back(standing: Standing, protocol: RehabProtocol) -> None:
    if standing.has_returned:
        if not in_watch(standing, protocol.numbers):
            return
        standing.stage = Stage.BUILD
        standing.step = protocol.build_step
        standing.returned_on = None
        standing.progress_on = standing.day
        _start_anew(standing)
    else:
        lower(standing, protocol, steps=1)
    standing.setbacks += 1


def in_watch(standing: Standing, numbers: Numbers) -> bool:
    """Whether the day is one of the first after the return, the day of return included."""
    returned = standing.returned_on
    return returned is not None and standing.day < returned + numbers.watch_days * ONE_DAY


def lower(standing: Standing, protocol: RehabProtocol, *, steps: int) -> None:
    """Go down the ladder, never below its first step; every count starts anew."""
    standing.step = max(1, standing.step - steps)
    _start_anew(standing)
    if standing.on_ladder:
        standing.stage = protocol.ladder_stage(standing.step)


def _start_anew(standing: Standing) -> None:
    standing.clean_runs = 0
    standing.baseline_runs = 0


def _count_clean(standing: Standing, protocol: RehabProtocol, run: RunDay) -> None:
    standing.setbacks = 0
    _remember_clean(standing, run)
    if standing.stage is Stage.RETURNED:
        return
    if run.reached_baseline and standing.stage is not Stage.WALK_JOG:
        standing.baseline_runs += 1
    if standing.stage is not Stage.BUILD:
        standing.clean_runs += 1
        if standing.clean_runs >= protocol.steps[standing.step - 1].clean_runs:
            _pass_step(standing, protocol)
    enough = standing.baseline_runs >= protocol.numbers.build_clean_runs
    if standing.stage is Stage.BUILD and enough:
        standing.stage = Stage.RETURNED
        standing.returned_on = standing.day


def _remember_clean(standing: Standing, run: RunDay) -> None:
    """Note on the day of the run that it was clean."""
    index = len(standing.recent) - 1 - (standing.day - run.day).days
    days = list(standing.recent)
    days[index] = days[index]._replace(clean_run=run.jog_seconds)
    standing.recent = tuple(days)


def _pass_step(standing: Standing, protocol: RehabProtocol) -> None:
    standing.step += 1
    standing.clean_runs = 0
    standing.progress_on = standing.day
    standing.stage = protocol.ladder_stage(standing.step)


def enter(standing: Standing, protocol: RehabProtocol) -> None:
    """Step onto the ladder, where it was left."""
    standing.stage = protocol.ladder_stage(standing.step)
    standing.progress_on = standing.day


def lay_off(standing: Standing, protocol: RehabProtocol) -> None:
    """One step back on the day a lay-off begins, and for each further week of it."""
    if standing.last_run is None or standing.has_returned:
        return
    numbers = protocol.numbers
    gap = (standing.day - standing.last_run).days - numbers.layoff_days
    if gap >= 0 and gap % numbers.layoff_every_days == 0:
        lower(standing, protocol, steps=1)


def sharp_pain(standing: Standing, protocol: RehabProtocol) -> None:
    """Activity stops: back to `protect`, some steps lower (once a day), counts anew."""
    steps = 0 if standing.sharp_on == standing.day else protocol.numbers.sharp_pain_steps
    standing.stage = Stage.PROTECT
    lower(standing, protocol, steps=steps)
    standing.sharp_on = standing.day
    standing.setbacks += 1
    standing.returned_on = None
    standing.progress_on = None
    standing.awaiting = ()
