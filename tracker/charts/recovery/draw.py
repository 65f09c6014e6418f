"""Draws the recovery chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.charts import panel
from tracker.charts.key import Symbol
from tracker.charts.recovery.layout import (
    FELT,
    UNSCORED,
    fits,
    has_way_home,
    minutes_scale,
    recovery_layout,
)
from tracker.charts.recovery.series import Event
from tracker.charts.sheet import Sheet, Style, boxes, lines
from tracker.charts.style import text_width
from tracker.charts.symbols import HATCH, TREND_WIDTH, stamp
from tracker.charts.timeline import date_with_year, every
from tracker.language.sentences import STAGE_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.charts.recovery.layout import MinutesScale, RecoveryLayout
    from tracker.charts.recovery.series import Point, RecoverySeries
    from tracker.charts.sheet import Box, Line, Spot
    from tracker.charts.style import Format, Theme

_WORST = 10
_BAR_SHARE = 0.72
_EDGE = 2  # pixels that words keep from the picture's edge: a typeface may be wider than usual


def draw(series: RecoverySeries, theme: Theme, width: int, fmt: Format) -> bytes:
    """The picture of a recovery series, `width` pixels wide."""
    layout = recovery_layout(series, width)
    sheet = Sheet(width, layout.height, theme)
    _window(sheet, series, layout)
    _today(sheet, series, layout)
    _stages(sheet, series, layout)
    _events(sheet, layout)
    _pain(sheet, series, layout)
    _minutes(sheet, series, layout)
    if has_way_home(series):
        _way_home(sheet, series, layout)
    _days(sheet, series, layout)
    panel.key(sheet, layout.key, layout.key_top, layout.type_size)
    return sheet.picture(fmt)


def _window(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    line, colours = layout.timeline, sheet.colours
    opens, closes = max(series.opens, series.first), min(series.closes, series.last)
    if opens > closes:
        return
    box = [(line.begin(opens), layout.pain[0], line.end(closes), layout.pain[1] + 20)]
    if series.window_is_published:
        sheet.fill(boxes(box), colours.well)
    else:
        sheet.fill(boxes(box), "none", edge=colours.line, hatch=HATCH)


def _today(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    if not series.first <= series.today <= series.last:
        return
    x = layout.timeline.middle(series.today)
    top, bottom = layout.pain
    parts = [(layout.today + 3, layout.ribbon[1]), (top, bottom + 20), layout.minutes, layout.way]
    line = lines([((x, start), (x, end)) for start, end in parts])
    sheet.stroke(line, sheet.colours.edge, dash=(2, 2))
    words = f"today, day {(series.today - series.onset).days}"
    half = text_width(words, layout.type_size) / 2 + _EDGE
    x = min(max(x, half), sheet.width - half)
    sheet.text((x, layout.today), words, Style(sheet.colours.ink, layout.type_size), "center")


def _stages(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    (top, bottom), line, size = layout.ribbon, layout.timeline, layout.type_size
    for band in series.bands:
        left, right = line.begin(band.first), line.end(band.last)
        sheet.fill(boxes([(left, top, right, bottom)]), sheet.colours.stage(band.stage))
        if fits(band, line, size):
            spot = ((left + right) / 2, bottom - 5)
            sheet.text(spot, STAGE_NAMES[band.stage], Style(sheet.colours.ink, size), "center")


def _pain(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    (top, zero), colours = layout.pain, sheet.colours

    def height(score: float) -> float:
        return zero - score / _WORST * (zero - top)

    words = f"Worst pain of every {every(series.days_per_point)}, 0–10"
    panel.title(sheet, layout.pain_title, words, layout.type_size)
    _levels(sheet, layout, [(height(score), str(score)) for score in (0, 5, 10)])
    scored = [(_x(layout, p), height(p.height), p) for p in series.points if p.height is not None]
    stems = [((x, zero), (x, y)) for x, y, p in scored if p.height]
    sheet.stroke(lines(stems), colours.edge, 1.4)
    trend = [
        [(_x(layout, p), height(p.trend)) for p in unbroken if p.trend is not None]
        for unbroken in _unbroken(series.points)
    ]
    sheet.stroke(lines(trend), colours.trend, TREND_WIDTH, cap="round")
    for felt, entry in FELT.items():
        spots = [(x, y) for x, y, p in scored if p.felt is felt]
        stamp(sheet, entry.symbol, spots, layout.mark_size)
    _unscored(sheet, series, layout)


def _unscored(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    """Below the line of 0: pain that got no score, and days without any."""
    for felt, entry in UNSCORED.items():
        spots = [(_x(layout, p), layout.unanswered) for p in series.points if p.unscored is felt]
        stamp(sheet, entry.symbol, spots, layout.mark_size)
    missing = [(_x(layout, p), layout.unanswered) for p in series.points if p.is_unanswered]
    stamp(sheet, Symbol.UNANSWERED, missing, 6)


def _unbroken(points: Iterable[Point]) -> list[list[Point]]:
    """The stretches of points that a trend carries; a lone one twice, to be seen."""
    stretches: list[list[Point]] = [[]]
    for point in points:
        if point.trend is None:
            stretches.append([])
        else:
            stretches[-1].append(point)
    return [s if len(s) > 1 else s * 2 for s in stretches if s]


def _events(sheet: Sheet, layout: RecoveryLayout) -> None:
    top, bottom = layout.pain
    for symbol, colour in (
        (Symbol.STOP, sheet.colours.stop),
        (Symbol.RED_FLAG, sheet.colours.refer),
        (Symbol.STEP_BACK, None),
        (Symbol.CLEARANCE, None),
    ):
        spots = [(e.x, layout.event_y(e.row)) for e in layout.events if e.symbol is symbol]
        if colour is not None:
            sheet.stroke(lines([((x, top), (x, bottom)) for x, _ in spots]), colour, 1)
        stamp(sheet, symbol, spots, 11)


def _minutes(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    top, zero = layout.minutes
    most = max((p.jog_seconds + p.walk_seconds + p.ride_seconds for p in series.points), default=0)
    scale = minutes_scale(most)
    words = f"{scale.unit} of every {every(series.days_per_point)}"
    panel.title(sheet, layout.minutes_title, words, layout.type_size)
    _levels(sheet, layout, [(zero, "0"), (top, scale.label)])
    for days in sorted({p.days for p in series.points}):
        _bars(sheet, layout, [p for p in series.points if p.days == days], scale)


def _bars(
    sheet: Sheet, layout: RecoveryLayout, points: Sequence[Point], scale: MinutesScale
) -> None:
    """The bars of points that stand for equally many days: as thick as those."""
    top, zero = layout.minutes
    per_second = (zero - top) / scale.full_seconds
    thick = points[0].days * layout.timeline.per_day * _BAR_SHARE
    jog: list[Line] = []
    walk: list[Line] = []
    rides: list[Box] = []
    deviations: list[Spot] = []
    for point in points:
        x = _x(layout, point)
        jogged = zero - point.jog_seconds * per_second
        walked = jogged - point.walk_seconds * per_second
        if point.jog_seconds:
            jog.append(((x, zero), (x, jogged)))
        if point.walk_seconds:
            walk.append(((x, jogged), (x, walked)))
        ridden = walked - point.ride_seconds * per_second
        if point.ride_seconds:
            rides.append((x - thick / 2, ridden, x + thick / 2, walked))
        if Event.DEVIATION in point.events:
            deviations.append((x, ridden - 7))
    sheet.stroke(lines(jog), sheet.colours.ink, thick)
    sheet.stroke(lines(walk), sheet.colours.walk, thick)
    sheet.stroke(boxes(rides), sheet.colours.ink_soft, 0.9)
    stamp(sheet, Symbol.DEVIATION, deviations, 9)


def _way_home(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    way, line, (top, bottom) = series.way_home, layout.timeline, layout.way
    if way is None:
        return
    if way.returns_on is None:
        words = "The way home: no date can be named yet"
    else:
        words = f"Earliest way home, if all goes well: {date_with_year(way.returns_on)}"
    panel.title(sheet, layout.way_title, words, layout.type_size)
    longest = max((d.plan.total_jog_seconds for d in way.days if d.plan), default=1)
    planned: list[Box] = []
    for day in way.days:
        share = day.plan.total_jog_seconds / longest if day.plan else 0.1
        half = line.per_day * _BAR_SHARE / 2
        x = line.middle(day.day)
        planned.append((x - half, bottom - share * (bottom - top), x + half, bottom))
    sheet.stroke(boxes(planned), sheet.colours.ink_soft, 0.9)
    sheet.stroke(lines([((line.left, bottom), (line.right, bottom))]), sheet.colours.line)


def _days(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    size, y = layout.type_size, layout.ticks
    ticks = layout.timeline.ticks(series.onset)
    base = y - size - 6
    sheet.stroke(lines([((t.x, base), (t.x, base + 4)) for t in ticks]), sheet.colours.edge)
    for tick in ticks:
        half = text_width(max(tick.upper, tick.lower, key=len), size) / 2 + _EDGE
        x = min(max(tick.x, half), sheet.width - half)
        sheet.text((x, y), tick.upper, Style(sheet.colours.ink, size), "center")
        if tick.lower:
            lower = Style(sheet.colours.ink_soft, size)
            sheet.text((x, y + size + 2), tick.lower, lower, "center")


def _levels(sheet: Sheet, layout: RecoveryLayout, named: list[tuple[float, str]]) -> None:
    line = layout.timeline
    panel.levels(sheet, line.left, line.right, named, layout.type_size)


def _x(layout: RecoveryLayout, point: Point) -> float:
    return layout.timeline.middle(point.first, point.last)
