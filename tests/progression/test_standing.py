"""What the records of a day leave in the standing, and that nobody changes one."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import FrozenInstanceError
from datetime import time
from typing import TYPE_CHECKING

import pytest

from tests.builders import ONSET, check_in, diary, episode, good_morning, on, run, session, walk
from tests.courses import obedient_course
from tests.progression.happenings import Teller
from tracker.progression.day_facts import DayFacts, Ride
from tracker.progression.diary import Kind, Moment, Sensation
from tracker.progression.plain import from_plain, to_plain
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.standing import Judgement, Standing, Worth, drafted, handed_out
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


def test_on_the_first_day_everything_counts_from_that_day() -> None:
    first = standing(0, good_morning(0))
    assert first.counts_from == first.plan_from == first.stage_since == on(0)


def test_the_facts_of_a_day_count_its_records_and_its_rides() -> None:
    at_night = check_in(0, 2, moment=Moment.NIGHT, at=time(23))
    of_day = standing(0, good_morning(0), at_night, walk(0), session(0, Kind.BIKE, 20)).today
    rides = (Ride(Kind.BIKE, 1200, painful=False),)
    assert of_day == DayFacts(
        check_ins=2, answers=1, sessions=2, worst=2, painful=True, rides=rides
    )


def test_what_ends_the_return_ends_its_lay_off() -> None:
    teller = Teller(episode(baseline=20))
    teller.tell(0, "sets step 9 by Rivera")
    for day in range(7):
        teller.tell(day, "obeys")
    laid_off = teller.stand(34).standing
    assert (laid_off.returned_on, laid_off.laid_off) == (on(6), True)
    painful = deepcopy(teller)
    painful.tell(34, "feels 5")
    teller.tell(34, "ok")
    teller.tell(34, "run 20 scored 2")
    for flared_or_stepped_back in (painful.stand(34).standing, teller.stand(36).standing):
        assert not flared_or_stepped_back.has_returned
        assert flared_or_stepped_back.returned_on is None
        assert flared_or_stepped_back.laid_off is False


def test_a_lay_off_on_the_ladder_takes_steps_and_is_none_of_after_the_return() -> None:
    teller = Teller(episode())
    teller.tell(0, "sets step 9 by Rivera")
    for day in range(3):
        teller.tell(day, "obeys")
    waited = teller.stand(31).standing
    assert (waited.last_run, waited.step, waited.laid_off) == (on(2), 6, False)


def test_a_dawn_says_what_the_run_was_worth() -> None:
    assert standing(1, run(0), good_morning(1)).judged is None
    assert standing(2, run(0), good_morning(1)).judged == Judgement(on(0), Worth.HELD)
    teller = Teller(episode(baseline=20))
    teller.tell(0, "sets step 9 by Rivera")
    for day in range(5):
        teller.tell(day, "obeys")
    after = teller.stand(4).standing
    assert (after.judged, after.baseline_reach) == (Judgement(on(2), Worth.CLEAN), (1200,))
    teller.tell(5, "feels 1")
    assert teller.stand(6).standing.judged == Judgement(on(4), Worth.STEPPED_BACK)
    teller.tell(5, "deletes check-ins")
    assert teller.stand(6).standing.judged == Judgement(on(4), Worth.HELD)


def test_a_clean_run_between_walks_reaches_no_baseline() -> None:
    teller = Teller(episode())
    for day in range(5):
        teller.tell(day, "obeys")
    assert teller.stand(4).standing.clean_runs == 1
    assert teller.stand(4).standing.baseline_reach == ()


def test_running_is_locked_since_the_earliest_sign() -> None:
    locked = standing(2, check_in(0, 1, red_flags=("U2",)), check_in(2, 1, red_flags=("E1",)))
    assert (locked.locked_on, locked.locked_by) == (on(0), ("U2", "E1"))


def test_the_last_days_are_those_before_this_one() -> None:
    days = tuple(DayFacts(sessions=n) for n in range(4))
    day = Standing(on(4), ONSET, 2400, past=days, today=DayFacts(sessions=4))
    assert [facts.sessions for facts in day.last_days(2)] == [2, 3]
    assert [facts.sessions for facts in day.last_days(30)] == [0, 1, 2, 3]
    assert [facts.sessions for facts in day.recent] == [0, 1, 2, 3, 4]


def test_thirty_days_before_this_one_are_remembered() -> None:
    past = standing(40, run(10)).past
    assert [facts.runs for facts in past] == [1] + [0] * 29


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
