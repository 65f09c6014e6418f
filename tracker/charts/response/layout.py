"""Where everything stands on the response chart, in pixels from the top left corner."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tracker.charts.key import KEY_ROW, KeyEntry, PlacedEntry, Symbol, flow, key_height
from tracker.charts.recovery.layout import FELT
from tracker.charts.style import type_size

if TYPE_CHECKING:
    from tracker.charts.response.series import Heap, ResponseSeries

_LEFT, _RIGHT = 26, 14
_WIDE = 600
_WORST = 10
_BESIDE = 11
_FULL = (20, 40, 60, 80, 100, 120, 160, 200, 240, 300, 400, 600, 1000, 1500, 2000)
_STEPS = 4


class PlacedHeap(NamedTuple):
    """A heap and the middle of its symbol."""

    heap: Heap
    symbol: Symbol
    x: float
    y: float


class Panel(NamedTuple):
    """The field of the chart: its sides, and the minutes at its right end."""

    left: float
    right: float
    top: float
    zero: float
    full: int

    def across(self, minutes: float) -> float:
        """Where so many minutes lie."""
        return self.left + (self.right - self.left) * minutes / self.full

    def up(self, score: int | None) -> float:
        """Where a score lies; one that is missing lies below zero."""
        if score is None:
            return self.zero + 18
        return self.zero - (self.zero - self.top) * score / _WORST


class ResponseLayout(NamedTuple):
    """The panel, the minutes named below it and the symbols upon it."""

    type_size: int
    title: float
    panel: Panel
    ticks: tuple[tuple[float, str], ...]
    ticks_y: float
    heaps: tuple[PlacedHeap, ...]
    key: tuple[PlacedEntry, ...]
    key_top: float
    height: int


def response_layout(series: ResponseSeries, width: int) -> ResponseLayout:
    """The layout at a width in pixels."""
    size = type_size(width)
    most = max((h.minutes for h in series.heaps), default=0)
    full = next((n for n in _FULL if n > most), _FULL[-1])
    top = size + 18
    panel = Panel(_LEFT, width - _RIGHT, top, top + (260 if width >= _WIDE else 200), full)
    named = [full * i / _STEPS for i in range(_STEPS + 1)]
    ticks_y = panel.up(None) + 14 + size
    key = flow(_entries(series), 6, panel.right, size)
    key_top = ticks_y + size + 8 + KEY_ROW
    return ResponseLayout(
        type_size=size,
        title=size + 5,
        panel=panel,
        ticks=tuple((panel.across(minutes), f"{minutes:g}") for minutes in named),
        ticks_y=ticks_y,
        heaps=_place(series, panel),
        key=tuple(key),
        key_top=key_top,
        height=round(key_top + key_height(key)),
    )


def _place(series: ResponseSeries, panel: Panel) -> tuple[PlacedHeap, ...]:
    """Heaps with the same minutes and morning stand side by side."""
    cells: dict[tuple[int, int | None], list[Heap]] = defaultdict(list)
    for heap in series.heaps:
        cells[heap.minutes, heap.morning].append(heap)
    placed = []
    for (minutes, morning), heaps in cells.items():
        start = panel.across(minutes) - _BESIDE * (len(heaps) - 1) / 2
        placed += [
            PlacedHeap(heap, _symbol(heap), start + _BESIDE * i, panel.up(morning))
            for i, heap in enumerate(heaps)
        ]
    return tuple(placed)


def _symbol(heap: Heap) -> Symbol:
    if heap.waiting:
        return Symbol.HELD
    return Symbol.UNANSWERED if heap.morning is None else FELT[heap.felt].symbol


def _entries(series: ResponseSeries) -> list[KeyEntry]:
    symbols = {_symbol(heap) for heap in series.heaps}
    possible = [
        *FELT.values(),
        KeyEntry(Symbol.UNANSWERED, "no answer"),
        KeyEntry(Symbol.HELD, "morning to come"),
    ]
    shown = [entry for entry in possible if entry.symbol in symbols]
    if any(heap.deviation for heap in series.heaps):
        shown.append(KeyEntry(Symbol.DEVIATION, "deviation"))
    return shown
