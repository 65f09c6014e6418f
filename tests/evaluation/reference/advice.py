"""The rules that only ever caution: each asks whether it has something to say."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from tests.evaluation.reference.numbers import (
    BUILD,
    FIRST_RIDE,
    LAY_OFF_CAUTION_DAYS,
    MINUTE,
    PAST_DAYS,
    RIDE_LEEWAY,
    STALLED_DAYS,
    WATCH_DAYS,
    WINDOW_CLOSES,
    WINDOW_OPENS,
)
from tests.evaluation.reference.plans import longest_ride
from tests.evaluation.reference.world import BUILD_STAGE, CROSS_TRAIN, LADDER, RETURNED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.evaluation.reference.world import World

_SCORED_DAYS = 3


def _longest_run(world: World) -> bool:
    if world.stage != RETURNED:
        return False
    past = [record.jog for record in world.past(PAST_DAYS, today=False) if record.is_run]
    longest = max(past, default=0)
    return any(r.is_run and r.jog * 10 > longest * 11 for r in world.records(world.today))


def _lay_off(world: World) -> bool:
    returned_on = world.returned_on
    if world.stage != RETURNED or world.step == BUILD or returned_on is None:
        return False
    lowered_on = world.today
    for mark in world.marks("step"):
        if mark.value == BUILD:
            break
        lowered_on = mark.day
    runs = world.run_days()
    for day in range(max(returned_on, lowered_on), world.today + 1):
        before = [run for run in runs if run < day]
        if before and day - before[-1] >= LAY_OFF_CAUTION_DAYS:
            return True
    return False


def _cross_training(world: World) -> bool:
    if world.stage not in {CROSS_TRAIN, *LADDER}:
        return False
    return any(_is_long_ride(world, r.kind, r.seconds) for r in world.records(world.today))


def _is_long_ride(world: World, kind: str, seconds: int | None) -> bool:
    if kind not in {"bike", "swim"} or seconds is None:
        return False
    longest = longest_ride(world, kind)
    if longest is None:
        return seconds > (FIRST_RIDE + RIDE_LEEWAY) * MINUTE
    return seconds * 5 > longest * 6 + 5 * RIDE_LEEWAY * MINUTE


def _worsening(world: World) -> bool:
    now, before = _worst(world, _week(world, 0)), _worst(world, _week(world, 7))
    return now is not None and before is not None and now - before >= 2


def _not_improving(world: World) -> bool:
    if world.today < WINDOW_OPENS:
        return False
    now, first = _worst(world, _week(world, 0)), _worst(world, range(7))
    if now is None or first is None or now == 0:
        return False
    return first - now < 2 and now * 10 > first * 7


def _week(world: World, ago: int) -> Iterable[int]:
    return range(max(0, world.today - ago - 6), world.today - ago + 1)


def _worst(world: World, days: Iterable[int]) -> float | None:
    """The median of the worst scores of those days that have one; None if they are few."""
    scores = [[r.pain for r in world.records(day) if r.pain is not None] for day in days]
    worst = [max(pains) for pains in scores if pains]
    return median(worst) if len(worst) >= _SCORED_DAYS else None


def _stalled(world: World) -> bool:
    if world.stage == RETURNED:
        return False
    since = world.stage_entered()
    if world.stage == BUILD_STAGE:
        since = max([since, *_records_set(world)])
    elif world.on_ladder:
        since = max([since, *(mark.day for mark in world.marks("passed"))])
    return world.today - since >= STALLED_DAYS


def _records_set(world: World) -> list[int]:
    """The dawns at which a clean run exceeded all other clean ones of the past 30 days."""
    clean = {mark.day: int(mark.value) for mark in world.marks("clean")}
    jogged = {day: sum(r.jog for r in world.records(day)) for day in clean.values()}
    return [
        dawn
        for dawn, day in clean.items()
        if all(
            jogged[day] > jogged[other]
            for other in clean.values()
            if dawn - PAST_DAYS <= other < day
        )
    ]


def _past_window(world: World) -> bool:
    returned_on = world.returned_on
    watched = returned_on is not None and world.today < returned_on + WATCH_DAYS
    if world.stage == RETURNED and not watched:
        return False
    first = max(WINDOW_CLOSES + 1, world.today - 6)
    return any(world.painful_day(day) for day in range(first, world.today + 1))


def _stepped_back_twice(world: World) -> bool:
    days = sorted({mark.day for mark in world.marks("setback")})
    clean = (int(mark.value) for mark in world.marks("clean"))
    return len(days) > 1 and not any(day >= days[-2] for day in clean)


QUESTIONS: dict[str, Callable[[World], bool]] = {
    "longest-run": _longest_run,
    "lay-off": _lay_off,
    "cross-training": _cross_training,
    "worsening": _worsening,
    "not-improving": _not_improving,
    "stalled": _stalled,
    "past-window": _past_window,
    "stepped-back-twice": _stepped_back_twice,
}
