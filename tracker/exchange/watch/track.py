"""A recorded track, and how much of it was walked and jogged."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from tracker.progression.diary import Kind

# Where people change from walking to running: at about 2.0 m/s, and more exactly at 135 to 140
# steps a minute (Cadence as an indicator of the walk-to-run transition, Human Movement Science
# 2023). The lower end, because it is jogging that has limits.
JOG_FROM_M_S = 2.0
JOG_FROM_STEPS = 135
_WINDOW_S = 9  # speed is taken over so many seconds: a single position is not exact
_BLIP_S = 10  # a change shorter than this is none
_GAP_S, _STANDING_M_S = 20, 0.5  # no points for so long, hardly any way between: a pause


class UnusableError(Exception):
    """What is wrong with a recording, as its runner is told."""


class Point(NamedTuple):
    """Where the recording was at an instant: metres from its start; steps a minute, if counted."""

    at: datetime
    metres: float
    steps: int | None = None


class Track(NamedTuple):
    """A recording: its points in the order of time, and what was done, if it says so."""

    points: Sequence[Point]
    kind: Kind | None = None


class Split(NamedTuple):
    """What a track amounts to, in whole seconds and metres. Pauses count as nothing."""

    seconds: int
    walk_seconds: int
    jog_seconds: int
    longest_jog_seconds: int
    metres: int
    steps: int | None


class Threshold(NamedTuple):
    """Where jogging begins: at a speed (m/s), and where steps were counted at so many a minute."""

    speed: float = JOG_FROM_M_S
    steps: int | None = JOG_FROM_STEPS


DEFAULT = Threshold()


def split(track: Track, jogging: Threshold = DEFAULT) -> Split:
    """Tell walking from jogging: by the steps where they were counted, elsewhere by the speed."""
    stretches = [s for part in _parts(track.points) for s in _stretches(part, jogging)]
    jogs = [seconds for jogging, seconds in stretches if jogging]
    whole = sum(seconds for _, seconds in stretches)
    counted = [p.steps for p in track.points if p.steps]
    return Split(
        seconds=whole,
        walk_seconds=whole - sum(jogs),
        jog_seconds=sum(jogs),
        longest_jog_seconds=max(jogs, default=0),
        metres=round(track.points[-1].metres - track.points[0].metres),
        steps=round(median(counted)) if counted else None,
    )


def _parts(points: Sequence[Point]) -> Iterator[Sequence[Point]]:
    """The points between pauses."""
    begin = 0
    for index, (one, other) in enumerate(pairwise(points), 1):
        seconds = (other.at - one.at).total_seconds()
        if seconds > _GAP_S and other.metres - one.metres < seconds * _STANDING_M_S:
            yield points[begin:index]
            begin = index
    yield points[begin:]


def _stretches(points: Sequence[Point], jogging: Threshold) -> list[tuple[bool, int]]:
    """Whether it was jogged, and for how many seconds, one stretch after the other."""
    fast = _fast(points, jogging.speed)
    if jogging.steps is not None:
        for second, steps in _counted(points, len(fast)):
            fast[second] = steps >= jogging.steps
    last = len(fast)
    counts = list(accumulate(fast, initial=0))
    steady = [_mostly(counts, second - _BLIP_S, second + _BLIP_S + 1) for second in range(last)]
    return [(state, len(list(run))) for state, run in groupby(steady)]


def _fast(points: Sequence[Point], speed: float) -> list[bool]:
    """Of every second whether the way gone around it was as fast as that."""
    metres = _by_second(points)
    last = len(metres) - 1
    fast = []
    for second in range(last):
        begin = max(0, second - _WINDOW_S // 2)
        end = min(last, second + _WINDOW_S // 2 + 1)
        fast.append(metres[end] - metres[begin] >= speed * (end - begin))
    return fast


def _counted(points: Sequence[Point], last: int) -> Iterator[tuple[int, int]]:
    """The seconds in which steps were counted, and how many a minute. None is no count."""
    start = points[0].at
    for one, other in pairwise(points):
        if one.steps:
            begin, end = ((point.at - start).total_seconds() for point in (one, other))
            for second in range(round(begin), min(last, round(end), round(begin) + _GAP_S)):
                yield second, one.steps


def _mostly(counts: Sequence[int], begin: int, end: int) -> bool:
    """Whether most seconds were jogged, by counts of those before each: no blip changes that."""
    begin, end = max(0, begin), min(len(counts) - 1, end)
    return 2 * (counts[end] - counts[begin]) > end - begin


def _by_second(points: Sequence[Point]) -> list[float]:
    """The way gone at every whole second from the first point on."""
    start = points[0].at
    times = [(p.at - start).total_seconds() for p in points]
    found = []
    for second in range(round(times[-1]) + 1):
        after = min(bisect_right(times, second), len(times) - 1)
        before = max(0, after - 1)
        span = times[after] - times[before]
        share = min(1.0, (second - times[before]) / span) if span else 1.0
        found.append(points[before].metres + share * (points[after].metres - points[before].metres))
    return found
