"""What an entry says of its day, its time and its jogging that cannot be true."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

import pytest

from tests.builders import check_in, on
from tracker.progression.contradictions import (
    expected_in_the_past,
    jogging_outside_a_run,
    not_come_yet,
)
from tracker.progression.diary import Kind

NOW = datetime.combine(on(3), time(9, 30))


@pytest.mark.parametrize(
    ("day", "clock", "field"),
    [
        (4, None, "date"),
        (4, time(8), "date"),
        (3, time(9, 31), "time"),
        (3, time(9, 30), None),
        (3, None, None),
        (2, time(23), None),
    ],
)
def test_an_entry_is_not_of_the_future(day: int, clock: time | None, field: str | None) -> None:
    fields = [contradiction.field for contradiction in not_come_yet(on(day), clock, NOW)]
    assert fields == ([field] if field else [])


def test_a_return_is_not_expected_on_a_day_that_has_passed() -> None:
    asked = check_in(5)
    assert expected_in_the_past(asked) == ()
    assert expected_in_the_past(replace(asked, expected_return=on(5))) == ()
    (contradiction,) = expected_in_the_past(replace(asked, expected_return=on(4)))
    assert contradiction.field == "expected_return"
    assert contradiction.text.startswith("This day has passed.")


@pytest.mark.parametrize(
    ("kind", "jogged", "said"),
    [
        (Kind.RUN, None, "give the minutes you jogged; 0 is fine"),
        (Kind.RUN, 0, None),
        (Kind.WALK_JOG, 600, None),
        (Kind.BIKE, 60, "only a run, or a walk and jog, has jogging: change what you did"),
        (Kind.BIKE, 0, None),
        (Kind.BIKE, None, None),
    ],
)
def test_jogging_is_told_of_runs_and_of_nothing_else(
    kind: Kind, jogged: int | None, said: str | None
) -> None:
    contradictions = [(it.field, it.text) for it in jogging_outside_a_run(kind, jogged)]
    assert contradictions == ([("jog_minutes", said)] if said else [])
