"""What a table may mean: by its headings, each believed only where its cells bear it out."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING

from tracker.entries.cells import to_red_flags
from tracker.entries.fields import is_id
from tracker.exchange.any_table import cells, headings, words
from tracker.exchange.any_table.amounts import likeliest
from tracker.exchange.any_table.meaning import (
    ASKED,
    DURATIONS,
    OF,
    SHARP,
    Meaning,
    Rows,
)
from tracker.exchange.any_table.taken_columns import TakenColumns, share
from tracker.exchange.any_table.unclear import is_day_first, unknown_kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tracker.exchange.any_table.amounts import Amounts
    from tracker.exchange.any_table.table import Table

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


# Believed by their headings alone: what cells say otherwise is a fault, and asked about. Those
# without names are so whatever they are called.
_PLAINLY: Mapping[str, tuple[str, ...]] = {
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
    "red_flags": (),
    "painkiller": (),
    "limp": (),
}


def guess(table: Table, unit: str = "km") -> Meaning:
    """Guess what a table means; `unit` is the account's, for distances that name none."""
    return _Guess(table, unit).meaning()


class _Guess:
    """The columns of a table as they are taken one by one, the surest first."""

    def __init__(self, table: Table, unit: str) -> None:
        self.table, self.unit = table, unit
        self.columns = TakenColumns(table)

    def meaning(self) -> Meaning:
        """Take the columns, and say how they are read."""
        columns = self.columns
        columns.take("date", self._dates())
        kind = columns.first("kind", self._says_what)
        columns.take(
            "kind", columns.first("note", self._is_named_by_kind) if kind is None else kind
        )
        amounts = likeliest(columns, self.unit)
        columns.take("minutes", amounts.minutes)
        columns.take("distance_km", amounts.distance)
        columns.take(SHARP, columns.first(SHARP, self._is_sharpness))
        for name in ("jog_minutes", "walk_minutes", "longest_jog_minutes"):
            columns.take(name, columns.first(name, self._is_duration))
        for name, read in _CHECKS.items():
            column = columns.first(name, partial(self._bears, read, name))
            columns.take(name, self._plainly(name) if column is None else column)
        columns.take("id", columns.first("id", self._identifies))
        columns.take("note", columns.first("note", lambda i: bool(columns.written(i))))
        rows = self._what_rows_are()
        meanings = self._meanings(rows)
        return Meaning(
            rows,
            meanings,
            is_day_first(self.table, meanings),
            kinds=unknown_kinds(self.table, meanings),
            time_unit=amounts.time_unit,
            distance_unit=self._unsaid_unit(amounts),
            zone_is_utc=self._is_in_utc(),
        )

    def _unsaid_unit(self, amounts: Amounts) -> str:
        """The unit of distances that name none."""
        if amounts.distance is None:
            return self.unit
        named = headings.distance_unit(self.table.columns[amounts.distance])
        return self.unit if named else amounts.distance_unit

    def _bears(self, read: Callable[[str], object], name: str, column: int) -> bool:
        """Whether the cells of a column can be read so; an effort beyond ten is none at all."""
        if name == "effort":
            return share(self.columns.written(column), read) == 1
        return self.columns.is_mostly(read, column)

    def _plainly(self, meaning: str) -> int | None:
        """The column that is called so and no more: its cells are then faults, each of its own."""
        ranked = self.columns.ranked(meaning) if meaning in _PLAINLY else []
        heading = headings.plain(self.table.columns[ranked[0]]) if ranked else ""
        names = _PLAINLY.get(meaning)
        return ranked[0] if ranked and (not names or heading in names) else None

    def _dates(self) -> int | None:
        """The column of the dates: by its heading and its cells, or by either alone."""
        named = self.columns.ranked("date")
        borne_out = [i for i in named if self.columns.is_mostly(_date, i)]
        if borne_out or named:
            return (borne_out or named)[0]
        others = [i for i in range(len(self.table.columns)) if self.columns.written(i)]
        return next((i for i in others if share(self.columns.written(i), _long_date) == 1), None)

    def _says_what(self, column: int) -> bool:
        written = self.columns.written(column)
        return not written or any(re.search(r"[^\W\d_]{2}", cell) for cell in written)

    def _is_named_by_kind(self, column: int) -> bool:
        """Whether a column of names or titles says what was done, where no other does."""
        written = self.columns.written(column)
        is_names = headings.is_name(self.table.columns[column])
        return is_names and bool(written) and self.columns.is_mostly(words.kind, column)

    def _is_sharpness(self, column: int) -> bool:
        """Whether every cell is a yes or a no; 0 and 1 may be scores, unless the heading asks."""
        written = self.columns.written(column)
        if not written or share(written, cells.tick) < 1:
            return False
        heading = self.table.columns[column]
        return headings.asks_for_sharpness(heading) or not all(map(str.isdecimal, written))

    def _is_duration(self, column: int) -> bool:
        unit = headings.time_unit(self.table.columns[column]) or "minutes"
        return self.columns.is_mostly(partial(cells.minutes, unit=unit), column)

    def _identifies(self, column: int) -> bool:
        written = [row.cells[column] for row in self.table.rows]
        if headings.plain(self.table.columns[column]) in {"id", "uid"}:
            return True
        return all(map(is_id, written)) and len(set(written)) == len(written)

    def _what_rows_are(self) -> Rows:
        taken = set(self.columns.taken.values())
        if not {"kind", "minutes", "jog_minutes", "walk_minutes", "distance_km"} & taken:
            return Rows.CHECK_INS
        if "pain" not in taken or "kind" in taken:
            return Rows.SESSIONS
        of_dates = [i for i, name in self.columns.taken.items() if name == "date"]
        days = [row.cells[i] for i in of_dates for row in self.table.rows]
        return Rows.BOTH if len(set(days)) == len(days) else Rows.SESSIONS

    def _meanings(self, rows: Rows) -> tuple[str, ...]:
        allowed = OF[rows]
        meanings = []
        for index in range(len(self.table.columns)):
            meaning = self.columns.taken.get(index, "")
            meaning = meaning if meaning in allowed else ""
            meanings.append(meaning or (ASKED if self._may_tell_of_pain(index) else ""))
        return tuple(meanings)

    def _may_tell_of_pain(self, column: int) -> bool:
        """Whether a column that is not read holds scores or words for pain, or is called so."""
        heading, written = self.table.columns[column], self.columns.written(column)
        if not written or self.columns.taken.get(column) in {"id", "date", "time", *DURATIONS}:
            return False
        if headings.may_tell_of_pain(heading):
            return True
        if sum(map(words.tells_of_pain, written)) * 2 >= len(written):
            return True
        is_called_something = self.columns.may_be[column] or headings.is_another_programs(heading)
        if is_called_something or self._is_of_a_watch():
            return False
        return share(written, _score) == 1

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
