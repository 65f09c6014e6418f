"""Charts: from a diary to points, from points to a picture, a sentence and a table.

Each chart is a series (plain values), a height, a picture and a description. Widths are those of
the layout, in pixels (320 to 1600; others are brought within); a PNG has twice as many, to be
sharp on paper and on dense screens. matplotlib is imported by the first picture, not before.
"""

from __future__ import annotations

from tracker.charts.calendar.layout import calendar_layout
from tracker.charts.calendar.series import CalendarSeries, calendar_series
from tracker.charts.calendar.words import describe as describe_calendar
from tracker.charts.ladder.layout import ladder_layout
from tracker.charts.ladder.series import LadderSeries, ladder_series
from tracker.charts.ladder.words import describe as describe_ladder
from tracker.charts.recovery.layout import recovery_layout
from tracker.charts.recovery.series import RecoverySeries, recovery_series
from tracker.charts.recovery.words import describe as describe_recovery
from tracker.charts.response.layout import response_layout
from tracker.charts.response.series import ResponseSeries, response_series
from tracker.charts.response.words import describe as describe_response
from tracker.charts.style import Format, Theme, clamp_width
from tracker.charts.words import Description

__all__ = [
    "CalendarSeries",
    "Description",
    "Format",
    "LadderSeries",
    "RecoverySeries",
    "ResponseSeries",
    "Theme",
    "calendar_height",
    "calendar_series",
    "describe_calendar",
    "describe_ladder",
    "describe_recovery",
    "describe_response",
    "draw_calendar",
    "draw_ladder",
    "draw_recovery",
    "draw_response",
    "ladder_height",
    "ladder_series",
    "recovery_height",
    "recovery_series",
    "response_height",
    "response_series",
]


def calendar_height(series: CalendarSeries, width_px: int) -> int:
    """How high the calendar chart is at a width, in pixels."""
    return calendar_layout(series, clamp_width(width_px)).height


def draw_calendar(series: CalendarSeries, theme: Theme, width_px: int, fmt: Format) -> bytes:
    """The calendar chart as a picture."""
    from tracker.charts.calendar.draw import draw

    return draw(series, theme, clamp_width(width_px), fmt)


def ladder_height(series: LadderSeries, width_px: int) -> int:
    """How high the ladder chart is at a width, in pixels."""
    return ladder_layout(series, clamp_width(width_px)).height


def draw_ladder(series: LadderSeries, theme: Theme, width_px: int, fmt: Format) -> bytes:
    """The ladder chart as a picture."""
    from tracker.charts.ladder.draw import draw

    return draw(series, theme, clamp_width(width_px), fmt)


def recovery_height(series: RecoverySeries, width_px: int) -> int:
    """How high the recovery chart is at a width, in pixels."""
    return recovery_layout(series, clamp_width(width_px)).height


def draw_recovery(series: RecoverySeries, theme: Theme, width_px: int, fmt: Format) -> bytes:
    """The recovery chart as a picture."""
    from tracker.charts.recovery.draw import draw

    return draw(series, theme, clamp_width(width_px), fmt)


def response_height(series: ResponseSeries, width_px: int) -> int:
    """How high the response chart is at a width, in pixels."""
    return response_layout(series, clamp_width(width_px)).height


def draw_response(series: ResponseSeries, theme: Theme, width_px: int, fmt: Format) -> bytes:
    """The response chart as a picture."""
    from tracker.charts.response.draw import draw

    return draw(series, theme, clamp_width(width_px), fmt)
