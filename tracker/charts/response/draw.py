"""Draws the response chart."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from tracker.charts import panel
from tracker.charts.key import Symbol
from tracker.charts.response.layout import response_layout
from tracker.charts.sheet import Sheet, Style, lines
from tracker.charts.symbols import stamp

if TYPE_CHECKING:
    from tracker.charts.response.layout import ResponseLayout
    from tracker.charts.response.series import ResponseSeries
    from tracker.charts.style import Format, Theme

_MARK, _RING = 8, 16


def draw(series: ResponseSeries, theme: Theme, width: int, fmt: Format) -> bytes:
    """The picture of a response series, `width` pixels wide."""
    layout = response_layout(series, width)
    sheet = Sheet(width, layout.height, theme)
    panel.title(sheet, layout.title, "Pain on the morning after, 0–10", layout.type_size)
    field = layout.panel
    named = [(field.up(score), str(score)) for score in (0, 5, 10)]
    panel.levels(sheet, field.left, field.right, named, layout.type_size)
    _minutes(sheet, series, layout)
    _heaps(sheet, layout)
    panel.key(sheet, layout.key, layout.key_top, layout.type_size)
    return sheet.picture(fmt)


def _minutes(sheet: Sheet, series: ResponseSeries, layout: ResponseLayout) -> None:
    base = layout.ticks_y - layout.type_size
    ticks = [((x, base - 6), (x, base - 2)) for x, _ in layout.ticks]
    sheet.stroke(lines(ticks), sheet.colours.edge)
    for x, words in layout.ticks:
        style = Style(sheet.colours.ink, layout.type_size)
        sheet.text((x, layout.ticks_y), words, style, "center")
    about = "" if series.rounded_to == 1 else f", to the nearest {series.rounded_to}"
    spot = ((layout.panel.left + layout.panel.right) / 2, layout.ticks_y + layout.type_size + 3)
    style = Style(sheet.colours.ink_soft, layout.type_size)
    sheet.text(spot, f"minutes of jogging{about}", style, "center")


def _heaps(sheet: Sheet, layout: ResponseLayout) -> None:
    marked = [(p.x, p.y) for p in layout.heaps if p.heap.deviation]
    stamp(sheet, Symbol.DEVIATION, marked, _RING)
    by_symbol = sorted(layout.heaps, key=attrgetter("symbol"))
    for symbol, heaps in groupby(by_symbol, key=attrgetter("symbol")):
        stamp(sheet, symbol, [(p.x, p.y) for p in heaps], _MARK)
    style = Style(sheet.colours.ink, layout.type_size)
    for placed in layout.heaps:
        if placed.heap.runs > 1:
            sheet.text((placed.x, placed.y - 8), str(placed.heap.runs), style, "center")
