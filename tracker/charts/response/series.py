"""The response series: minutes jogged on a run day against the next morning's pain."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tracker.reports.run_days import Outcome

if TYPE_CHECKING:
    from tracker.progression.diary import Sensation
    from tracker.reports.run_days import PastRunDay

_MINUTE = 60
_MOST_HEAPS_ACROSS = 20
_ROUNDINGS = (1, 5, 10, 20, 50, 100, 200)


class Heap(NamedTuple):
    """Run days alike: about the same minutes, the same morning, felt the same.

    `minutes` is rounded; `morning` is None where no check-in answered for the run, and `waiting`
    is true where it still may.
    """

    minutes: int
    morning: int | None
    felt: Sensation | None
    deviation: bool
    waiting: bool
    runs: int


@dataclass(frozen=True, slots=True)
class ResponseSeries:
    """All run days, and the heaps they make on the chart (`rounded_to` minutes)."""

    run_days: tuple[PastRunDay, ...]
    heaps: tuple[Heap, ...]
    rounded_to: int


def response_series(days: tuple[PastRunDay, ...]) -> ResponseSeries:
    """The response to every run day."""
    most = max((d.jog_seconds for d in days), default=0) / _MINUTE
    rounded_to = next((n for n in _ROUNDINGS if most <= n * _MOST_HEAPS_ACROSS), _ROUNDINGS[-1])
    counted: dict[Heap, int] = defaultdict(int)
    for day in days:
        counted[_heap(day, rounded_to)] += 1
    heaps = [heap._replace(runs=runs) for heap, runs in counted.items()]
    return ResponseSeries(days, tuple(sorted(heaps, key=_order)), rounded_to)


def _heap(day: PastRunDay, rounded_to: int) -> Heap:
    return Heap(
        minutes=max(1, round(day.jog_seconds / _MINUTE / rounded_to)) * rounded_to,
        morning=day.morning,
        felt=day.felt,
        deviation=day.outcome is Outcome.DEVIATION,
        waiting=day.morning_to_come,
        runs=0,
    )


def _order(heap: Heap) -> tuple[int, int, str, bool, bool]:
    morning = -1 if heap.morning is None else heap.morning
    return (heap.minutes, morning, heap.felt or "", heap.deviation, heap.waiting)
