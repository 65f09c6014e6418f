"""What courses come to, counted: on a short way back, where each day is known beforehand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.progression.made_up_runners import HEAD, SHORT, STEPS, course_of, runner
from tracker.progression.protocol_document.reader import parse
from tracker.progression.simulated.results import Reached, SafetyDay, Tally, simulate
from tracker.progression.simulated.runners import Fate

if TYPE_CHECKING:
    from tracker.progression.simulated.course import LivedDay

SEVEN_WEEKS = [Fate()] * 49
MORE_REST = parse(HEAD + STEPS + '[numbers.rest_days]\nvalue = 2\nnote = "x"\n')
SHORTER_BOUTS = parse(HEAD + STEPS.replace("jog_minutes = 10", "jog_minutes = 5"))
RESTED = ("rest-between-runs",)


def tally(*courses: list[LivedDay]) -> Tally:
    counted = Tally()
    for course in courses:
        counted.add(course)
    return counted


def test_two_courses_in_which_all_goes_well_are_counted_together() -> None:
    assert tally(course_of(*SEVEN_WEEKS), course_of(*SEVEN_WEEKS)) == Tally(
        runners=2,
        days=98,
        cleared=90,
        reached={1: [2, 2], 2: [4, 4]},
        returned=[6, 6],
        holds=Counter({"walk-first": 4, "rest-between-runs": 4, "pain-gone": 2}),
        jog_seconds=[3600, 3600, 4800, 3600, 4800, 3600],  # of a run every other day; six weeks
    )


def test_a_day_on_which_pain_takes_two_steps_counts_once_and_so_does_each_uncleared_run() -> None:
    breaks, sharp = Fate(breaks=True), Fate(breaks=True, session_pain=3, sharp=True)
    course = course_of(*[Fate()] * 3, breaks, Fate(), sharp, *[Fate()] * 3)
    assert [day.outcome.standing.lost_today for day in course] == [0, 0, 0, 0, 0, 2, 0, 0, 0]
    counted = tally(course, course)
    assert (counted.step_backs, counted.deviations) == (2, 2)
    assert (counted.reached, counted.returned) == ({1: [2, 2], 2: [4, 4]}, [])


def test_a_step_lost_counts_and_the_same_step_is_come_to_but_once() -> None:
    counted = tally(course_of(*[Fate()] * 5, Fate(evening=2), *[Fate()] * 4))
    assert counted.step_backs == 1
    assert counted.reached == {1: [2], 2: [4]}


def test_who_came_to_a_place_is_told_with_the_day_in_the_middle() -> None:
    well, lazy = course_of(*[Fate()] * 9), course_of(*[Fate()] * 4, Fate(lazy=True), *[Fate()] * 4)
    counted = tally(well, well, lazy)
    assert counted.returned == [6, 6, 7]
    assert (counted.back, tally(well, lazy).back) == (Reached(3, 6), Reached(2, 6.5))
    assert (counted.place(2), counted.place(3)) == (Reached(3, 4), Reached(0, None))


def test_the_minutes_of_one_runner_are_their_own_and_nobody_has_none() -> None:
    assert Tally(runners=1, jog_seconds=[90, 0]).jog_minutes == (1.5, 0)
    assert Tally().jog_minutes == (0, 0, 0, 0, 0, 0)


def test_the_days_that_one_protocol_alone_clears_name_the_rules_of_the_other() -> None:
    simulation = simulate(MORE_REST, SHORT, [runner(*[Fate()] * 9)])
    assert simulation.safety == [SafetyDay("one", day, RESTED) for day in range(4, 9) if day != 5]
    assert simulation.held_by == {"rest-between-runs": 4}
    assert simulation.longer == 0  # on day 2 both plan the same
    assert (simulation.before.returned, simulation.after.returned) == ([7], [6])


def test_of_the_days_that_both_clear_those_are_counted_on_which_more_is_planned() -> None:
    runners = [runner(*[Fate()] * 9), runner(*[Fate()] * 9, name="two")]
    simulation = simulate(SHORTER_BOUTS, SHORT, runners)
    assert simulation.longer == 4  # on days 2 and 4; from day 6 on there is no plan to compare
    assert simulate(SHORT, SHORTER_BOUTS, runners).longer == 0
