"""A table from anywhere as check-ins or sessions, once it is known what its columns mean."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tracker.entries.fields import CHECK_IN, SESSION
from tracker.exchange.any_table import cells, completed, plausible
from tracker.exchange.any_table.guess import guess
from tracker.exchange.any_table.meaning import ASKED, Meaning, Rows, readers
from tracker.exchange.any_table.remarks import not_asked, remarks
from tracker.exchange.own_format.archive import named, usable
from tracker.exchange.parse_errors import Faults, ParseError, Record
from tracker.exchange.records import each_id_once
from tracker.progression.diary import CheckIn, SessionLog
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, tzinfo

    from tracker.exchange.any_table.table import Table

__all__ = ["Entries", "guess", "not_asked", "remarks", "to_entries"]  # all that a table is asked

MOST_FAULTS = 1000
_NEEDS = {"date": N_("needs a column for the date"), "pain": N_("needs a column for the pain")}


class Entries(NamedTuple):
    """What a table holds, and the faults of the rows that were left out."""

    check_ins: list[CheckIn]
    sessions: list[SessionLog]
    left_out: tuple[ParseError, ...] = ()

    @property
    def doubtful(self) -> list[SessionLog]:
        """Those faster than people with a sore leg run, or walk: to be looked at again."""
        return [session for session in self.sessions if plausible.is_doubtful(session)]


class _Row(NamedTuple):
    """A row of a table: where it is, and its values as our own files would have them."""

    record: Record
    values: dict[str, str]


def to_entries(
    table: Table,
    mapping: Meaning,
    file: str,
    today: date,
    zone: tzinfo,
    *,
    leave_out: bool = False,
) -> Entries:
    """Read a table as check-ins, sessions or both; an instant is when it was in the zone.

    Raises FilesError listing the faults, each with its line, its column and its value; those of
    rows only if they are not to be left out.
    """
    faults = Faults(MOST_FAULTS)
    _check_columns(table, mapping, file, faults)
    read = [*_read(_rows(table, mapping, file, faults, zone), mapping, today)]
    check_ins = each_id_once((at, entry) for at, entry in read if isinstance(entry, CheckIn))
    sessions = each_id_once((at, entry) for at, entry in read if isinstance(entry, SessionLog))
    if not leave_out:
        faults.settle()
    return Entries(named(check_ins), named(sessions), faults.all)


def _check_columns(table: Table, mapping: Meaning, file: str, faults: Faults) -> None:
    """Refuse a table without a date or a score, and one with a column that has to be asked of."""
    needed = ("date",) if mapping.rows is Rows.SESSIONS else ("date", "pain")
    for name in needed:
        if name not in mapping.columns:
            faults.add(ParseError(file, gettext(_NEEDS[name])))
    for heading, name in zip(table.columns, mapping.columns, strict=True):
        if name == ASKED:
            what = gettext("may tell of pain: say below what it means, or that it is not read")
            faults.add(ParseError(file, what, column=heading))
    faults.settle()


def _read(
    rows: Iterable[_Row], mapping: Meaning, today: date
) -> Iterator[tuple[Record, CheckIn | SessionLog]]:
    """The entries that rows hold; what is missing is completed, or a fault of its row."""
    check_in, session = usable(CHECK_IN, today), usable(SESSION, today)
    for record, values in rows:
        entries: list[CheckIn | SessionLog | None] = []
        if mapping.rows is not Rows.SESSIONS:
            felt = dict(values)
            if completed.check_in(felt, mapping):
                entries.append(check_in(record.of(felt)))
        if mapping.rows is not Rows.CHECK_INS:
            done = dict(values)
            if completed.session(record, done, mapping):
                entries.append(_plausible(record, session(record.of(done))))
        if not record.is_faulty:
            yield from ((record, entry) for entry in entries if entry is not None)


def _plausible(record: Record, session: SessionLog | None) -> SessionLog | None:
    """The session, noted as a fault if nobody can have done it."""
    if session is not None:
        plausible.check(record, session)
    return session


def _rows(
    table: Table, mapping: Meaning, file: str, faults: Faults, zone: tzinfo
) -> Iterator[_Row]:
    at = {meaning: index for index, meaning in enumerate(mapping.columns) if meaning}
    headings = {meaning: table.columns[index] for meaning, index in at.items()}
    read = readers(mapping, headings, zone)
    utc = mapping.zone_is_utc
    time_in = partial(cells.time_in, day_first=mapping.day_first, zone=zone, utc=utc)
    for row in table.rows:
        written = {meaning: row.cells[index] for meaning, index in at.items() if row.cells[index]}
        record = Record(faults, file, written, line=row.line, headings=headings)
        values = {name: _cell(record, name, read.get(name, str)) for name in written}
        if not record.is_faulty and "time" not in values and "date" in written:
            values["time"] = _cell(record, "date", time_in)
        if not record.is_faulty:
            plausible.swim_in_metres(values, written, headings)
            completed.sharpness(values)
            yield _Row(record, values)


def _cell(record: Record, name: str, read: Callable[[str], str]) -> str:
    return record.get(name, read) or ""
