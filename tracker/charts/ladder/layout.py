"""Where everything stands on the ladder chart, in pixels from the top left corner."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.charts.key import KEY_ROW, KeyEntry, PlacedEntry, Symbol, flow, key_height
from tracker.charts.style import type_size
from tracker.reports.run_days import Outcome

if TYPE_CHECKING:
    from tracker.charts.ladder.series import LadderSeries, Rung

_ROW = 26
_NAMES = 136
_WIDE = 600
_BARS_SHARE, _WIDE_BARS_SHARE = 0.22, 0.45
_MARK_ROOM = 13
_MORE_ROOM = 38

ENTRIES = {
    Outcome.CLEAN: KeyEntry(Symbol.SORENESS, "clean run"),
    Outcome.HELD: KeyEntry(Symbol.NO_PAIN, "held"),
    Outcome.STEPPED_BACK: KeyEntry(Symbol.STEP_BACK, "step back"),
    Outcome.STOPPED: KeyEntry(Symbol.STOP, "stop: sharp pain"),
    Outcome.DEVIATION: KeyEntry(Symbol.DEVIATION, "deviation"),
    Outcome.PENDING: KeyEntry(Symbol.HELD, "not judged yet"),
}


class PlacedMark(NamedTuple):
    """One run day: its symbol and where its middle lies."""

    symbol: Symbol
    x: float
    y: float


class PlacedRung(NamedTuple):
    """A rung, its middle, and how many of its earlier runs found no room."""

    rung: Rung
    y: float
    left_out: int


class LadderLayout(NamedTuple):
    """The rungs from the bottom up, the marks upon them, and the bars of the longest bouts."""

    type_size: int
    title: float
    row: float
    rungs: tuple[PlacedRung, ...]
    marks: tuple[PlacedMark, ...]
    marks_left: float
    bars: tuple[float, float]
    seconds: int
    key: tuple[PlacedEntry, ...]
    key_top: float
    height: int


def ladder_layout(series: LadderSeries, width: int) -> LadderLayout:
    """The layout at a width in pixels. The top rung is the way back to the usual run."""
    size = type_size(width)
    share = _WIDE_BARS_SHARE if width >= _WIDE else _BARS_SHARE
    bars = (width * (1 - share), width - 12.0)
    room = int((bars[0] - 12 - _NAMES - _MORE_ROOM) // _MARK_ROOM)
    top = 2 * size + 16
    rungs = tuple(
        PlacedRung(rung, top + (i + 0.5) * _ROW, max(0, len(rung.outcomes) - room))
        for i, rung in enumerate(reversed(series.rungs))
    )
    marks = tuple(mark for rung in rungs for mark in _marks(rung))
    shown = {m.symbol for m in marks}
    key = flow([e for e in ENTRIES.values() if e.symbol in shown], 6, width - 6, size)
    key_top = top + len(rungs) * _ROW + 6 + KEY_ROW
    return LadderLayout(
        type_size=size,
        title=size + 5,
        row=_ROW,
        rungs=rungs,
        marks=marks,
        marks_left=_NAMES,
        bars=bars,
        seconds=max([series.baseline_seconds, *(r.longest_bout for r in series.rungs)]),
        key=tuple(key),
        key_top=key_top,
        height=round(key_top + key_height(key)),
    )


def _marks(placed: PlacedRung) -> list[PlacedMark]:
    """The latest run days of a rung, as many as have room, in order."""
    start = _NAMES + (_MORE_ROOM if placed.left_out else 0) + _MARK_ROOM / 2
    return [
        PlacedMark(ENTRIES[outcome].symbol, start + i * _MARK_ROOM, placed.y)
        for i, outcome in enumerate(placed.rung.outcomes[placed.left_out :])
    ]
