"""The README of an export: every file and every column, in a sentence each."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from tracker.entries.fields import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.entries.schema import Schema

_TEMPLATE = Path(__file__).with_name("columns.txt")
_NAME_WIDTH, _WIDTH = 22, 88


def columns_explained() -> str:
    """The text; what the columns of entries mean is said by their schemas."""
    tables = {word: "\n".join(_table(schema)) for word, schema in SCHEMAS.items()}
    return _TEMPLATE.read_text(encoding="utf-8").format(**tables)


def _table(schema: Schema[Any]) -> Iterator[str]:
    """The columns of one file, each beside what it means."""
    for column, field in schema.by_column.items():
        first, *more = wrap(field.about, _WIDTH - _NAME_WIDTH)
        yield f"{column:{_NAME_WIDTH}}{first}"
        yield from (" " * _NAME_WIDTH + line for line in more)
