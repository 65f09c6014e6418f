"""Laws that a day of a small world keeps, whatever came before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders import ONSET
from tests.progression.worlds import flaring, ran, well
from tracker.progression.diary import EMPTY_DAY
from tracker.progression.pain import is_flare
from tracker.progression.protocol import LADDER, Stage
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.rules import RULES, against, verdict
from tracker.progression.setbacks import in_watch
from tracker.progression.standing import ONE_DAY, Standing, Worth
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.progression.worlds import Day

PROTOCOL = shipped()
EARLY = (Stage.PROTECT, Stage.CROSS_TRAIN)


def every_rule_answers(day: Day) -> bool:
    verdict = day.verdict
    worst = max(f.decision for f in verdict.findings)
    return [f.rule for f in verdict.findings] == list(RULES) and verdict.decision is worst


def the_rules_asked_of_a_run_find_all_that_holds(day: Day) -> bool:
    return against(day.outcome.protocol, day.standing) == day.verdict.against


def step_and_stage_agree(day: Day) -> bool:
    standing = day.standing
    if not 1 <= standing.step <= PROTOCOL.build_step:
        return False
    if standing.stage is Stage.RETURNED:
        return standing.returned_on is not None
    on_its_step = standing.stage in EARLY or PROTOCOL.ladder_stage(standing.step) is standing.stage
    return on_its_step and standing.returned_on is None


def counts_stay_below_what_passes(day: Day) -> bool:
    standing = day.standing
    if standing.stage in EARLY:
        return standing.clean_runs == standing.baseline_runs == 0
    if standing.step == PROTOCOL.build_step or standing.stage is Stage.RETURNED:
        return standing.clean_runs == 0
    return 0 <= standing.clean_runs < PROTOCOL.steps[standing.step - 1].clean_runs


def no_run_follows_a_run_day_unmarked(day: Day) -> bool:
    ran_yesterday = day.before is not None and day.before.today.runs > 0
    return all(run.is_deviation or run.exempt for run in day.outcome.runs if ran_yesterday)


def only_the_returned_are_exempt(day: Day) -> bool:
    """Nothing leads back to the return in the middle of a day."""
    return day.morning.start_day().has_returned or not any(run.exempt for run in day.outcome.runs)


def clearing_takes_answers(day: Day) -> bool:
    standing, today = day.standing, day.standing.today
    if not day.verdict.decision.allows_running or standing.has_returned:
        return True
    return (
        today.answers > 0
        and not today.painful
        and not today.runs
        and not standing.yesterday.painful
        and not standing.yesterday.runs
        and standing.stage in LADDER
    )


def what_is_cleared_and_planned_is_no_deviation(day: Day) -> bool:
    """Law 1, and its other side: what is not cleared is one."""
    if day.path[-1] != ran.__name__:
        return True
    morning = day.morning.apply_day(well(day.morning))
    allowed = verdict(morning.protocol, morning.standing).decision.allows_running
    return [run.is_deviation for run in day.outcome.runs] == [not allowed]


def a_silent_day_clears_nothing(day: Day) -> bool:
    silent = day.records is EMPTY_DAY
    return not (silent and day.verdict.decision.allows_running) or day.standing.has_returned


def sharp_pain_stops_at_once(day: Day) -> bool:
    if not day.standing.today.sharp:
        return True
    stopped = day.verdict.decision >= Decision.STOP  # an open sign says more
    return stopped and day.standing.stage is Stage.PROTECT


def sharp_pain_costs_two_steps(day: Day) -> bool:
    """From the step of the dawn, which may have passed one and may have taken one for pain."""
    dawn = day.morning.start_day()
    taken = 2 - dawn.lost_today
    return not day.standing.today.sharp or day.standing.step == max(1, dawn.step - taken)


def two_days_after_sharp_pain_hold(day: Day) -> bool:
    event = day.standing.sharp_on
    if event is None or not ONE_DAY <= day.standing.day - event <= 2 * ONE_DAY:
        return True
    return not day.verdict.decision.allows_running


def a_flare_protects_and_costs_a_step(day: Day) -> bool:
    """On the ladder and in the watch; after it only if it is severe, or with a limp."""
    dawn = day.morning.start_day()
    if day.path[-1] != flaring.__name__ or not (dawn.on_ladder or dawn.has_returned):
        return True
    lost = 1 - dawn.lost_today
    return day.standing.stage is Stage.PROTECT and day.standing.step == max(1, dawn.step - lost)


def a_third_bad_day_of_seven_protects(day: Day) -> bool:
    dawn = day.morning.start_day()
    bad = sum(fact.painful for fact in (*dawn.past[-6:], day.standing.today))
    climbing = dawn.on_ladder or (dawn.has_returned and in_watch(dawn, PROTOCOL.numbers, dawn.day))
    return not (climbing and day.standing.today.painful and bad >= 3) or (
        day.standing.stage is Stage.PROTECT
    )


def a_step_is_passed_one_at_a_time_by_a_clean_run(day: Day) -> bool:
    if day.standing.step <= _step(day.before):
        return True
    judged = day.standing.judged
    clean = judged is not None and judged.worth is Worth.CLEAN
    return clean and day.standing.step == _step(day.before) + 1


def a_step_is_lost_for_a_reason(day: Day) -> bool:
    """A week of a lay-off more, and what pain takes on one day: the largest, not the sum."""
    lost = _step(day.before) - day.standing.step
    if lost <= 0 or day.before is None:
        return True
    since = max(d for d in (day.before.last_run, day.before.placed_on, ONSET) if d is not None)
    gap = (day.standing.day - since).days
    week_more = gap >= 14 and gap % 7 == 0
    stepped_back = (
        day.standing.judged is not None and day.standing.judged.worth is Worth.STEPPED_BACK
    )
    numbers = day.outcome.protocol.numbers
    flared = any(is_flare(record, numbers) for record in day.records.records)
    return lost <= week_more + max(2 * day.standing.today.sharp, stepped_back, flared)


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


def nobody_runs_under_an_open_sign_or_an_open_question(day: Day) -> bool:
    standing = day.standing
    if standing.locked_on is not None:
        return day.verdict.decision is Decision.REFER
    return standing.alarm_on is None or not day.verdict.decision.allows_running


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
    what_is_cleared_and_planned_is_no_deviation,
    a_silent_day_clears_nothing,
    sharp_pain_stops_at_once,
    sharp_pain_costs_two_steps,
    two_days_after_sharp_pain_hold,
    a_flare_protects_and_costs_a_step,
    a_third_bad_day_of_seven_protects,
    a_step_is_passed_one_at_a_time_by_a_clean_run,
    a_step_is_lost_for_a_reason,
    the_ladder_is_entered_by_a_walk,
    the_return_follows_two_runs_of_the_baseline,
    nobody_runs_under_an_open_sign_or_an_open_question,
    pain_free_days_are_counted,
)
