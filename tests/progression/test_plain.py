"""Values of the engine as plain JSON, and read again by the types that they declare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from tracker.progression.day_facts import Ride
from tracker.progression.diary import Kind, Moment
from tracker.progression.plain import from_plain, to_plain

RIDE = Ride(Kind.BIKE, 600, painful=True)


@dataclass(frozen=True)
class Kept:
    day: date
    clock: time | None
    at: datetime
    moment: Moment
    rides: tuple[Ride, ...]
    words: str
    score: int | None


KEPT = Kept(
    date(2026, 4, 1),
    time(7, 30),
    datetime(2026, 4, 1, 8, tzinfo=UTC),
    Moment.NIGHT,
    (RIDE,),
    "ä",
    None,
)
STORED = {
    "day": "2026-04-01",
    "clock": "07:30:00",
    "at": "2026-04-01T08:00:00+00:00",
    "moment": "night",
    "rides": [["bike", 600, True]],
    "words": "ä",
    "score": None,
}


def test_a_value_is_written_as_json_has_it_and_read_as_it_was() -> None:
    assert to_plain(KEPT) == STORED
    read = from_plain(Kept, STORED)
    assert read == KEPT
    assert read.moment is Moment.NIGHT  # and not its text, which is equal


def test_a_name_is_written_as_text_alone() -> None:
    assert type(to_plain(Kind.BIKE)) is str


@pytest.mark.parametrize(("kind", "stored"), [(int, "3"), (str, 3), (bool, None), (float, 1)])
def test_what_needs_no_reading_is_taken_as_it_stands(kind: Any, stored: object) -> None:
    assert from_plain(kind, stored) is stored


@pytest.mark.parametrize(
    ("kind", "stored", "error"),
    [
        (Ride, ["bike", 600], ValueError),
        (Ride, ["bike", 600, True, 1], ValueError),
        (Ride, ["horse", 600, True], ValueError),
        (Kept, STORED | {"day": "1 April"}, ValueError),
        (Kept, {name: cell for name, cell in STORED.items() if name != "at"}, KeyError),
        (Kept, None, TypeError),
    ],
)
def test_what_is_none_of_a_class_is_refused(
    kind: Any, stored: object, error: type[Exception]
) -> None:
    with pytest.raises(error):
        from_plain(kind, stored)
