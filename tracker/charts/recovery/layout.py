"""Where everything stands on the recovery chart, in pixels from the top left corner."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from tracker.charts.key import KEY_ROW, KeyEntry, PlacedEntry, Symbol, flow
from tracker.charts.recovery.series import Event
from tracker.charts.style import text_width, type_size
from tracker.charts.timeline import Timeline
from tracker.language.sentences import STAGE_NAMES
from tracker.progression.diary import Sensation

if TYPE_CHECKING:
    from tracker.charts.recovery.series import Band, Point, RecoverySeries

_LEFT, _RIGHT = 30, 10
_EVENT = 13
_MOST_EVENTKEY_ROWS = 4
_WIDE = 600
_SMALLEST_MARK, _LARGEST_MARK = 4.8, 7.5
_MINUTE, _HOUR = 60, 3600
_FULL_MINUTES = (10, 20, 30, 45, 60, 90, 120, 180, 240, 300)
_FULL_HOURS = (6, 8, 10, 15, 20, 30, 40, 60, 80)
_HUNDRED = 100

FELT: dict[Sensation | None, KeyEntry] = {
    Sensation.NONE: KeyEntry(Symbol.NO_PAIN, "0, no pain"),
    Sensation.SORENESS: KeyEntry(Symbol.SORENESS, "soreness"),
    Sensation.PAIN: KeyEntry(Symbol.PAIN, "pain"),
    Sensation.SHARP: KeyEntry(Symbol.SHARP, "sharp pain"),
    None: KeyEntry(Symbol.NOT_SAID, "feeling not said"),
}
UNSCORED: dict[Sensation, KeyEntry] = {
    felt: KeyEntry(FELT[felt].symbol, f"below 0: {FELT[felt].label}, not scored")
    for felt in (Sensation.PAIN, Sensation.SHARP)
}
HAPPENED: dict[Event, KeyEntry] = {
    Event.STOP: KeyEntry(Symbol.STOP, "stop: sharp pain"),
    Event.RED_FLAG: KeyEntry(Symbol.RED_FLAG, "warning sign"),
    Event.STEP_BACK: KeyEntry(Symbol.STEP_BACK, "step back"),
    Event.DEVIATION: KeyEntry(Symbol.DEVIATION, "deviation"),
    Event.CLEARANCE: KeyEntry(Symbol.CLEARANCE, "clinician's clearance"),
}


class PlacedEvent(NamedTuple):
    """An event above the pain panel: where its middle lies, and in which row (from 0)."""

    symbol: Symbol
    x: float
    row: int


class MinutesScale(NamedTuple):
    """What the whole height of the minutes panel stands for, and how that is written."""

    full_seconds: int
    label: str
    unit: str


def minutes_scale(most_seconds: int) -> MinutesScale:
    """The scale that holds the highest bar: in minutes, in hours where those would be many."""
    for full in _FULL_MINUTES:
        if most_seconds <= full * _MINUTE:
            return MinutesScale(full * _MINUTE, str(full), "Minutes")
    hundreds = ceil(most_seconds / (_HOUR * _HUNDRED)) * _HUNDRED
    full = next((n for n in _FULL_HOURS if most_seconds <= n * _HOUR), hundreds)
    return MinutesScale(full * _HOUR, str(full), "Hours")


class RecoveryLayout(NamedTuple):
    """The heights of the chart's parts, its timeline, its marks' size and its key."""

    timeline: Timeline
    type_size: int
    mark_size: float
    today: float
    ribbon: tuple[float, float]
    events: tuple[PlacedEvent, ...]
    events_top: float
    pain_title: float
    pain: tuple[float, float]
    unanswered: float
    minutes_title: float
    minutes: tuple[float, float]
    way_title: float
    way: tuple[float, float]
    ticks: float
    key: tuple[PlacedEntry, ...]
    key_top: float
    height: int

    def event_y(self, row: int) -> float:
        """The middle of a row of events."""
        return self.events_top + _EVENT * (row + 0.5)


def recovery_layout(series: RecoverySeries, width: int) -> RecoveryLayout:
    """The layout at a width in pixels. Long, because it is a list of heights from top to bottom."""
    size = type_size(width)
    timeline = Timeline(series.first, series.last, _LEFT, width - _RIGHT)
    per_point = timeline.per_day * series.days_per_point
    mark_size = min(max(per_point * 1.1, _SMALLEST_MARK), _LARGEST_MARK)
    key = flow(key_entries(series, timeline, size), 6, width - _RIGHT, size)
    events = _place_events(series, timeline)
    wide = width >= _WIDE
    today = 6 + size
    ribbon = (today + 5, today + 5 + size + 7)
    events_top = ribbon[1] + 4
    pain_title = events_top + _EVENT * (1 + max((e.row for e in events), default=-1)) + size + 6
    pain = (pain_title + 9, pain_title + 9 + (200 if wide else 150))
    minutes_title = pain[1] + 20 + size + 8
    minutes = (minutes_title + 9, minutes_title + 9 + (84 if wide else 64))
    way_title = minutes[1] + (size + 12 if has_way_home(series) else 0)
    way = (way_title + 8, way_title + 32) if has_way_home(series) else (way_title, way_title)
    ticks = way[1] + size + 6
    key_top = ticks + size + 4 + KEY_ROW
    return RecoveryLayout(
        timeline=timeline,
        type_size=size,
        mark_size=mark_size,
        today=today,
        ribbon=ribbon,
        events=events,
        events_top=events_top,
        pain_title=pain_title,
        pain=pain,
        unanswered=pain[1] + 13,
        minutes_title=minutes_title,
        minutes=minutes,
        way_title=way_title,
        way=way,
        ticks=ticks,
        key=tuple(key),
        key_top=key_top,
        height=round(key_top + KEY_ROW * (key[-1].row + 1 if key else 0)),
    )


def has_way_home(series: RecoverySeries) -> bool:
    """Whether the lane of the way home is drawn: there is a way, or it is locked."""
    way = series.way_home
    return way is not None and (bool(way.days) or way.returns_on is None)


def fits(band: Band, timeline: Timeline, size: int) -> bool:
    """Whether a stage's name fits into its band."""
    room = timeline.end(band.last) - timeline.begin(band.first)
    return text_width(STAGE_NAMES[band.stage], size) + 4 <= room


def key_entries(series: RecoverySeries, timeline: Timeline, size: int) -> list[KeyEntry]:
    """What the key explains: only what is drawn."""
    points = series.points
    felt = {p.felt for p in points if p.height is not None}
    unscored = {p.unscored for p in points}
    happened = {event for p in points for event in p.events}
    unnamed = any(not fits(band, timeline, size) for band in series.bands)
    return [
        *(entry for feeling, entry in FELT.items() if feeling in felt),
        *(entry for feeling, entry in UNSCORED.items() if feeling in unscored),
        *_if(any(p.is_unanswered for p in points), Symbol.UNANSWERED, "no answer"),
        *_if(any(p.trend is not None for p in points), Symbol.TREND, "7-day middle"),
        *_if(any(p.jog_seconds for p in points), Symbol.JOG, "jogging"),
        *_if(any(p.walk_seconds for p in points), Symbol.WALK, "walking"),
        *_if(any(p.ride_seconds for p in points), Symbol.RIDE, "bike, swim"),
        *(entry for event, entry in HAPPENED.items() if event in happened),
        *_window_entry(series),
        *_if(unnamed, Symbol.STAGES, "stages, Protect to Returned"),
    ]


def _window_entry(series: RecoverySeries) -> list[KeyEntry]:
    if series.window_is_published:
        label, symbol = "2 to 6 weeks: usual time to feel better", Symbol.WINDOW
    else:
        label, symbol = "2 to 6 weeks: we found no window for this place", Symbol.NO_WINDOW
    return _if(series.first <= series.closes, symbol, label)


def _if(shown: bool, symbol: Symbol, label: str) -> list[KeyEntry]:  # noqa: FBT001
    return [KeyEntry(symbol, label)] if shown else []


def _place_events(series: RecoverySeries, timeline: Timeline) -> tuple[PlacedEvent, ...]:
    """Each event in the first row where it does not touch the one before it."""
    placed: list[PlacedEvent] = []
    free_from = [0.0] * _MOST_EVENTKEY_ROWS
    for point in series.points:
        for event in point.events:
            if event is not Event.DEVIATION:
                x = _middle(timeline, point)
                row = next((i for i, free in enumerate(free_from) if free <= x), 0)
                free_from[row] = x + _EVENT
                placed.append(PlacedEvent(HAPPENED[event].symbol, x, row))
    return tuple(placed)


def _middle(timeline: Timeline, point: Point) -> float:
    return timeline.middle(point.first, point.last)
