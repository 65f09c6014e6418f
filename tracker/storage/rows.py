"""Between values and rows."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from sqlalchemy import CursorResult, Result


def columns_of(value: DataclassInstance) -> dict[str, Any]:
    """The fields of a value whose names are those of a table's columns."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


def inserted_id(result: Result[Any]) -> int:
    """The id of the row that an insert made; SQLAlchemy says it of its cursor's result only."""
    key = cast("CursorResult[Any]", result).inserted_primary_key
    return int(key[-1]) if key else 0  # whose it is comes first


def rows_changed(result: Result[Any]) -> int:
    """How many rows an update changed; SQLAlchemy says it of its cursor's result only."""
    return cast("CursorResult[Any]", result).rowcount
