"""Where everything stands on the recovery chart, in pixels from the top left corner."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from tracker.charts.marks import Symbol
from tracker.charts.recovery.series import Event, event_name
from tracker.charts.style import TYPE_SIZE, text_width
from tracker.charts.timeline import Timeline
from tracker.language import names
from tracker.progression.protocol import Stage
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.charts.recovery.series import Band, RecoverySeries

# Shares of the width, not pixels: what is laid over the picture fits it at every size.
LEFT, RIGHT = 0.105, 0.025
_ROW = TYPE_SIZE + 5
_SYMBOL = 12
_MOST_EVENT_ROWS = 5
# Up to a width: the heights of the two panels. The last is that of paper, which has less room.
_PANELS = ((500, 140, 70), (900, 180, 90), (1050, 220, 110), (10_000, 150, 76))
_SMALLEST_MARK, _LARGEST_MARK = 3.0, 9.0
_MINUTE, _HOUR = 60, 3600
_FULL_MINUTES = (10, 20, 30, 45, 60, 90, 120, 180, 240, 300)
_FULL_HOURS = (6, 8, 10, 15, 20, 30, 40, 60, 80)
_HUNDRED = 100
_WEEK = 7
_FINGER = 0.122  # of the width: 40 of 328 pixels, which a phone of 390 shows 44 pixels wide

SYMBOLS: Mapping[Event, Symbol] = {
    Event.STOP: Symbol.STOP,
    Event.RED_FLAG: Symbol.RED_FLAG,
    Event.FLARE: Symbol.STEP_BACK,
    Event.STEP_BACK: Symbol.STEP_BACK,
    Event.LAY_OFF: Symbol.STEP_BACK,
    Event.DEVIATION: Symbol.DEVIATION,
    Event.CLEARANCE: Symbol.CLEARANCE,
}
# Where a stage's name does not fit into its band, its short one may.
_SHORT_STAGES: Mapping[Stage, str] = {
    Stage.CROSS_TRAIN: N_("Cross"),
    Stage.WALK_JOG: N_("Walk/jog"),
    Stage.BUILD: N_("Build"),
    Stage.RETURNED: N_("Back"),
}


class PlacedEvent(NamedTuple):
    """An event above the pain panel: its middle, its row (from 0), and its name if it has room."""

    event: Event
    x: float
    row: int
    label: str


class MinutesScale(NamedTuple):
    """What the whole height of the minutes panel stands for, and how that is written."""

    full_seconds: int
    label: str
    in_hours: bool


def minutes_scale(most_seconds: int) -> MinutesScale:
    """The scale that holds the highest bar: in minutes, in hours where those would be many."""
    for full in _FULL_MINUTES:
        if most_seconds <= full * _MINUTE:
            return MinutesScale(full * _MINUTE, str(full), in_hours=False)
    hundreds = ceil(most_seconds / (_HOUR * _HUNDRED)) * _HUNDRED
    full = next((n for n in _FULL_HOURS if most_seconds <= n * _HOUR), hundreds)
    return MinutesScale(full * _HOUR, str(full), in_hours=True)


class RecoveryLayout(NamedTuple):
    """The heights of the chart's parts, its timeline, its events and its marks' size."""

    timeline: Timeline
    mark_size: float
    stage_title: float
    ribbon: tuple[float, float]
    events: tuple[PlacedEvent, ...]
    events_top: float
    pain_title: float
    pain: tuple[float, float]
    below_zero: float
    notes: tuple[tuple[Symbol, str], ...]
    notes_top: float
    minutes_title: float
    minutes: tuple[float, float]
    window: float
    ticks: float
    height: int

    def event_y(self, row: int) -> float:
        """The middle of a row of events."""
        return self.events_top + _ROW * (row + 0.5)


def recovery_layout(series: RecoverySeries, width: int) -> RecoveryLayout:
    """The layout at a width in pixels. Long, because it is a list of heights from top to bottom."""
    size = TYPE_SIZE
    timeline = Timeline(series.first, series.last, width * LEFT, width * (1 - RIGHT))
    per_point = timeline.per_day * series.days_per_point
    pain_height, minutes_height = next(p[1:] for p in _PANELS if width < p[0])
    events = _place_events(series, timeline)
    notes = tuple(_notes(series))
    stage_title = 4 + size
    ribbon = (stage_title + 6, stage_title + 6 + size + 7)
    events_top = ribbon[1] + 4
    pain_title = events_top + _ROW * (1 + max((e.row for e in events), default=-1)) + size + 4
    pain = (pain_title + 12 + size, pain_title + 12 + size + pain_height)
    below_zero = pain[1] + 9
    notes_top = pain[1] + (18 if notes else 4)
    minutes_title = notes_top + _ROW * len(notes) + size + 8
    minutes = (minutes_title + 10 + size, minutes_title + 10 + size + minutes_height)
    window = minutes[1] + (8 if shows_window(series) else 0)
    ticks = window + (2 * size + 12 if shows_window(series) else size + 10)
    return RecoveryLayout(
        timeline=timeline,
        mark_size=min(max(per_point * 0.9, _SMALLEST_MARK), _LARGEST_MARK),
        stage_title=stage_title,
        ribbon=ribbon,
        events=events,
        events_top=events_top,
        pain_title=pain_title,
        pain=pain,
        below_zero=below_zero,
        notes=notes,
        notes_top=notes_top,
        minutes_title=minutes_title,
        minutes=minutes,
        window=window,
        ticks=ticks,
        height=round(ticks + size + 10),
    )


def shows_window(series: RecoverySeries) -> bool:
    """Whether any of the usual window is on the chart."""
    return series.first <= series.closes and series.opens <= series.last


def stage_name(band: Band, timeline: Timeline) -> str:
    """The name of a stage that fits into its band; none where none does."""
    room = timeline.end(band.last) - timeline.begin(band.first)
    fitting = (names.stage_name(band.stage), gettext(_SHORT_STAGES.get(band.stage, "")))
    return next((name for name in fitting if text_width(name, TYPE_SIZE) + 4 <= room), "")


def _notes(series: RecoverySeries) -> list[tuple[Symbol, str]]:
    """What the marks below the line of 0 say, where there are any."""
    notes = []
    if any(p.is_unanswered for p in series.points):
        notes.append((Symbol.UNANSWERED, gettext("below the line: no answer")))
    if any(p.unscored for p in series.points):
        notes.append((Symbol.NOT_SAID, gettext("below the line: pain, not scored")))
    return notes


def _place_events(series: RecoverySeries, timeline: Timeline) -> tuple[PlacedEvent, ...]:
    """Each event in a row with room for it: the first of a kind with its name, the grave with it.

    At the right end of the picture a name stands before its symbol.
    """
    placed: list[PlacedEvent] = []
    free_from = [0.0] * _MOST_EVENT_ROWS
    named: set[Event] = set()
    for point in series.points:
        x = timeline.middle(point.first, point.last)
        for event in point.events:
            name = event_name(event)
            wide = _SYMBOL + 4 + text_width(name, TYPE_SIZE)
            wanted = event not in named or event in _GRAVE
            after = x - _SYMBOL / 2 + wide <= timeline.right + _SYMBOL
            row = _free_row(free_from, x if after else x - wide) if wanted else None
            label = "" if row is None else name if after else f"{name} "
            if row is None:
                row = _free_row(free_from, x)
            if row is None:
                row = free_from.index(min(free_from))
            free_from[row] = x - _SYMBOL / 2 + (wide if label and after else _SYMBOL) + 2
            named |= {event} if label else set()
            placed.append(PlacedEvent(event, x, row, label))
    return tuple(placed)


_GRAVE = frozenset({Event.STOP, Event.RED_FLAG, Event.FLARE})


def _free_row(free_from: list[float], x: float) -> int | None:
    return next((i for i, free in enumerate(free_from) if free <= x - _SYMBOL / 2), None)


class Stretch(NamedTuple):
    """Some days of the chart that a finger can tell from their neighbours.

    `left` and `right` are shares of the picture's width.
    """

    first: date
    last: date
    left: float
    right: float

    @property
    def is_a_week(self) -> bool:
        """Whether its days are few enough to be shown side by side."""
        return (self.last - self.first).days < _WEEK


def stretches(series: RecoverySeries) -> list[Stretch]:
    """The recorded days in weeks, or in as many weeks as a finger needs."""
    timeline = Timeline(series.first, series.last, LEFT, 1 - RIGHT)
    if not series.points:
        return []
    end = series.points[-1].last
    days = _WEEK
    while days * timeline.per_day < _FINGER and days <= (end - series.first).days:
        days += _WEEK
    parts = []
    for ahead in range(0, (end - series.first).days + 1, days):
        first = series.first + timedelta(days=ahead)
        last = min(end, first + timedelta(days=days - 1))
        parts.append(Stretch(first, last, timeline.begin(first), timeline.end(last)))
    return parts
