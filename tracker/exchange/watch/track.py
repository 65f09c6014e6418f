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

JOG_FROM_M_S = 2.0  # where most people change from walking to running
_WINDOW_S = 9  # speed is taken over so many seconds: a single position is not exact
_BLIP_S = 10  # a change shorter than this is none
_GAP_S, _STANDING_M_S = 20, 0.5  # no points for so long, hardly any way between: a pause


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


def split(track: Track, jog_from: float = JOG_FROM_M_S) -> Split:
    """Tell walking from jogging by speed: jogging is what is at least `jog_from` (m/s) fast."""
    stretches = [s for part in _parts(track.points) for s in _stretches(part, jog_from)]
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


def _stretches(points: Sequence[Point], jog_from: float) -> list[tuple[bool, int]]:
    """Whether it was jogged, and for how many seconds, one stretch after the other."""
    metres = _by_second(points)
    last = len(metres) - 1
    jogging = []
    for second in range(last):
        begin = max(0, second - _WINDOW_S // 2)
        end = min(last, second + _WINDOW_S // 2 + 1)
        jogging.append(metres[end] - metres[begin] >= jog_from * (end - begin))
    counts = list(accumulate(jogging, initial=0))
    steady = [_mostly(counts, second - _BLIP_S, second + _BLIP_S + 1) for second in range(last)]
    return [(state, len(list(run))) for state, run in groupby(steady)]


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
