"""Draws the ladder chart."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from tracker.charts import panel
from tracker.charts.ladder.layout import ladder_layout
from tracker.charts.sheet import Sheet, Style, boxes, lines
from tracker.charts.symbols import stamp

if TYPE_CHECKING:
    from tracker.charts.ladder.layout import LadderLayout, PlacedRung
    from tracker.charts.ladder.series import LadderSeries
    from tracker.charts.style import Format, Theme

_MARK = 9
_BAR = 8
_MINUTE = 60


def draw(series: LadderSeries, theme: Theme, width: int, fmt: Format) -> bytes:
    """The picture of a ladder series, `width` pixels wide."""
    layout = ladder_layout(series, width)
    sheet = Sheet(width, layout.height, theme)
    panel.title(sheet, layout.title, "Runs at each step", layout.type_size)
    _rungs(sheet, series, layout)
    _marks(sheet, layout)
    _bouts(sheet, series, layout)
    panel.key(sheet, layout.key, layout.key_top, layout.type_size)
    return sheet.picture(fmt)


def _rungs(sheet: Sheet, series: LadderSeries, layout: LadderLayout) -> None:
    for placed in layout.rungs:
        is_current = placed.rung.step == series.step
        if is_current:
            top = placed.y - layout.row / 2
            box = (panel.MARGIN / 2, top, layout.bars[0] - 8, top + layout.row)
            sheet.fill(boxes([box]), sheet.colours.well)
        _name(sheet, placed, layout, is_current=is_current)
    edges = [p.y + layout.row / 2 for p in layout.rungs]
    rules = [((panel.MARGIN, y), (layout.bars[0] - 8, y)) for y in edges]
    sheet.stroke(lines(rules), sheet.colours.line)


def _name(sheet: Sheet, placed: PlacedRung, layout: LadderLayout, *, is_current: bool) -> None:
    y = panel.centred(placed.y, layout.type_size)
    colour = sheet.colours.ink if is_current else sheet.colours.ink_soft
    step = str(placed.rung.step) if placed.rung.needed else "↑"
    sheet.text((panel.MARGIN, y), step, Style(sheet.colours.ink, layout.type_size, bold=True))
    sheet.text((panel.MARGIN + 14, y), placed.rung.plan, Style(colour, layout.type_size))
    if placed.left_out:
        more = f"+{placed.left_out}…"
        sheet.text((layout.marks_left, y), more, Style(colour, layout.type_size))


def _marks(sheet: Sheet, layout: LadderLayout) -> None:
    by_symbol = sorted(layout.marks, key=attrgetter("symbol"))
    for symbol, marks in groupby(by_symbol, key=attrgetter("symbol")):
        stamp(sheet, symbol, [(m.x, m.y) for m in marks], _MARK)


def _bouts(sheet: Sheet, series: LadderSeries, layout: LadderLayout) -> None:
    left, right = layout.bars
    per_second = (right - left) / layout.seconds
    bars = [
        (left, p.y - _BAR / 2, left + p.rung.longest_bout * per_second, p.y + _BAR / 2)
        for p in layout.rungs
        if p.rung.longest_bout
    ]
    sheet.fill(boxes(bars), sheet.colours.ink)
    top, bottom = layout.rungs[0].y - layout.row / 2, layout.rungs[-1].y + layout.row / 2
    sheet.stroke(lines([((left, top), (left, bottom))]), sheet.colours.edge)
    x = left + series.baseline_seconds * per_second
    sheet.stroke(lines([((x, top), (x, bottom))]), sheet.colours.trend, 2)
    style = Style(sheet.colours.ink, layout.type_size)
    words = f"usual run {series.baseline_seconds // _MINUTE} min"
    sheet.text((right, top - 5), words, style, "right")
    heading = Style(sheet.colours.ink, layout.type_size, bold=True)
    sheet.text((right, layout.title), "Longest jog", heading, "right")
