"""Law 6, of dates: what is decided depends on how far they lie apart, and on nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    ONSET,
    check_in,
    diary,
    episode,
    good_morning,
    number,
    on,
    run,
    session,
    walk,
)
from tests.courses import obedient_course
from tests.progression.histories import LAST_DAY, Record, everything, histories, over_histories
from tests.progression.shifted import decided, moved
from tests.quickly import quickly
from tracker.progression.diary import Kind
from tracker.progression.episode import Clearance, Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.progression.diary import Diary

# Onsets so long before the turn of a year, the end of February and a leap day.
TURNS = [
    day
    for year, month in ((2026, 12), (2027, 3), (2028, 3))
    for day in (
        number(datetime(year, month, 1, tzinfo=UTC).date()) + ago for ago in (-100, -70, -30, -1)
    )
]


def long_in_pain() -> Diary:
    """Pain that neither goes nor eases, past the window, worse at the end."""
    return diary(*[check_in(day, 2 + (day > 50) * 3) for day in range(0, 66, 2)])


def returned_and_away() -> Diary:
    """To the return, pain late in its watch, then a lay-off and a cautious beginning."""
    course = obedient_course(104)
    later = [good_morning(day) for day in range(155, 165)]
    return diary(*everything(course), check_in(105, 1), *later, run(157), run(159, 50))


def tuned_and_cleared() -> Diary:
    """With changed numbers, a placement, a sign and its clearance, rides, and a usual week."""
    entered = datetime.combine(ONSET, time(6), tzinfo=UTC)
    facts = episode(
        settings=[
            Setting(name="clean_runs_step_1", value=4, date=on(9)),
            Setting(name="step", value=6, date=on(20), by="Dr Ada", entered_at=entered),
            Setting(name="baseline_week_minutes", value=100, date=on(25)),
        ],
        clearances=[Clearance(date=on(12), by="Dr Ada", entered_at=entered + timedelta(days=12))],
    )
    records = [good_morning(day) for day in range(60)]
    rides = [session(day, Kind.BIKE, 15 + day) for day in range(3, 50, 4)]
    runs = [run(day, 20) for day in range(21, 60, 2)]
    return diary(*records, *rides, *runs, walk(2), check_in(11, 1, red_flags=["E1"]), of=facts)


def anything() -> Diary:
    """Whatever a hundred days may hold, the same each time."""
    random = Random(13)  # noqa: S311 - the same each time
    records: list[Record] = []
    for day in range(100):
        if random.random() < 0.85:
            records.append(check_in(day, random.choice([0, 0, 0, 1, 2, 5])))
        if random.random() < 0.4:
            records.append(random.choice([run(day, 10), walk(day), session(day, Kind.BIKE, 20)]))
    return diary(*records)


TOLD = (long_in_pain, returned_and_away, tuned_and_cleared, anything)


@pytest.mark.parametrize("make", quickly(TOLD, long_in_pain))
def test_a_diary_is_decided_alike_at_every_turn_of_the_calendar(make: Callable[[], Diary]) -> None:
    story = make()
    last = (story.last_day - ONSET).days + 5
    decisions = list(decided(story, last))
    for days in TURNS:
        assert list(decided(moved(story, days), last)) == decisions, f"{days} days later"


@pytest.mark.slow
@pytest.mark.parametrize("make", TOLD)
def test_a_diary_is_decided_alike_on_whatever_day_it_begins(make: Callable[[], Diary]) -> None:
    story = make()
    last = (story.last_day - ONSET).days + 5
    decisions = list(decided(story, last))
    for days in range(1, 401):
        assert list(decided(moved(story, days), last)) == decisions, f"{days} days later"


@pytest.mark.slow
@over_histories
@given(histories(), st.integers(1, 800))
def test_all_dates_moved_alike_decide_the_same(story: Diary, days: int) -> None:
    there = decided(moved(story, days), LAST_DAY, ahead_each=50)
    for ours, theirs in zip(decided(story, LAST_DAY, ahead_each=50), there, strict=True):
        assert ours == theirs
