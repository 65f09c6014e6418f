"""A table from anywhere as check-ins or sessions, once it is known what its columns mean."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tracker.entries import codecs
from tracker.entries.fields import CHECK_IN, SESSION
from tracker.exchange.any_table import cells, words
from tracker.exchange.own_format.archive import named, usable
from tracker.exchange.parse_errors import Faults, ParseError, Record
from tracker.exchange.records import each_id_once
from tracker.language.phrases import full_date
from tracker.progression.diary import RUNNING_KINDS, CheckIn, Kind, SessionLog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import tzinfo

    from tracker.entries.codecs import Codec
    from tracker.exchange.any_table.table import Table

T = TypeVar("T", CheckIn, SessionLog)

# How other programs call what a column may mean: how the names begin, beside our own name.
# The first one that fits is taken.
MEANINGS: Mapping[str, tuple[str, ...]] = {
    "id": ("id$", "uid"),
    "expected_return": ("expect",),
    "confidence": ("confiden",),
    "longest_jog_minutes": ("longest", "bout"),
    "walk_minutes": ("walk",),
    "jog_minutes": ("jog", "run minutes", "run time", "running"),
    "minutes": ("duration", "elapsed", "moving time", "mins?$", "length"),
    "moment": ("part of day",),
    "time": ("time of day", "start time", "clock", "time$"),
    "date": ("date", "day", "when", "datum", "timestamp", "start"),
    "distance_km": ("distance", "km$", "kilomet", "miles?$", "mi$"),
    "painkiller": ("painkiller", "medication", "medicine", "ibuprofen", "meds"),
    "red_flags": ("red flag", "warning sign"),
    "pain": ("pain", "nprs", "vas$", "hurt", "score"),
    "sensation": ("feeling", "felt"),
    "limp": ("limp",),
    "kind": ("type", "activity$", "sport", "session", "what"),
    "effort": ("effort", "rpe", "exertion"),
    "stopped_early": ("stopped", "cut short"),
    "note": ("note", "comment", "remark", "description", "title"),
}
OF_CHECK_INS, OF_SESSIONS = (
    tuple(field.column for field in schema.fields if not field.ours)
    for schema in (CHECK_IN, SESSION)
)

_SLASHED = re.compile(r"(\d{1,2})[/\- ](\d{1,2})[/\- ]\d")
_MONTHS = 12


class Meaning(NamedTuple):
    """What a table means.

    `columns` has a meaning for each column, empty for those that are not read; `kind` is what
    a row is where no column says so; `day_first` decides what 3/5/2026 is.
    """

    sessions: bool
    columns: tuple[str, ...]
    day_first: bool = True
    kind: Kind = Kind.RUN


def guess(table: Table) -> Meaning:
    """Guess what a table means, by the names of its columns and by its dates."""
    columns: list[str] = []
    for name in table.columns:
        found = _meaning(name)
        columns.append("" if found in columns else found)
    is_sessions = bool({"kind", "minutes", "jog_minutes", "distance_km"} & set(columns))
    allowed = OF_SESSIONS if is_sessions else OF_CHECK_INS
    usable = tuple(name if name in allowed else "" for name in columns)
    return Meaning(is_sessions, usable, _is_day_first(table, usable))


def _meaning(column: str) -> str:
    plain = re.sub(r"[\s_\-()/\[\]]+", " ", column.lower()).strip()
    if (ours := plain.replace(" ", "_")) in (*OF_CHECK_INS, *OF_SESSIONS):
        return ours
    for meaning, names in MEANINGS.items():
        if any(re.search(rf"\b{name}", plain) for name in names):
            return meaning
    return ""


def _is_day_first(table: Table, columns: tuple[str, ...]) -> bool:
    """Whether no date has a second number that can only be a day."""
    return not any(int(match[2]) > _MONTHS for match in _slashed(table, columns))


def _slashed(table: Table, columns: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """The dates whose day and month are told apart by their places alone."""
    if "date" in columns:
        found = (_SLASHED.match(row.cells[columns.index("date")]) for row in table.rows)
        yield from (match for match in found if match)


def remarks(table: Table, mapping: Meaning, zone: tzinfo) -> list[str]:
    """What is worth knowing of a table without faults: how dates were read that may be either."""
    slashed = list(_slashed(table, mapping.columns))
    other = next((match.string for match in slashed if int(match[1]) != int(match[2])), "")
    if not other or any(int(part) > _MONTHS for match in slashed for part in match.groups()):
        return []
    day = date.fromisoformat(cells.day(other, day_first=mapping.day_first, zone=zone))
    sentence = (
        f"A date like '{other}' can mean two days. It was read as {full_date(day)}. If that is"
        " wrong, change below what a date like 3/5/2026 is, and look again."
    )
    return [sentence]


class Entries(NamedTuple):
    """What a table holds; one of the two lists is empty."""

    check_ins: list[CheckIn]
    sessions: list[SessionLog]


def to_entries(table: Table, mapping: Meaning, file: str, today: date, zone: tzinfo) -> Entries:
    """Read a table as check-ins or sessions; an instant is when it was in the zone.

    Raises FilesError listing the faults, each with its line, its column and its value.
    """
    faults = Faults()
    for needed in ("date",) if mapping.sessions else ("date", "pain"):
        if needed not in mapping.columns:
            faults.add(ParseError(file, f"needs a column for the {needed}"))
    faults.settle()
    records = _records(table, mapping, file, faults, zone)
    check_ins: list[CheckIn] = []
    sessions: list[SessionLog] = []
    if mapping.sessions:
        sessions = each_id_once(_parsed(records, usable(SESSION, today)))
    else:
        check_ins = each_id_once(_parsed(records, usable(CHECK_IN, today)))
    faults.settle()
    return Entries(named(check_ins), named(sessions))


def _parsed(
    records: Iterable[Record], parse: Callable[[Record], T | None]
) -> Iterator[tuple[Record, T]]:
    return ((record, found) for record in records if (found := parse(record)) is not None)


def _records(
    table: Table, mapping: Meaning, file: str, faults: Faults, zone: tzinfo
) -> Iterator[Record]:
    at = {meaning: index for index, meaning in enumerate(mapping.columns) if meaning}
    headings = {meaning: table.columns[index] for meaning, index in at.items()}
    read = _readers(mapping, headings, zone)
    time_in = partial(cells.time_in, day_first=mapping.day_first, zone=zone)
    complete = _complete_session if mapping.sessions else _complete_check_in
    for row in table.rows:
        written = {meaning: row.cells[index] for meaning, index in at.items() if row.cells[index]}
        record = Record(faults, file, written, line=row.line, headings=headings)
        values = {name: _read(record, name, read.get(name, str)) for name in written}
        if not record.is_faulty:
            if "time" not in values and "date" in written:
                values["time"] = _read(record, "date", time_in)
            complete(record, values, mapping)
        if not record.is_faulty:
            yield record.of(values)


def _read(record: Record, name: str, read: Callable[[str], str]) -> str:
    return record.get(name, read) or ""


def _readers(
    mapping: Meaning, headings: Mapping[str, str], zone: tzinfo
) -> Mapping[str, Callable[[str], str]]:
    """How each column's cells are turned into ours: what is written alike is read alike."""
    miles = re.search(r"\bmi(les?)?\b", headings.get("distance_km", "").lower()) is not None
    by_codec: Mapping[Codec[Any], Callable[[str], str]] = {
        codecs.DATE: partial(cells.day, day_first=mapping.day_first, zone=zone),
        codecs.TIME: cells.clock,
        codecs.METRES: partial(cells.kilometres, miles=miles),
        codecs.SCORE: cells.score,
        codecs.TICK: cells.tick,
    }
    readers = dict(_OF_WORDS)
    for column, field in (CHECK_IN.by_column | SESSION.by_column).items():
        if field.codec == codecs.SECONDS:
            readers[column] = partial(cells.minutes, heading=headings.get(column, ""))
        elif field.codec in by_codec:
            readers[column] = by_codec[field.codec]
    return readers


_OF_WORDS: Mapping[str, Callable[[str], str]] = {
    "moment": words.moment,
    "sensation": words.sensation,
    "kind": words.kind,
}


def _complete_check_in(_record: Record, values: dict[str, str], _mapping: Meaning) -> None:
    """What a score without a word felt like: nothing if it is 0, else pain, to be careful."""
    values.setdefault("sensation", "none" if values.get("pain", "0") == "0" else "pain")


def _complete_session(record: Record, values: dict[str, str], mapping: Meaning) -> None:
    """What is not said: the kind is the given one, and a run is all jogging, to be careful."""
    values.setdefault("kind", mapping.kind)
    if values["kind"] not in RUNNING_KINDS or "jog_minutes" in values:
        return
    is_all_jogging = values["kind"] == Kind.RUN and "walk_minutes" not in values
    if is_all_jogging and "minutes" in values:
        values["jog_minutes"] = values["minutes"]
        return
    asked = ("minutes", "jog_minutes") if is_all_jogging else ("jog_minutes",)
    column = next((name for name in asked if name in mapping.columns), "")
    record.fault(
        column,
        "is missing" if column else "is a run, and no column says how long the jogging was",
    )
