"""What an archive is taken for: sessions each once, without any pain, and what was usual."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from tracker.exchange.archive.activity import Activity, Place
from tracker.exchange.archive.reading import Reading
from tracker.progression.diary import Kind
from tracker.services.transfer.archive_choice import Choice, by_month, chosen, months_before
from tracker.services.transfer.archive_sessions import session_of
from tracker.services.transfer.archives import without_doubles
from tracker.services.transfer.usual_training import RunBefore, usual_training

ONSET = date(2026, 4, 1)
BERLIN = ZoneInfo("Europe/Berlin")
RUN = Activity(
    id="a",
    kind=Kind.RUN,
    start=datetime(2026, 3, 1, 23, 30, tzinfo=UTC),
    seconds=2400,
    metres=6000,
    source="Strava",
    recording=Place("a.fit"),
)


def runs(*minutes: int, every: int = 7) -> list[RunBefore]:
    """Runs before the onset, the latest first, so many days apart."""
    return [
        RunBefore(ONSET - timedelta(days=1 + every * number), 60 * length)
        for number, length in enumerate(minutes)
    ]


def test_what_is_usual_is_the_middle_of_runs_and_of_weeks_with_any() -> None:
    usual = usual_training([*runs(30, 40, 90), *runs(30, 30, 30)], ONSET)
    assert usual.run_minutes == 30
    assert usual.week_minutes == 70
    assert usual.longest is not None
    assert usual.longest.jog_seconds == 90 * 60
    assert len(usual.runs) == 6
    assert [week.jog_seconds for week in usual.weeks] == [7200, 4200, 3600]


def test_only_the_twelve_weeks_before_the_onset_count() -> None:
    first, last = ONSET - timedelta(weeks=12), ONSET - timedelta(days=1)
    at = [first - timedelta(days=1), first, first + timedelta(days=7), last, ONSET]
    usual = usual_training([RunBefore(day, 2400) for day in at], ONSET)
    assert [run.date for run in usual.runs] == at[1:4]
    assert usual.run_minutes == 40


def test_too_few_runs_say_nothing_is_usual() -> None:
    usual = usual_training(runs(40, 40), ONSET)
    assert (usual.run_minutes, usual.week_minutes) == (None, None)
    assert usual.longest is not None


def test_what_may_not_be_set_is_not_proposed() -> None:
    assert usual_training(runs(5, 5, 5), ONSET).run_minutes is None
    assert usual_training(runs(400, 400, 400), ONSET).run_minutes is None


def test_an_activity_that_two_programs_kept_is_taken_once() -> None:
    other = replace(RUN, id="b", start=RUN.start + timedelta(minutes=2), recording=None)
    walk = replace(RUN, id="c", kind=Kind.WALK, start=RUN.start + timedelta(minutes=41))
    single, doubled = without_doubles([other, RUN, walk], {})
    assert [activity.id for activity in single] == ["a", "c"]
    assert doubled == 1


def test_two_that_touch_are_two() -> None:
    later = replace(RUN, id="b", start=RUN.start + timedelta(minutes=21))
    assert without_doubles([RUN, later], {})[1] == 0
    sooner = replace(RUN, id="b", start=RUN.start + timedelta(minutes=19))
    assert without_doubles([RUN, sooner], {})[1] == 1


def test_the_one_that_was_read_stays_of_two() -> None:
    other = replace(RUN, id="b")
    read = {"b": Reading(Kind.RUN, 2400, 0, 2400, 2400, 6000)}
    assert [a.id for a in without_doubles([RUN, other], read)[0]] == ["b"]


def test_a_session_is_of_the_day_it_was_where_it_was_done() -> None:
    assert session_of(RUN, None, BERLIN).date == date(2026, 3, 2)
    in_london = replace(RUN, start=RUN.start.astimezone(timezone(timedelta(hours=-5))))
    assert session_of(in_london, None, BERLIN).date == date(2026, 3, 1)


def test_nothing_is_said_of_how_it_felt_and_a_run_unread_was_jogged() -> None:
    session = session_of(RUN, None, BERLIN)
    assert (session.pain, session.sensation, session.effort) == (None, None, None)
    assert (session.limp, session.stopped_early) == (False, False)
    assert (session.seconds, session.jog_seconds, session.longest_jog_seconds) == (2400, 2400, None)


def test_what_holds_jogging_is_no_walk_and_what_holds_none_is_one() -> None:
    walk = replace(RUN, kind=Kind.WALK)
    jogged = session_of(walk, Reading(Kind.WALK_JOG, 1800, 900, 900, 300, 4000), BERLIN)
    assert (jogged.kind, jogged.jog_seconds) == (Kind.WALK_JOG, 900)
    walked = session_of(RUN, Reading(Kind.WALK, 1800, 1800, 0, 0, 2500), BERLIN)
    assert (walked.kind, walked.jog_seconds, walked.is_run) == (Kind.WALK, 0, False)
    assert session_of(RUN, Reading(fault="is damaged"), BERLIN) == session_of(RUN, None, BERLIN)


def test_months_are_those_of_the_diary_and_nothing_of_tomorrow_is_chosen() -> None:
    (month,) = by_month([RUN], BERLIN)
    assert (month.first, month.kinds) == (date(2026, 3, 1), {Kind.RUN: 1})
    wanted = Choice(frozenset({Kind.RUN}), date(2026, 3, 2))
    assert chosen([RUN], wanted, BERLIN, date(2026, 3, 2)) == [RUN]
    assert chosen([RUN], wanted, UTC, date(2026, 3, 2)) == []
    assert chosen([RUN], wanted, BERLIN, date(2026, 3, 1)) == []


def test_months_are_counted_back_over_the_year() -> None:
    assert months_before(date(2026, 1, 31), 1) == date(2025, 12, 1)
    assert months_before(date(2026, 12, 5), 12) == date(2025, 12, 1)
    assert months_before(date(2026, 3, 31), 24) == date(2024, 3, 1)
