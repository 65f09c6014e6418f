"""What became of a run: its response, whether it waits for an answer, whether it was clean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.evaluation.reference.entries import NONE, SORENESS
from tests.evaluation.reference.numbers import HARD_EFFORT, baseline, pain_allowed
from tests.evaluation.reference.world import BUILD_STAGE, RUN

if TYPE_CHECKING:
    from tests.evaluation.reference.entries import Record
    from tests.evaluation.reference.world import World


def open_runs(world: World, day: int) -> list[int]:
    """The places, in their day, of the runs that nothing has ended before they were judged."""
    ends = [(m.day, m.seen) for m in world.log if m.kind == "ended" and day <= m.day < day + 2]
    last = max(ends, default=(day, 0))
    return [n for n, r in enumerate(world.records(day)) if r.is_run and (day, n + 1) > last]


def is_answered(world: World, day: int) -> bool:
    """Whether the next day has the check-in that a run waits for, made before its own first run."""
    for record in world.records(day + 1):
        if record.is_run:
            return False
        if record.is_answer:
            return True
    return False


def is_pending(world: World, day: int) -> bool:
    """Whether a run of yesterday waits for its answer."""
    return bool(open_runs(world, day)) and not is_answered(world, day)


def is_unjudged(world: World, day: int) -> bool:
    """Whether a run's next day is over and left it without an answer."""
    return day + 2 <= world.today and is_pending(world, day)


def costs_a_step(world: World, day: int) -> bool:
    """Whether what is known of the runs of a day is worth a step back."""
    allowed = pain_allowed(world.episode, day)
    for number in open_runs(world, day):
        run = world.records(day)[number]
        score = -1 if run.pain is None else run.pain
        if score >= allowed + 2 or (run.stopped_early and score > allowed):
            return True
    return any(r.is_check_in and world.is_painful(r) for r in world.records(day + 1))


def is_deviation(world: World, day: int) -> bool:
    """Whether any run of the day was made against a rule."""
    runs = [number for number, record in enumerate(world.records(day)) if record.is_run]
    return any(world.assessed[day, number].rules for number in runs)


def is_clean(world: World, day: int) -> bool:
    """Whether the runs of a day, now to be judged, are one clean run."""
    runs = [number for number, record in enumerate(world.records(day)) if record.is_run]
    if len(runs) != 1 or open_runs(world, day) != runs or is_unjudged(world, day):
        return False
    if is_deviation(world, day) or _placed_since(world, day):
        return False
    run = world.records(day)[runs[0]]
    response = world.records(day)[runs[0] + 1 :] + world.records(day + 1)
    quiet = not any(world.is_painful(r) or r.painkiller for r in response)
    return quiet and _went_well(world, run) and _did_the_plan(world, run, runs[0])


def _went_well(world: World, run: Record) -> bool:
    answered = run.pain is not None and run.sensation in {NONE, SORENESS}
    easy = run.effort is None or run.effort < HARD_EFFORT
    return answered and easy and not run.stopped_early and not world.is_painful(run)


def _did_the_plan(world: World, run: Record, number: int) -> bool:
    plan = world.assessed[run.day, number].plan
    if plan is None:
        return True
    bout = run.longest if plan.repeats == 1 and plan.walk == 0 else plan.jog
    return run.jog * 10 >= plan.total * 9 and bout is not None and bout * 10 >= plan.jog * 9


def _placed_since(world: World, day: int) -> bool:
    return any(day < mark.day <= day + 2 for mark in world.marks("placed"))


def clean_days(world: World) -> list[int]:
    """The days of the clean runs judged since the count began anew, none made before that."""
    since = next((mark.day for mark in world.marks("restart")), 0)
    return [day for mark in world.marks("clean") if (day := int(mark.value)) >= since]


def runs_towards_step(world: World) -> int:
    """How many clean runs there are towards passing the step."""
    passed = next((mark.day for mark in world.marks("passed")), 0)
    return sum(1 for day in clean_days(world) if day + 2 > passed)


def baseline_runs(world: World) -> int:
    """How many clean runs of `run` and `build` reached the baseline."""
    return sum(1 for day in clean_days(world) if _reached_baseline(world, day))


def _reached_baseline(world: World, day: int) -> bool:
    """Whether the clean run of a day reached the baseline of that day, and that of now."""
    number, run = next((n, r) for n, r in enumerate(world.records(day)) if r.is_run)
    goal = max(baseline(world.episode, day), baseline(world.episode, world.today))
    made_in = world.assessed[day, number].stage
    return made_in in {RUN, BUILD_STAGE} and min(run.jog, run.longest or 0) >= goal
