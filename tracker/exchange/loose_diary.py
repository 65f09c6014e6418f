"""A table from anywhere as check-ins or sessions, once it is known what its columns mean."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tracker.exchange import loose_cells
from tracker.exchange.archive import named
from tracker.exchange.faults import Faults, Record
from tracker.exchange.records import each_id_once, to_check_in, to_session
from tracker.progression.diary import CheckIn, Kind, SessionLog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from tracker.exchange.loose_table import Table

# What a column may mean, and how other names of it begin; the first one that fits is taken.
MEANINGS: Mapping[str, tuple[str, ...]] = {
    "id": ("id$", "uid"),
    "longest_jog_minutes": ("longest", "bout"),
    "walk_minutes": ("walk",),
    "jog_minutes": ("jog", "run minutes", "run time", "running"),
    "minutes": ("duration", "elapsed", "moving time", "mins?$", "length"),
    "time": ("time of day", "start time", "clock", "time$"),
    "date": ("date", "day", "when", "datum", "timestamp", "start"),
    "distance_km": ("distance", "km$", "kilomet", "miles?$", "mi$"),
    "painkiller": ("painkiller", "medication", "medicine", "ibuprofen", "meds"),
    "pain": ("pain", "nprs", "vas$", "hurt", "score"),
    "sensation": ("feeling", "felt"),
    "limp": ("limp",),
    "moment": ("part of day",),
    "kind": ("type", "activity", "sport", "session", "what"),
    "effort": ("effort", "rpe", "exertion"),
    "stopped_early": ("stopped", "cut short"),
    "note": ("note", "comment", "remark", "description", "title"),
}
OF_CHECK_INS = ("date", "time", "moment", "pain", "sensation", "limp", "painkiller", "note", "id")
OF_SESSIONS = (
    "date", "time", "kind", "minutes", "walk_minutes", "jog_minutes", "longest_jog_minutes",
    "distance_km", "effort", "pain", "sensation", "limp", "stopped_early", "note", "id",
)  # fmt: skip

_MOMENTS = {
    "waking": ("wak", "morning", "am"),
    "day": ("noon", "midday"),
    "evening": ("evening", "pm"),
    "night": ("night", "bed"),
}
_SENSATIONS = {
    "sharp": ("sharp", "stab", "sudden"),
    "none": ("nothing", "no pain", "fine", "ok", "good"),
    "soreness": ("sore", "stiff", "tired", "tender", "tight"),
    "pain": ("ache", "aching", "hurt", "pull", "throb"),
}
_KINDS = {
    "walk_jog": ("walk jog", "jog walk", "walk run", "run walk", "interval", "c25k"),
    "run": ("run", "jog", "treadmill"),
    "walk": ("walk", "hik"),
    "bike": ("bik", "cycl", "ride", "spin"),
    "swim": ("swim",),
    "strength": ("gym", "weight", "lift"),
    "stretch": ("yoga", "mobility", "pilates"),
    "massage": ("foam",),
    "other": ("workout", "train", "row", "elliptical", "hockey", "ball"),
}


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
    if plain.replace(" ", "_") in MEANINGS:
        return plain.replace(" ", "_")
    for meaning, names in MEANINGS.items():
        if any(re.search(rf"\b{name}", plain) for name in names):
            return meaning
    return ""


def _is_day_first(table: Table, columns: tuple[str, ...]) -> bool:
    """Whether no date has a second number that can only be a day."""
    if "date" not in columns:
        return True
    at = columns.index("date")
    found = (re.match(r"\d{1,2}[/\-](\d{1,2})[/\-]", row.cells[at]) for row in table.rows)
    return not any(match and int(match[1]) > 12 for match in found)  # noqa: PLR2004


class Entries(NamedTuple):
    """What a table holds; one of the two lists is empty."""

    check_ins: list[CheckIn]
    sessions: list[SessionLog]


def to_entries(table: Table, mapping: Meaning, file: str, today: date) -> Entries:
    """Read a table as check-ins or sessions.

    Raises FilesError listing the faults, each with its line, its column and its value.
    """
    faults = Faults()
    rows = _rows(_records(table, mapping, file, faults), mapping, today)
    found = each_id_once(rows)
    faults.settle()
    return Entries(
        named(entry for entry in found if isinstance(entry, CheckIn)),
        named(entry for entry in found if isinstance(entry, SessionLog)),
    )


def _rows(
    records: Iterable[Record], mapping: Meaning, today: date
) -> Iterator[tuple[Record, CheckIn | SessionLog]]:
    for record in records:
        entry = (to_session if mapping.sessions else to_check_in)(record)
        if entry is not None and entry.date > today:
            record.fault("date", "has not come yet")
        elif entry is not None:
            yield record, entry


def _records(table: Table, mapping: Meaning, file: str, faults: Faults) -> Iterator[Record]:
    at = {meaning: index for index, meaning in enumerate(mapping.columns) if meaning}
    headings = {meaning: table.columns[index] for meaning, index in at.items()}
    read = _readers(mapping, headings.get("distance_km", ""))
    complete = _complete_session if mapping.sessions else _complete_check_in
    for row in table.rows:
        written = {meaning: row.cells[index] for meaning, index in at.items() if row.cells[index]}
        record = Record(faults, file, written, line=row.line, headings=headings)
        values = {name: _read(record, name, read.get(name, str)) for name in written}
        if not record.is_faulty:
            if "time" not in values and "date" in written:
                values["time"] = _read(record, "date", loose_cells.time_in)
            complete(values, mapping)
            yield record.of(values)


def _read(record: Record, name: str, read: Callable[[str], str]) -> str:
    return record.get(name, read) or ""


def _readers(mapping: Meaning, distance: str) -> Mapping[str, Callable[[str], str]]:
    miles = re.search(r"\bmi(les?)?\b", distance.lower()) is not None
    durations = ("minutes", "walk_minutes", "jog_minutes", "longest_jog_minutes")
    return {
        "date": partial(loose_cells.day, day_first=mapping.day_first),
        "time": loose_cells.clock,
        "moment": partial(loose_cells.word, meanings=_MOMENTS),
        "sensation": partial(loose_cells.word, meanings=_SENSATIONS),
        "kind": partial(loose_cells.word, meanings=_KINDS),
        "distance_km": partial(loose_cells.kilometres, miles=miles),
        **dict.fromkeys(durations, loose_cells.minutes),
        **dict.fromkeys(("pain", "effort"), loose_cells.score),
        **dict.fromkeys(("limp", "painkiller", "stopped_early"), loose_cells.tick),
    }


def _complete_check_in(values: dict[str, str], _mapping: Meaning) -> None:
    """What a score without a word felt like: nothing if it is 0, else pain, to be careful."""
    values.setdefault("sensation", "none" if values.get("pain", "0") == "0" else "pain")


def _complete_session(values: dict[str, str], mapping: Meaning) -> None:
    """What is not said: the kind is the given one, and a run is all jogging, to be careful."""
    values.setdefault("kind", mapping.kind)
    if values["kind"] == Kind.RUN and "jog_minutes" not in values and "walk_minutes" not in values:
        values["jog_minutes"] = values.get("minutes", "")
