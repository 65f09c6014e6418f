"""The chart of a diary, for tests that hold of every diary."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.builders import on
from tests.charts.diaries import PROTOCOL
from tracker import charts
from tracker.reports.summary import summarise

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.charts.diaries import DecidedDiary
    from tracker.charts import Description, Format, Theme


class Chart(NamedTuple):
    """The chart of one diary."""

    draw: Callable[[Theme, int, Format], bytes]
    height: Callable[[int], int]
    description: Description


def chart_of(course: DecidedDiary) -> Chart:
    """The chart of a diary as it stands today."""
    series = charts.recovery_series(PROTOCOL, course.diary, course.outcomes, on(course.today))
    summary = summarise(PROTOCOL, course.diary, course.outcomes, on(0), course.runs)
    return Chart(
        lambda theme, width, fmt: charts.draw_recovery(series, theme, width, fmt),
        lambda width: charts.recovery_height(series, width),
        charts.describe_recovery(series, summary),
    )
