"""The calendar chart in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.charts.calendar.series import DayKind
from tracker.charts.timeline import date_with_year
from tracker.charts.words import Description, count, iso, several

if TYPE_CHECKING:
    from tracker.charts.calendar.series import CalendarSeries

_COUNTED = {
    DayKind.STOP: "with a stop",
    DayKind.DEVIATION: "with a deviation",
    DayKind.RUN: "with a run",
    DayKind.WALK: "with a walk",
    DayKind.CROSS_TRAINING: "of cross-training",
    DayKind.REST: "of rest",
    DayKind.NOTHING: "with nothing recorded",
}


def describe(series: CalendarSeries) -> Description:
    """The sentence and the table of a calendar series."""
    header = ("Week from" if series.by_week else "Date", "What it was")
    return Description(
        _sentence(series), header, [(iso(c.first), c.kind.value) for c in series.cells]
    )


def _sentence(series: CalendarSeries) -> str:
    if not series.cells:
        return "No days yet."
    days = [
        f"{number} {words}" for kind, words in _COUNTED.items() if (number := series.days[kind])
    ]
    total = count(sum(series.days.values()), "day")
    return f"{total} from {date_with_year(series.first)}: {several(days)}."
