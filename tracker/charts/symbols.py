"""The marks of the charts: one shape for one meaning, on the chart as in its key."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from tracker.charts.marks import Symbol
from tracker.charts.sheet import boxes, dots, lines, polygons

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tracker.charts.sheet import Sheet, Spot

    Stamp = Callable[[Sheet, Sequence[Spot], float], None]

HATCH = "////"


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


def _squares(spots: Sequence[Spot], size: float) -> list[tuple[float, float, float, float]]:
    half = size / 2
    return [(x - half, y - half, x + half, y + half) for x, y in spots]


_STAMPS: Mapping[Symbol, Stamp] = {
    Symbol.NO_PAIN: _ring,
    Symbol.PAIN: _dot,
    Symbol.SHARP: _star,
    Symbol.NOT_SAID: _square,
    Symbol.UNANSWERED: _tick,
    Symbol.STOP: _octagon,
    Symbol.RED_FLAG: _flag,
    Symbol.STEP_BACK: _arrow,
    Symbol.DEVIATION: _diamond,
    Symbol.CLEARANCE: _check,
}
