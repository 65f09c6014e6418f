"""Live a day: what its dawn brings, then each record in turn. Everything goes into the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.evaluation.reference.numbers import (
    BUILD,
    LAY_OFF_DAYS,
    SEVERE_PAIN,
    WALK_SECONDS,
    WATCH_DAYS,
    clean_runs_needed,
    pain_free_days,
    placements,
)
from tests.evaluation.reference.plans import measure_of_today
from tests.evaluation.reference.rules import breaks, exceeds
from tests.evaluation.reference.runs import (
    baseline_runs,
    costs_a_step,
    is_clean,
    is_deviation,
    open_runs,
    runs_towards_step,
)
from tests.evaluation.reference.world import (
    BUILD_STAGE,
    CROSS_TRAIN,
    LADDER,
    PROTECT,
    RETURNED,
    Assessed,
    World,
)

if TYPE_CHECKING:
    from tests.evaluation.reference.entries import Diary, Record


def begin(diary: Diary) -> World:
    """The world at the dawn of onset."""
    world = World(diary)
    world.note("step", 1)
    world.note("stage", PROTECT)
    _place(world)
    return world


def next_dawn(world: World) -> None:
    """Let the night pass."""
    world.today, world.seen = world.today + 1, 0
    _lay_off(world)
    _place(world)
    _judge(world)


def live_records(world: World) -> None:
    """Live what is still to come of today."""
    while world.seen < len(world.days.get(world.today, [])):
        live_next(world)


def live_next(world: World) -> None:
    record = world.days[world.today][world.seen]
    if record.is_run:
        _assess(world, record)
    world.seen += 1
    _hurt(world, record)
    _move_on(world, record)


def _assess(world: World, run: Record) -> None:
    plan = measure_of_today(world)
    rules = breaks(world)
    if world.on_ladder and plan is not None and exceeds(run, plan):
        rules = (*rules, "more-than-planned")
    world.assessed[world.today, world.seen] = Assessed(world.stage, plan, rules)


# Dawn
def _lay_off(world: World) -> None:
    since = world.run_days()[-1:]
    acted = [s.day for day, s in placements(world.diary) if s.is_clinicians and day < world.today]
    if not (since or acted):
        return
    gap = world.today - max(since + acted)
    if gap < LAY_OFF_DAYS or gap % 7:
        return
    world.note("step", max(1, world.step - 1))
    world.note("lay_off")
    world.note("restart")
    if world.on_ladder:
        world.enter_ladder()


def _place(world: World) -> None:
    for day, setting in placements(world.diary):
        if day != world.today:
            continue
        world.note("step", setting.value)
        world.note("placed")
        world.note("restart")
        if world.on_ladder:
            world.enter_ladder()


def _judge(world: World) -> None:
    day = world.today - 2
    on_its_way = world.stage in {*LADDER, RETURNED}
    if not on_its_way or day < 0 or not open_runs(world, day):
        return
    if costs_a_step(world, day):
        _step_back(world, day)
    elif is_deviation(world, day):
        world.note("restart")
    elif is_clean(world, day):
        world.note("clean", day)
        _count(world)


def _step_back(world: World, run_day: int) -> None:
    if world.stage != RETURNED:
        _take(world, 1)
        world.enter_ladder()
    elif in_watch(world, run_day):
        _take(world, 0 if world.step == BUILD else 1)
        world.enter_ladder()


def _count(world: World) -> None:
    """A clean run more: it raises a lowered step, or may pass a step, or end the ladder."""
    if world.stage == RETURNED:
        if world.step < BUILD:
            world.note("step", world.step + 1)
        return
    step = world.step
    if step < BUILD and runs_towards_step(world) >= clean_runs_needed(
        world.episode, step, world.today
    ):
        world.note("passed", step)
        world.note("step", step + 1)
        world.enter_ladder()
    if world.stage == BUILD_STAGE and baseline_runs(world) >= 2:
        world.enter(RETURNED)


# Pain
def in_watch(world: World, day: int) -> bool:
    """Whether a day is not yet after the watch of the latest return."""
    returned_on = world.returned_on
    return returned_on is not None and day < returned_on + WATCH_DAYS


def _take(world: World, steps: int) -> None:
    """Pain takes steps: of all that it takes on one day the most, not the sum."""
    taken = [int(m.value) for m in world.marks("setback") if m.day == world.today]
    more = max(0, steps - max(taken, default=0))
    if more:
        world.note("step", max(1, world.step - more))
    world.note("setback", steps)
    world.note("restart")


def _protect(world: World, steps: int) -> None:
    _take(world, steps)
    world.note("ended")
    world.enter(PROTECT)


def _hurt(world: World, record: Record) -> None:
    """What a record does that hurts."""
    if record.is_sharp_event:
        _protect(world, 2)
        return
    _flare(world, record)
    _bad_days(world, record)


def _flare(world: World, record: Record) -> None:
    bad_today = any(m.day == world.today for m in world.marks("bad_days"))
    if not world.is_flare(record):
        return
    if world.stage == RETURNED and not in_watch(world, world.today):
        if record.limp or (record.pain or 0) >= SEVERE_PAIN:
            _protect(world, 1)
        else:
            _take(world, 0)
            world.note("ended")
    elif world.stage in {*LADDER, RETURNED} or bad_today:
        _protect(world, 1)


def _bad_days(world: World, record: Record) -> None:
    if not world.is_painful(record) or world.stage not in {*LADDER, RETURNED}:
        return
    if any(mark.day == world.today for mark in world.marks("bad_days")):
        return
    last_week = range(max(0, world.today - 6), world.today + 1)
    if sum(world.painful_day(day) for day in last_week) < 3:
        return
    world.note("bad_days")
    if world.stage == RETURNED and not in_watch(world, world.today):
        _take(world, 0)
        world.note("ended")
    else:
        _protect(world, 0)


# Protection and cross-training
def _move_on(world: World, record: Record) -> None:
    if world.stage == PROTECT:
        if _pain_is_gone(world):
            world.enter(CROSS_TRAIN)
    elif world.stage == CROSS_TRAIN:
        if world.is_painful(record) or (_entered_today(world) and not _pain_is_gone(world)):
            world.enter(PROTECT)
        elif _walk_is_answered(world, record):
            world.enter_ladder()


def _entered_today(world: World) -> bool:
    return next(world.marks("stage")).day == world.today


def _pain_is_gone(world: World) -> bool:
    first = world.today - pain_free_days(world.episode, world.today) + 1
    return first >= 0 and all(world.pain_free_day(d) for d in range(first, world.today + 1))


def _walk_is_answered(world: World, record: Record) -> bool:
    """Whether this is the morning's good answer to a walk of yesterday."""
    if not record.is_answer or record.painkiller:
        return False
    if sum(r.is_answer for r in world.records(world.today)) > 1:
        return False
    yesterday = world.today - 1
    walked = any(_is_walk(world, r) for r in world.records(yesterday))
    return walked and world.stage_at_end_of(yesterday) == CROSS_TRAIN


def _is_walk(world: World, r: Record) -> bool:
    long_enough = r.kind == "walk" and not r.is_run and (r.seconds or 0) >= WALK_SECONDS
    return long_enough and r.pain is not None and not world.is_painful(r)
