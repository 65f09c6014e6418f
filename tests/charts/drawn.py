"""All charts of a diary, by name, for tests that hold of every chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.builders import on
from tests.charts.diaries import PROTOCOL
from tracker import charts

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.charts.diaries import Told
    from tracker.charts import Description, Format, Theme


class Chart(NamedTuple):
    """One chart of one diary."""

    draw: Callable[[Theme, int, Format], bytes]
    height: Callable[[int], int]
    description: Description


def every_chart(told: Told) -> dict[str, Chart]:
    """The four charts of a diary as it stands today."""
    book, outcome, today = told.diary, told.outcomes, on(told.today)
    recovery = charts.recovery_series(PROTOCOL, book, outcome, today, told.way_home)
    response = charts.response_series(told.runs)
    calendar = charts.calendar_series(book, outcome, today)
    ladder = charts.ladder_series(PROTOCOL, book, outcome, told.runs)
    return {
        "recovery": Chart(
            lambda theme, width, fmt: charts.draw_recovery(recovery, theme, width, fmt),
            lambda width: charts.recovery_height(recovery, width),
            charts.describe_recovery(recovery),
        ),
        "response": Chart(
            lambda theme, width, fmt: charts.draw_response(response, theme, width, fmt),
            lambda width: charts.response_height(response, width),
            charts.describe_response(response),
        ),
        "calendar": Chart(
            lambda theme, width, fmt: charts.draw_calendar(calendar, theme, width, fmt),
            lambda width: charts.calendar_height(calendar, width),
            charts.describe_calendar(calendar),
        ),
        "ladder": Chart(
            lambda theme, width, fmt: charts.draw_ladder(ladder, theme, width, fmt),
            lambda width: charts.ladder_height(ladder, width),
            charts.describe_ladder(ladder),
        ),
    }
