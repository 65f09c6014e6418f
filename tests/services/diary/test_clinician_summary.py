"""Telling some days of an episode: within it, as they stood then, to nobody else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.builders import good_morning, on, planned
from tests.courses import obedient_course
from tests.services.conftest import ALICE, BOB
from tracker.progression.diary import Sensation
from tracker.progression.ladder import Prescription
from tracker.reports.run_days import Outcome
from tracker.services.diary import clinician_summary
from tracker.services.errors import NotFound

if TYPE_CHECKING:
    from tests.services.conftest import Runner


def tell(
    runner: Runner, first: int, last: int, *, today: int = 20
) -> clinician_summary.ClinicianSummary:
    return clinician_summary.tell(
        runner.database, ALICE, 1, first=on(first), last=on(last), today=on(today)
    )


def test_days_outside_the_episode_are_left_out(runner: Runner) -> None:
    page = tell(runner, -50, 900)
    assert (page.summary.first, page.summary.last) == (on(0), on(20))
    assert len(page.marks) == 21


def test_the_way_back_is_told_from_today_and_from_no_other_day(runner: Runner) -> None:
    assert tell(runner, 0, 20).way is not None
    assert tell(runner, 0, 19).way is None


def test_the_chart_the_calendar_and_the_summary_are_about_the_same_days(runner: Runner) -> None:
    runner.check(good_morning(4))
    page = tell(runner, 3, 9)
    days = [point.first for point in page.recovery.points]
    assert days == [mark.day for mark in page.marks]
    assert (days[0], days[-1]) == (page.summary.first, page.summary.last) == (on(3), on(9))
    assert page.summary.answered == (1, 7)


def climb(runner: Runner, until: int) -> None:
    """An obedient course, first jogging on day 7."""
    for day, records in sorted(obedient_course(until).days.items()):
        for check_in in records.check_ins:
            runner.check(replace(check_in, id=f"felt-{day}"))
        for session in records.sessions:
            runner.session(replace(session, id=f"done-{day}"))


def test_a_range_that_begins_on_the_day_of_a_stop_tells_of_it_as_the_whole_does(
    runner: Runner,
) -> None:
    climb(runner, 12)
    runner.check(good_morning(13))
    done = planned(13, Prescription(180, 120, 5))
    runner.session(replace(done, sensation=Sensation.SHARP))
    whole, cut = tell(runner, 0, 14, today=14), tell(runner, 13, 14, today=14)
    assert [run.step for run in cut.summary.runs] == [2]
    assert cut.summary.runs == whole.summary.runs[-1:]
    assert cut.rungs == whole.rungs
    assert cut.summary.setbacks == whole.summary.setbacks
    assert cut.recovery.points == whole.recovery.points[13:]


@pytest.mark.parametrize(
    ("until", "outcome", "morning"), [(8, Outcome.CLEAN, 0), (7, Outcome.HELD, None)]
)
def test_a_morning_that_is_known_by_now_is_told_of_a_range_that_ends_before_it(
    runner: Runner, until: int, outcome: Outcome, morning: int | None
) -> None:
    climb(runner, until)
    page = tell(runner, 0, 7, today=20)
    (run,) = page.summary.runs
    assert (run.outcome, run.morning, run.morning_to_come) == (outcome, morning, False)
    assert page.summary.last == on(7)


def test_nobody_is_told_of_another_ones_episode(runner: Runner) -> None:
    with pytest.raises(NotFound):
        clinician_summary.tell(runner.database, BOB, 1, first=on(0), last=on(9), today=on(9))
