"""What came of every run day, in a word."""

from __future__ import annotations

import pytest

from tests.builders import episode, on
from tests.progression.happenings import Teller
from tracker.progression.diary import Sensation
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.timeline import timeline
from tracker.reports.run_days import PastRunDay, run_days


def past(until: int, *happenings: tuple[int, str], obeyed: int = 15) -> tuple[PastRunDay, ...]:
    teller = Teller(episode())
    for day in range(obeyed + 1):
        teller.tell(day, "obeys")
    for day, happening in happenings:
        teller.tell(day, happening)
    return run_days(teller.diary, list(timeline(shipped(), teller.diary, on(until))))


def last(until: int, *happenings: tuple[int, str], obeyed: int = 15) -> PastRunDay:
    runs = past(until, *happenings, obeyed=obeyed)
    return next(run for run in runs if run.day == on(obeyed + 1))


@pytest.mark.parametrize(
    ("until", "happenings", "outcome"),
    [
        (16, [(16, "ok"), (16, "plan")], "not judged yet"),
        (17, [(16, "ok"), (16, "plan")], "not judged yet"),
        (18, [(16, "ok"), (16, "plan")], "held"),
        (17, [(16, "ok"), (16, "plan"), (17, "ok")], "not judged yet"),
        (18, [(16, "ok"), (16, "plan"), (17, "ok")], "clean"),
        (18, [(16, "ok"), (16, "plan"), (17, "ok"), (17, "evening feels 1")], "stepped back"),
        (18, [(16, "ok"), (16, "plan unscored"), (17, "ok")], "held"),
        (18, [(16, "ok"), (16, "plan"), (17, "waking feels 1")], "stepped back"),
        (18, [(16, "ok"), (16, "plan scored 2"), (17, "ok")], "stepped back"),
        (18, [(16, "ok"), (16, "plan scored 2")], "stepped back"),
        (16, [(16, "ok"), (16, "plan"), (16, "evening feels 4")], "stepped back"),
        (17, [(16, "ok"), (16, "plan"), (17, "waking feels 4")], "stepped back"),
        (17, [(16, "plan"), (17, "ok")], "deviation"),
        (17, [(16, "ok"), (16, "plan felt sharp"), (17, "ok")], "stopped: sharp pain"),
        (17, [(16, "ok"), (16, "plan"), (17, "bike 20 felt sharp"), (17, "feels 1")], "held"),
        (18, [(16, "ok"), (16, "plan scored 2"), (17, "bike 20 felt sharp")], "held"),
        (17, [(16, "ok"), (16, "plan"), (17, "feels 1"), (17, "bike 9 felt sharp")], "held"),
    ],
)
def test_a_run_day_is_told_by_what_explains_it_best(
    until: int, happenings: list[tuple[int, str]], outcome: str
) -> None:
    assert last(until, *happenings).outcome == outcome


def test_a_run_day_keeps_its_step_its_minutes_and_its_morning() -> None:
    day = last(17, (16, "ok"), (16, "plan scored 1"), (17, "waking feels 0 soreness"))
    assert (day.step, day.jog_seconds, day.walk_seconds) == (4, 20 * 60, 5 * 60)
    assert (day.longest_bout, day.pain, day.morning) == (4 * 60, 1, 0)
    assert day.felt is Sensation.SORENESS


@pytest.mark.parametrize(
    ("until", "happenings", "to_come"),
    [
        (16, [(16, "ok"), (16, "plan")], True),
        (16, [(16, "plan")], True),
        (17, [(16, "plan")], True),
        (17, [(16, "plan"), (17, "ok")], False),
        (17, [(16, "plan"), (17, "night feels 0")], True),
        (18, [(16, "plan")], False),
        (17, [(16, "ok"), (16, "plan felt sharp")], True),
        (18, [(16, "ok"), (16, "plan felt sharp")], False),
    ],
)
def test_a_morning_is_to_come_until_its_day_is_over_whatever_the_run_was(
    until: int, happenings: list[tuple[int, str]], *, to_come: bool
) -> None:
    assert last(until, *happenings).morning_to_come is to_come


def test_a_run_with_sharp_pain_was_made_on_the_step_before() -> None:
    assert last(16, (16, "ok"), (16, "plan felt sharp")).step == 4


def test_a_run_on_the_day_after_one_was_made_on_the_same_step() -> None:
    before, day = past(15, (15, "ok"), (15, "plan"), obeyed=14)[-2:]
    assert (before.step, day.step, day.outcome) == (3, 3, "deviation")


def test_a_run_on_the_day_that_took_a_step_at_dawn_was_made_on_the_lower_one() -> None:
    hurt = [(16, "ok"), (16, "plan scored 2"), (17, "ok"), (18, "ok"), (18, "plan")]
    assert [run.step for run in past(18, *hurt)[-2:]] == [4, 3]


def test_a_longest_jog_that_nobody_wrote_down_is_not_made_up() -> None:
    day = last(16, (16, "ok"), (16, "walk_jog jog 3 walk 1"))
    assert (day.jog_seconds, day.longest_bout) == (180, None)


def test_two_runs_of_a_day_are_told_together() -> None:
    day = last(16, (16, "ok"), (16, "plan scored 1"), (16, "walk_jog jog 3 walk 1 unscored"))
    assert (day.jog_seconds, day.longest_bout, day.pain) == (23 * 60, 4 * 60, 1)
    assert (day.morning, day.felt) == (None, None)


def test_every_run_day_is_told_once() -> None:
    assert [run.day for run in past(15)] == [on(day) for day in (2, 4, 6, 8, 10, 12, 14)]
    assert run_days(Teller(episode()).diary, []) == ()


def test_after_the_watch_nothing_steps_back() -> None:
    hurt = [(120, "ok"), (120, "run 20 scored 2"), (121, "ok")]
    assert last(122, *hurt, obeyed=119).outcome == "held"
    stopped_since = (121, "bike 20 felt sharp")
    assert last(122, *hurt, stopped_since, obeyed=119).outcome == "held"
