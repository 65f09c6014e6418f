"""Strava's archive: `activities.csv` sums up every activity and names its file, if it has one."""

from __future__ import annotations

import csv
import re
from io import TextIOWrapper
from itertools import count, islice
from typing import TYPE_CHECKING, NamedTuple

from tracker.exchange.archive import strava_words
from tracker.exchange.archive.activity import Activity, Place, Step, Unreadable
from tracker.exchange.archive.bounded import BROKEN, UnusableMemberError
from tracker.exchange.archive.strava_words import (
    DATE,
    DISTANCE,
    ELAPSED,
    FILE,
    ID,
    MOVING,
    SPORT,
    heading,
)
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tracker.exchange.archive.activity import Piece
    from tracker.exchange.archive.container import Files

SOURCE = "Strava"
_TABLE = "activities.csv"
_MOST_ROWS = 100_000
_MOST_BYTES = 200_000_000
_LOOKED_AT = 200  # rows, for the column of the files
_FILE = re.compile(r"activities/[\w.-]+\.(?:fit|gpx|tcx)(?:\.gz)?", re.IGNORECASE)
_PLACES = {ID: 0, DATE: 1, SPORT: 3, ELAPSED: 5}  # the same in every language
_BEHIND_FILE = {ELAPSED: 3, MOVING: 4, DISTANCE: 5}  # after the weights of athlete and bike
_LONGEST_S, _FARTHEST_M = 86_400 * 2, 1_000_000


class _Columns(NamedTuple):
    """Where each meaning stands in a row."""

    places: Mapping[str, int]

    def cell(self, row: Sequence[str], key: str) -> str:
        place = self.places.get(key)
        return row[place].strip() if place is not None and place < len(row) else ""


def table_of(files: Files) -> str | None:
    """The name of the table, where this is an archive of Strava's."""
    tables = [name for name in files.sizes if name.rpartition("/")[2] == _TABLE]
    return min(tables, key=lambda name: name.count("/"), default=None)


def activities(files: Files, table: str) -> Iterator[Piece]:
    """Every row of the table. It is quick: there is no step in between."""
    top = table.removesuffix(_TABLE)
    if files.sizes[table] > _MOST_BYTES:
        yield Unreadable(
            table, gettext("is larger than %(most)d MB", most=_MOST_BYTES // 1_000_000)
        )
        return
    try:
        with files.opened(table) as file:
            rows = csv.reader(TextIOWrapper(file, "utf-8-sig", errors="replace", newline=""))
            header = next(rows, [])
            first = list(islice(_whole(rows), _LOOKED_AT))
            columns = _columns(header, first)
            for number, row in enumerate(_chained(first, rows), 2):
                yield from _activity(files, top, columns, row, number)
    except UnusableMemberError as error:
        yield Unreadable(table, str(error))
    except BROKEN:
        yield Unreadable(table, gettext("breaks off: load the archive down again"))
    yield Step(1, 1)


def _chained(first: list[list[str]], rows: Iterator[list[str]]) -> Iterator[list[str]]:
    yield from first
    yield from islice(_whole(rows), _MOST_ROWS)


def _whole(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """The rows; one that is no CSV is left out."""
    for _ in count():
        try:
            row = next(rows, None)
        except csv.Error:
            continue
        if row is None:
            return
        if any(row):
            yield row


def _columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> _Columns:
    """Where what stands: by the headings, else by the place that it has in every language.

    Times and distances are there twice, first as the page shows them, then in seconds and metres.
    """
    named = {key: place for place, key in enumerate(map(heading, header)) if key}
    if FILE not in named:
        cells = [place for row in rows for place, cell in enumerate(row) if _FILE.fullmatch(cell)]
        named |= {FILE: max(set(cells), key=cells.count)} if cells else {}
    behind = {key: named[FILE] + by for key, by in _BEHIND_FILE.items()} if FILE in named else {}
    by_place = _PLACES | {key: place for key, place in behind.items() if place < len(header)}
    seconds_twice = [heading(cell) for cell in header].count(DISTANCE) != 1
    if not seconds_twice:  # an old archive: as the page shows it, in a unit that is not said
        named.pop(DISTANCE, None)
        by_place.pop(DISTANCE, None)
    return _Columns(by_place | named)


def _activity(
    files: Files, top: str, columns: _Columns, row: Sequence[str], number: int
) -> Iterator[Piece]:
    uid, line = columns.cell(row, ID), f"{_TABLE}, line {number}"
    start = strava_words.instant(columns.cell(row, DATE))
    if start is None:
        yield Unreadable(line, gettext("has a date that is not understood"))
        return
    seconds = _number(columns.cell(row, MOVING)) or _number(columns.cell(row, ELAPSED))
    if not 0 < seconds <= _LONGEST_S:
        yield Unreadable(line, gettext("says no time that can be right"))
        return
    metres = _number(columns.cell(row, DISTANCE))
    name = columns.cell(row, FILE)
    yield Activity(
        id=f"strava-{uid}" if uid.isdecimal() else f"strava-{start:%Y%m%d%H%M%S}",
        kind=strava_words.kind(columns.cell(row, SPORT)),
        start=start,
        seconds=round(seconds),
        metres=round(metres) if 0 < metres <= _FARTHEST_M else None,
        source=SOURCE,
        recording=Place(top + name) if name and top + name in files.sizes else None,
    )


def _number(text: str) -> float:
    """A plain number; 0 for what is none."""
    try:
        value = float(text.replace(",", ".") if text.count(",") == 1 else text)
    except ValueError:
        return 0
    return value if 0 <= value < 1e12 else 0  # noqa: PLR2004 - and so no NaN either
