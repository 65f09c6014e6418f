"""Where a recording was paused: by the device's timer, else by what its points leave out."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tracker.exchange.watch.plausible import FASTEST_RUN_M_S

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tracker.exchange.watch.values import Point

Parts = tuple[tuple["Point", ...], ...]

_GAP_S, _USUAL_TIMES = 20, 4  # no points for so long, and so many times the usual: a gap
_STANDING_M_S = 0.5  # hardly any way in a gap: a pause
_LONGEST_GAP_S = 300  # nobody knows what was done in a longer one
_LAP_S = 10  # what the file keeps apart for no longer was not paused
_FASTER = 1.2  # than nearly all of the recording: not the same sport
_SLACK_S, _SLACK = 30, 0.05  # a timer and its own total may differ by so much


class Paused(NamedTuple):
    """The points between pauses, and whether a pause was taken though the way went on."""

    parts: Parts
    went_on: bool = False

    @property
    def seconds(self) -> float:
        """How long it was without the pauses."""
        return sum(part[-1].at - part[0].at for part in self.parts)


def paused(
    points: Sequence[Point],
    breaks: Collection[int],
    timer: Sequence[tuple[float, float]],
    total: float | None,
) -> Paused:
    """Return the points between pauses.

    `breaks` are the indexes of points before which the file says that something ended; `timer` the
    stretches in which the device's timer ran, in the points' seconds; `total` what the timer came
    to. Where the two do not agree, what fits the total best is believed.
    """
    by_gaps = _by_gaps(points, breaks)
    by_timer = _by_timer(points, timer) if timer else None
    if total is None:
        return by_timer or by_gaps
    if by_timer and abs(by_timer.seconds - total) <= max(_SLACK_S, _SLACK * total):
        return by_timer
    every = [by_gaps, Paused((tuple(points),)), *([by_timer] if by_timer else [])]
    return min(every, key=lambda one: abs(one.seconds - total))


def _by_timer(points: Sequence[Point], timer: Sequence[tuple[float, float]]) -> Paused | None:
    parts = []
    index = 0
    for begin, end in timer:
        while index < len(points) and points[index].at < begin:
            index += 1
        first = index
        while index < len(points) and points[index].at <= end:
            index += 1
        if index > first:
            parts.append(tuple(points[first:index]))
    return Paused(tuple(parts)) if parts else None


def _by_gaps(points: Sequence[Point], breaks: Collection[int]) -> Paused:
    usual = median([other.at - one.at for one, other in pairwise(points)])
    fastest = _fastest(points)
    parts, first, went_on = [], 0, False
    for index, (one, other) in enumerate(pairwise(points), 1):
        seconds, metres = other.at - one.at, other.metres - one.metres
        is_gap = seconds > max(_GAP_S, _USUAL_TIMES * usual)
        is_moving = metres >= seconds * _STANDING_M_S
        is_other = seconds > _LONGEST_GAP_S or metres > seconds * fastest
        if (is_gap and (is_other or not is_moving)) or (index in breaks and seconds > _LAP_S):
            parts.append(tuple(points[first:index]))
            first = index
            went_on = went_on or is_moving
    return Paused((*parts, tuple(points[first:])), went_on)


def _fastest(points: Sequence[Point]) -> float:
    """The speed (m/s) that hardly anything of the recording exceeds, or that of a fast run."""
    speeds = sorted(
        (other.metres - one.metres) / (other.at - one.at)
        for one, other in pairwise(points)
        if other.at - one.at <= _GAP_S
    )
    often = speeds[len(speeds) * 19 // 20] if speeds else 0.0
    return max(FASTEST_RUN_M_S, _FASTER * often)
