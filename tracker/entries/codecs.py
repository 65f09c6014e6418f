"""How one kind of value is written: as the text of a cell, and in JSON; and how it is read back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tracker.entries import cells

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

T = TypeVar("T")


def _same(value: Any) -> Any:  # noqa: ANN401 - what JSON has itself
    return value


@dataclass(frozen=True, slots=True)
class Codec(Generic[T]):
    """The two ways to write a value.

    `read` takes a cell that is not blank and raises ValueError saying what is expected. `write`
    makes a cell of any value that a field may have; where there is none, the value is its own
    cell, for the csv module writes words and whole numbers itself, and None as an empty cell.
    `to_json` and `from_json` never meet None.
    """

    read: Callable[[str], T]
    write: Callable[[Any], str] | None = None
    to_json: Callable[[T], Any] = _same
    from_json: Callable[[Any], T] = _same


def word(kind: type[StrEnum]) -> Codec[Any]:
    """One of the words of an enumeration."""
    return Codec(cells.one_of(kind), None, str, kind)


DATE = Codec(cells.to_date, cells.from_date, date.isoformat, date.fromisoformat)
DATE_OR_NONE = replace(DATE, write=lambda day: "" if day is None else cells.from_date(day))
TIME = Codec(cells.to_time, cells.from_time, time.isoformat, time.fromisoformat)
INSTANT = Codec(cells.to_instant, cells.from_instant, datetime.isoformat, datetime.fromisoformat)
SCORE = Codec(cells.to_score)
WHOLE_MINUTES = Codec(cells.to_whole_minutes)
SECONDS = Codec(cells.to_seconds, cells.from_seconds)
METRES = Codec(cells.to_metres, cells.from_metres)
TICK = Codec(cells.to_tick, cells.from_tick)
FLAGS = Codec(cells.to_red_flags, cells.from_red_flags, list, tuple)
TEXT = Codec(cells.to_text, cells.from_text)
