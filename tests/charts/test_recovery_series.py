from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import check_in, diary, episode, on, run, session, walk
from tests.charts.diaries import PROTOCOL, DecidedDiary, decided, eventful, obedient
from tracker.charts import RecoverySeries, recovery_series, recovery_stretches
from tracker.charts.recovery.layout import minutes_scale
from tracker.charts.recovery.series import Event
from tracker.progression.diary import DiaryDay, Kind, Sensation
from tracker.progression.episode import Site
from tracker.progression.protocol import Stage
from tracker.progression.timeline import timeline


def series_of(story: DecidedDiary) -> RecoverySeries:
    return recovery_series(PROTOCOL, story.diary, story.outcomes, on(story.today))


def test_a_day_without_a_score_is_a_gap_and_zero_is_a_score() -> None:
    series = series_of(decided(diary(check_in(0, 3), check_in(2, 0)), 2))
    assert [p.worst for p in series.points] == [3, None, 0]
    assert [p.answered for p in series.points] == [1, 0, 1]
    assert [p.felt for p in series.points] == [Sensation.PAIN, None, Sensation.NONE]


def test_a_run_without_a_score_on_a_day_without_a_check_in_is_unanswered() -> None:
    silent = session(1, Kind.RUN, 10, jog=10, pain=None, sensation=None)
    point = series_of(decided(diary(check_in(0, 1), silent), 1)).points[1]
    assert (point.worst, point.felt, point.jog_seconds) == (None, None, 600)


def test_the_worst_of_a_day_is_over_its_check_ins_and_its_sessions() -> None:
    sore = session(0, Kind.BIKE, 20, pain=5, sensation=Sensation.SHARP)
    book = diary(check_in(0, 2), sore, check_in(0, 1, Sensation.SORENESS, at=None))
    point = series_of(decided(book, 0)).points[0]
    assert (point.worst, point.felt) == (5, Sensation.SHARP)


def unscored_sharp_pain() -> DecidedDiary:
    sharp = session(3, Kind.BIKE, 20, pain=None, sensation=Sensation.SHARP)
    return decided(diary(*(check_in(day, 0) for day in range(4)), sharp), 3)


def test_sharp_pain_without_a_score_is_not_marked_at_zero() -> None:
    points = series_of(unscored_sharp_pain()).points
    assert [p.height for p in points] == [0, 0, 0, None]
    assert (points[3].unscored, points[3].is_unanswered) == (Sensation.SHARP, False)


def test_pain_without_a_score_is_shown_beside_a_score_above_zero() -> None:
    sharp = session(0, Kind.BIKE, 20, pain=None, sensation=Sensation.SHARP)
    point = series_of(decided(diary(check_in(0, 3), sharp), 0)).points[0]
    assert (point.height, point.felt, point.unscored) == (3, Sensation.PAIN, Sensation.SHARP)


@pytest.mark.parametrize(
    ("pain", "sensation"), [(4, None), (5, Sensation.NONE)], ids=["unsaid", "none"]
)
def test_a_score_above_zero_without_a_feeling_is_no_ring(
    pain: int, sensation: Sensation | None
) -> None:
    hurt = session(0, Kind.BIKE, 20, pain=pain, sensation=sensation)
    point = series_of(decided(diary(check_in(0, 0), hurt), 0)).points[0]
    assert (point.height, point.felt) == (pain, None)


def test_the_trend_is_the_median_of_seven_days_where_three_scored_days_carry_it() -> None:
    scores = {0: 6, 1: 4, 3: 1, 10: 2, 11: 8}
    series = series_of(decided(diary(*(check_in(d, s) for d, s in scores.items())), 11))
    by_day = [p.trend for p in series.points]
    assert by_day == [None, None, None, 4, 4, 4, 4, None, None, None, None, None]


def test_minutes_are_jogging_and_all_walking() -> None:
    mixed = session(1, Kind.WALK_JOG, 25, jog=5, walk=20, bout=1)
    points = series_of(decided(diary(walk(0, 30), mixed, run(1, 10)), 1)).points
    assert [(p.walk_seconds, p.jog_seconds) for p in points] == [(1800, 0), (1200, 900)]


def test_minutes_on_the_bike_and_in_the_water_are_told_together_and_not_those_of_a_run() -> None:
    swim, strength = session(0, Kind.SWIM, 15), session(0, Kind.STRENGTH, 40)
    duathlon = session(1, Kind.BIKE, 60, jog=20)
    points = series_of(
        decided(diary(session(0, Kind.BIKE, 20), swim, strength, duathlon), 1)
    ).points
    assert [p.ride_seconds for p in points] == [2100, 2400]


def test_events_lie_on_the_day_they_happened() -> None:
    events = {(p.first - on(0)).days: p.events for p in series_of(eventful()).points if p.events}
    assert events == {
        2: (Event.RED_FLAG,),
        5: (Event.CLEARANCE,),
        24: (Event.STEP_BACK,),
        33: (Event.DEVIATION,),
        39: (Event.STOP,),
    }


def test_sharp_pain_is_marked_once_though_it_takes_steps() -> None:
    book = obedient(31).diary
    thirtieth = book.day(on(30))
    sharp = tuple(replace(s, sensation=Sensation.SHARP) for s in thirtieth.sessions)
    days = {**book.days, on(30): DiaryDay.of(thirtieth.check_ins, sharp)}
    point = series_of(decided(replace(book, days=days), 31)).points[30]
    assert point.events == (Event.STOP,)


@pytest.mark.parametrize(
    ("minutes", "label", "unit"),
    [
        (0, "10", "minutes"),
        (300, "300", "minutes"),
        (301, "6", "hours"),
        (28 * 180, "100", "hours"),
        (28 * 1440, "700", "hours"),
        (28 * 1440 * 3, "2100", "hours"),
    ],
)
def test_the_highest_bar_finds_room_and_many_minutes_are_told_in_hours(
    minutes: int, label: str, unit: str
) -> None:
    scale = minutes_scale(minutes * 60)
    assert (scale.label, scale.in_hours) == (label, unit == "hours")
    assert scale.full_seconds >= minutes * 60


def test_bands_follow_the_stages_without_a_gap() -> None:
    bands = series_of(eventful()).bands
    assert [b.stage for b in bands] == [
        Stage.PROTECT, Stage.CROSS_TRAIN, Stage.WALK_JOG,
        Stage.PROTECT, Stage.CROSS_TRAIN, Stage.WALK_JOG,
    ]  # fmt: skip
    assert [b.first - timedelta(days=1) for b in bands[1:]] == [b.last for b in bands[:-1]]


def test_the_chart_reaches_to_the_end_of_the_window() -> None:
    series = series_of(decided(diary(check_in(0, 4)), 0))
    assert (series.opens, series.closes) == (on(14), on(42))
    assert series.last == on(42)
    assert series_of(decided(diary(check_in(0, 4)), 50)).last == on(50)


def test_a_range_that_ends_before_today_ends_there() -> None:
    story = eventful()
    outcome = story.outcomes[:21]
    series = recovery_series(PROTOCOL, story.diary, outcome, on(42), first=on(7))
    assert (series.first, series.last) == (on(7), on(20))


def test_a_range_tells_its_first_day_as_the_whole_course_does() -> None:
    story = eventful()
    for day in (24, 34, 39):
        cut = recovery_series(PROTOCOL, story.diary, story.outcomes, on(42), first=on(day))
        assert cut.points[0] == series_of(story).points[day]


@pytest.mark.parametrize(("site", "published"), [(s, s is Site.HAMSTRING) for s in Site])
def test_the_window_is_published_for_the_hamstring_only(site: Site, *, published: bool) -> None:
    book = diary(check_in(0, 4), of=replace(episode(), site=site))
    assert series_of(decided(book, 0)).window_is_published is published


@pytest.mark.parametrize(("days", "span"), [(132, 1), (133, 7), (3653, 7), (3711, 28)])
def test_long_ranges_are_gathered_by_weeks(days: int, span: int) -> None:
    book = diary(check_in(0, 4), check_in(days - 1, 2))
    outcomes = tuple(timeline(PROTOCOL, book, on(days - 1)))
    series = recovery_series(PROTOCOL, book, outcomes, on(days - 1))
    assert series.days_per_point == span
    assert sum(p.days for p in series.points) == days
    assert (series.points[0].worst, series.points[-1].worst) == (4, 2)


def test_gathering_loses_no_minute_no_answer_and_no_event() -> None:
    story = eventful()
    daily = series_of(story)
    silence = tuple(timeline(PROTOCOL, story.diary, on(200)))
    weekly = recovery_series(PROTOCOL, story.diary, silence, on(200))
    assert weekly.days_per_point == 7
    assert sum(p.jog_seconds for p in weekly.points) == sum(p.jog_seconds for p in daily.points)
    assert sum(p.answered for p in weekly.points) == sum(p.answered for p in daily.points)
    assert {e for p in daily.points for e in p.events} <= {
        e for p in weekly.points for e in p.events
    }


def test_no_days_make_an_empty_series() -> None:
    series = recovery_series(PROTOCOL, diary(), (), on(0))
    assert (series.points, series.bands, series.first, series.last) == ((), (), on(0), on(42))


@pytest.mark.parametrize(("days", "apart"), [(30, 7), (49, 7), (60, 14), (365, 56)])
def test_the_picture_is_pressed_in_weeks_that_a_finger_can_tell_apart(
    days: int, apart: int
) -> None:
    story = decided(diary(check_in(0, 4), check_in(days - 1, 2)), days - 1)
    parts = recovery_stretches(series_of(story))
    assert [(it.first - on(0)).days for it in parts] == list(range(0, days, apart))
    assert parts[-1].last == on(days - 1)
    assert all(it.right - it.left >= 0.122 for it in parts[:-1])
    assert all(it.is_a_week is (apart == 7) for it in parts[:-1])
