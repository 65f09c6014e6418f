"""The marks of the charts: one shape for one meaning, on the chart as in its key."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from tracker.charts.key import Symbol
from tracker.charts.sheet import boxes, dots, lines, polygons

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tracker.charts.sheet import Sheet, Spot

    Stamp = Callable[[Sheet, Sequence[Spot], float], None]

HATCH = "////"
TREND_WIDTH = 2.4


def stamp(sheet: Sheet, symbol: Symbol, spots: Sequence[Spot], size: float) -> None:
    """Put a symbol `size` pixels high on every spot."""
    if spots:
        _STAMPS[symbol](sheet, spots, size)


def _around(spots: Sequence[Spot], outline: Sequence[Spot], size: float) -> list[list[Spot]]:
    """An outline, given in half heights, about every spot."""
    half = size / 2
    return [[(x + dx * half, y + dy * half) for dx, dy in outline] for x, y in spots]


def _round(corners: int, turn: float, inner: float = 1) -> list[Spot]:
    """A regular polygon, or a star whose every second corner lies further in."""
    points = []
    for i in range(corners):
        reach = inner if i % 2 else 1
        angle = 2 * pi * (i + turn) / corners
        points.append((reach * sin(angle), -reach * cos(angle)))
    return points


_TRIANGLE = ((-1.05, 0.85), (0.0, -1.05), (1.05, 0.85))
_STAR = _round(8, 0, 0.38)
_OCTAGON = _round(8, 0.5)
_PENNANT = ((-0.45, -1.0), (0.95, -0.45), (-0.45, 0.1))
_POLE = ((-0.45, -1.0), (-0.45, 1.0))
_ARROW = ((-0.9, -0.1), (0.0, 1.0), (0.9, -0.1))
_SHAFT = ((0.0, -1.0), (0.0, 0.4))
_DIAMOND = ((0.0, -1.0), (0.9, 0.0), (0.0, 1.0), (-0.9, 0.0))
_CHECK = ((-0.9, 0.1), (-0.3, 0.7), (0.9, -0.8))


def _ring(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    sheet.stroke(dots(spots), sheet.colours.ink, size, cap="round")
    sheet.stroke(dots(spots), sheet.colours.sheet, size * 0.6, cap="round")


def _dot(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    sheet.stroke(dots(spots), sheet.colours.ink, size, cap="round")


def _triangle(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    sheet.fill(polygons(_around(spots, _TRIANGLE, size)), sheet.colours.ink)


def _star(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    sheet.fill(polygons(_around(spots, _STAR, size * 1.7)), sheet.colours.ink)


def _square(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    sheet.fill(boxes(_squares(spots, size * 0.8)), sheet.colours.ink_soft)


def _tick(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    half = size / 2
    ticks = [((x, y - half), (x, y + half)) for x, y in spots]
    sheet.stroke(lines(ticks), sheet.colours.edge, 1.2)


def _octagon(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    bars = [(x - size * 0.28, y - 1, x + size * 0.28, y + 1) for x, y in spots]
    sheet.fill(polygons(_around(spots, _OCTAGON, size)), sheet.colours.stop)
    sheet.fill(boxes(bars), sheet.colours.sheet)


def _flag(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    sheet.fill(polygons(_around(spots, _PENNANT, size)), sheet.colours.refer)
    sheet.stroke(lines(_around(spots, _POLE, size)), sheet.colours.refer, 1.6)


def _arrow(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    sheet.fill(polygons(_around(spots, _ARROW, size)), sheet.colours.hold)
    sheet.stroke(lines(_around(spots, _SHAFT, size)), sheet.colours.hold, 2)


def _diamond(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    colours = sheet.colours
    outlines = polygons(_around(spots, _DIAMOND, size))
    sheet.fill(outlines, colours.sheet, edge=colours.caution, width=1.8)


def _check(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    strokes = lines(_around(spots, _CHECK, size))
    sheet.stroke(strokes, sheet.colours.cleared, 2.2, cap="round")


def _bar(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    sheet.fill(boxes(_squares(spots, size)), sheet.colours.ink)


def _hollow_bar(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    sheet.stroke(boxes(_squares(spots, size * 0.85)), sheet.colours.ink_soft, 1.2)


def _pale_bar(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    sheet.fill(boxes(_squares(spots, size)), sheet.colours.walk)


def _line(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    strokes = [((x - size * 0.8, y), (x + size * 0.8, y)) for x, y in spots]
    sheet.stroke(lines(strokes), sheet.colours.trend, TREND_WIDTH, cap="round")


def _shade(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    sheet.fill(boxes(_squares(spots, size * 1.3)), sheet.colours.well)


def _hatching(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    colours = sheet.colours
    sheet.fill(boxes(_squares(spots, size * 1.3)), "none", edge=colours.line, hatch=HATCH)


def _ramp(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    for x, y in spots:
        for i, tint in enumerate(sheet.colours.stages):
            left = x - size * 0.8 + i * size * 0.27
            sheet.fill(boxes([(left, y - size / 2, left + size * 0.27, y + size / 2)]), tint)


_CROSS = ((-0.9, 0.0), (0.9, 0.0)), ((0.0, -0.9), (0.0, 0.9))


def _cross(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    for arm in _CROSS:
        sheet.stroke(lines(_around(spots, arm, size)), sheet.colours.ink_soft, 1.8)


def _pale_square(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    sheet.fill(boxes(_squares(spots, size * 1.2)), sheet.colours.well)


def _outline(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    sheet.stroke(boxes(_squares(spots, size * 1.1)), sheet.colours.edge)


def _frame(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    sheet.stroke(boxes(_squares(spots, size * 1.1)), sheet.colours.trend, 2)


def _open_square(sheet: Sheet, spots: Sequence[Spot], size: float) -> None:
    colours = sheet.colours
    squares = boxes(_squares(spots, size * 0.9))
    sheet.fill(squares, colours.sheet, edge=colours.ink_soft, width=1.4)


def _squares(spots: Sequence[Spot], size: float) -> list[tuple[float, float, float, float]]:
    half = size / 2
    return [(x - half, y - half, x + half, y + half) for x, y in spots]


_STAMPS: Mapping[Symbol, Stamp] = {
    Symbol.NO_PAIN: _ring,
    Symbol.SORENESS: _dot,
    Symbol.PAIN: _triangle,
    Symbol.SHARP: _star,
    Symbol.NOT_SAID: _square,
    Symbol.UNANSWERED: _tick,
    Symbol.STOP: _octagon,
    Symbol.RED_FLAG: _flag,
    Symbol.STEP_BACK: _arrow,
    Symbol.DEVIATION: _diamond,
    Symbol.CLEARANCE: _check,
    Symbol.JOG: _bar,
    Symbol.WALK: _pale_bar,
    Symbol.RIDE: _hollow_bar,
    Symbol.TREND: _line,
    Symbol.WINDOW: _shade,
    Symbol.NO_WINDOW: _hatching,
    Symbol.STAGES: _ramp,
    Symbol.CROSS: _cross,
    Symbol.REST: _pale_square,
    Symbol.BLANK: _outline,
    Symbol.TODAY: _frame,
    Symbol.HELD: _open_square,
}
