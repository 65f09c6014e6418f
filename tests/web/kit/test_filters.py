"""How values are written on pages."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from tracker.progression.diary import CheckIn, Kind, Sensation, SessionLog
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.recovery import window
from tracker.web.diary.check_in_form import moment_at
from tracker.web.kit import filters

DAY = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 5, 14), "Day 13. Before the usual two to six weeks."),
        (date(2026, 5, 15), "Day 14. Inside the usual two to six weeks."),
        (date(2026, 6, 12), "Day 42. Inside the usual two to six weeks."),
        (date(2026, 6, 13), "Day 43. Beyond the usual two to six weeks."),
    ],
)
def test_the_window_is_said_in_plain_words(day: date, words: str) -> None:
    assert filters.window_sentence(window(shipped(), DAY, day), "hamstring") == words


def test_no_window_is_claimed_for_a_place_without_one() -> None:
    said = filters.window_sentence(window(shipped(), DAY, DAY), "gluteal")
    assert said.startswith("Day 0. No usual time is published")


def test_every_source_is_cited_by_title_and_author() -> None:
    said = filters.basis(shipped(), "rest-between-runs")
    assert said.startswith("Said by a source document: “Upper Hamstring Pain”, Steve Albrechta")


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
    assert filters.check_in_detail(record, "Europe/Berlin") == said


def test_an_entry_of_the_evening_west_of_greenwich_is_not_late() -> None:
    entered = datetime(2026, 5, 2, 3, tzinfo=UTC)
    walk = SessionLog(date=DAY, kind=Kind.WALK, entered_at=entered)
    assert filters.session_detail(walk, "km", "America/Chicago") == "pain not answered"


def test_a_session_tells_what_was_answered_and_what_was_not() -> None:
    walk = SessionLog(
        date=DAY, kind=Kind.WALK, seconds=1830, time=time(7, 5), distance_m=3219, effort=0
    )
    assert filters.session_title(walk) == "Walk, 30:30 min"
    assert filters.session_detail(walk, "mi", "Europe/Berlin") == (
        "07:05 · pain not answered · 2 mi · effort 0"
    )


@pytest.mark.parametrize(
    ("clock", "moment"),
    [
        (time(3, 59), "night"),
        (time(4), "waking"),
        (time(10, 59), "waking"),
        (time(11), "day"),
        (time(17, 59), "day"),
        (time(18), "evening"),
        (time(22), "night"),
    ],
)
def test_the_part_of_the_day_follows_the_clock(clock: time, moment: str) -> None:
    assert moment_at(clock) == moment
