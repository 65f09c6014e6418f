"""From what a file has to legs: in the order of time, measured, paused; legs on foot together."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from tracker.exchange.watch.pauses import paused
from tracker.exchange.watch.sports import TRANSITION
from tracker.exchange.watch.values import (
    FIRST,
    LONGEST_S,
    Leg,
    Point,
    RawLeg,
    RawPoint,
    UnusableError,
    too_long,
)
from tracker.exchange.watch.way import steps_of, way_of
from tracker.language.recordings import Remark
from tracker.progression.diary import Kind
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.exchange.watch.way import Way

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = datetime(2100, 1, 1, tzinfo=UTC).timestamp()
_FARTHEST_M = 1_000_000
_TOGETHER_S = 6 * 3600  # legs of a kind no further apart are of one session
_OFF = 3  # times: a total so far from its points is not of them
_LEAST, _MOST = 0.8, 0.98  # of the time between pauses, of all the time: laps without pauses
_AHEAD_S = 60  # a timer may run so much longer than there are points


def legs_of(raws: Iterable[RawLeg]) -> tuple[Leg, ...]:
    """Return what was done, what is on foot first, then the latest; legs of a kind together.

    Raises UnusableError where a leg is longer than a day or its clock was not set.
    """
    legs = [leg for raw in raws if (leg := _leg(raw)) is not None]
    done = [leg for leg in legs if leg.sport.name != TRANSITION] or legs
    groups: list[list[Leg]] = []
    for leg in sorted(done, key=lambda leg: (leg.start, -leg.seconds)):
        group = next((g for g in reversed(groups) if _belong(g[-1], leg)), None)
        if group is None:
            groups.append([leg])
        elif not _is_double(group[-1], leg):
            group.append(leg)
    joined = sorted(map(_joined, groups), key=lambda leg: leg.start, reverse=True)
    return tuple(sorted(joined, key=lambda leg: not leg.sport.is_on_foot))


def _belong(one: Leg, other: Leg) -> bool:
    same = one.sport.kind == other.sport.kind
    on_foot = one.sport.is_on_foot and other.sport.is_on_foot
    apart = (other.start - one.start).total_seconds() - one.seconds
    return (same or on_foot) and apart <= _TOGETHER_S


def _is_double(one: Leg, other: Leg) -> bool:
    """Whether one is there twice, as after an edit: it began well before the other had ended."""
    later = (other.start - one.start).total_seconds()
    return later < one.seconds - other.seconds / 2


def _joined(legs: Sequence[Leg]) -> Leg:
    """Legs of a kind as one, with a pause between them."""
    first = legs[0]
    if len(legs) == 1:
        return first
    if (legs[-1].start - first.start).total_seconds() + legs[-1].seconds > LONGEST_S:
        raise too_long()
    runs = [leg.sport for leg in legs if leg.sport.kind is Kind.RUN]
    parts: list[tuple[Point, ...]] = []
    metres = 0.0
    for leg in legs:
        later = (leg.start - first.start).total_seconds()
        parts += [_moved(part, later, metres) for part in leg.parts]
        metres = parts[-1][-1].metres if parts else 0.0
    known = [leg.metres for leg in legs if leg.metres is not None]
    return first._replace(
        sport=(runs or [first.sport])[0],
        seconds=sum(leg.seconds for leg in legs),
        metres=sum(known) if known else None,
        parts=tuple(parts) if all(leg.parts for leg in legs) else (),
        has_way=all(leg.has_way for leg in legs),
        remarks=tuple(dict.fromkeys(chain.from_iterable(leg.remarks for leg in legs))),
        legs=len(legs),
    )


def _moved(part: Sequence[Point], seconds: float, metres: float) -> tuple[Point, ...]:
    return tuple(Point(p.at + seconds, p.metres + metres, p.steps) for p in part)


def _leg(raw: RawLeg) -> Leg | None:
    points, breaks = _in_order(raw.segments)
    if len(points) < 2:  # noqa: PLR2004 - a stretch of time has two ends
        return _totals(raw, points)
    start = points[0].at
    _check_times(start, points[-1].at)
    way = way_of(points, raw.metres)
    measured = _measured(points, way)
    timer = [(begin - start, end - start) for begin, end in raw.timer]
    total = raw.seconds if raw.is_timed and _is_of(raw.seconds, measured[-1].at) else None
    cut = paused(measured, breaks, timer, total)
    if total is None and _is_without_pauses(raw.seconds, cut.seconds, measured[-1].at):
        total = raw.seconds
        cut = paused(measured, breaks, timer, total)
    gone = sum(part[-1].metres - part[0].metres for part in cut.parts)
    metres = _metres(raw, gone if way.is_known else None)
    leg = _finished(raw, start, total or cut.seconds or raw.seconds or 0.0, metres)
    remarks = {Remark.WAY_BY_PLACES: way.by_places, Remark.BREAK: cut.went_on}
    said = tuple(remark for remark, holds in remarks.items() if holds)
    return leg and leg._replace(
        parts=cut.parts, has_way=way.is_known, remarks=(*said, *leg.remarks)
    )


def _totals(raw: RawLeg, points: Sequence[RawPoint]) -> Leg | None:
    """A leg of which only the whole is known; None where not even that is."""
    start = raw.start if raw.start is not None else (points[0].at if points else raw.unset)
    if start is not None and start < FIRST:
        _check_times(start, start)
    if start is None or not raw.seconds or raw.seconds <= 0:
        return None
    _check_times(start, start + raw.seconds)
    return _finished(raw, start, raw.seconds, _metres(raw, None))


def _finished(raw: RawLeg, start: float, seconds: float, metres: float | None) -> Leg | None:
    """A leg of so many seconds and metres; None if it took no time."""
    if round(seconds) < 1:
        return None
    began = datetime.fromtimestamp(int(start), UTC)
    clock = None
    if raw.offset is not None or raw.has_no_zone:
        clock = (began + timedelta(seconds=raw.offset or 0)).replace(tzinfo=None)
    return Leg(
        raw.sport,
        began,
        round(seconds),
        None if metres is None else round(metres),
        clock=clock,
        remarks=(Remark.NO_ZONE,) if raw.has_no_zone else (),
    )


def _in_order(segments: Iterable[Sequence[RawPoint]]) -> tuple[list[RawPoint], set[int]]:
    """The points by time, each instant once; and before which of them something ended."""
    ordered = [sorted(segment, key=lambda point: point.at) for segment in segments if segment]
    points: list[RawPoint] = []
    breaks = set()
    for segment in sorted(ordered, key=lambda segment: segment[0].at):
        if points:
            breaks.add(len(points))
        points += [
            point
            for before, point in pairwise([None, *segment])
            if point is not None
            and (before is None or point.at > before.at)
            and not (points and point.at <= points[-1].at)
        ]
    return points, breaks


def _measured(points: Sequence[RawPoint], way: Way) -> list[Point]:
    start = points[0].at
    steps = steps_of(points, way)
    return [
        Point(point.at - start, metres, count)
        for point, metres, count in zip(points, way.metres, steps, strict=True)
    ]


def _metres(raw: RawLeg, gone: float | None) -> float | None:
    """The way gone: the device's own total where its points do not speak against it."""
    total = raw.metres if raw.metres and raw.metres <= _FARTHEST_M else None
    if gone is None:
        return total
    fits = raw.is_timed and total is not None and gone / _OFF < total < gone * _OFF
    return total if fits else gone


def _is_of(seconds: float | None, elapsed: float) -> bool:
    """Whether a timer's total can be that of points that span so many seconds."""
    return seconds is not None and 0 < seconds <= elapsed + max(_AHEAD_S, elapsed / 2)


def _is_without_pauses(total: float | None, by_points: float, elapsed: float) -> bool:
    """Whether laps add up to clearly less than the time from end to end, and not to too little."""
    return total is not None and _LEAST * by_points <= total < _MOST * elapsed


def _check_times(first: float, last: float) -> None:
    if first < FIRST:
        year = (_EPOCH + timedelta(seconds=first)).year
        raise UnusableError(
            gettext("begins in %(year)d: the clock of the device was not set", year=year)
        )
    if last > _LAST:
        raise UnusableError(
            gettext("ends in a year that is far off: the clock of the device was not set")
        )
    if last - first > LONGEST_S:
        raise too_long()
