"""What a record says by itself, before any rule looks at it."""

from __future__ import annotations

from tests.builders import MINUTE, episode, session
from tracker.progression.diary import Kind


def test_a_second_of_jogging_makes_a_run() -> None:
    assert session(0, Kind.WALK_JOG, 20, jog=1 / MINUTE).is_run
    assert not session(0, Kind.WALK_JOG, 20).is_run


def test_answers_that_only_advise_do_not_lock() -> None:
    screened = episode(screening=["R1", "pregnant", "E1", "U2", "R4"])
    assert screened.screening_locks == ("pregnant", "E1", "U2")
