"""Telling some days of an episode: within it, as they stood then, to nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders import good_morning, on
from tests.services.conftest import ALICE, BOB
from tracker.services import summary
from tracker.services.errors import NotFound

if TYPE_CHECKING:
    from tests.services.conftest import Desk


def tell(desk: Desk, first: int, last: int, *, today: int = 20) -> summary.Told:
    return summary.tell(desk.database, ALICE, 1, first=on(first), last=on(last), today=on(today))


def test_days_outside_the_episode_are_left_out(desk: Desk) -> None:
    told = tell(desk, -50, 900)
    assert (told.summary.first, told.summary.last) == (on(0), on(20))
    assert len(told.charts.calendar.cells) == 21


def test_the_way_home_is_told_from_today_and_from_no_other_day(desk: Desk) -> None:
    assert tell(desk, 0, 20).charts.recovery.way_home is not None
    assert tell(desk, 0, 19).charts.recovery.way_home is None


def test_all_charts_and_the_summary_are_about_the_same_days(desk: Desk) -> None:
    desk.check(good_morning(4))
    told = tell(desk, 3, 9)
    days = [point.first for point in told.charts.recovery.points]
    assert days == [cell.first for cell in told.charts.calendar.cells]
    assert (days[0], days[-1]) == (told.summary.first, told.summary.last) == (on(3), on(9))
    assert told.summary.answered == (1, 7)


def test_nobody_is_told_of_another_ones_episode(desk: Desk) -> None:
    with pytest.raises(NotFound):
        summary.tell(desk.database, BOB, 1, first=on(0), last=on(9), today=on(9))
