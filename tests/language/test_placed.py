"""What is said after a step was set, wherever the runner stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import on
from tests.courses import obedient_course
from tracker.language.sentences import placed
from tracker.progression.episode import Setting
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.timeline import stand


@pytest.mark.parametrize(
    ("day", "by", "said"),
    [
        (3, "Dr Okafor", "Saved. The ladder waits for you at step 4."),
        (20, "Dr Okafor", "Saved. You now stand at Walk and jog, step 4."),
        (50, "", "Saved. You now stand at Walk and jog, step 4."),
        (60, "", "Saved. You begin again with step 4; each clean run raises it by one."),
    ],
)
def test_where_the_runner_stands_is_said_as_it_is(day: int, by: str, said: str) -> None:
    course = obedient_course(until=60)
    step = Setting(name="step", value=4, date=on(day), by=by)
    course = replace(course, episode=replace(course.episode, settings=(step,)))
    standing = stand(shipped(), course, on(day)).standing
    assert placed(standing, from_tomorrow=False) == said
    assert placed(standing, from_tomorrow=True).startswith("Saved. It counts from tomorrow")
