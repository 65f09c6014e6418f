"""The way gone by a leg's points: by the distances in the file, its places, or its speeds."""

from __future__ import annotations

from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.exchange.watch.values import RawPoint

_EARTH_M = 6_371_000
_RESTART_M = 20  # a distance that falls by more was begun anew
_FASTEST_M_S = 40  # faster from one point to the next is an error of the place
_STILL_M_S = 0.1  # a mean below it: what was measured is not the way
_FEWEST_M = 200  # a way by places that can say that distances are wrong
_OFF = 3  # times too long or too short: not of this way
_KM = range(900, 1100)  # what a total in metres is of distances in kilometres
_LONGEST_STEP_S = 20  # a speed holds for no longer

_ONE_FOOT_NEVER = 110  # steps a minute of one foot
_SHORT_STEP_M = 1.0  # a way this short for a count is one step; two are longer


class Way(NamedTuple):
    """Metres from the first point, at each; whether they are known; whether places decided."""

    metres: list[float]
    is_known: bool = True
    by_places: bool = False


def way_of(points: Sequence[RawPoint], total: float | None) -> Way:
    """Return the way gone at each point. `total` is the whole in metres, where the file says it."""
    seconds = points[-1].at - points[0].at
    least = max(1.0, _STILL_M_S * seconds)
    along, placed = _recorded(points, total), _placed(points)
    if along and along[-1] >= least and not (placed and _contradicts(placed[-1], along[-1])):
        return Way(along)
    if placed and placed[-1] >= least:
        return Way(placed, by_places=bool(along and along[-1] > 0))
    sped = _sped(points)
    if sped and sped[-1] >= least:
        return Way(sped)
    return Way([0.0] * len(points), is_known=False)


def _contradicts(placed: float, recorded: float) -> bool:
    return placed > _FEWEST_M and not placed / _OFF < recorded < placed * _OFF


def _recorded(points: Sequence[RawPoint], total: float | None) -> list[float]:
    """The way by the file's distances, added up where they begin anew."""
    if sum(point.metres is not None for point in points) < 2:  # noqa: PLR2004 - a way has two ends
        return []
    ways: list[float | None] = []
    way, last = 0.0, None
    for point in points:
        if point.metres is not None:
            way += 0.0 if last is None else _step(last, point)
            last = point
        ways.append(None if point.metres is None else way)
    metres = _filled([point.at for point in points], ways)
    if total is not None and metres[-1] > 0 and round(total / metres[-1]) in _KM:
        return [metre * 1000 for metre in metres]
    return metres


def _step(one: RawPoint, other: RawPoint) -> float:
    step = (other.metres or 0.0) - (one.metres or 0.0)
    if step < -_RESTART_M:
        step = other.metres or 0.0
    return step if 0 < step <= _FASTEST_M_S * max(1.0, other.at - one.at) else 0.0


def _placed(points: Sequence[RawPoint]) -> list[float]:
    """The way by the places."""
    if sum(point.place is not None for point in points) < 2:  # noqa: PLR2004 - a way has two ends
        return []
    ways: list[float | None] = []
    way, last = 0.0, None
    for point in points:
        if point.place is not None:
            step = 0.0 if last is None else _between(last.place, point.place)
            seconds = 0.0 if last is None else point.at - last.at
            way += step if step <= _FASTEST_M_S * max(1.0, seconds) else 0.0
            last = point
        ways.append(None if point.place is None else way)
    return _filled([point.at for point in points], ways)


def _between(one: tuple[float, float] | None, other: tuple[float, float] | None) -> float:
    """Metres on the sphere, as good as the places are."""
    if one is None or other is None or one == other:
        return 0.0
    (lat, lon), (lat_2, lon_2) = ((radians(d) for d in place) for place in (one, other))
    half = sin((lat_2 - lat) / 2) ** 2 + cos(lat) * cos(lat_2) * sin((lon_2 - lon) / 2) ** 2
    return 2 * _EARTH_M * asin(min(1.0, sqrt(half)))


def _sped(points: Sequence[RawPoint]) -> list[float]:
    """The way by the speeds: indoors some devices have nothing else."""
    if not any(point.speed for point in points):
        return []
    ways = [0.0]
    for one, other in pairwise(points):
        ways.append(ways[-1] + (one.speed or 0.0) * min(other.at - one.at, _LONGEST_STEP_S))
    return ways


def _filled(times: Sequence[float], ways: Sequence[float | None]) -> list[float]:
    """The way where it is not known, evenly between where it is."""
    known = [index for index, way in enumerate(ways) if way is not None]
    filled = [way or 0.0 for way in ways]
    for one, other in pairwise(known):
        seconds, metres = times[other] - times[one], filled[other] - filled[one]
        for index in range(one + 1, other):
            filled[index] = filled[one] + metres * (times[index] - times[one]) / seconds
    filled[known[-1] + 1 :] = [filled[known[-1]]] * (len(filled) - known[-1] - 1)
    return filled


def steps_of(points: Sequence[RawPoint], way: Way) -> list[int | None]:
    """Steps a minute as both feet make them: most files count one foot's, some count all."""
    counts = sorted(point.steps for point in points if point.steps)
    if not counts:
        return [None] * len(points)
    often = counts[len(counts) * 9 // 10]
    feet = 1 if often > _ONE_FOOT_NEVER or _are_short(points, way) else 2
    return [None if p.steps is None else round(feet * p.steps) for p in points]


def _are_short(points: Sequence[RawPoint], way: Way) -> bool:
    """Whether the way gone for each that was counted is that of one step, not of two."""
    if not way.is_known:
        return False
    lengths = [
        60 * (way.metres[index + 1] - way.metres[index]) / (other.at - one.at) / one.steps
        for index, (one, other) in enumerate(pairwise(points))
        if one.steps and other.at - one.at <= _LONGEST_STEP_S
    ]
    moving = [length for length in lengths if length > 0]
    return bool(moving) and median(moving) < _SHORT_STEP_M
