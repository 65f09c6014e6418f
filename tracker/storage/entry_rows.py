"""Entries as rows of their tables, and back: a column for each field of their schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from tracker.entries.codecs import FLAGS

if TYPE_CHECKING:
    from sqlalchemy import Row

    from tracker.entries.schema import Schema

E = TypeVar("E")

_NAMED = {"id": "uid"}  # `id` is the row's own


def value_of(schema: Schema[E], row: Row[Any]) -> E:
    """A stored entry as a value."""
    values: dict[str, Any] = {}
    for field in schema.fields:
        stored = getattr(row, _NAMED.get(field.name, field.name))
        values[field.name] = _flags(stored) if field.codec is FLAGS else stored
    return schema.kind(**values)


def columns_of_entry(schema: Schema[E], entry: E) -> dict[str, Any]:
    """What stands in the columns of an entry's row."""
    columns = {}
    for field in schema.fields:
        value = getattr(entry, field.name)
        stored = ";".join(value) if field.codec is FLAGS else value
        columns[_NAMED.get(field.name, field.name)] = stored
    return columns


def _flags(stored: str) -> tuple[str, ...]:
    """What stands in the table was checked when it came in."""
    return tuple(stored.split(";")) if stored else ()
