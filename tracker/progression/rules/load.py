"""Rules of how much was done: against the plan, and against the month before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.ladder import kept_plan
from tracker.progression.protocol import Stage
from tracker.progression.rides import jump
from tracker.progression.rules.rule import CAUTION, CLEARED, HOLD, Rule, hold
from tracker.progression.verdict import Finding

if TYPE_CHECKING:
    from datetime import date

    from tracker.progression.diary import Kind
    from tracker.progression.ladder import Prescription
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Draft
    from tracker.progression.verdict import Decision


class MoreThanPlanned(NamedTuple):
    """The longest jogging of a run today, and what room a plan leaves."""

    jog_seconds: int
    percent: int
    seconds: int


def more_than_planned(protocol: RehabProtocol, standing: Draft) -> tuple[Decision, MoreThanPlanned]:
    """Did a run of today go beyond its plan?"""
    today, numbers = standing.today, protocol.numbers
    facts = MoreThanPlanned(today.longest_run, numbers.over_plan_percent, numbers.over_plan_seconds)
    return hold(standing, if_=today.over_plan), facts


def over_plan(protocol: RehabProtocol, jog_seconds: int) -> Finding:
    """Say of a run that it went beyond its plan; there is none after the return."""
    numbers = protocol.numbers
    facts = MoreThanPlanned(jog_seconds, numbers.over_plan_percent, numbers.over_plan_seconds)
    return Finding(MORE_THAN_PLANNED.id, HOLD, facts)


class LongestRun(NamedTuple):
    """The longest run of today and that of the month before, in jogging."""

    jog_seconds: int
    longest_seconds: int
    percent: int


def longest_run(protocol: RehabProtocol, standing: Draft) -> tuple[Decision, LongestRun]:
    """After the return: is a run of today a jump against the month before?"""
    numbers = protocol.numbers
    longest = max((d.longest_run for d in standing.last_days(numbers.longest_run_days)), default=0)
    run = standing.today.longest_run
    jump = run * 100 > longest * numbers.longest_run_percent
    decision = CAUTION if jump and standing.has_returned else CLEARED
    return decision, LongestRun(run, longest, numbers.longest_run_percent)


class LayOff(NamedTuple):
    """The last run before a lay-off after the return, and the plan to begin again with."""

    last_run: date | None
    step: int | None
    plan: Prescription | None


def lay_off(protocol: RehabProtocol, standing: Draft) -> tuple[Decision, LayOff]:
    """After the return: was there so long no run that it has to begin again lower down?"""
    plan = kept_plan(protocol, standing) if standing.laid_off else None
    if plan is None:
        return CLEARED, LayOff(None, None, None)
    return CAUTION, LayOff(standing.last_run, standing.step, plan)


class CrossTraining(NamedTuple):
    """The ride or swim of today that is a jump, and the longest of the month (0: none)."""

    kind: Kind | None
    ridden_seconds: int
    longest_seconds: int


def cross_training(protocol: RehabProtocol, standing: Draft) -> tuple[Decision, CrossTraining]:
    """Did the time on the bike and in the water rise gradually?"""
    asked = standing.on_ladder or standing.stage is Stage.CROSS_TRAIN
    jumped = jump(protocol.numbers, standing) if asked else None
    if jumped is None:
        return CLEARED, CrossTraining(None, 0, 0)
    return CAUTION, CrossTraining(*jumped)


MORE_THAN_PLANNED = Rule("more-than-planned", more_than_planned)
RULES = (
    MORE_THAN_PLANNED,
    Rule("longest-run", longest_run, only_warns=True),
    Rule("lay-off", lay_off, only_warns=True),
    Rule("cross-training", cross_training, only_warns=True),
)
