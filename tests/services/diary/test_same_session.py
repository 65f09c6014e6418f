"""A session that may be in the diary already is recognised by when it was, and how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from tests.builders import on, run, session, walk
from tests.services.conftest import ALICE, BOB, Runner
from tracker.progression.diary import Kind, SessionLog
from tracker.services.diary.same_session import is_about_the_same, sessions_about
from tracker.services.errors import NotFound

NOON, LATE = time(12), time(23, 50)
AT_NOON = run(3, 30, at=NOON)
UNTIMED = run(3, 30, at=None)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (run(3, 30, at=time(12, 10)), True),
        (session(3, Kind.WALK_JOG, 60, jog=20, walk=40, at=time(11, 50)), True),
        (session(3, Kind.OTHER, 5, at=time(12, 20)), True),
        (run(3, 30, at=time(12, 20)), False),
        (run(3, 30, at=time(18)), False),
        (run(4, 30, at=NOON), False),
        (run(3, 33, at=None), True),
        (walk(3, 27, at=None), True),
        (run(3, 60, at=None), False),
        (replace(run(3, 60, at=None), distance_m=5000), False),
        (session(3, Kind.SWIM, 30, at=None), False),
        (replace(UNTIMED, seconds=None, jog_seconds=0), True),
    ],
)
def test_what_may_be_the_same_run_at_noon(other: SessionLog, *, same: bool) -> None:
    assert is_about_the_same(AT_NOON, other) is same
    assert is_about_the_same(other, AT_NOON) is same


def test_midnight_does_not_part_a_session_from_itself() -> None:
    assert is_about_the_same(run(3, 30, at=LATE), run(4, 30, at=time(0, 2)))


def test_a_distance_tells_where_minutes_do_not() -> None:
    one, other = (replace(UNTIMED, distance_m=metres) for metres in (5000, 5100))
    assert is_about_the_same(one, replace(other, seconds=3600, jog_seconds=3600))


def test_the_diary_is_asked_and_an_entry_is_not_its_own_double(runner: Runner) -> None:
    whose = (runner.database, ALICE, runner.episode)
    stored = replace(walk(3, 30, at=LATE), id="a")
    runner.session(stored)
    next_day = replace(walk(4, 30, at=time(0, 1)), id="b")
    far = replace(stored, id="c", date=on(5))

    def about(*readings: SessionLog) -> list[str]:
        return [session.id for session in sessions_about(*whose, readings)]

    assert about(replace(stored, id="b")) == about(next_day) == about(far, next_day) == ["a"]
    assert about(stored) == about(far) == []
    with pytest.raises(NotFound):
        sessions_about(runner.database, BOB, runner.episode, [stored])
