"""The plan as a calendar: the same events, moved when the plan moves."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from tests.builders import check_in, good_morning, on, session, walk
from tests.services.conftest import ALICE, BOB, NOW, Runner
from tracker.exchange.calendar_file import calendar_file
from tracker.progression.diary import Kind
from tracker.services.access import calendar_feed
from tracker.services.errors import NotFound
from tracker.services.injury import corrections, episodes

if TYPE_CHECKING:
    from collections.abc import Mapping


def written(runner: Runner, today: int) -> bytes:
    who = runner.database, ALICE, 1
    return calendar_file(calendar_feed.ahead(*who, today=on(today), now=NOW))


def events(runner: Runner, today: int) -> Mapping[str, Any]:
    calendar = Calendar.from_ical(written(runner, today))
    by_uid = {str(e["UID"]).partition("@")[0]: e for e in calendar.walk("VEVENT")}
    assert len(by_uid) == len(calendar.walk("VEVENT"))
    return by_uid


@pytest.fixture
def on_the_ladder(runner: Runner) -> Runner:
    for number in range(8):
        runner.check(replace(good_morning(number), id=f"c{number}"))
    runner.session(replace(walk(6), id="walk"))
    return runner


def test_runs_rest_days_and_the_morning_after_are_there(on_the_ladder: Runner) -> None:
    by_uid = events(on_the_ladder, 7)
    assert by_uid["run-1"]["DTSTART"].dt == on(7)
    assert by_uid["run-1"]["SUMMARY"] == "Walk 4 min, jog 1 min, 5 times"
    assert by_uid[f"rest-{on(8)}"]["DTSTART"].dt == on(8)
    assert by_uid["check-in-1"]["DTSTART"].dt.date() == on(8)
    assert by_uid["run-2"]["DTSTART"].dt == on(9)
    assert by_uid["return"]["DTSTART"].dt == on(55)
    assert all(e["DTSTAMP"].dt == NOW for e in by_uid.values())


def test_the_same_run_moves_to_another_day_and_its_sequence_grows(on_the_ladder: Runner) -> None:
    before = events(on_the_ladder, 7)["run-1"]
    on_the_ladder.check(replace(check_in(7, 4), id="bad"))
    after = events(on_the_ladder, 7)["run-1"]
    assert before["UID"] == after["UID"]
    assert after["DTSTART"].dt > before["DTSTART"].dt
    assert after["SEQUENCE"] > before["SEQUENCE"]


def test_a_run_that_was_done_leaves_and_the_others_keep_their_numbers(
    on_the_ladder: Runner,
) -> None:
    before = events(on_the_ladder, 7)
    jog = session(7, Kind.WALK_JOG, 30, walk=25, jog=5, bout=1)
    on_the_ladder.session(replace(jog, id="run"))
    after = events(on_the_ladder, 7)
    assert "run-1" not in after
    assert after["run-2"]["DTSTART"].dt == before["run-2"]["DTSTART"].dt
    assert after["check-in-1"]["DTSTART"].dt == before["check-in-1"]["DTSTART"].dt


def test_undoing_lets_the_sequence_grow_too(on_the_ladder: Runner) -> None:
    def sequence() -> int:
        number: int = events(on_the_ladder, 7)["run-1"]["SEQUENCE"]
        return number

    first = sequence()
    change = on_the_ladder.check(replace(check_in(7, 4), id="more"))
    second = sequence()
    on_the_ladder.undo(change.change_id)
    assert first < second < sequence()


@pytest.mark.slow
def test_as_days_go_by_a_sequence_grows_just_when_its_event_moves(on_the_ladder: Runner) -> None:
    jog = session(7, Kind.WALK_JOG, 25, walk=20, jog=5, bout=1)
    on_the_ladder.session(replace(jog, id="run"))
    on_the_ladder.check(replace(good_morning(8), id="after"))
    stayed = moved = 0
    before = events(on_the_ladder, 8)
    for day in range(9, 45):  # past the lay-off, which makes the plan another one
        now = events(on_the_ladder, day)
        for uid in before.keys() & now.keys():
            is_another = content(now[uid]) != content(before[uid])
            grown = now[uid]["SEQUENCE"] - before[uid]["SEQUENCE"]
            assert (grown > 0) == is_another, uid
            assert grown >= 0
            stayed, moved = stayed + (not is_another), moved + is_another
        before = now
    assert stayed > 50
    assert moved > 50


def content(event: Any) -> tuple[object, ...]:
    return event["SUMMARY"], event["DTSTART"].dt, event["DTEND"].dt


def test_check_ins_are_at_the_runners_own_morning(on_the_ladder: Runner) -> None:
    who = on_the_ladder.database, ALICE, 1
    facts = replace(episodes.episode(*who).facts, timezone="America/Denver")
    corrections.edit_episode(*who, facts, today=on(7), now=NOW)
    start = events(on_the_ladder, 7)["check-in-1"]["DTSTART"].dt
    assert start.time() == dt.time(7, 30)
    assert start.utcoffset() == dt.timedelta(hours=-6)
    text = written(on_the_ladder, 7).decode()
    assert "BEGIN:VTIMEZONE\r\nTZID:America/Denver" in text
    assert "DTSTART;TZID=America/Denver:20260409T073000" in text
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")


def test_nothing_is_planned_while_running_is_locked(on_the_ladder: Runner) -> None:
    flagged = check_in(7, 0, red_flags=("E1",))
    on_the_ladder.check(replace(flagged, id="flag"))
    assert events(on_the_ladder, 7) == {}


def test_a_link_is_read_until_it_is_ended_or_replaced(on_the_ladder: Runner) -> None:
    database = on_the_ladder.database
    first = calendar_feed.open_feed(database, ALICE, now=NOW)
    feed = calendar_feed.read_feed(database, first, now=NOW)
    assert feed is not None
    assert feed.timezone == "UTC"
    second = calendar_feed.open_feed(database, ALICE, now=NOW)
    calendar_feed.open_feed(database, BOB, now=NOW)
    with pytest.raises(NotFound):
        calendar_feed.read_feed(database, first, now=NOW)
    assert calendar_feed.read_feed(database, second, now=NOW) is not None
    calendar_feed.close_feed(database, ALICE, now=NOW)
    with pytest.raises(NotFound):
        calendar_feed.read_feed(database, second, now=NOW)
    assert calendar_feed.feed_since(database, ALICE) is None
    assert calendar_feed.feed_since(database, BOB) == NOW
