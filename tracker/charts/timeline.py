"""Where a day lies across a chart, and which days are named below it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from tracker.language.phrases import short_date
from tracker.translations import gettext

_WEEK = 7
_LABEL_ROOM = 62
_MOST_NUMBERED_DAYS = 500


class Tick(NamedTuple):
    """A day named below the chart, in two rows."""

    x: float
    upper: str
    lower: str


class Timeline(NamedTuple):
    """The days from `first` to `last`, spread between two pixels."""

    first: date
    last: date
    left: float
    right: float

    @property
    def per_day(self) -> float:
        """Pixels to a day."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def begin(self, day: date) -> float:
        """Where a day begins."""
        return self.left + (day - self.first).days * self.per_day

    def end(self, day: date) -> float:
        """Where a day ends."""
        return self.begin(day) + self.per_day

    def middle(self, first: date, last: date | None = None) -> float:
        """The middle of a day, or of the days from `first` to `last`."""
        return (self.begin(first) + self.end(last or first)) / 2

    def ticks(self, onset: date) -> list[Tick]:
        """The days to name: numbered from onset, or the years of a long range."""
        if (self.last - self.first).days > _MOST_NUMBERED_DAYS:
            years = range(self.first.year + 1, self.last.year + 1)
            every = 1 + int(_LABEL_ROOM * len(years) / (self.right - self.left))
            return [Tick(self.begin(date(y, 1, 1)), str(y), "") for y in years[::every]]
        step = _WEEK
        while step * self.per_day < _LABEL_ROOM:
            step *= 2
        skipped = -(-(self.first - onset).days // step) * step
        numbers = range(skipped, (self.last - onset).days + 1, step)
        return [self._tick(onset, number) for number in numbers]

    def _tick(self, onset: date, number: int) -> Tick:
        day = onset + timedelta(days=number)
        return Tick(self.middle(day), gettext("day %(number)d", number=number), short_date(day))
