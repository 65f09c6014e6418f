"""Laws that hold on every day of every diary of a few days, from many a beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.progression.worlds import ALL_KINDS, BEGINNINGS, SIX_KINDS, Day, begin, every_day
from tracker.progression.diary import EMPTY_DAY
from tracker.progression.protocol import LADDER, Stage
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.rules import RULES, against
from tracker.progression.standing import ONE_DAY, Standing
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

PROTOCOL = shipped()
EARLY = (Stage.PROTECT, Stage.CROSS_TRAIN)


def every_rule_answers(day: Day) -> bool:
    found = day.verdict
    worst = max(f.decision for f in found.findings)
    return [f.rule for f in found.findings] == list(RULES) and found.decision is worst


def the_rules_asked_of_a_run_find_all_that_holds(day: Day) -> bool:
    return against(day.outcome.protocol, day.standing) == day.verdict.against


def step_and_stage_agree(day: Day) -> bool:
    standing = day.standing
    if standing.stage in EARLY:
        return 1 <= standing.step < PROTOCOL.build_step
    if standing.stage is Stage.RETURNED:
        return standing.step == PROTOCOL.build_step and standing.returned_on is not None
    return PROTOCOL.ladder_stage(standing.step) is standing.stage and standing.returned_on is None


def counts_stay_below_what_passes(day: Day) -> bool:
    standing = day.standing
    if standing.stage in EARLY:
        return standing.clean_runs == standing.baseline_runs == 0
    if standing.step == PROTOCOL.build_step:
        return standing.clean_runs == 0
    return 0 <= standing.clean_runs < PROTOCOL.steps[standing.step - 1].clean_runs


def no_run_follows_a_run_day_unmarked(day: Day) -> bool:
    ran_yesterday = day.before is not None and day.before.today.runs > 0
    return all(run.is_deviation or run.exempt for run in day.outcome.runs if ran_yesterday)


def only_the_returned_are_exempt(day: Day) -> bool:
    """Returned that morning at the latest: an evening answer may lead back, or sharp pain."""
    began_returned = day.before is not None and day.before.has_returned
    returned = began_returned or day.standing.has_returned or day.standing.today.sharp
    return returned or not any(run.exempt for run in day.outcome.runs)


def clearing_takes_answers(day: Day) -> bool:
    standing, today = day.standing, day.standing.today
    if not day.verdict.decision.allows_running or standing.has_returned:
        return True
    return (
        today.check_ins > 0
        and not today.painful
        and not today.runs
        and not standing.yesterday.painful
        and not standing.yesterday.runs
        and standing.stage in LADDER
    )


def a_silent_day_clears_nothing(day: Day) -> bool:
    silent = day.records is EMPTY_DAY
    return not (silent and day.verdict.decision.allows_running) or day.standing.has_returned


def sharp_pain_stops_at_once(day: Day) -> bool:
    if not day.standing.today.sharp:
        return True
    stopped = day.verdict.decision is Decision.STOP
    return stopped and day.standing.stage is Stage.PROTECT


def sharp_pain_costs_two_steps(day: Day) -> bool:
    if not day.standing.today.sharp:
        return True
    climbed = 1  # this morning may have passed a step before the sharp pain
    return day.standing.step <= max(1, _step(day.before) + climbed - 2)


def two_days_after_sharp_pain_hold(day: Day) -> bool:
    event = day.standing.sharp_on
    if event is None or not ONE_DAY <= day.standing.day - event <= 2 * ONE_DAY:
        return True
    return not day.verdict.decision.allows_running


def a_step_is_passed_one_at_a_time_by_a_good_morning(day: Day) -> bool:
    if day.standing.step <= _step(day.before):
        return True
    settled = day.records.settling is not None and day.records.settling.pain == 0
    ran = day.before is not None and day.before.today.runs == 1
    return settled and ran and day.standing.step == _step(day.before) + 1


def a_step_is_lost_for_a_reason(day: Day) -> bool:
    lost = _step(day.before) - day.standing.step
    if lost <= 0:
        return True
    assert day.before is not None
    layoff = day.standing.last_run is not None and (
        (day.standing.day - day.before.last_run).days >= 14 if day.before.last_run else False
    )
    pending = bool(day.before.awaiting)
    return lost <= layoff + pending + 2 * day.standing.today.sharp + pending


def the_ladder_is_entered_by_a_walk(day: Day) -> bool:
    came_from = Stage.PROTECT if day.before is None else day.before.stage
    if came_from not in EARLY or day.standing.stage in EARLY:
        return True
    walked = day.before is not None and day.before.walked_on == day.before.day
    return came_from is Stage.CROSS_TRAIN and walked


def the_return_follows_two_runs_of_the_baseline(day: Day) -> bool:
    if not day.standing.has_returned or (day.before is not None and day.before.has_returned):
        return True
    assert day.before is not None
    reached = day.before.awaiting[0].reach_seconds
    return day.before.baseline_runs == 1 and reached >= day.standing.baseline_seconds


def pain_free_days_are_counted(day: Day) -> bool:
    before = 0 if day.before is None else day.before.pain_free_days
    counted = day.standing.pain_free_days
    if day.standing.today.pain_free:
        return counted == (before + 1 if day.standing.yesterday.pain_free else 1)
    return counted == (before if day.records is EMPTY_DAY and _was_pain_free(day) else 0)


def _was_pain_free(day: Day) -> bool:
    return day.standing.yesterday.pain_free


def _step(standing: Standing | None) -> int:
    return 1 if standing is None else standing.step


LAWS: tuple[Callable[[Day], bool], ...] = (
    every_rule_answers,
    the_rules_asked_of_a_run_find_all_that_holds,
    step_and_stage_agree,
    counts_stay_below_what_passes,
    no_run_follows_a_run_day_unmarked,
    only_the_returned_are_exempt,
    clearing_takes_answers,
    a_silent_day_clears_nothing,
    sharp_pain_stops_at_once,
    sharp_pain_costs_two_steps,
    two_days_after_sharp_pain_hold,
    a_step_is_passed_one_at_a_time_by_a_good_morning,
    a_step_is_lost_for_a_reason,
    the_ladder_is_entered_by_a_walk,
    the_return_follows_two_runs_of_the_baseline,
    pain_free_days_are_counted,
)


def broken(day: Day) -> list[str]:
    return [law.__name__ for law in LAWS if not law(day)]


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_every_law_holds_in_every_diary_of_three_days(beginning: str) -> None:
    for day in every_day(begin(BEGINNINGS[beginning]), ALL_KINDS, 3):
        assert not (laws := broken(day)), f"{beginning}: {' '.join(day.path)} breaks {laws}"


@pytest.mark.parametrize("beginning", ["at onset", "with a run pending", "about to return"])
def test_every_law_holds_in_every_diary_of_five_days(beginning: str) -> None:
    for day in every_day(begin(BEGINNINGS[beginning]), SIX_KINDS, 5):
        assert not (laws := broken(day)), f"{beginning}: {' '.join(day.path)} breaks {laws}"


@pytest.mark.slow
@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_every_law_holds_in_every_diary_of_seven_days(beginning: str) -> None:
    for day in every_day(begin(BEGINNINGS[beginning]), SIX_KINDS, 7):
        assert not (laws := broken(day)), f"{beginning}: {' '.join(day.path)} breaks {laws}"
