"""What a table may mean: by its headings, each believed only where its cells bear it out."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC
from functools import partial
from itertools import product
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tracker.entries.cells import to_red_flags, to_seconds
from tracker.entries.fields import is_id
from tracker.exchange.any_table import cells, headings, words
from tracker.exchange.any_table.meaning import (
    ASKED,
    DURATIONS,
    OF_CHECK_INS,
    OF_SESSIONS,
    Meaning,
    Rows,
)
from tracker.progression.diary import RUNNING_KINDS, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tracker.exchange.any_table.table import Table

_LOOKED_AT = 100  # rows: enough to know a column by
_MOST = 0.5  # of the cells bear a meaning out, where it is believed
_SLASHED = re.compile(r"(\d{1,2})[/\- ](\d{1,2})[/\- ]\d")
_MONTHS = 12
_TIMED = re.compile(r"\d[T\s,]+(à |um |at )?\d{1,2}:\d{2}")
# Slow walking and fast riding, in metres a second: what any session's mean lies between.
_SLOWEST, _FASTEST, _FASTEST_ON_FOOT = 0.3, 17.0, 6.7
_SHORTEST, _LONGEST = 3 * 60, 8 * 3600  # seconds of a session that somebody writes down
_PER_1000 = ((950, 1050), (1530, 1690))  # metres beside kilometres, and beside miles
_SCORED, _SEVERAL = 10, 3


def _scored(text: str) -> None:
    if int(cells.score(text)) > _SCORED:
        raise ValueError("no score")


_CHECKS: dict[str, Callable[[str], object]] = {
    "time": cells.clock,
    "painkiller": cells.medicine,
    "pain": _scored,
    "sensation": words.sensation,
    "limp": cells.tick,
    "effort": _scored,
    "stopped_early": cells.tick,
    "moment": words.moment,
    "red_flags": to_red_flags,
}


_PLAINLY = {
    "pain": (
        "pain",
        "pain level",
        "pain score",
        "hurt",
        "schmerz",
        "schmerzen",
        "douleur",
        "dolor",
    ),
    "sensation": ("sensation", "feeling"),
    "red_flags": (),  # whatever its name
    "painkiller": (),
    "limp": (),
}


class _Amounts(NamedTuple):
    """Which columns hold how long and how far, and in which units."""

    minutes: int | None = None
    time_unit: str = "minutes"
    distance: int | None = None
    distance_unit: str = "km"


def guess(table: Table, unit: str = "km") -> Meaning:
    """Guess what a table means; `unit` is the account's, for distances that name none."""
    return _Guess(table, unit).meaning()


class _Guess:
    """The columns of a table as they are taken one by one, the surest first."""

    def __init__(self, table: Table, unit: str) -> None:
        self.table, self.unit = table, unit
        self.rows = table.rows[:_LOOKED_AT]
        self.may_be = [headings.meanings(name) for name in table.columns]
        self.taken: dict[int, str] = {}

    def meaning(self) -> Meaning:
        """Take the columns, and say how they are read."""
        self._take("date", self._dates())
        self._take("kind", self._first("kind", self._says_what))
        amounts = self._amounts()
        self._take("minutes", amounts.minutes)
        self._take("distance_km", amounts.distance)
        for name in ("jog_minutes", "walk_minutes", "longest_jog_minutes"):
            self._take(name, self._first(name, self._is_duration))
        for name, read in _CHECKS.items():
            column = self._first(name, partial(self._bears, read, name))
            self._take(name, self._plainly(name) if column is None else column)
        self._take("id", self._first("id", self._identifies))
        self._take("note", self._first("note", lambda i: any(self._cells(i))))
        rows = self._what_rows_are()
        columns = self._columns(rows)
        return Meaning(
            rows,
            columns,
            is_day_first(self.table, columns),
            kinds=unknown_kinds(self.table, columns),
            time_unit=amounts.time_unit,
            distance_unit=amounts.distance_unit,
            zone_is_utc=self._is_in_utc(),
        )

    def _take(self, meaning: str, column: int | None) -> None:
        if column is not None:
            self.taken[column] = meaning

    def _cells(self, column: int) -> list[str]:
        return [row.cells[column] for row in self.rows if row.cells[column]]

    def _ranked(self, meaning: str) -> list[int]:
        """The columns that are left and may mean that by their headings, the best first."""
        left = [i for i, may in enumerate(self.may_be) if meaning in may and i not in self.taken]
        return sorted(left, key=lambda i: (self.may_be[i][meaning], i))

    def _first(self, meaning: str, bears_out: Callable[[int], bool]) -> int | None:
        return next((i for i in self._ranked(meaning) if bears_out(i)), None)

    def _bears(self, read: Callable[[str], object], name: str, column: int) -> bool:
        """Whether the cells of a column can be read so; an effort beyond ten is none at all."""
        share = _share(self._cells(column), read)
        return share == 1 if name == "effort" else share >= _MOST

    def _plainly(self, meaning: str) -> int | None:
        """The column that is called so and no more: its cells are then faults, each of its own."""
        ranked = self._ranked(meaning) if meaning in _PLAINLY else []
        heading = headings.plain(self.table.columns[ranked[0]]) if ranked else ""
        names = _PLAINLY.get(meaning)
        return ranked[0] if ranked and (not names or heading in names) else None

    def _dates(self) -> int | None:
        """The column of the dates: by its heading and its cells, or by either alone."""
        named = self._ranked("date")
        borne_out = [i for i in named if _share(self._cells(i), _date) >= _MOST]
        if borne_out or named:
            return (borne_out or named)[0]
        others = [i for i in range(len(self.table.columns)) if self._cells(i)]
        return next((i for i in others if _share(self._cells(i), _long_date) == 1), None)

    def _says_what(self, column: int) -> bool:
        written = self._cells(column)
        return not written or any(re.search(r"[^\W\d_]{2}", cell) for cell in written)

    def _is_duration(self, column: int) -> bool:
        unit = headings.time_unit(self.table.columns[column]) or "minutes"
        return _share(self._cells(column), lambda c: cells.minutes(c, unit=unit)) >= _MOST

    def _identifies(self, column: int) -> bool:
        written = [row.cells[column] for row in self.table.rows]
        if headings.plain(self.table.columns[column]) in {"id", "uid"}:
            return True
        return all(map(is_id, written)) and len(set(written)) == len(written)

    def _amounts(self) -> _Amounts:
        """The likeliest columns and units of how long and how far, tried against each other."""
        minutes: list[tuple[int | None, str]] = [*self._lengths()] or [(None, "minutes")]
        distances: list[tuple[int | None, str]] = [*self._ways()] or [(None, self.unit)]
        tried = [_Amounts(*m, *d) for m, d in product(minutes, distances)]
        return max(tried, key=self._plausible)  # of equals the first

    def _lengths(self) -> Iterator[tuple[int, str]]:
        for column in self._ranked("minutes"):
            if not self._may_be_length(column):
                continue
            heading = self.table.columns[column]
            named = headings.time_unit(heading) or "seconds" * headings.is_elapsed(heading)
            for unit in [named] if named else ["minutes", "hours"]:
                read = _seconds_in(unit)
                if _share(self._cells(column), read) >= _MOST or (named or unit == "minutes"):
                    yield column, unit

    def _may_be_length(self, column: int) -> bool:
        """Whether a column called just “time” holds lengths, not times of day."""
        may, written = self.may_be[column], self._cells(column)
        if headings.time_unit(self.table.columns[column]):
            return True
        if "time" not in may or not written:
            return True
        is_clocked = any(_TIMED.search(c) for i in self.taken for c in self._cells(i))
        parts = [re.findall(r"\d+", cell) for cell in written]
        is_short = all(len(p) > 2 and int(p[0]) < 5 for p in parts)  # noqa: PLR2004 - h:mm:ss
        is_no_clock = _share(written, cells.clock) < 1
        return is_clocked or is_short or is_no_clock

    def _ways(self) -> Iterator[tuple[int, str]]:
        columns = self._ranked("distance_km")
        columns = [i for i in columns if _share(self._cells(i), _kilometres_in("km")) >= _MOST]
        metres = self._metres_beside(columns)
        if metres is not None:
            yield metres, "m"
            return
        others = {"km": "mi", "mi": "km"}
        for column in columns:
            named = headings.distance_unit(self.table.columns[column])
            for unit in [named] if named else [self.unit, "m", others.get(self.unit, "km")]:
                yield column, unit

    def _metres_beside(self, columns: Sequence[int]) -> int | None:
        """The column of metres where another one has the same ways in kilometres or miles."""
        for one, other in product(columns, columns):
            pairs = [(_number(r.cells[one]), _number(r.cells[other])) for r in self.rows]
            ratios = [b / a for a, b in pairs if a and b]
            if ratios and any(low < median(ratios) < high for low, high in _PER_1000):
                return other
        return None

    def _plausible(self, amounts: _Amounts) -> float:
        """The share of rows whose length, way and mean speed people have."""
        found = [self._is_plausible(row.cells, amounts) for row in self.rows]
        return sum(found) / len(found) if found else 0

    def _is_plausible(self, row: Sequence[str], amounts: _Amounts) -> bool:
        seconds = metres = None
        with suppress(ValueError):
            if amounts.minutes is not None:
                seconds = _seconds_in(amounts.time_unit)(row[amounts.minutes])
            if amounts.distance is not None:
                metres = _kilometres_in(amounts.distance_unit)(row[amounts.distance]) * 1000
        if not seconds:
            return amounts.minutes is None and (metres is None or 100 <= metres <= 300_000)  # noqa: PLR2004
        if not metres:
            return _SHORTEST <= seconds <= _LONGEST
        fastest = _FASTEST_ON_FOOT if self._is_on_foot(row) else _FASTEST
        return _SLOWEST <= metres / seconds <= fastest

    def _is_on_foot(self, row: Sequence[str]) -> bool:
        column = next((i for i, name in self.taken.items() if name == "kind"), None)
        if column is None:
            return True
        with suppress(ValueError):
            return words.kind(row[column]) in RUNNING_KINDS | {Kind.WALK}
        return False

    def _what_rows_are(self) -> Rows:
        taken = set(self.taken.values())
        if not {"kind", "minutes", "jog_minutes", "walk_minutes", "distance_km"} & taken:
            return Rows.CHECK_INS
        if "pain" not in taken or "kind" in taken:
            return Rows.SESSIONS
        of_dates = [i for i, name in self.taken.items() if name == "date"]
        days = [row.cells[i] for i in of_dates for row in self.table.rows]
        return Rows.BOTH if len(set(days)) == len(days) else Rows.SESSIONS

    def _columns(self, rows: Rows) -> tuple[str, ...]:
        allowed = {
            Rows.CHECK_INS: OF_CHECK_INS,
            Rows.SESSIONS: OF_SESSIONS,
            Rows.BOTH: OF_CHECK_INS + OF_SESSIONS,
        }[rows]
        found = []
        for index in range(len(self.table.columns)):
            meaning = self.taken.get(index, "")
            meaning = meaning if meaning in allowed else ""
            found.append(meaning or (ASKED if self._may_tell_of_pain(index) else ""))
        return tuple(found)

    def _may_tell_of_pain(self, column: int) -> bool:
        """Whether a column that is not read holds scores or words for pain, or is called so."""
        heading, written = self.table.columns[column], self._cells(column)
        if not written or self.taken.get(column) in {"id", "date", "time", *DURATIONS}:
            return False
        if headings.may_tell_of_pain(heading):
            return True
        if sum(map(words.tells_of_pain, written)) * 2 >= len(written):
            return True
        is_called_something = self.may_be[column] or headings.is_another_programs(heading)
        if is_called_something or self._is_of_a_watch():
            return False
        return _share(written, _score) == 1

    def _is_of_a_watch(self) -> bool:
        """Whether it has several columns that only watches and their sites fill."""
        return sum(map(headings.is_another_programs, self.table.columns)) >= _SEVERAL

    def _is_in_utc(self) -> bool:
        """Whether it is the table of a site that writes its times in UTC, as its headings show."""
        names = {headings.plain(name) for name in self.table.columns}
        return any({of_id, of_date} <= names for of_id, of_date in _UTC_SITES)


_UTC_SITES = (
    ("activity id", "activity date"),
    ("aktivitats id", "aktivitatsdatum"),
    ("id de l activite", "date de l activite"),
    ("id de la actividad", "fecha de la actividad"),
    ("id de actividad", "fecha de la actividad"),
)


def unknown_kinds(table: Table, columns: Sequence[str]) -> dict[str, str]:
    """What is no plain word for what was done: another sport, or (empty) what has to be said."""
    if "kind" not in columns:
        return {}
    column, found = columns.index("kind"), {}
    for text in dict.fromkeys(row.cells[column] for row in table.rows):
        try:
            words.kind(text) if text else ""
        except words.UnknownKindError:
            found[text] = Kind.OTHER.value
        except ValueError:
            found[text] = ""
    return found


def is_day_first(table: Table, columns: Sequence[str]) -> bool:
    """Whether no date has a second number that can only be a day."""
    return not any(int(match[2]) > _MONTHS for match in slashed(table, columns))


def slashed(table: Table, columns: Sequence[str]) -> Iterator[re.Match[str]]:
    """The dates whose day and month are told apart by their places alone."""
    if "date" in columns:
        found = (_SLASHED.match(row.cells[columns.index("date")]) for row in table.rows)
        yield from (match for match in found if match)


def _share(written: Sequence[str], read: Callable[[str], object]) -> float:
    """The share of cells that can be read so; all of none."""
    good = 0
    for cell in written:
        with suppress(ValueError):
            read(cell)
            good += 1
    return good / len(written) if written else 1


def _date(text: str) -> str:
    with suppress(ValueError):
        return cells.day(text, day_first=True, zone=UTC)
    return cells.day(text, day_first=False, zone=UTC)


def _long_date(text: str) -> str:
    if not re.search(r"[./\- ]", text):
        raise ValueError("a number may be anything")
    return _date(text)


def _score(text: str) -> None:
    if not text.isdecimal() or int(text) > _SCORED:
        raise ValueError("no score")


def _number(text: str) -> float:
    with suppress(ValueError):
        return float(cells.ungrouped(text))
    return 0


def _seconds_in(unit: str) -> Callable[[str], int]:
    return lambda text: to_seconds(cells.minutes(text, unit=unit))


def _kilometres_in(unit: str) -> Callable[[str], float]:
    return lambda text: float(cells.kilometres(text, unit=unit))
