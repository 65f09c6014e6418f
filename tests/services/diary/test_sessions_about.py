"""Sessions that may be the one that a recording tells of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.builders import on, session
from tests.services.conftest import BOB
from tracker.progression.diary import Kind
from tracker.services.diary import entries
from tracker.services.errors import NotFound

if TYPE_CHECKING:
    from tests.services.conftest import Runner


@pytest.mark.parametrize(
    ("time", "minutes", "is_about"),
    [
        ("09:00", 30, True),
        ("09:34", 30, True),
        ("08:26", 30, True),
        ("09:36", 30, False),
        ("08:24", 30, False),
        (None, 32, True),
        (None, 20, False),
    ],
)
def test_a_session_about_a_time_overlaps_it_or_is_as_long_where_it_has_none(
    runner: Runner, time: str | None, minutes: int, *, is_about: bool
) -> None:
    day = on(3)
    begun = None if time is None else dt.time.fromisoformat(time)
    runner.session(replace(session(3, Kind.BIKE, minutes, at=begun), id="ride"))
    begins = dt.datetime.combine(day, dt.time(9))
    about = entries.sessions_about(runner.database, runner.account, 1, begins, 30 * 60)
    assert [s.id for s in about] == ["ride"] * is_about
    with pytest.raises(NotFound):
        entries.sessions_about(runner.database, BOB, 1, begins, 30 * 60)
