"""What a record says by itself, before any rule looks at it."""

from __future__ import annotations

from datetime import time

from tests.builders import EVENING, MINUTE, check_in, episode, on, session
from tracker.progression.diary import Diary, DiaryDay, Kind, Moment
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.timeline import stand


def test_a_second_of_jogging_makes_a_run() -> None:
    assert session(0, Kind.WALK_JOG, 20, jog=1 / MINUTE).is_run
    assert not session(0, Kind.WALK_JOG, 20).is_run


def test_answers_that_only_advise_do_not_lock() -> None:
    screened = Diary.of(episode(screening=["R1", "pregnant", "E1", "U2", "R4"]))
    assert stand(shipped(), screened, on(0)).standing.locked_by == ("pregnant", "E1", "U2")


def test_without_times_check_ins_find_their_place_by_their_moment() -> None:
    waking, day, evening, night = (check_in(0, at=None, moment=moment) for moment in Moment)
    timed = check_in(0, at=EVENING)
    walked = session(0, Kind.WALK, 20)
    ordered = DiaryDay.of([night, timed, evening, day, waking], [walked])
    assert ordered.records == (waking, walked, timed, day, evening, night)
    assert DiaryDay.of([night, day, timed], [walked]).records == (day, walked, timed, night)
    assert DiaryDay.of([night], [walked]).records == (walked, night)


def test_the_clock_orders_a_day_and_asks_before_it_counts() -> None:
    late, early = check_in(0, at=EVENING), check_in(0, at=time(9))
    second, first = session(0, Kind.WALK, 20, at=EVENING), session(0, Kind.RUN, 5, at=time(8))
    ordered = DiaryDay.of([late, early], [second, first])
    assert ordered.records == (first, early, late, second)
    assert (ordered.check_ins, ordered.sessions) == ((early, late), (first, second))
    assert ordered.before(late).records == (first, early)
    assert ordered.then(early).records == (first, early, late, second, early)


def test_signs_that_were_all_denied_are_none() -> None:
    assert check_in(0, red_flags=["none"]).signs == ()
    assert check_in(0, red_flags=["E1", "R2"]).signs == ("E1", "R2")
