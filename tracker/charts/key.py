"""The key of a chart: which symbols it explains, and how they flow into rows."""

from __future__ import annotations

from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from tracker.charts.style import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

KEY_ROW = 17
_SYMBOL_ROOM = 20
_COLUMN = 112


class Symbol(StrEnum):
    """What can be marked. The value names the shape."""

    NO_PAIN = "ring"
    SORENESS = "dot"
    PAIN = "triangle"
    SHARP = "star"
    NOT_SAID = "square"
    UNANSWERED = "tick"
    STOP = "octagon"
    RED_FLAG = "flag"
    STEP_BACK = "arrow"
    DEVIATION = "diamond"
    CLEARANCE = "check"
    JOG = "bar"
    WALK = "pale bar"
    RIDE = "hollow bar"
    TREND = "line"
    WINDOW = "shade"
    NO_WINDOW = "hatching"
    STAGES = "ramp"
    CROSS = "cross"
    REST = "pale square"
    BLANK = "outline"
    TODAY = "frame"
    HELD = "open square"


class KeyEntry(NamedTuple):
    """A symbol and what it stands for."""

    symbol: Symbol
    label: str


def key_height(placed: Sequence[PlacedEntry]) -> int:
    """The height of the key in pixels."""
    return KEY_ROW * (placed[-1].row + 1) if placed else 0


class PlacedEntry(NamedTuple):
    """A key entry, where it begins (pixels) and in which row (from 0)."""

    entry: KeyEntry
    x: float
    row: int

    @property
    def symbol_x(self) -> float:
        """The middle of the symbol."""
        return self.x + _SYMBOL_ROOM / 2 - 2

    @property
    def label_x(self) -> float:
        """Where the label begins."""
        return self.x + _SYMBOL_ROOM


def flow(entries: Sequence[KeyEntry], left: float, right: float, size: float) -> list[PlacedEntry]:
    """Put the entries into columns, in as many rows as they need; a long one takes several."""
    columns = max(1, int((right - left) / _COLUMN))
    column_width = (right - left) / columns
    placed: list[PlacedEntry] = []
    column = row = 0
    for entry in entries:
        width = _SYMBOL_ROOM + text_width(entry.label, size)
        span = min(columns, ceil(width / column_width))
        if column + span > columns:
            column, row = 0, row + 1
        placed.append(PlacedEntry(entry, left + column * column_width, row))
        column += span
    return placed
