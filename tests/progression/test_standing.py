"""What the records of a day leave in the standing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders import ONSET, check_in, diary, good_morning, on, run, session
from tracker.progression.diary import Kind, Sensation
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.standing import DayFacts, Standing
from tracker.progression.timeline import stand

if TYPE_CHECKING:
    from tracker.progression.diary import CheckIn, SessionLog


def standing(day: int, *records: CheckIn | SessionLog) -> Standing:
    return stand(shipped(), diary(*records), on(day)).standing


def test_a_run_waits_for_its_morning() -> None:
    assert standing(0, run(0)).last_run_settled is False
    assert [r.day for r in standing(0, run(0)).awaiting] == [on(0)]
    settled = standing(1, run(0), good_morning(1))
    assert settled.last_run_settled is True
    assert settled.awaiting == ()


def test_a_run_that_sharp_pain_ended_waits_for_no_morning() -> None:
    ended = standing(0, session(0, Kind.RUN, 5, jog=5, sensation=Sensation.SHARP))
    assert ended.today.sharp is True
    assert ended.last_run == on(0)
    assert ended.awaiting == ()


def test_a_painful_day_ends_the_pain_free_days() -> None:
    assert standing(1, good_morning(0), good_morning(1)).pain_free_days == 2
    assert standing(1, good_morning(0), check_in(1, 2)).pain_free_days == 0


def test_the_past_is_the_days_before_this_one() -> None:
    day = Standing(on(4), ONSET, 2400, recent=tuple(DayFacts(sessions=n) for n in range(5)))
    assert [facts.sessions for facts in day.past(2)] == [2, 3]
    assert [facts.sessions for facts in day.past(30)] == [0, 1, 2, 3]
