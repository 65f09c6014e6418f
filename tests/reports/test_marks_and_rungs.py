"""Every run day, every day and every step of a course, in a few words."""

from __future__ import annotations

from tests.builders import check_in, diary, good_morning, number, run, session, walk
from tests.charts.diaries import PROTOCOL, decided, eventful, obedient
from tracker.progression.diary import Kind, Sensation
from tracker.reports.day_marks import DayKind, day_marks
from tracker.reports.run_days import Outcome
from tracker.reports.rungs import rungs


def test_every_run_day_has_its_outcome_its_step_and_its_morning() -> None:
    days = eventful().runs
    rows = [(number(d.day), d.step, d.outcome, d.morning) for d in days]
    assert rows == [
        (15, 1, Outcome.CLEAN, 0),
        (17, 1, Outcome.CLEAN, 0),
        (19, 1, Outcome.HELD, None),
        (21, 1, Outcome.CLEAN, 0),
        (23, 2, Outcome.STEPPED_BACK, 2),
        (26, 1, Outcome.CLEAN, 0),
        (28, 1, Outcome.CLEAN, 0),
        (30, 1, Outcome.CLEAN, 0),
        (32, 2, Outcome.CLEAN, 0),
        (33, 2, Outcome.DEVIATION, 0),
        (35, 2, Outcome.CLEAN, 0),
        (37, 2, Outcome.CLEAN, 0),
        (39, 3, Outcome.STOPPED, 0),
        (42, 1, Outcome.PENDING, None),
    ]


def test_a_day_is_what_weighs_most_on_it() -> None:
    book = diary(
        session(0, Kind.BIKE, 20, sensation=Sensation.SHARP),
        check_in(1, 2), run(1),
        good_morning(2), walk(2), session(2, Kind.SWIM, 20),
        session(3, Kind.STRENGTH, 20),
        session(4, Kind.STRETCH, 20),
        good_morning(5),
    )  # fmt: skip
    marks = day_marks(book, decided(book, 6).outcomes)
    assert [mark.kind for mark in marks] == [
        DayKind.STOP, DayKind.DEVIATION, DayKind.WALK, DayKind.CROSS_TRAINING,
        DayKind.REST, DayKind.REST, DayKind.NOTHING,
    ]  # fmt: skip


def test_a_cleared_run_is_a_run_on_the_calendar() -> None:
    story = eventful()
    kinds = {number(it.day): it.kind for it in day_marks(story.diary, story.outcomes)}
    assert (kinds[15], kinds[16], kinds[20]) == (DayKind.RUN, DayKind.REST, DayKind.NOTHING)


def test_the_ladder_counts_the_runs_of_every_step_and_the_clean_ones() -> None:
    story = eventful()
    now = story.outcomes[-1]
    ladder = rungs(now.protocol, now.standing, story.runs)
    assert [(it.runs, it.clean) for it in ladder[:3]] == [(8, 6), (5, 3), (1, 0)]
    assert sum(it.runs for it in ladder) == len(story.runs)


def test_a_deviation_adds_nothing_to_the_longest_bout() -> None:
    story = eventful()
    ladder = rungs(PROTOCOL, story.outcomes[-1].standing, story.runs)
    assert [it.longest_bout for it in ladder[:2]] == [60, 120]


def test_every_step_shows_its_plan_and_the_clean_runs_it_needs() -> None:
    story = obedient(60)
    ladder = rungs(PROTOCOL, story.outcomes[-1].standing, story.runs)
    assert [(it.plan, it.needed) for it in (ladder[0], ladder[6], ladder[7], ladder[9])] == [
        ("Walk 4 min, jog 1 min, 5 times", 3),
        ("Walk 1 min, jog 14 min, 2 times", 2),
        ("Jog 25 min", 2),
        ("Build up to your usual run", None),
    ]
