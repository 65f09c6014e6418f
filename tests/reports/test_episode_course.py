"""How an episode went: the first day of each stage, and what set it back, by the same list."""

from __future__ import annotations

from tests.builders import episode, on
from tests.progression.happenings import Teller
from tracker.language.episode_course import reached, set_back
from tracker.progression.protocol import Stage
from tracker.progression.timeline import timeline
from tracker.reports.episode_course import STAGES, EpisodeCourse, episode_course
from tracker.reports.setbacks import Cause


def course(*days: str, obeying: int) -> EpisodeCourse:
    """How it went after obeying so many days, and then a happening a day."""
    teller = Teller(episode())
    for day in range(obeying):
        teller.tell(day, "obeys")
    for day, happenings in enumerate(days, start=obeying):
        for happening in happenings.split(", "):
            teller.tell(day, happening)
    last = on(obeying + len(days) - 1)
    return episode_course(teller.diary, list(timeline(teller.protocol, teller.diary, last)))


def test_an_obedient_one_is_told_by_the_days_on_which_it_moved_on() -> None:
    """The days are those of the worked example: 7 less 5, for here the pain is gone at once."""
    report = course(obeying=60)
    assert report.days == 60
    assert report.answered == 60
    assert report.reached == {
        Stage.CROSS_TRAIN: 1,
        Stage.WALK_JOG: 2,
        Stage.RUN: 32,
        Stage.BUILD: 40,
        Stage.RETURNED: 50,
    }
    assert report.setbacks == {}
    assert report.deviations == 0


def test_a_stage_is_reached_once_whatever_came_after() -> None:
    report = course("ok, bike 10 felt sharp", "feels 2", "-", obeying=20)
    assert report.reached == {Stage.CROSS_TRAIN: 1, Stage.WALK_JOG: 2}
    assert report.setbacks == {Cause.SHARP: 1}
    assert (report.days, report.answered) == (23, 22)


def test_a_run_that_was_not_cleared_counts_as_one() -> None:
    report = course("run 20", obeying=1)
    assert (report.run_days, report.deviations) == (1, 1)


def test_every_stage_and_cause_has_its_name() -> None:
    assert tuple(reached()) == STAGES
    assert set(set_back()) == {cause.value for cause in Cause}
