"""What a record says by itself, before any rule looks at it."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from tests.builders import EVENING, MINUTE, check_in, episode, on, session
from tracker.progression.diary import Diary, DiaryDay, Kind, Moment
from tracker.progression.episode import CarriedSign, Clearance, Episode, Setting
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.timeline import stand


def test_a_second_of_jogging_makes_a_run() -> None:
    assert session(0, Kind.WALK_JOG, 20, jog=1 / MINUTE).is_run
    assert not session(0, Kind.WALK_JOG, 20).is_run


@pytest.mark.parametrize(
    ("kind", "walk", "bout", "longest"),
    [
        (Kind.RUN, 0, None, 10),
        (Kind.RUN, 0, 4, 4),
        (Kind.WALK_JOG, 5, None, None),
        (Kind.WALK_JOG, 5, 4, 4),
        (Kind.OTHER, 0, None, None),
        (Kind.OTHER, 0, 4, 4),
    ],
)
def test_the_longest_bout_is_known_where_it_is_told_or_nothing_was_walked(
    kind: Kind, walk: int, bout: int | None, longest: int | None
) -> None:
    longest_bout = session(0, kind, 20, jog=10, walk=walk, bout=bout).longest_bout
    assert longest_bout == (longest and longest * MINUTE)


def test_the_last_day_is_that_of_the_last_record_setting_or_clearance() -> None:
    setting = Setting(name="pain_free_days", value=3, date=on(4))
    assert Diary.of(episode()).last_day == on(0)
    assert Diary.of(episode(), [check_in(2)], [session(3, Kind.WALK, 20)]).last_day == on(3)
    assert Diary.of(episode(settings=[setting]), [check_in(2)]).last_day == on(4)
    cleared = episode(settings=[setting], clearances=[Clearance(date=on(5), by="Rivera")])
    assert Diary.of(cleared).last_day == on(5)


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
    assert DiaryDay.of([late, early], [first]).records == (first, early, late)
    assert ordered.before(late) == DiaryDay((first, early), (early,), (first,))
    assert ordered.then(early).records == (first, early, late, second, early)


def test_signs_that_were_all_denied_are_none() -> None:
    assert check_in(0, red_flags=["none"]).signs == ()
    assert check_in(0, red_flags=["E1", "R2"]).signs == ("E1", "R2")


def known(*days: int, screening: tuple[str, ...] = ("E1",)) -> Episode:
    """An episode screened on day 2, with a setting, a clearance and a carried sign of each day."""
    return replace(
        episode(
            screening=screening,
            settings=[Setting(name="pain_free_days", value=3, date=on(day)) for day in days],
            clearances=[Clearance(date=on(day), by="Rivera") for day in days],
        ),
        screened_on=on(2),
        carried_signs=tuple(CarriedSign(date=on(day), flags=("U1",)) for day in days),
    )


def test_an_episode_as_of_a_day_knows_what_is_dated_that_day_and_nothing_later() -> None:
    whole = known(2, 3)
    assert whole.as_of(on(3)) == whole
    assert whole.as_of(on(2)) == known(2)
    assert whole.as_of(on(1)) == known(screening=())
    assert replace(whole, screened_on=None).as_of(on(0)).screening == ("E1",)  # as of the onset
