"""Timing side by side: ours and its anchor take turns, so that a noisy machine hits both."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure beside its target; nothing here passes or fails."""

    name: str
    value: float
    unit: str
    target: float | None = None
    anchor: str = ""

    @property
    def within(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        return None if self.target is None else self.value <= self.target


def milliseconds(work: Work, rounds: int = 15) -> float:
    """The processor's time for a warm call, the least disturbed: the clock's would be noise."""
    return min(_times((work,), rounds, process_time)[0]) * 1000


def ratio(ours: Work, anchor: Work, rounds: int = 15, *, after: Work | None = None) -> float:
    """The median of ours over the median of the anchor, warm, in turn.

    `after` tidies up behind each call of ours, untimed.
    """
    mine, theirs = _times((ours, anchor), rounds, after=after)
    return median(mine) / median(theirs)


def _times(
    works: tuple[Work, ...],
    rounds: int,
    clock: Callable[[], float] = perf_counter,
    *,
    after: Work | None = None,
) -> list[list[float]]:
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds + 1):
        for work, seconds in zip(works, times, strict=True):
            start = clock()
            work()
            seconds.append(clock() - start)
            if after is not None and work is works[0]:
                after()
    return [seconds[1:] for seconds in times]  # the first round warms up
