"""Changed numbers, and what each was before."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import on
from tests.courses import obedient_course
from tracker.progression.episode import Setting
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.timeline import timeline
from tracker.reports.changed_numbers import changed_numbers

PROTOCOL = shipped()


def test_before_a_placement_it_was_the_step_that_had_been_reached() -> None:
    placed = tuple(
        Setting(name="step", value=value, date=on(day), by="Dr Okafor")
        for value, day in ((4, 20), (9, 30))
    )
    course = obedient_course()
    course = replace(course, episode=replace(course.episode, settings=placed))
    outcomes = list(timeline(PROTOCOL, course, on(40)))
    reached = {o.standing.day: o.standing.step for o in outcomes}
    changes = list(changed_numbers(PROTOCOL, course.episode, outcomes))
    assert [change.before for change in changes] == [reached[on(19)], reached[on(29)]]
    assert reached[on(19)] > 1
    assert reached[on(29)] > 4


def test_a_usual_week_that_was_not_known_before_is_not_made_up() -> None:
    weeks = tuple(
        Setting(name="baseline_week_minutes", value=value, date=on(day))
        for value, day in ((160, 2), (120, 3))
    )
    course = obedient_course()
    episode = replace(course.episode, settings=weeks)
    assert [c.before for c in changed_numbers(PROTOCOL, episode, ())] == [None, 160]
    known = replace(episode, baseline_week_minutes=200)
    assert [c.before for c in changed_numbers(PROTOCOL, known, ())] == [200, 160]
