"""The form of a check-in."""

from __future__ import annotations

from datetime import time

import pytest

from tracker.web.diary.check_in_form import moment_at


@pytest.mark.parametrize(
    ("clock", "moment"),
    [
        (time(3, 59), "night"),
        (time(4), "waking"),
        (time(10, 59), "waking"),
        (time(11), "day"),
        (time(17, 59), "day"),
        (time(18), "evening"),
        (time(22), "night"),
    ],
)
def test_the_part_of_the_day_follows_the_clock(clock: time, moment: str) -> None:
    assert moment_at(clock) == moment
