"""What a table alone does not settle: dates that may be two days, words that may be two things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.exchange.any_table import words
from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.exchange.any_table.table import Table

_SLASHED = re.compile(r"(\d{1,2})[/\- ](\d{1,2})[/\- ]\d")
_MONTHS = 12


def unknown_kinds(table: Table, columns: Sequence[str]) -> dict[str, str]:
    """What is no plain word for what was done: another sport, or (empty) what has to be said."""
    if "kind" not in columns:
        return {}
    column, kinds = columns.index("kind"), {}
    for text in dict.fromkeys(row.cells[column] for row in table.rows):
        try:
            words.kind(text) if text else ""
        except words.UnknownKindError:
            kinds[text] = Kind.OTHER.value
        except ValueError:
            kinds[text] = ""
    return kinds


def is_day_first(table: Table, columns: Sequence[str]) -> bool:
    """Whether no date has a second number that can only be a day."""
    return not any(int(match[2]) > _MONTHS for match in slashed(table, columns))


def slashed(table: Table, columns: Sequence[str]) -> Iterator[re.Match[str]]:
    """The dates whose day and month are told apart by their places alone."""
    if "date" in columns:
        matches = (_SLASHED.match(row.cells[columns.index("date")]) for row in table.rows)
        yield from (match for match in matches if match)
