"""How much of a leg was walked and jogged."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tracker.exchange.watch.plausible import (
    FASTEST_RUN_M_S,
    LONGEST_WALKING_STEP_M,
    RIDE_M_S,
    RIDE_S,
    has_too_fast_a_stretch,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.exchange.watch.values import Leg, Point

# Where people change from walking to running: at about 2.0 m/s, and more exactly at 135 to 140
# steps a minute (Cadence as an indicator of the walk-to-run transition, Human Movement Science
# 2023). The lower end, because it is jogging that has limits.
JOG_FROM_M_S = 2.0
JOG_FROM_STEPS = 135
_WINDOW_S = 9  # speed is taken over so many seconds: a single position is not exact
_BLIP_S = 10  # a change shorter than this is none
_GAP_S = 20  # a count of steps holds for no longer
_ENOUGH = 0.8  # of the time: points of less of it do not tell how the rest was


class Split(NamedTuple):
    """What a leg amounts to, in whole seconds and metres. Pauses and rides count as nothing.

    Walking and jogging are None where neither the way nor steps tell them apart. `is_too_fast`
    says that some of it, other than a ride, was faster than people run so far.
    """

    seconds: int
    walk_seconds: int | None
    jog_seconds: int | None
    longest_jog_seconds: int | None
    metres: int | None
    steps: int | None
    ride_seconds: int = 0
    is_too_fast: bool = False


class Threshold(NamedTuple):
    """Where jogging begins: at a speed (m/s), and where steps were counted at so many a minute."""

    speed: float = JOG_FROM_M_S
    steps: int | None = JOG_FROM_STEPS


class _Stretch(NamedTuple):
    """So many seconds of one way of moving; of a ride the metres too."""

    is_jogged: bool = False
    seconds: int = 0
    ride_seconds: int = 0
    ride_metres: float = 0.0


DEFAULT = Threshold()


def split(leg: Leg, jogging: Threshold = DEFAULT) -> Split:
    """Tell walking from jogging: by the steps where they were counted, elsewhere by the speed."""
    points = [point for part in leg.parts for point in part]
    counted = [p.steps for p in points if p.steps]
    steps = round(median(counted)) if counted else None
    stretches = [s for part in leg.parts for s in _stretches(part, jogging)]
    known = sum(s.seconds + s.ride_seconds for s in stretches)
    by_steps = jogging.steps is not None and 2 * len(counted) > len(points)
    if not (leg.has_way or by_steps) or known < _ENOUGH * leg.seconds:
        return Split(leg.seconds, None, None, None, leg.metres, steps)
    rides = sum(s.ride_seconds for s in stretches)
    jogs = [s.seconds for s in stretches if s.is_jogged]
    ridden = sum(s.ride_metres for s in stretches)
    seconds = max(leg.seconds - rides, sum(jogs))
    return Split(
        seconds=seconds,
        walk_seconds=seconds - sum(jogs),
        jog_seconds=sum(jogs),
        longest_jog_seconds=max(jogs, default=0),
        metres=None if leg.metres is None else max(0, round(leg.metres - ridden)),
        steps=steps,
        ride_seconds=rides,
        is_too_fast=any(map(_is_too_fast, leg.parts)),
    )


def _stretches(points: Sequence[Point], jogging: Threshold) -> list[_Stretch]:
    """What was jogged, walked and ridden, one stretch after the other."""
    metres = _by_second(points)
    speeds = _speeds(metres)
    rides = _ridden(metres, speeds)
    fast = [speed >= jogging.speed for speed in speeds]
    if jogging.steps is not None:
        for second, steps in _counted(points, len(fast)):
            is_walkable = speeds[second] * 60 <= LONGEST_WALKING_STEP_M * steps
            fast[second] = steps >= jogging.steps or (fast[second] and not is_walkable)
    last = len(fast)
    fast = [quick and not ride for quick, ride in zip(fast, rides, strict=True)]
    counts = list(accumulate(fast, initial=0))
    steady = [_mostly(counts, second - _BLIP_S, second + _BLIP_S + 1) for second in range(last)]
    states = zip(range(last), steady, rides, strict=True)
    stretches = []
    for (is_jogged, is_ride), run in groupby(states, key=lambda state: state[1:]):
        seconds = [second for second, *_ in run]
        begin, end = seconds[0], seconds[-1] + 1
        if is_ride:
            gone = metres[end] - metres[begin]
            stretches.append(_Stretch(ride_seconds=end - begin, ride_metres=gone))
        else:
            stretches.append(_Stretch(is_jogged, end - begin))
    return stretches


def _is_too_fast(points: Sequence[Point]) -> bool:
    metres = _by_second(points)
    ridden = _ridden(metres, _speeds(metres))
    walked = [0.0]
    for second, is_ride in enumerate(ridden):
        walked.append(walked[-1] + (0.0 if is_ride else metres[second + 1] - metres[second]))
    return has_too_fast_a_stretch(walked)


def _ridden(metres: Sequence[float], speeds: Sequence[float]) -> list[bool]:
    """Of every second whether it is of a ride: far faster than people run, for a minute."""
    last = len(speeds)
    ridden = [False] * last
    if last < RIDE_S or metres[-1] - metres[0] < RIDE_M_S * RIDE_S:
        return ridden
    around = _WINDOW_S // 2
    for begin in range(last - RIDE_S + 1):
        if metres[begin + RIDE_S] - metres[begin] > RIDE_M_S * RIDE_S:
            ridden[begin : begin + RIDE_S] = [True] * RIDE_S
    quick = [ride and speed >= FASTEST_RUN_M_S for ride, speed in zip(ridden, speeds, strict=True)]
    return [any(quick[max(0, second - around) : second + around + 1]) for second in range(last)]


def _speeds(metres: Sequence[float]) -> list[float]:
    """The mean speed (m/s) around every second."""
    last = len(metres) - 1
    speeds = []
    for second in range(last):
        begin = max(0, second - _WINDOW_S // 2)
        end = min(last, second + _WINDOW_S // 2 + 1)
        speeds.append(round((metres[end] - metres[begin]) / (end - begin), 6))
    return speeds


def _counted(points: Sequence[Point], last: int) -> Iterator[tuple[int, int]]:
    """The seconds in which steps were counted, and how many a minute. None is no count."""
    start = points[0].at
    for one, other in pairwise(points):
        if one.steps:
            begin, end = round(one.at - start), round(other.at - start)
            for second in range(begin, min(last, end, begin + _GAP_S)):
                yield second, one.steps


def _mostly(counts: Sequence[int], begin: int, end: int) -> bool:
    """Whether most seconds were jogged, by counts of those before each: no blip changes that."""
    begin, end = max(0, begin), min(len(counts) - 1, end)
    return 2 * (counts[end] - counts[begin]) > end - begin


def _by_second(points: Sequence[Point]) -> list[float]:
    """The way gone at every whole second from the first point on."""
    start = points[0].at
    times = [p.at - start for p in points]
    ways = []
    for second in range(round(times[-1]) + 1):
        after = min(bisect_right(times, second), len(times) - 1)
        before = max(0, after - 1)
        span = times[after] - times[before]
        share = min(1.0, (second - times[before]) / span) if span else 1.0
        ways.append(points[before].metres + share * (points[after].metres - points[before].metres))
    return ways
