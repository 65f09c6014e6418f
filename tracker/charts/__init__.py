"""Charts: from a diary to points, from points to a picture, a sentence and a table.

Widths are those of the layout, in pixels (320 to 1600; others are brought within); a PNG has twice
as many, to be sharp on paper and on dense screens. matplotlib is imported by the first picture,
not before.
"""

from __future__ import annotations

from tracker.charts.recovery.layout import Stretch, recovery_layout
from tracker.charts.recovery.layout import stretches as recovery_stretches
from tracker.charts.recovery.series import RecoverySeries, recovery_series
from tracker.charts.recovery.words import describe as describe_recovery
from tracker.charts.style import Format, Theme, clamp_width
from tracker.charts.words import Description

__all__ = [
    "Description",
    "Format",
    "RecoverySeries",
    "Stretch",
    "Theme",
    "describe_recovery",
    "draw_recovery",
    "recovery_height",
    "recovery_series",
    "recovery_stretches",
]


def recovery_height(series: RecoverySeries, width_px: int) -> int:
    """How high the recovery chart is at a width, in pixels."""
    return recovery_layout(series, clamp_width(width_px)).height


def draw_recovery(series: RecoverySeries, theme: Theme, width_px: int, fmt: Format) -> bytes:
    """The recovery chart as a picture."""
    from tracker.charts.recovery.draw import draw

    return draw(series, theme, clamp_width(width_px), fmt)
