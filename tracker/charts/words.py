"""What a chart shows in words: one sentence, and a table of all that is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.language.phrases import decimal
from tracker.translations import gettext

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


def score(value: float) -> str:
    """A score or a median of scores: 3, or 3.5 where it lies between two."""
    return decimal(value)


def minutes(seconds: int) -> str:
    """Minutes for a table, with a decimal only where needed."""
    return decimal(round(seconds / _MINUTE, 1)) if seconds else NOTHING


def in_minutes(seconds: int) -> str:
    """Minutes in a sentence: 1 minute, 2 minutes."""
    number = minutes(seconds)
    if number == "1":
        return gettext("%(minutes)s minute", minutes=number)
    return gettext("%(minutes)s minutes", minutes=number)


def iso(day: date | None) -> str:
    """A date for a table."""
    return NOTHING if day is None else day.isoformat()
