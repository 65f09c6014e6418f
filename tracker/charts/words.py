"""What a chart shows in words: one sentence, and a table of all that is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_MINUTE = 60
NOTHING = "–"


class Description(NamedTuple):
    """A chart for those who do not see it: a sentence, and a table as header and rows."""

    sentence: str
    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 run, 2 runs, no runs."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"


def several(parts: Sequence[str]) -> str:
    """Parts of a sentence as people list them: a, b and c."""
    return " and ".join([part for part in (", ".join(parts[:-1]), *parts[-1:]) if part])


def score(value: float) -> str:
    """A score or a median of scores: 3, or 3.5 where it lies between two."""
    return f"{value:g}"


def minutes(seconds: int) -> str:
    """Minutes for a table, with a decimal only where needed."""
    return f"{round(seconds / _MINUTE, 1):g}" if seconds else NOTHING


def in_minutes(seconds: int) -> str:
    """Minutes in a sentence: 1 minute, 2 minutes."""
    number = minutes(seconds)
    return f"{number} {'minute' if number == '1' else 'minutes'}"


def iso(day: date | None) -> str:
    """A date for a table."""
    return NOTHING if day is None else day.isoformat()
