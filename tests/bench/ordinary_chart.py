"""The recovery chart drawn the ordinary way: axes, one artist a bar, default date ticks, a legend.

The yardstick of the chart figures: the same marks, panels and words as ours.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from tracker.charts.recovery.series import Event
from tracker.language.names import stage_name
from tracker.progression.diary import Sensation

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from tracker.charts import RecoverySeries

_SHAPES = {
    Sensation.NONE: "o", Sensation.SORENESS: "s", Sensation.PAIN: "^", Sensation.SHARP: "*",
}  # fmt: skip
_COLOURS = {Event.STOP: "red", Event.RED_FLAG: "darkred", Event.STEP_BACK: "blue"}


def draw_ordinarily(series: RecoverySeries) -> bytes:
    """The recovery series as SVG, with matplotlib's defaults."""
    mpl.rcParams["svg.fonttype"] = "path"
    try:
        return _draw(series)
    finally:
        mpl.rcParams["svg.fonttype"] = "none"


def _draw(series: RecoverySeries) -> bytes:
    figure = Figure(figsize=(800 / 72, 500 / 72))
    axes = figure.subplots(1, 1)
    minutes: Axes = axes.twinx()
    _pain(axes, series)
    _minutes(minutes, series)
    out = BytesIO()
    canvas: Any = FigureCanvasSVG(figure)
    canvas.print_svg(out)
    return out.getvalue()


def _pain(axes: Axes, series: RecoverySeries) -> None:
    axes.axvspan(series.opens, series.closes, alpha=0.2)  # type: ignore[arg-type]
    axes.axvline(series.today, linestyle=":")  # type: ignore[arg-type]
    for band in series.bands:
        axes.axvspan(band.first, band.last, ymin=0.95, alpha=0.4)  # type: ignore[arg-type]
        axes.text(band.first, 10, stage_name(band.stage))  # type: ignore[arg-type]
    for felt, shape in _SHAPES.items():
        points = [p for p in series.points if p.felt is felt and p.worst is not None]
        days: Any = [p.first for p in points]
        axes.plot(days, [p.worst or 0 for p in points], shape, label=felt.value)
    for point in series.points:
        for event in point.events:
            axes.axvline(point.first, color=_COLOURS.get(event, "green"))  # type: ignore[arg-type]
    axes.set_ylim(0, 10.5)
    axes.set_ylabel("Worst pain, 0–10")
    axes.legend(loc="upper right")


def _minutes(axes: Axes, series: RecoverySeries) -> None:
    days: Any = [p.first for p in series.points]
    axes.bar(days, [p.jog_seconds / 60 for p in series.points], label="jogging")
    axes.set_ylim(0, 90)
    axes.set_ylabel("Minutes")
    axes.legend(loc="upper left")
