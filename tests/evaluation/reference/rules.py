"""The rules that may hold a run. Each answers for the moment that the world stands at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.evaluation.reference import advice
from tests.evaluation.reference.entries import EVENING, NIGHT, SHARP
from tests.evaluation.reference.numbers import (
    EVENING_FROM,
    MINUTE,
    PAIN_FREE_DAYS_AFTER,
    SHARP_HOLD_DAYS,
    flare_pain,
)
from tests.evaluation.reference.runs import is_pending, is_unjudged
from tests.evaluation.reference.signs import open_signs, unanswered
from tests.evaluation.reference.world import CROSS_TRAIN, PROTECT, RETURNED

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.evaluation.reference.entries import Record
    from tests.evaluation.reference.world import Plan, World

CLEARED, CAUTION, HOLD, STOP, REFER = "cleared", "caution", "hold", "stop", "refer"
BY_CAUTION = (CLEARED, CAUTION, HOLD, STOP, REFER)


def findings(world: World) -> dict[str, str]:
    """What each rule answers, in the order of the contract."""
    return {name: rule(world) for name, rule in RULES.items()}


def verdict(world: World) -> str:
    """The most cautious finding."""
    return max(findings(world).values(), key=BY_CAUTION.index)


def breaks(world: World) -> tuple[str, ...]:
    """The rules that a run made now goes against."""
    return tuple(name for name, finding in findings(world).items() if holds(finding))


def holds(decision: str) -> bool:
    return BY_CAUTION.index(decision) >= BY_CAUTION.index(HOLD)


def exceeds(run: Record, plan: Plan) -> bool:
    """Whether a run was longer than planned by more than is let pass."""
    return _over(run.jog, plan.total) or _over(run.longest or 0, plan.jog)


def _over(done: int, planned: int) -> bool:
    return done - planned > MINUTE // 2 and done * 10 > planned * 11


def _hold(world: World, *, when: bool) -> str:
    """Hold; after the return that is a caution."""
    return CLEARED if not when else CAUTION if world.stage == RETURNED else HOLD


def _hold_before_return(world: World, *, when: bool) -> str:
    return HOLD if when and world.stage != RETURNED else CLEARED


def _red_flag(world: World) -> str:
    return REFER if open_signs(world) else CLEARED


def _signs_asked(world: World) -> str:
    return HOLD if unanswered(world) else CLEARED


def _sharp_pain(world: World) -> str:
    if any(record.is_sharp_event for record in world.records(world.today)):
        return STOP
    past = world.past(SHARP_HOLD_DAYS, today=False)
    return _hold(world, when=any(record.is_sharp_event for record in past))


def _pain_gone(world: World) -> str:
    if world.stage == PROTECT:
        return HOLD
    if not _pain_lasts(world):
        return CLEARED
    return HOLD if world.stage != RETURNED or _it_was_bad(world) else CAUTION


def _pain_lasts(world: World) -> bool:
    if world.painful_day(world.today):
        return True
    last = next((d for d in range(world.today - 1, -1, -1) if world.painful_day(d)), None)
    if last is None:
        return False
    free = sum(world.pain_free_day(day) for day in range(last + 1, world.today))
    return free < PAIN_FREE_DAYS_AFTER


def _it_was_bad(world: World) -> bool:
    """Whether any painful record since the last pain-free day before today was a bad one."""
    free = next((d for d in range(world.today - 1, -1, -1) if world.pain_free_day(d)), -1)
    since = (record for day in range(free + 1, world.today + 1) for record in world.records(day))
    return any(
        record.limp
        or record.sensation == SHARP
        or (record.pain or 0) >= flare_pain(world.episode, record.day)
        for record in since
        if world.is_painful(record)
    )


def _check_in_today(world: World) -> str:
    answered = any(record.is_answer for record in world.records(world.today))
    return _hold_before_return(world, when=not answered)


def _walk_first(world: World) -> str:
    return _hold(world, when=world.stage in {PROTECT, CROSS_TRAIN})


def _rest_between_runs(world: World) -> str:
    return _hold_before_return(world, when=world.has_run(world.today - 1))


def _one_run_a_day(world: World) -> str:
    return _hold_before_return(world, when=world.has_run(world.today))


def _morning_after(world: World) -> str:
    if is_pending(world, world.today - 1):
        return _hold(world, when=True)
    before = [day for day in world.run_days() if day < world.today]
    return CAUTION if before and is_unjudged(world, before[-1]) else CLEARED


def _painkiller(world: World) -> str:
    today = any(record.painkiller for record in world.records(world.today))
    evening = any(
        record.painkiller
        and (record.moment in {EVENING, NIGHT} or (record.time or 0) >= EVENING_FROM)
        for record in world.records(world.today - 1)
    )
    return _hold(world, when=today or evening)


def _more_than_planned(world: World) -> str:
    """The day's runs, each held to the plan that was in force when it was made."""
    met = [outcome.rules for (day, _), outcome in world.assessed.items() if day == world.today]
    return _hold(world, when=any("more-than-planned" in rules for rules in met))


def _caution(asks: Callable[[World], bool]) -> Callable[[World], str]:
    """A rule that cautions when its question is answered by yes."""
    return lambda world: CAUTION if asks(world) else CLEARED


RULES: dict[str, Callable[[World], str]] = {
    "red-flag": _red_flag,
    "signs-asked": _signs_asked,
    "sharp-pain": _sharp_pain,
    "pain-gone": _pain_gone,
    "check-in-today": _check_in_today,
    "walk-first": _walk_first,
    "rest-between-runs": _rest_between_runs,
    "one-run-a-day": _one_run_a_day,
    "morning-after": _morning_after,
    "painkiller": _painkiller,
    "more-than-planned": _more_than_planned,
    **{name: _caution(asks) for name, asks in advice.QUESTIONS.items()},
}
