"""Check-ins and sessions in a few words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from tracker.language.entries import check_in_detail, session_detail, session_title
from tracker.progression.diary import CheckIn, Kind, Sensation, SessionLog

DAY = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("entered", "said"),
    [
        (datetime(2026, 5, 1, 21, 59, tzinfo=UTC), "limping"),
        (datetime(2026, 5, 1, 22, 0, tzinfo=UTC), "limping · entered later"),
        (datetime(2026, 5, 2, 8, tzinfo=UTC), "limping · entered later"),
        (None, "limping"),
    ],
)
def test_an_entry_made_after_its_day_where_the_runner_is_says_so(
    entered: datetime | None, said: str
) -> None:
    record = CheckIn(date=DAY, pain=2, sensation=Sensation.PAIN, limp=True, entered_at=entered)
    assert check_in_detail(record, "Europe/Berlin") == said


def test_an_entry_of_the_evening_west_of_greenwich_is_not_late() -> None:
    entered = datetime(2026, 5, 2, 3, tzinfo=UTC)
    walk = SessionLog(date=DAY, kind=Kind.WALK, entered_at=entered)
    assert session_detail(walk, "km", "America/Chicago") == "pain not answered"


def test_a_session_tells_what_was_answered_and_what_was_not() -> None:
    walk = SessionLog(
        date=DAY, kind=Kind.WALK, seconds=1830, time=time(7, 5), distance_m=3219, effort=0
    )
    assert session_title(walk) == "Walk, 30:30 min"
    assert session_detail(walk, "mi", "Europe/Berlin") == (
        "07:05 · pain not answered · 2 mi · effort 0"
    )
