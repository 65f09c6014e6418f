"""Entries from the rows of a CSV file, of whatever kind their schema is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from tracker.entries.schema import Field, Schema
    from tracker.exchange.parse_errors import Record

E = TypeVar("E")


class Identified(Protocol):
    """An entry with an id of its own, or an empty one."""

    @property
    def id(self) -> str:
        """The id."""


Entry = TypeVar("Entry", bound=Identified)


def read_entry(schema: Schema[E], row: Record) -> E | None:
    """Read an entry; None once its faults are noted."""
    values: dict[str, Any] = {}
    for field in schema.fields:
        values[field.name] = _value(schema, field, row, values)
    if row.is_faulty:
        return None
    entry = schema.kind(**values)
    contradictions = tuple(schema.contradictions(entry))
    for column, sentence in contradictions:
        row.fault(column, gettext("does not fit: %(sentence)s", sentence=sentence))
    return None if contradictions else entry


def did_not_ask(what: str, ticks: Iterable[str], columns: Container[str]) -> list[str]:
    """That a file has no column for some ticks, in a sentence; nothing where it has all."""
    missing = [name.replace("_", " ") for name in ticks if name not in columns]
    sentence = gettext(
        "%(file)s did not ask about %(what)s: its entries say nothing of that.",
        file=what,
        what=", ".join(missing),
    )
    return [sentence] if missing else []


def _value(schema: Schema[Any], field: Field, row: Record, values: dict[str, Any]) -> Any:  # noqa: ANN401 - any field's
    """The value of one field, given those before it; None where it is missing or faulty."""
    if field.is_text:
        return row.text(field.column, field.codec.read)
    take = row.need if schema.needs(field, values) else row.get
    value = take(field.column, field.codec.read)
    return schema.usual.get(field.name) if value is None else value


def each_id_once(read: Iterable[tuple[Record, Entry]]) -> list[Entry]:
    """The entries, each id once: the same again is left out, another entry under it is a fault."""
    entries: list[Entry] = []
    known: dict[str, Entry] = {}
    for record, entry in read:
        if entry.id and known.setdefault(entry.id, entry) is not entry:
            if known[entry.id] != entry:
                record.fault("id", gettext("is there twice, on different entries"))
            continue
        entries.append(entry)
    return entries
