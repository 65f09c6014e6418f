"""What a record says by itself, before any rule looks at it."""

from __future__ import annotations

from datetime import time

from tests.builders import EVENING, MINUTE, check_in, episode, session
from tracker.progression.diary import DiaryDay, Kind, Moment


def test_a_second_of_jogging_makes_a_run() -> None:
    assert session(0, Kind.WALK_JOG, 20, jog=1 / MINUTE).is_run
    assert not session(0, Kind.WALK_JOG, 20).is_run


def test_answers_that_only_advise_do_not_lock() -> None:
    screened = episode(screening=["R1", "pregnant", "E1", "U2", "R4"])
    assert screened.screening_locks == ("pregnant", "E1", "U2")


def test_check_ins_without_a_time_find_their_place_by_their_moment() -> None:
    waking, day, evening, night = (check_in(0, at=None, moment=moment) for moment in Moment)
    early, late = check_in(0, at=time(9)), check_in(0, at=EVENING)
    entered = [night, late, evening, day, early, waking]
    assert DiaryDay.of(entered, ()).check_ins == (waking, early, day, late, evening, night)
