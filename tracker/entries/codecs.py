"""How one kind of value is written: as the text of a cell, and in JSON; and how it is read back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tracker.entries import cells, json_cells
from tracker.progression.diary import WORST_SCORE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
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
    `to_json` and `from_json` never meet None; `from_json` raises ValueError for what is none of
    its JSON Schema, `schema`.
    """

    read: Callable[[str], T]
    write: Callable[[Any], str] | None = None
    schema: Mapping[str, Any] = field(default_factory=dict, hash=False)
    to_json: Callable[[T], Any] = _same
    from_json: Callable[[Any], T] = _same


def _whole(
    read: Callable[[str], int], most: int, write: Callable[[Any], str] | None = None
) -> Codec[int]:
    """Whole numbers from 0 on."""
    taken = json_cells.whole_up_to(most)
    return Codec(read, write, json_cells.whole(most), from_json=taken)


def word(kind: type[StrEnum]) -> Codec[Any]:
    """One of the words of an enumeration."""
    read, words = cells.one_of(kind), json_cells.one_of(tuple(kind))
    return Codec(read, None, words, str, json_cells.read_by(read))


DATE = Codec(
    cells.to_date,
    cells.from_date,
    json_cells.DATE,
    date.isoformat,
    json_cells.read_by(cells.to_date),
)
DATE_OR_NONE = replace(DATE, write=lambda day: "" if day is None else cells.from_date(day))
TIME = Codec(
    cells.to_time,
    cells.from_time,
    json_cells.TIME,
    time.isoformat,
    json_cells.read_by(cells.to_time),
)
INSTANT = Codec(
    cells.to_instant,
    cells.from_instant,
    json_cells.INSTANT,
    datetime.isoformat,
    json_cells.read_by(cells.to_instant),
)
SCORE = _whole(cells.to_score, WORST_SCORE)
WHOLE_MINUTES = _whole(cells.to_whole_minutes, json_cells.DAY_MINUTES)
SECONDS = _whole(cells.to_seconds, json_cells.MOST_SECONDS, cells.from_seconds)
METRES = _whole(cells.to_metres, json_cells.MOST_METRES, cells.from_metres)
TICK = Codec(cells.to_tick, cells.from_tick, json_cells.TICK, from_json=json_cells.tick)
FLAGS = Codec(cells.to_red_flags, cells.from_red_flags, json_cells.FLAGS, list, json_cells.flags)
TEXT = Codec(cells.to_text, cells.from_text, json_cells.TEXT, from_json=json_cells.text)
