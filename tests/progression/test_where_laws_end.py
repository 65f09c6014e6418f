"""Where laws 2 and 3 end: the counterexamples, shrunk, each with what speaks for it.

A flare costs a step on the ladder, and nothing in `protect` and `cross_train`, where there is no
step to lose to it. So pain, or silence, that keeps a runner off the ladder on one day keeps a step
which pain later that day would have cost; with that step the runner may be home earlier. No law
is broken on the days between: the one who is off the ladder runs later, never sooner, until
the other has been set back. The laws speak of whether a run is cleared; this is by how much.
"""

from __future__ import annotations

import pytest

from tests.progression.beginnings import Beginning
from tests.progression.expectations import Answer

BEFORE = "0 sets step 9 by Rivera; 0 sets pain_free_days 1 by Rivera; 0 ok; 0 walk 30"
AFTER = "1 run 25; 1 evening feels 4; 2 ok; 3 ok; 3 walk 30; 4-10 ok; 5 run 25; 7 run 25; 9 run 25"
FIRST_MORNING = {
    "well": "1 ok",
    "in pain": "1 feels 3",
    "silent": "1 -",
}


def answer_after(morning: str, until: int) -> Answer:
    happened = [part.strip() for part in f"{BEFORE}; {FIRST_MORNING[morning]}; {AFTER}".split(";")]
    days = [part for part in happened if int(part.split("-")[0].split()[0]) <= until]
    story = "; ".join(days).replace("4-10 ok", f"4-{max(4, until)} ok")
    return Answer(Beginning(story, "", 25).teller())


def test_a_good_morning_opens_the_ladder_and_the_flare_of_its_evening_costs_a_step() -> None:
    answer = answer_after("well", 10)
    assert answer.standing.stage == "run"
    assert not answer.verdict.decision.allows_running


@pytest.mark.parametrize("morning", ["in pain", "silent"])
def test_a_worse_morning_keeps_the_step_that_the_flare_would_have_cost(morning: str) -> None:
    answer = answer_after(morning, 10)
    assert answer.standing.stage == "returned"
    assert answer.verdict.decision.allows_running


@pytest.mark.parametrize("morning", ["in pain", "silent"])
@pytest.mark.parametrize("day", range(1, 9))
def test_until_then_the_worse_morning_never_cleared_a_run_that_the_good_one_did_not(
    morning: str, day: int
) -> None:
    good, worse = (
        answer_after("well", day).verdict.decision,
        answer_after(morning, day).verdict.decision,
    )
    assert good.allows_running or not worse.allows_running
