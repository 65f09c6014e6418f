"""What set a runner back is told once a day, and every surface counts it alike."""

from __future__ import annotations

import pytest

from tests.builders import episode, number, on
from tests.charts.diaries import eventful
from tests.progression.happenings import Teller
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.timeline import timeline
from tracker.reports.setbacks import Setback, setbacks


def found(until: int, *happenings: tuple[int, str], obeyed: int = 15) -> list[Setback]:
    teller = Teller(episode())
    for day in range(obeyed + 1):
        teller.tell(day, "obeys")
    for day, happening in happenings:
        teller.tell(day, happening)
    outcomes = list(timeline(shipped(), teller.diary, on(until)))
    return list(setbacks(teller.diary, outcomes))


@pytest.mark.parametrize(
    ("until", "happenings", "causes"),
    [
        (18, [(16, "ok"), (16, "plan"), (17, "ok")], []),
        (18, [(16, "ok"), (16, "plan"), (17, "waking feels 1")], [(17, "step back after a run")]),
        (17, [(16, "ok"), (16, "plan"), (17, "waking feels 1")], [(17, "step back after a run")]),
        (16, [(16, "ok"), (16, "plan scored 2")], [(16, "step back after a run")]),
        (18, [(16, "ok"), (16, "plan scored 2"), (17, "ok")], [(16, "step back after a run")]),
        (16, [(16, "ok"), (16, "plan"), (16, "evening feels 4")], [(16, "flare")]),
        (17, [(16, "ok"), (16, "plan"), (17, "waking feels 4")], [(17, "flare")]),
        (17, [(16, "ok"), (16, "plan felt sharp"), (17, "ok")], [(16, "sharp pain")]),
        (18, [(16, "feels 1"), (17, "feels 1"), (18, "feels 1")], [(18, "bad days")]),
        (18, [(16, "feels 1"), (17, "feels 1"), (18, "feels 4")], [(18, "flare")]),
        (29, [], [(28, "break from running")]),
    ],
)
def test_a_setback_is_told_by_its_gravest_cause(
    until: int, happenings: list[tuple[int, str]], causes: list[tuple[int, str]]
) -> None:
    assert [(number(it.day), it.cause) for it in found(until, *happenings)] == causes


def test_a_step_back_names_the_run_that_it_answers_for() -> None:
    (back,) = found(18, (16, "ok"), (16, "plan"), (17, "waking feels 1"))
    assert (back.run_day, back.took_step, back.step) == (on(16), True, 3)
    (flare,) = found(17, (16, "ok"), (16, "plan"), (17, "waking feels 4"))
    assert (flare.run_day, flare.pain) == (on(16), 4)


def test_a_step_back_reads_the_same_before_and_after_the_dawn_that_takes_it() -> None:
    hurt = [(16, "ok"), (16, "plan"), (17, "waking feels 1")]
    assert found(17, *hurt) == found(18, *hurt) == found(22, *hurt)


def test_after_the_watch_a_run_that_hurt_takes_nothing() -> None:
    hurt = [(120, "ok"), (120, "run 20 scored 2"), (121, "ok")]
    for until in (120, 121, 122):
        assert found(until, *hurt, obeyed=119) == []


def test_after_the_watch_a_flare_is_told_though_it_takes_nothing() -> None:
    (flare,) = found(121, (121, "ok"), (121, "evening feels 4"), obeyed=119)
    assert (flare.cause, flare.took_step) == ("flare", False)


def test_sharp_pain_on_the_day_of_onset_is_told() -> None:
    assert [it.cause for it in found(0, (0, "bike 20 felt sharp"), obeyed=-1)] == ["sharp pain"]


def test_the_eventful_course_has_two() -> None:
    story = eventful()
    told = setbacks(story.diary, story.outcomes)
    assert [(number(it.day), it.cause) for it in told] == [
        (24, "step back after a run"),
        (39, "sharp pain"),
    ]
