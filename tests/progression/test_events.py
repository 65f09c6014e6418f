"""What a day brought, by name: each happening on the day that it belongs to, and once."""

from __future__ import annotations

import pytest

from tests.builders import episode, on
from tests.progression.happenings import Teller
from tracker.progression.episode import Setting
from tracker.progression.events import SETBACKS, Event, Happening, events_of
from tracker.progression.protocol import Stage
from tracker.progression.timeline import timeline

OPENED = ("ok", "ok, walk 30", "ok, plan")  # the first day jogs are fine is day 2
RESTED = (*["obeys"] * 20, *["ok"] * 13)  # the last run was on day 18
HOME = (*["obeys"] * 7, *["ok"] * 61)  # with a usual run of 20 minutes, placed on step 9


def brought(*days: str, home: bool = False) -> list[Event]:
    """What the last of some days brought, a day for each line of happenings."""
    placed = (Setting(name="step", value=9, date=on(0), by="Rivera"),) if home else ()
    teller = Teller(episode(baseline=20 if home else 40, settings=placed))
    for day, happenings in enumerate(days):
        for happening in happenings.split(", "):
            teller.tell(day, happening)
    outcomes = list(timeline(teller.protocol, teller.diary, on(len(days) - 1)))
    before = outcomes[-2].standing if len(outcomes) > 1 else None
    return list(events_of(teller.protocol, teller.diary, before, outcomes[-1]))


def names(*days: str, home: bool = False) -> list[Happening]:
    return [event.happening for event in brought(*days, home=home)]


@pytest.mark.parametrize(
    ("days", "happenings"),
    [
        (("feels 2", "ok", "ok"), [Happening.PAIN_GONE]),
        ((*OPENED[:2], "ok"), [Happening.LADDER_OPENED]),
        (("ok", "ok", "feels 1"), [Happening.PAIN_AGAIN]),
        (("feels 2", "feels 3, walk 20 scored 4"), [Happening.WALK_HURT]),
        ((*OPENED, "feels 2"), [Happening.STEP_BACK]),
        ((*OPENED, "feels 5"), [Happening.FLARE]),
        ((*OPENED, "ok, bike 10 felt sharp"), [Happening.SHARP_PAIN]),
        ((*OPENED, "evening feels 1", "evening feels 1", "evening feels 1"), [Happening.BAD_DAYS]),
        ((*OPENED, "ok, run 10"), [Happening.DEVIATION]),
        (RESTED, [Happening.LAY_OFF]),
        ((*["obeys"] * 8, "ok"), [Happening.STEP_PASSED]),
        (HOME[:7], [Happening.RETURNED]),
        (("feels 2",), []),  # the day of onset
        (("ok, run 10",), [Happening.DEVIATION]),
        (("feels 2", "feels 3"), []),  # nobody walked
        (("feels 1, bike 10, walk 20", "feels 2"), [Happening.WALK_HURT]),
        (("feels 1, walk 20", "feels 1", "feels 2"), []),  # the walk was two days ago
        (("feels 1", "walk 20, bike 10 scored 2"), [Happening.WALK_HURT]),
        (("feels 1", "bike 10 scored 2, walk 20"), []),  # the walk came after
        ((*OPENED, "ok, walk 20 scored 2"), []),  # on the ladder
        ((*OPENED, "ok, evening feels 5"), [Happening.FLARE]),
        ((*["obeys"] * 5, "ok, sets step 5 by Rivera"), []),  # what is set is no step passed
        ((*["obeys"] * 8, "feels 1, plan scored 2", "feels 2"), []),  # the run hurt already
        ((*["obeys"] * 9, "feels 2", "feels 1"), []),  # the step fell at this dawn: told before
        ((*OPENED, "ok"), []),
        ((*OPENED, "ok", "ok"), []),  # a clean run that is one of three
    ],
)
def test_each_happening_is_of_its_day(days: tuple[str, ...], happenings: list[Happening]) -> None:
    assert names(*days, home=days is HOME or days == HOME[:7]) == happenings


def test_a_clean_run_after_the_return_brings_nothing() -> None:
    assert names(*HOME, "ok, run 20", "ok", "ok", home=True) == []


def test_a_run_that_hurts_after_the_watch_goes_nowhere_back() -> None:
    painful = (*HOME, "ok, run 20 scored 2")
    assert names(*painful, home=True) == []
    assert names(*painful, "ok", "ok", home=True) == []


def test_a_run_that_hurts_in_the_watch_leads_back_on_the_day_of_the_pain_and_once() -> None:
    painful = (*HOME[:10], "ok, run 20 scored 2")
    (back,) = brought(*painful, home=True)
    assert (back.happening, back.before, back.after) == (
        Happening.STEP_BACK,
        (Stage.RETURNED, None),
        (Stage.BUILD, None),
    )
    assert names(*painful, "ok", "ok", home=True) == []
    (lower,) = brought(*HOME[:20], "ok, run 20 scored 2", home=True)  # a step kept was lost by then
    assert lower.after == (Stage.RUN, 8)


def test_of_two_painful_records_the_worst_is_named_and_of_equals_the_check_in() -> None:
    (flare,) = brought(*OPENED, "feels 4, bike 10 scored 6")
    assert flare.painful is not None
    assert flare.painful.pain == 6
    (equal,) = brought(*OPENED, "bike 10 scored 5, evening feels 5")
    assert equal.painful is not None
    assert not hasattr(equal.painful, "kind")


def test_of_a_flare_the_record_is_named_that_is_one_and_of_sharp_pain_the_sharp_session() -> None:
    (flare,) = brought(*OPENED, "feels 1 limp, bike 10 scored 3")
    (sharp,) = brought(*OPENED, "ok, bike 10 unscored felt sharp, swim 10 scored 3")
    (sharper,) = brought(*OPENED, "feels 5 sharp, bike 10 scored 1 felt sharp, swim 10 felt sharp")
    assert [event.happening for event in (flare, sharp, sharper)] == [
        Happening.FLARE,
        Happening.SHARP_PAIN,
        Happening.SHARP_PAIN,
    ]
    assert [event.painful and event.painful.pain for event in (flare, sharp, sharper)] == [
        1,
        None,
        1,
    ]


def test_pain_without_a_score_is_no_worse_than_a_score_of_one() -> None:
    (hurt,) = brought("feels 1, walk 20", "walk 5 unscored limp, walk 20 scored 1")
    assert (hurt.happening, hurt.painful and hurt.painful.pain) == (Happening.WALK_HURT, 1)


def test_a_lay_off_says_how_long_and_costs_nothing_on_the_first_step() -> None:
    (event,) = brought(*RESTED)
    assert event.days == 14
    assert names(*OPENED, *["ok"] * 14) == []


def test_a_passed_step_is_no_setback_and_a_lost_one_is() -> None:
    assert not SETBACKS & {Happening.STEP_PASSED, Happening.RETURNED, Happening.PAIN_GONE}
    assert {Happening.STEP_BACK, Happening.BAD_DAYS, Happening.LAY_OFF} <= SETBACKS
