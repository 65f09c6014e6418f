"""Draws the calendar chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.charts import panel
from tracker.charts.calendar.layout import ENTRIES, calendar_layout
from tracker.charts.calendar.series import DayKind
from tracker.charts.sheet import Sheet, Style, boxes, lines
from tracker.charts.symbols import stamp

if TYPE_CHECKING:
    from tracker.charts.calendar.layout import CalendarLayout, PlacedCell
    from tracker.charts.calendar.series import CalendarSeries
    from tracker.charts.sheet import Box, Line
    from tracker.charts.style import Format, Palette, Theme

_GAP = 1
_MARKED = (DayKind.STOP, DayKind.DEVIATION, DayKind.CROSS_TRAINING)
_SMALLEST_MARK = 5.0


def draw(series: CalendarSeries, theme: Theme, width: int, fmt: Format) -> bytes:
    """The picture of a calendar series, `width` pixels wide."""
    layout = calendar_layout(series, width)
    sheet = Sheet(width, layout.height, theme)
    words = "Each week, by its hardest day" if series.by_week else "Each day"
    panel.title(sheet, layout.title, words, layout.type_size)
    style = Style(sheet.colours.ink_soft, layout.type_size)
    for label in layout.labels:
        sheet.text((label.x, label.y), label.words, style)
    _cells(sheet, layout)
    _today(sheet, series, layout)
    panel.key(sheet, layout.key, layout.key_top, layout.type_size)
    return sheet.picture(fmt)


def _cells(sheet: Sheet, layout: CalendarLayout) -> None:
    size = layout.cell
    for kind in DayKind:
        placed = [p for p in layout.cells if p.cell.kind is kind]
        if kind is DayKind.NOTHING:
            sheet.stroke(boxes([_box(p, size, _GAP + 0.5) for p in placed]), sheet.colours.edge)
        else:
            rows = lines([_across(p, size) for p in placed])
            sheet.stroke(rows, _tone(sheet.colours, kind), size - 2 * _GAP)
        if kind in _MARKED:
            middles = [(p.x + size / 2, p.y + size / 2) for p in placed]
            stamp(sheet, ENTRIES[kind].symbol, middles, max(_SMALLEST_MARK, size * 0.55))


def _tone(colours: Palette, kind: DayKind) -> str:
    if kind in {DayKind.RUN, DayKind.DEVIATION}:
        return colours.ink
    return colours.walk if kind is DayKind.WALK else colours.well


def _today(sheet: Sheet, series: CalendarSeries, layout: CalendarLayout) -> None:
    today = [p for p in layout.cells if p.cell.first == series.today]
    if not series.by_week:
        outline = boxes([_box(p, layout.cell, 0) for p in today])
        sheet.stroke(outline, sheet.colours.trend, 2)


def _across(placed: PlacedCell, size: float) -> Line:
    """The line that fills a cell when it is as thick as the cell is high."""
    y = placed.y + size / 2
    return ((placed.x + _GAP, y), (placed.x + size - _GAP, y))


def _box(placed: PlacedCell, size: float, gap: float) -> Box:
    return (placed.x + gap, placed.y + gap, placed.x + size - gap, placed.y + size - gap)
