"""The ladder: what a step plans, and whether a run did it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.protocol import Stage

if TYPE_CHECKING:
    from tracker.progression.diary import SessionLog
    from tracker.progression.protocol import Numbers, RehabProtocol
    from tracker.progression.standing import Draft

_MINUTE = 60
_BUILD = Stage.BUILD


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


def prescription(protocol: RehabProtocol, standing: Draft) -> Prescription | None:
    """The plan in force on a day, cut to the baseline; None off the ladder."""
    if not standing.on_ladder:
        return None
    if standing.stage is _BUILD:
        return Prescription(0, _build_seconds(protocol.numbers, standing), 1)
    return step_plan(protocol, standing.step, standing.baseline_seconds)


def step_plan(protocol: RehabProtocol, step: int, baseline_seconds: int) -> Prescription:
    """What a step of the ladder plans: a bout cut to the baseline, then repeats to what fits."""
    planned = protocol.steps[step - 1]
    jog = min(planned.jog_seconds, baseline_seconds)
    repeats = max(1, min(planned.repeats, baseline_seconds // jog))
    return Prescription(planned.walk_seconds, jog, repeats)


def kept_plan(protocol: RehabProtocol, standing: Draft) -> Prescription | None:
    """After the return: the plan of the step kept, where a lay-off or a placement lowered it."""
    if not standing.has_returned or standing.step >= protocol.build_step:
        return None
    return step_plan(protocol, standing.step, standing.baseline_seconds)


def _build_seconds(numbers: Numbers, standing: Draft) -> int:
    """A little above the longest clean run of the month, in whole minutes, up to the baseline.

    Where the week does not leave that much, an easy run of half of that longest run.
    """
    longest = _longest_clean(numbers, standing)
    planned = numbers.build_start_minutes * _MINUTE
    if longest:
        planned = _whole_minutes(longest * numbers.build_percent // 100)
    planned = min(planned, standing.baseline_seconds)
    left = week_leaves(numbers, standing)
    if left is None or left >= planned:
        return planned
    from_here = longest or numbers.build_start_minutes * _MINUTE
    easy = max(_MINUTE, _whole_minutes(from_here * numbers.easy_percent // 100))
    return min(easy, standing.baseline_seconds)


def _longest_clean(numbers: Numbers, standing: Draft) -> int:
    """What the longest clean run of the month counts for, since the last setback or lay-off."""
    since = (standing.day - (standing.plan_from or standing.onset)).days
    days = standing.last_days(numbers.longest_run_days)[-since:] if since else ()
    return max([day.clean_run for day in days], default=0)


def week_leaves(numbers: Numbers, standing: Draft) -> int | None:
    """How much jogging the usual week leaves for today, in seconds; None where it is not known."""
    usual = counted_week(numbers, standing)
    if usual is None:
        return None
    return usual - sum(day.jog_seconds for day in standing.last_days(numbers.week_days))


def counted_week(numbers: Numbers, standing: Draft) -> int | None:
    """The usual week as it is counted: at least so many times the baseline."""
    if standing.week_seconds is None:
        return None
    least = standing.baseline_seconds * numbers.week_least_percent // 100
    return max(standing.week_seconds, least)


def _whole_minutes(seconds: int) -> int:
    return seconds // _MINUTE * _MINUTE


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
