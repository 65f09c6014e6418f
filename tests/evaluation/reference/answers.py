"""Decide the days of a diary, each as it stood at its end, as the objects that are printed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.evaluation.reference.ahead import look_ahead
from tests.evaluation.reference.files import read
from tests.evaluation.reference.live import begin, live_records, next_dawn
from tests.evaluation.reference.numbers import WINDOW_CLOSES, WINDOW_OPENS
from tests.evaluation.reference.plans import plan_of_today, ride_minutes
from tests.evaluation.reference.rules import REFER, findings, verdict
from tests.evaluation.reference.runs import baseline_runs, runs_towards_step
from tests.evaluation.reference.world import BUILD_STAGE, CROSS_TRAIN, LADDER, RETURNED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.evaluation.reference.entries import Diary
    from tests.evaluation.reference.world import World

ENGINE = 2


def each_day(folder: Path, until: date) -> list[dict[str, Any]]:
    """Decide every day from onset to `until`."""
    return list(days(read(folder, until), until))


def days(diary: Diary, until: date) -> Iterator[dict[str, Any]]:
    world = begin(diary)
    for day in range((until - diary.episode.onset).days + 1):
        if day:
            next_dawn(world)
        live_records(world)
        yield _answer_of(world)


def _answer_of(world: World) -> dict[str, Any]:
    onset, ahead = world.episode.onset, look_ahead(world)

    def on(day: int | None) -> str | None:
        return None if day is None else (onset + timedelta(days=day)).isoformat()

    return {
        "on": on(world.today),
        "stage": world.stage,
        "step": None if world.stage in {BUILD_STAGE, RETURNED} else world.step,
        "clean_runs": _clean_runs(world),
        "decision": verdict(world),
        "next_run": on(ahead.next_run),
        "prescription": _prescription(world),
        "findings": [
            {"rule": rule, "decision": decision, "until": on(ahead.until.get(rule))}
            for rule, decision in findings(world).items()
        ],
        "deviations": [
            {"date": on(day), "rules": list(rules)} for day, rules in _deviations(world)
        ],
        "window": {
            "day": world.today,
            "position": _position(world.today),
            "opens": on(WINDOW_OPENS),
            "closes": on(WINDOW_CLOSES),
        },
        "pain_free_since": on(_pain_free_since(world)),
        "cross_training": _cross_training(world),
        "engine": ENGINE,
    }


def _deviations(world: World) -> list[tuple[int, tuple[str, ...]]]:
    return [(day, met.rules) for (day, _), met in world.assessed.items() if met.rules]


def _clean_runs(world: World) -> int | None:
    if world.stage == RETURNED:
        return None
    if world.stage == BUILD_STAGE:
        return baseline_runs(world)
    return runs_towards_step(world) if world.on_ladder else 0


def _prescription(world: World) -> dict[str, int] | None:
    plan = plan_of_today(world)
    if plan is None:
        return None
    return {"walk_seconds": plan.walk, "jog_seconds": plan.jog, "repeats": plan.repeats}


def _position(day: int) -> str:
    if day < WINDOW_OPENS:
        return "before"
    return "inside" if day <= WINDOW_CLOSES else "beyond"


def _pain_free_since(world: World) -> int | None:
    day = world.today if world.records(world.today) else world.today - 1
    first = None
    while day >= 0 and world.pain_free_day(day):
        first, day = day, day - 1
    return first


def _cross_training(world: World) -> dict[str, int] | None:
    if world.stage not in {CROSS_TRAIN, *LADDER} or verdict(world) == REFER:
        return None
    return {f"{kind}_minutes": ride_minutes(world, kind) for kind in ("bike", "swim")}
