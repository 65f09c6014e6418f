"""What an archive says of the running before an injury: proposals, which the runner accepts or not.

The usual run is the median of the runs of the last 12 weeks before the onset, the usual week the
median of those weeks in which there was any running: both are what is usual, whatever a race or a
holiday did. 12 weeks, and three of each at least, are defaults; nobody has published better ones.
"""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.protocol import BASELINE, BASELINE_WEEK
from tracker.progression.protocol_document.reader import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

WEEKS = 12
FEWEST = 3
_WEEK = timedelta(days=7)
_BOUNDS, _BOUNDS_OF_WEEK = (
    (number.lowest, number.highest)
    for number in (shipped().tunables[name] for name in (BASELINE, BASELINE_WEEK))
)
_MINUTE = 60


class RunBefore(NamedTuple):
    """A run before the onset: its day, and how long was jogged."""

    date: date
    jog_seconds: int
    metres: int | None = None


class WeekBefore(NamedTuple):
    """Seven days before the onset, by their first, and what was jogged in them."""

    first: date
    jog_seconds: int


class UsualTraining(NamedTuple):
    """What was usual, in whole minutes, and what that is taken from; None for too little."""

    run_minutes: int | None
    week_minutes: int | None
    longest: RunBefore | None
    runs: tuple[RunBefore, ...]
    weeks: tuple[WeekBefore, ...]


def usual_training(runs: Iterable[RunBefore], onset: date) -> UsualTraining:
    """What was usual in the 12 weeks before the onset; the day of the onset is not among them."""
    begin = onset - WEEKS * _WEEK
    before = tuple(sorted(run for run in runs if begin <= run.date < onset and run.jog_seconds))
    weeks = []
    for number in range(WEEKS):
        first = begin + number * _WEEK
        jogged = sum(run.jog_seconds for run in before if first <= run.date < first + _WEEK)
        if jogged:
            weeks.append(WeekBefore(first, jogged))
    run_minutes = _median_minutes([run.jog_seconds for run in before], *_BOUNDS)
    lowest = max(_BOUNDS_OF_WEEK[0], run_minutes or 0)  # a week holds one usual run at least
    return UsualTraining(
        run_minutes,
        _median_minutes([week.jog_seconds for week in weeks], lowest, _BOUNDS_OF_WEEK[1]),
        max(before, key=lambda run: run.jog_seconds, default=None),
        before,
        tuple(weeks),
    )


def _median_minutes(seconds: list[int], lowest: int, highest: int) -> int | None:
    """The median in whole minutes; None where there are too few, or where it may not be set."""
    minutes = round(median(seconds) / _MINUTE) if len(seconds) >= FEWEST else 0
    return minutes if lowest <= minutes <= highest else None
