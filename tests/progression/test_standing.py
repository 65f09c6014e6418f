"""What the records of a day leave in the standing, and that nobody changes one."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from typing import TYPE_CHECKING

import pytest

from tests.builders import ONSET, check_in, diary, episode, good_morning, on, run, session
from tests.courses import obedient_course
from tracker.progression.day_facts import DayFacts
from tracker.progression.diary import Kind, Sensation
from tracker.progression.plain import from_plain, to_plain
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.standing import Standing, drafted, handed_out
from tracker.progression.timeline import stand, timeline

if TYPE_CHECKING:
    from tracker.progression.diary import CheckIn, SessionLog


def standing(day: int, *records: CheckIn | SessionLog) -> Standing:
    return stand(shipped(), diary(*records), on(day)).standing


def test_a_run_waits_until_its_next_day_is_over() -> None:
    assert [r.day for r in standing(0, run(0)).awaiting] == [on(0)]
    answered = standing(1, run(0), good_morning(1))
    assert [r.answered for r in answered.awaiting] == [True]
    assert answered.pending_run is None
    assert standing(2, run(0), good_morning(1)).awaiting == ()


def test_a_run_that_sharp_pain_ended_waits_for_no_morning() -> None:
    ended = standing(0, session(0, Kind.RUN, 5, jog=5, sensation=Sensation.SHARP))
    assert ended.today.sharp is True
    assert ended.last_run == on(0)
    assert ended.awaiting == ()


def test_a_painful_day_ends_the_pain_free_days() -> None:
    assert standing(1, good_morning(0), good_morning(1)).pain_free_days == 2
    assert standing(1, good_morning(0), check_in(1, 2)).pain_free_days == 0


def test_what_hurts_twice_on_one_day_is_one_setback() -> None:
    sharp = [session(day, Kind.BIKE, 20, sensation=Sensation.SHARP) for day in (3, 4, 4)]
    assert standing(4, *sharp).setbacks == (on(3), on(4))


def test_the_last_days_are_those_before_this_one() -> None:
    days = tuple(DayFacts(sessions=n) for n in range(4))
    day = Standing(on(4), ONSET, 2400, past=days, today=DayFacts(sessions=4))
    assert [facts.sessions for facts in day.last_days(2)] == [2, 3]
    assert [facts.sessions for facts in day.last_days(30)] == [0, 1, 2, 3]
    assert [facts.sessions for facts in day.recent] == [0, 1, 2, 3, 4]


def test_a_standing_is_not_changed_once_it_is_handed_out() -> None:
    state = standing(1, run(0))
    with pytest.raises(FrozenInstanceError):
        state.step = 9
    with pytest.raises(FrozenInstanceError):
        del state.step
    draft = drafted(state)
    draft.step = 9
    changed = handed_out(draft)
    assert (state.step, changed.step) == (1, 9)
    with pytest.raises(FrozenInstanceError):
        changed.step = 1
    assert state != changed
    assert len({state, standing(1, run(0)), changed}) == 2


def test_every_standing_comes_back_from_json_as_it_was() -> None:
    course = obedient_course()
    hurt = diary(
        check_in(0, 8, red_flags=("E1",)),
        session(3, Kind.BIKE, 20, sensation=Sensation.SHARP),
        of=episode(screening=["pregnant"]),
    )
    for book in (course, hurt):
        for outcome in timeline(shipped(), book, on(60)):
            stored = json.loads(json.dumps(to_plain(outcome.standing)))
            assert from_plain(Standing, stored) == outcome.standing
