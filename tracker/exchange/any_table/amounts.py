"""How long and how far: columns and units are tried against each other, by what people can do."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import product
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tracker.entries.cells import to_seconds
from tracker.exchange.any_table import cells, headings, words
from tracker.exchange.any_table.taken_columns import share
from tracker.progression.diary import RUNNING_KINDS, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tracker.exchange.any_table.taken_columns import TakenColumns

_TIMED = re.compile(r"\d[T\s,]+(à |um |at )?\d{1,2}:\d{2}")
# Slow walking and fast riding, in metres a second: what any session's mean lies between.
_SLOWEST, _FASTEST, _FASTEST_ON_FOOT = 0.3, 17.0, 6.7
_SHORTEST, _LONGEST = 3 * 60, 8 * 3600  # seconds of a session that somebody writes down
_TRIED = 6  # columns of one kind: each is tried with each
_NEAREST, _FARTHEST = 100, 300_000  # metres of one
_PER_1000 = ((950, 1050), (1530, 1690))  # metres beside kilometres, and beside miles


class Amounts(NamedTuple):
    """Which columns hold how long and how far, and in which units."""

    minutes: int | None = None
    time_unit: str = "minutes"
    distance: int | None = None
    distance_unit: str = "km"


def likeliest(columns: TakenColumns, unit: str) -> Amounts:
    """The columns and units of how long and how far; `unit` is the account's."""
    return _Trial(columns, unit).best()


class _Trial:
    """What the columns of a table may hold, and how many of its rows that fits."""

    def __init__(self, columns: TakenColumns, unit: str) -> None:
        self.columns, self.unit = columns, unit
        self.headings = columns.table.columns

    def best(self) -> Amounts:
        """What fits most rows; of equals the first."""
        minutes: list[tuple[int | None, str]] = [*self._lengths()] or [(None, "minutes")]
        distances: list[tuple[int | None, str]] = [*self._ways()] or [(None, self.unit)]
        tried = [Amounts(*m, *d) for m, d in product(minutes, distances)]
        return max(tried, key=self._plausible)

    def _lengths(self) -> Iterator[tuple[int, str]]:
        for column in self.columns.ranked("minutes")[:_TRIED]:
            if not self._may_be_length(column):
                continue
            heading = self.headings[column]
            named = headings.time_unit(heading) or "seconds" * headings.is_elapsed(heading)
            for unit in [named] if named else ["minutes", "hours"]:
                read = _seconds_in(unit)
                if self.columns.is_mostly(read, column) or (named or unit == "minutes"):
                    yield column, unit

    def _may_be_length(self, column: int) -> bool:
        """Whether a column called just “time” holds lengths, not times of day."""
        may, written = self.columns.may_be[column], self.columns.written(column)
        if headings.time_unit(self.headings[column]):
            return True
        if "time" not in may or not written:
            return True
        is_clocked = any(
            _TIMED.search(c) for i in self.columns.taken for c in self.columns.written(i)
        )
        parts = [re.findall(r"\d+", cell) for cell in written]
        is_short = all(len(p) > 2 and int(p[0]) < 5 for p in parts)  # noqa: PLR2004 - h:mm:ss
        is_no_clock = share(written, cells.clock) < 1
        return is_clocked or is_short or is_no_clock

    def _ways(self) -> Iterator[tuple[int, str]]:
        columns = self.columns.ranked("distance_km")[:_TRIED]
        columns = [i for i in columns if self.columns.is_mostly(_kilometres_in("km"), i)]
        metres = self._metres_beside(columns)
        if metres is not None:
            yield metres, "m"
            return
        others = {"km": "mi", "mi": "km"}
        for column in columns:
            named = headings.distance_unit(self.headings[column])
            for unit in [named] if named else [self.unit, "m", others.get(self.unit, "km")]:
                yield column, unit

    def _metres_beside(self, columns: Sequence[int]) -> int | None:
        """The column of metres where another one has the same ways in kilometres or miles."""
        for one, other in product(columns, columns):
            pairs = [(_number(r.cells[one]), _number(r.cells[other])) for r in self.columns.rows]
            ratios = [b / a for a, b in pairs if a and b]
            if ratios and any(low < median(ratios) < high for low, high in _PER_1000):
                return other
        return None

    def _plausible(self, amounts: Amounts) -> float:
        """The share of rows whose length, way and mean speed people have."""
        plausible = [self._is_plausible(row.cells, amounts) for row in self.columns.rows]
        return sum(plausible) / len(plausible) if plausible else 0

    def _is_plausible(self, row: Sequence[str], amounts: Amounts) -> bool:
        seconds = metres = None
        with suppress(ValueError):
            if amounts.minutes is not None:
                seconds = _seconds_in(amounts.time_unit)(row[amounts.minutes])
            if amounts.distance is not None:
                metres = _kilometres_in(amounts.distance_unit)(row[amounts.distance]) * 1000
        if not seconds:
            return amounts.minutes is None and (metres is None or _NEAREST <= metres <= _FARTHEST)
        if not metres:
            return _SHORTEST <= seconds <= _LONGEST
        fastest = _FASTEST_ON_FOOT if self._is_on_foot(row) else _FASTEST
        return _SLOWEST <= metres / seconds <= fastest

    def _is_on_foot(self, row: Sequence[str]) -> bool:
        column = self.columns.of("kind")
        if column is None:
            return True
        with suppress(ValueError):
            return words.kind(row[column]) in RUNNING_KINDS | {Kind.WALK}
        return False


def _number(text: str) -> float:
    with suppress(ValueError):
        return float(cells.ungrouped(text))
    return 0


def _seconds_in(unit: str) -> Callable[[str], int]:
    return lambda text: to_seconds(cells.minutes(text, unit=unit))


def _kilometres_in(unit: str) -> Callable[[str], float]:
    return lambda text: float(cells.kilometres(text, unit=unit))
