"""The series made of run days: response, calendar and ladder."""

from collections import Counter

from tests.builders import check_in, diary, good_morning, number, on, run, session, walk
from tests.charts.diaries import PROTOCOL, eventful, obedient, told
from tests.charts.drawn import every_chart
from tracker.charts import calendar_series, ladder_series, response_series
from tracker.charts.calendar.series import DayKind
from tracker.progression.diary import Kind, Sensation
from tracker.progression.protocol import Stage
from tracker.reports.run_days import Outcome


def test_every_run_day_has_its_outcome_its_step_and_its_morning() -> None:
    days = eventful().runs
    found = [(number(d.day), d.step, d.outcome, d.morning) for d in days]
    assert found == [
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


def test_alike_run_days_make_one_heap() -> None:
    story = eventful()
    series = response_series(story.runs)
    assert sum(h.runs for h in series.heaps) == len(series.run_days)
    plain = [h for h in series.heaps if (h.minutes, h.felt) == (5, Sensation.NONE)]
    assert [(h.morning, h.runs) for h in plain] == [(0, 5)]


def test_an_unanswered_morning_and_one_to_come_are_not_zero() -> None:
    story = eventful()
    missing = [h for h in response_series(story.runs).heaps if h.morning is None]
    assert [(h.waiting, h.runs) for h in missing] == [(False, 1), (True, 1)]


def test_the_morning_after_a_deviation_of_today_is_still_to_come() -> None:
    story = told(diary(check_in(0, 2), run(0)), 0)
    assert [h.waiting for h in response_series(story.runs).heaps] == [True]
    assert every_chart(story)["response"].description.rows[0][2] == "to come"


def test_long_runs_are_rounded_to_five_minutes() -> None:
    book = diary(run(0, 63), run(2, 11))
    series = response_series(told(book, 3).runs)
    assert (series.rounded_to, [h.minutes for h in series.heaps]) == (5, [10, 65])


def test_a_day_is_what_weighs_most_on_it() -> None:
    book = diary(
        session(0, Kind.BIKE, 20, sensation=Sensation.SHARP),
        check_in(1, 2), run(1),
        good_morning(2), walk(2), session(2, Kind.SWIM, 20),
        session(3, Kind.STRENGTH, 20),
        session(4, Kind.STRETCH, 20),
        good_morning(5),
    )  # fmt: skip
    series = calendar_series(book, told(book, 6).outcomes, on(6))
    assert [c.kind for c in series.cells] == [
        DayKind.STOP, DayKind.DEVIATION, DayKind.WALK, DayKind.CROSS_TRAINING,
        DayKind.REST, DayKind.REST, DayKind.NOTHING,
    ]  # fmt: skip


def test_a_cleared_run_is_a_run_on_the_calendar() -> None:
    story = eventful()
    series = calendar_series(story.diary, story.outcomes, on(42))
    kinds = {number(c.first): c.kind for c in series.cells}
    assert (kinds[15], kinds[16], kinds[20]) == (DayKind.RUN, DayKind.REST, DayKind.NOTHING)


def test_more_than_a_year_is_shown_by_weeks_and_counted_by_days() -> None:
    story = obedient(400)
    series = calendar_series(story.diary, story.outcomes, on(400))
    assert series.by_week
    assert all(c.first.weekday() == 0 for c in series.cells)
    assert len(series.cells) == 58
    assert sum(series.days.values()) == 401


def test_the_ladder_tells_the_runs_of_every_step_in_order() -> None:
    story = eventful()
    series = ladder_series(PROTOCOL, story.diary, story.outcomes, story.runs)
    by_step = {rung.step: Counter(rung.outcomes) for rung in series.rungs}
    assert by_step[1] == {
        Outcome.CLEAN: 6, Outcome.HELD: 1, Outcome.PENDING: 1,
    }  # fmt: skip
    second = series.rungs[1]
    assert second.outcomes == (
        Outcome.STEPPED_BACK, Outcome.CLEAN, Outcome.DEVIATION, Outcome.CLEAN, Outcome.CLEAN,
    )  # fmt: skip
    assert (series.step, series.counted, series.stage) == (1, 0, Stage.WALK_JOG)


def test_a_deviation_adds_nothing_to_the_longest_bout() -> None:
    story = eventful()
    series = ladder_series(PROTOCOL, story.diary, story.outcomes, story.runs)
    assert [rung.longest_bout for rung in series.rungs[:2]] == [60, 120]


def test_every_rung_shows_its_plan_and_the_clean_runs_it_needs() -> None:
    rungs = ladder_series(PROTOCOL, diary(), (), ()).rungs
    assert [(r.plan, r.needed) for r in (rungs[0], rungs[6], rungs[7], rungs[9])] == [
        ("walk 4, jog 1 ×5", 3),
        ("walk 1, jog 14 ×2", 2),
        ("jog 25", 2),
        ("build up, returned", None),
    ]


def test_after_the_return_the_longest_bout_has_reached_the_usual_run() -> None:
    story = obedient(60)
    series = ladder_series(PROTOCOL, story.diary, story.outcomes, story.runs)
    assert series.stage is Stage.RETURNED
    assert series.rungs[-1].longest_bout == series.baseline_seconds
