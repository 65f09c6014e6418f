"""Rules of how much was done: against the plan, and against the month before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.protocol import Stage
from tracker.progression.rules.rule import CAUTION, CLEARED, Rule, hold
from tracker.progression.verdict import Finding

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing
    from tracker.progression.verdict import Decision


class MoreThanPlanned(NamedTuple):
    """The longest jogging of a run today, and what room a plan leaves."""

    jog_seconds: int
    percent: int
    seconds: int


def more_than_planned(
    protocol: RehabProtocol, standing: Standing
) -> tuple[Decision, MoreThanPlanned]:
    """Did a run of today go beyond its plan?"""
    today, numbers = standing.today, protocol.numbers
    facts = MoreThanPlanned(today.longest_run, numbers.over_plan_percent, numbers.over_plan_seconds)
    return hold(standing, if_=today.over_plan), facts


def over_plan(protocol: RehabProtocol, standing: Standing, jog_seconds: int) -> Finding:
    """Say of a run that it went beyond its plan."""
    numbers = protocol.numbers
    facts = MoreThanPlanned(jog_seconds, numbers.over_plan_percent, numbers.over_plan_seconds)
    return Finding(MORE_THAN_PLANNED.id, hold(standing, if_=True), facts)


class LongestRun(NamedTuple):
    """The longest run of today and that of the month before, in jogging."""

    jog_seconds: int
    longest_seconds: int
    percent: int


def longest_run(protocol: RehabProtocol, standing: Standing) -> tuple[Decision, LongestRun]:
    """After the return: is a run of today a jump against the month before?"""
    numbers = protocol.numbers
    longest = max((d.longest_run for d in standing.past(numbers.longest_run_days)), default=0)
    run = standing.today.longest_run
    jump = run * 100 > longest * numbers.longest_run_percent
    decision = CAUTION if jump and standing.stage is Stage.RETURNED else CLEARED
    return decision, LongestRun(run, longest, numbers.longest_run_percent)


MORE_THAN_PLANNED = Rule("more-than-planned", more_than_planned)
RULES = (MORE_THAN_PLANNED, Rule("longest-run", longest_run, only_warns=True))
