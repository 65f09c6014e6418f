"""Draws the recovery chart: its marks are named where they stand, so it needs no key."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from tracker.charts.marks import Symbol
from tracker.charts.recovery.layout import (
    SYMBOLS,
    minutes_scale,
    recovery_layout,
    shows_window,
    stage_name,
)
from tracker.charts.recovery.panel import EDGE, MARGIN, TO_BASELINE, centred, levels, soft, title
from tracker.charts.recovery.series import Event
from tracker.charts.sheet import Sheet, Style, boxes, lines
from tracker.charts.style import TYPE_SIZE, text_width
from tracker.charts.symbols import HATCH, stamp
from tracker.progression.diary import Sensation
from tracker.translations import N_, gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.charts.recovery.layout import RecoveryLayout
    from tracker.charts.recovery.series import Point, RecoverySeries
    from tracker.charts.sheet import Spot
    from tracker.charts.style import Format, Theme

_WORST = 10
_BAR_SHARE = 0.72
_EVENT_SIZE = 12
_SMALLEST_RING = 4
_ABOVE = 7
_WEEK = 7
_USUAL = (
    N_("usual time to feel better: 2 to 6 weeks"),
    N_("usual: 2 to 6 weeks"),
)
_NO_USUAL = (N_("2 to 6 weeks: said of hamstrings only"), N_("2 to 6 weeks"))


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
    _days(sheet, series, layout)
    return sheet.picture(fmt)


def _window(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    """The usual window: shaded behind the panels, and named below them."""
    if not shows_window(series):
        return
    line, colours = layout.timeline, sheet.colours
    left = line.begin(max(series.opens, series.first))
    right = line.end(min(series.closes, series.last))
    for top, bottom in (layout.pain, layout.minutes):
        box = boxes([(left, top, right, bottom)])
        if series.window_is_published:
            sheet.fill(box, colours.well)
        else:
            sheet.fill(box, "none", edge=colours.line, hatch=HATCH)
    y = layout.window
    sheet.stroke(lines([((left, y - 4), (left, y), (right, y), (right, y - 4))]), colours.edge)
    names = [gettext(name) for name in (_USUAL if series.window_is_published else _NO_USUAL)]
    room = sheet.width - 2 * EDGE
    words = next((name for name in names if text_width(name, TYPE_SIZE) <= room), names[-1])
    centred(sheet, ((left + right) / 2, y + TYPE_SIZE + 2), words, soft(sheet))


def _today(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    if not series.first <= series.today <= series.last:
        return
    x = layout.timeline.middle(series.today)
    parts = [(layout.ribbon[0] - 3, layout.ribbon[1]), layout.pain, layout.minutes]
    line = lines([((x, start), (x, end)) for start, end in parts])
    sheet.stroke(line, sheet.colours.edge, dash=(2, 2))
    words = gettext("today, day %(number)d", number=(series.today - series.onset).days)
    taken = MARGIN + text_width(gettext("Stage"), TYPE_SIZE) + 12
    half = text_width(words, TYPE_SIZE) / 2
    x = max(x, taken + half)
    centred(sheet, (x, layout.stage_title), words, Style(sheet.colours.ink, TYPE_SIZE))


def _stages(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    (top, bottom), line = layout.ribbon, layout.timeline
    title(sheet, layout.stage_title, gettext("Stage"))
    for band in series.bands:
        left, right = line.begin(band.first), line.end(band.last)
        sheet.fill(boxes([(left, top, right, bottom)]), sheet.colours.stage(band.stage))
        style = Style(sheet.colours.ink, TYPE_SIZE)
        sheet.text(((left + right) / 2, bottom - 6), stage_name(band, line), style, "center")


def _events(sheet: Sheet, layout: RecoveryLayout) -> None:
    """What happened, named beside its mark; what is grave is led down to its day."""
    style = Style(sheet.colours.ink, TYPE_SIZE)
    top = layout.pain[0] - TYPE_SIZE
    for placed in layout.events:
        x, y = placed.x, layout.event_y(placed.row)
        colour = _LED_DOWN.get(placed.event)
        if colour is not None:
            led = lines([((x, top), (x, layout.pain[1]))])
            sheet.stroke(led, getattr(sheet.colours, colour), 1)
        stamp(sheet, SYMBOLS[placed.event], [(x, y)], _EVENT_SIZE)
        before = placed.label.endswith(" ")
        spot = (x + (-1 if before else 1) * (_EVENT_SIZE / 2 + 4), y + TYPE_SIZE * TO_BASELINE)
        sheet.text(spot, placed.label.strip(), style, "right" if before else "left")


_LED_DOWN = {Event.STOP: "stop", Event.FLARE: "stop", Event.RED_FLAG: "refer"}


class _Scored(NamedTuple):
    """A point with a score, and where it is marked."""

    x: float
    y: float
    point: Point


def _pain(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    (top, zero), colours = layout.pain, sheet.colours

    def height(score: float) -> float:
        return zero - score / _WORST * (zero - top)

    words = _each(series.days_per_point)
    title(sheet, layout.pain_title, words, gettext("lower is better"))
    levels(sheet, layout, [(height(score), str(score)) for score in (0, 5, 10)])
    scored = [
        _Scored(layout.timeline.middle(p.first, p.last), height(p.height), p)
        for p in series.points
        if p.height is not None
    ]
    stems = [((s.x, zero), (s.x, s.y)) for s in scored if s.point.height]
    sheet.stroke(lines(stems), colours.edge, min(1.4, layout.mark_size / 2))
    for symbol in (Symbol.NO_PAIN, Symbol.PAIN, Symbol.SHARP):
        spots = [(s.x, s.y) for s in scored if _mark_of(s.point) is symbol]
        if symbol is Symbol.NO_PAIN and layout.mark_size < _SMALLEST_RING:
            _line_of_zeros(sheet, series, layout)
        else:
            stamp(sheet, symbol, spots, layout.mark_size)
    _named_scores(sheet, scored)
    _below_zero(sheet, series, layout)


def _each(days_per_point: int) -> str:
    """The title of the pain panel, by what one mark stands for."""
    weeks = days_per_point // _WEEK
    if not weeks:
        return gettext("Worst pain of each day")
    return ngettext("Worst pain of each week", "Worst pain of each %(num)d weeks", weeks)


def _minutes_or_hours(days_per_point: int, *, in_hours: bool) -> str:
    """What the bars of jogging stand for."""
    weeks = days_per_point // _WEEK
    if not weeks:
        return gettext("hours a day") if in_hours else gettext("minutes a day")
    if in_hours:
        return ngettext("hours a week", "hours a %(num)d weeks", weeks)
    return ngettext("minutes a week", "minutes a %(num)d weeks", weeks)


def _line_of_zeros(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    """One line for zeros beside each other, where there is no room for a ring each."""
    line, zero = layout.timeline, layout.pain[1]
    unbroken = (tuple(g) for is_zero, g in groupby(series.points, _is_zero) if is_zero)
    across = [((line.begin(g[0].first), zero), (line.end(g[-1].last), zero)) for g in unbroken]
    sheet.stroke(lines(across), sheet.colours.ink_soft, layout.mark_size)


def _is_zero(point: Point) -> bool:
    return point.height == 0


def _mark_of(point: Point) -> Symbol:
    if not point.height:
        return Symbol.NO_PAIN
    return Symbol.SHARP if point.felt is Sensation.SHARP else Symbol.PAIN


def _named_scores(sheet: Sheet, scored: Sequence[_Scored]) -> None:
    """The number of the worst score, of the first and of the last, where they have room."""
    if not scored:
        return
    worst = max(scored, key=lambda s: s.point.height or 0)
    style = Style(sheet.colours.ink, TYPE_SIZE, bold=True)
    written: list[float] = []
    for it in (worst, scored[-1], scored[0]):
        if all(abs(it.x - x) > TYPE_SIZE * 1.4 for x in written):
            written.append(it.x)
            centred(sheet, (it.x, it.y - _ABOVE), str(it.point.height), style)


def _below_zero(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    """Below the line of 0: pain that got no score, days without any, and a word on each."""
    unscored = [p for p in series.points if p.unscored is not None]
    missing = [p for p in series.points if p.is_unanswered]
    for symbol, points in ((Symbol.NOT_SAID, unscored), (Symbol.UNANSWERED, missing)):
        spots = [(layout.timeline.middle(p.first, p.last), layout.below_zero) for p in points]
        stamp(sheet, symbol, spots, min(8, layout.mark_size))
    for i, (symbol, words) in enumerate(layout.notes):
        y = layout.notes_top + (TYPE_SIZE + 5) * (i + 0.5)
        stamp(sheet, symbol, [(layout.timeline.left + 5, y)], 9)
        spot = (layout.timeline.left + 15, y + TYPE_SIZE * TO_BASELINE)
        sheet.text(spot, words, soft(sheet))


def _minutes(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    top, zero = layout.minutes
    scale = minutes_scale(max((p.jog_seconds for p in series.points), default=0))
    words = _minutes_or_hours(series.days_per_point, in_hours=scale.in_hours)
    title(sheet, layout.minutes_title, gettext("Jogging"), words)
    levels(sheet, layout, [(zero, "0"), (top, scale.label)])
    per_second = (zero - top) / scale.full_seconds
    jogged = [p for p in series.points if p.jog_seconds]
    for days in sorted({p.days for p in jogged}):
        thick = days * layout.timeline.per_day * _BAR_SHARE
        bars = [_bar(layout, p, per_second) for p in jogged if p.days == days]
        sheet.stroke(lines(bars), sheet.colours.ink, thick)


def _bar(layout: RecoveryLayout, point: Point, per_second: float) -> tuple[Spot, Spot]:
    x, zero = layout.timeline.middle(point.first, point.last), layout.minutes[1]
    return (x, zero), (x, zero - point.jog_seconds * per_second)


def _days(sheet: Sheet, series: RecoverySeries, layout: RecoveryLayout) -> None:
    y = layout.ticks
    ticks = layout.timeline.ticks(series.onset)
    base = layout.minutes[1]
    sheet.stroke(lines([((t.x, base), (t.x, base + 4)) for t in ticks]), sheet.colours.edge)
    for tick in ticks:
        centred(sheet, (tick.x, y), tick.upper, Style(sheet.colours.ink, TYPE_SIZE))
        if tick.lower:
            centred(sheet, (tick.x, y + TYPE_SIZE + 2), tick.lower, soft(sheet))
