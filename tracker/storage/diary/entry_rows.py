"""Entries as rows of their tables, and back: a column for each field of their schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from tracker.entries.codecs import FLAGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, FromClause

    from tracker.entries.schema import Schema

E = TypeVar("E")

_NAMED = {"id": "uid"}  # `id` is the row's own


def read_columns(schema: Schema[Any], table: FromClause) -> list[ColumnElement[Any]]:
    """The columns of a table that `values_of` reads, in the order of the schema's fields."""
    return [table.c[_NAMED.get(field.name, field.name)] for field in schema.fields]


def values_of(schema: Schema[E], rows: Iterable[Sequence[Any]]) -> list[E]:
    """Stored entries as values. Hardly any Python runs for each: ten years are many."""
    names = [field.name for field in schema.fields]
    flags = [field.name for field in schema.fields if field.codec is FLAGS]
    entries = []
    for row in rows:
        values = dict(zip(names, row, strict=True))
        for name in flags:
            values[name] = _flags(values[name])
        entries.append(schema.kind(**values))
    return entries


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
