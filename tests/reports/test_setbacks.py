"""What set a runner back is told once a day, and every surface counts it alike."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.builders import episode, number, on
from tests.charts.diaries import eventful
from tests.evaluation.folders import DIARIES
from tests.progression.happenings import Teller
from tests.progression.test_scenarios import STORIES, read, teller_of
from tracker.exchange.own_format.diary_csv import read_diary
from tracker.progression.events import Happening, events_of
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.standing import ONE_DAY
from tracker.progression.timeline import timeline
from tracker.reports.setbacks import Cause, Setback, setbacks

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tracker.progression.diary import Diary
    from tracker.progression.protocol import RehabProtocol


def setbacks_of(until: int, *happenings: tuple[int, str], obeyed: int = 15) -> list[Setback]:
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
    assert [(number(it.day), it.cause) for it in setbacks_of(until, *happenings)] == causes


def test_a_step_back_names_the_run_that_it_answers_for() -> None:
    (back,) = setbacks_of(18, (16, "ok"), (16, "plan"), (17, "waking feels 1"))
    assert (back.run_day, back.took_step, back.step) == (on(16), True, 3)
    (flare,) = setbacks_of(17, (16, "ok"), (16, "plan"), (17, "waking feels 4"))
    assert (flare.run_day, flare.pain) == (on(16), 4)


def test_a_step_back_reads_the_same_before_and_after_the_dawn_that_takes_it() -> None:
    hurt = [(16, "ok"), (16, "plan"), (17, "waking feels 1")]
    assert setbacks_of(17, *hurt) == setbacks_of(18, *hurt) == setbacks_of(22, *hurt)


@pytest.mark.slow
def test_after_the_watch_a_run_that_hurt_takes_nothing() -> None:
    hurt = [(120, "ok"), (120, "run 20 scored 2"), (121, "ok")]
    for until in (120, 121, 122):
        assert setbacks_of(until, *hurt, obeyed=119) == []


def test_after_the_watch_a_flare_is_told_though_it_takes_nothing() -> None:
    (flare,) = setbacks_of(121, (121, "ok"), (121, "evening feels 4"), obeyed=119)
    assert (flare.cause, flare.took_step) == ("flare", False)


def test_sharp_pain_on_the_day_of_onset_is_told() -> None:
    assert [it.cause for it in setbacks_of(0, (0, "bike 20 felt sharp"), obeyed=-1)] == [
        "sharp pain"
    ]


def test_the_eventful_course_has_two() -> None:
    story = eventful()
    listed = setbacks(story.diary, story.outcomes)
    assert [(number(it.day), it.cause) for it in listed] == [
        (24, "step back after a run"),
        (39, "sharp pain"),
    ]


COUNTED = {
    Happening.SHARP_PAIN: Cause.SHARP,
    Happening.FLARE: Cause.FLARE,
    Happening.BAD_DAYS: Cause.BAD_DAYS,
    Happening.STEP_BACK: Cause.AFTER_RUN,
    Happening.LAY_OFF: Cause.LAY_OFF,
}


def assert_said_as_counted(protocol: RehabProtocol, diary: Diary, until: date) -> None:
    """Fail where what is said of a day as it comes is not what every surface counts afterwards.

    Counted is the gravest of a day. Said and not counted are a break after the return, which
    lowers only what is kept, and a step back that graver pain comes before, or on, its dawn.
    """
    outcomes = list(timeline(protocol, diary, until))
    counted = {back.day: back.cause for back in setbacks(diary, outcomes)}
    graver = {day for day, cause in counted.items() if cause in GRAVER}
    before = None
    for outcome in outcomes:
        day = outcome.standing.day
        events = events_of(protocol, diary, before, outcome)
        said = {COUNTED[it.happening] for it in events if it.happening in COUNTED}
        if before is not None and before.has_returned:
            said.discard(Cause.LAY_OFF)
        if day not in counted and graver & {day + ONE_DAY, day + 2 * ONE_DAY}:
            said.discard(Cause.AFTER_RUN)
        assert next((cause for cause in Cause if cause in said), None) == counted.get(day), day
        before = outcome.standing


GRAVER = {Cause.SHARP, Cause.FLARE, Cause.BAD_DAYS}


@pytest.mark.slow
@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_what_a_story_is_told_day_by_day_is_what_is_counted(path: Path) -> None:
    story = read(path)
    teller = teller_of(story.facts)
    for line in story.lines:
        for day, happening in product(line.days, line.happenings):
            teller.tell(day, happening)
    assert_said_as_counted(teller.protocol, teller.diary, on(story.lines[-1].days[-1] + 2))


@pytest.mark.slow
@pytest.mark.parametrize("folder", sorted(DIARIES.iterdir()), ids=lambda folder: folder.name)
def test_what_a_published_diary_is_told_day_by_day_is_what_is_counted(folder: Path) -> None:
    reading = read_diary(folder)
    last = max(reading.diary.days, default=reading.diary.episode.onset)
    assert_said_as_counted(reading.protocol, reading.diary, last + 2 * ONE_DAY)
