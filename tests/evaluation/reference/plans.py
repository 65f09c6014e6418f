"""What is planned: the steps of the ladder, the runs of `build`, the rides and swims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.evaluation.reference.numbers import (
    BUILD,
    FIRST_RIDE,
    MINUTE,
    PAST_DAYS,
    RIDE_CAP,
    STEPS,
    baseline,
    usual_week,
)
from tests.evaluation.reference.world import RETURNED, Plan

if TYPE_CHECKING:
    from tests.evaluation.reference.world import World


def plan_of_step(world: World, step: int) -> Plan:
    """The plan of a step of the ladder, cut to the baseline."""
    walk, jog, repeats = STEPS[step]
    longest = baseline(world.episode, world.today)
    bout = min(jog * MINUTE, longest)
    return Plan(walk * MINUTE, bout, max(1, min(repeats, longest // bout)))


def plan_of_today(world: World) -> Plan | None:
    """The plan in force; None off the ladder."""
    if not world.on_ladder:
        return None
    return _build_plan(world) if world.step == BUILD else plan_of_step(world, world.step)


def measure_of_today(world: World) -> Plan | None:
    """What a run of today has to do to be clean: the plan, or that of a lowered step."""
    if world.stage == RETURNED and world.step < BUILD:
        return plan_of_step(world, world.step)
    return plan_of_today(world)


def _build_plan(world: World) -> Plan:
    usual_run = baseline(world.episode, world.today)
    longest = longest_clean(world)
    plan = _whole(min(usual_run, 30 * MINUTE if longest is None else longest * 11 // 10))
    week = usual_week(world.episode, world.today)
    if week is not None and _left_of(world, max(week, usual_run * 5 // 2)) < plan:
        easy = 15 * MINUTE if longest is None else longest // 2
        plan = _whole(min(usual_run, easy))
    return Plan(0, plan, 1)


def _left_of(world: World, week: int) -> int:
    return week - sum(record.jog for record in world.past(6, today=False))


def _whole(seconds: int) -> int:
    return seconds // MINUTE * MINUTE


def longest_clean(world: World) -> int | None:
    """The longest clean run on which `build` grows, each counted with no more than its plan."""
    since = [mark.day for mark in world.log if mark.kind in {"setback", "lay_off"}]
    first = max([world.today - PAST_DAYS, *since])
    days = [int(mark.value) for mark in world.marks("clean")]
    return max((counted(world, day) for day in days if first <= day < world.today), default=None)


def counted(world: World, day: int) -> int:
    """The jogging of the clean run of a day, as far as it was planned."""
    number, run = next((n, r) for n, r in enumerate(world.records(day)) if r.is_run)
    met = world.assessed[day, number]
    return run.jog if met.stage == RETURNED or met.plan is None else min(run.jog, met.plan.total)


def ride_minutes(world: World, kind: str) -> int:
    """The suggestion for the next bike or swim session, in minutes."""
    past = [r for r in world.past(PAST_DAYS, today=False) if r.kind == kind]
    longest = longest_ride(world, kind)
    if past and world.is_painful(past[-1]):
        minutes = max(5, (past[-1].seconds or 0) // 2 // (5 * MINUTE) * 5)
    elif longest is None:
        minutes = FIRST_RIDE
    else:
        minutes = -(-longest * 6 // (5 * 5 * MINUTE)) * 5
    return min(minutes, max(baseline(world.episode, world.today) // MINUTE, RIDE_CAP))


def longest_ride(world: World, kind: str) -> int | None:
    """Seconds of the longest session of a kind that did not hurt, of the past 30 days."""
    past = [r for r in world.past(PAST_DAYS, today=False) if r.kind == kind]
    fine = [r.seconds for r in past if r.seconds and not world.is_painful(r)]
    return max(fine, default=None)
