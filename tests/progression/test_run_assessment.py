"""What a run was worth on its day: what later days read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders import MINUTE, episode
from tests.progression.happenings import Teller
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from tracker.progression.run_assessment import RunAssessment


def teller(step: int, *, baseline: int = 40) -> Teller:
    """A runner who was set on a step, and may run on day 2."""
    runner = Teller(episode(baseline=baseline))
    runner.tell(0, f"sets step {step} by Rivera")
    for day in range(2):
        runner.tell(day, "obeys")
    runner.tell(2, "ok")
    return runner


def assessed(step: int, run: str, *, baseline: int = 40) -> RunAssessment:
    runner = teller(step, baseline=baseline)
    runner.tell(2, run)
    return runner.stand(2).runs[-1]


def test_a_run_stands_for_the_baseline_where_it_is_jogged_in_one_go_and_not_short_of_it() -> None:
    assert assessed(9, "run 20", baseline=20).reach_seconds == 20 * MINUTE
    assert assessed(9, "run 19:59", baseline=20).reach_seconds == 0
    assert assessed(9, "walk_jog jog 25 walk 1 bout 20", baseline=20).reach_seconds == 20 * MINUTE
    assert assessed(9, "walk_jog jog 25 walk 1", baseline=20).reach_seconds == 0
    assert assessed(7, "plan", baseline=10).reach_seconds == 0


def test_a_run_by_itself_is_clean_or_not_and_costs_a_step_or_not() -> None:
    clean = assessed(4, "plan")
    assert (clean.clean_so_far, clean.steps_back, clean.is_deviation) == (True, False, False)
    assert assessed(4, "walk_jog jog 17 walk 5").clean_so_far is False
    assert assessed(4, "plan unscored").steps_back is False
    assert assessed(4, "plan scored 2").steps_back is True


def test_a_run_beyond_its_plan_is_held_against_it_once() -> None:
    long = assessed(4, "run 40")
    assert [(f.rule, f.decision) for f in long.against] == [("more-than-planned", Decision.HOLD)]


def test_a_run_that_was_cleared_after_the_return_needs_no_rest_day() -> None:
    assert assessed(9, "plan", baseline=20).exempt is False
    runner = teller(9, baseline=20)
    runner.tell(2, "plan")
    for day in range(3, 7):
        runner.tell(day, "obeys")
    runner.tell(6, "run 20")
    assert runner.stand(6).runs[-1].exempt is True
    runner.tell(7, "night feels 2 sharp")
    runner.tell(7, "run 20")
    assert runner.stand(7).runs[-1].exempt is False
