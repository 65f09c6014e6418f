"""When a reminder may come: by the wall clock, both changes of it, and never in quiet hours."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from tracker.services.reminders.hours import USUAL, HourIsQuiet, chosen, has_come, is_quiet
from tracker.storage.reminders import Hours

NEVER_QUIET = (time(0), time(0))
BERLIN = "Europe/Berlin"


def came(at: time, timezone: str, instants: list[datetime]) -> list[datetime]:
    return [it for it in instants if has_come(Hours(at, *NEVER_QUIET), timezone, it)]


def every_minute(first: datetime, hours: int) -> list[datetime]:
    return [first + timedelta(minutes=n) for n in range(hours * 60)]


@pytest.mark.parametrize(
    ("timezone", "hour"),
    [("Europe/Berlin", 7), ("Pacific/Auckland", 21), ("America/Los_Angeles", 16), ("UTC", 9)],
)
def test_nine_is_nine_where_the_runner_is(timezone: str, hour: int) -> None:
    day = every_minute(datetime(2026, 6, 30, tzinfo=UTC), 24)
    nine = datetime(2026, 6, 30, hour, tzinfo=UTC)
    local = came(time(9), timezone, day)
    assert nine in local
    assert nine - timedelta(minutes=1) not in local


def test_an_hour_that_is_skipped_in_spring_has_come_when_the_clock_is_past_it() -> None:
    """On 29 March 2026 two o'clock becomes three in Berlin: there is no half past two."""
    night = every_minute(datetime(2026, 3, 29, 0, tzinfo=UTC), 3)  # from one o'clock on
    assert came(time(2, 30), BERLIN, night)[0] == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_an_hour_that_comes_twice_in_autumn_has_come_the_first_time() -> None:
    """On 25 October 2026 three o'clock becomes two in Berlin: half past two comes twice."""
    night = every_minute(datetime(2026, 10, 24, 22, tzinfo=UTC), 5)  # from midnight on
    assert came(time(2, 30), BERLIN, night)[0] == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("quiet_from", "quiet_until", "quiet", "not_quiet"),
    [
        (
            time(21),
            time(7),
            [time(21), time(23, 59), time(0), time(6, 59)],
            [time(7), time(20, 59)],
        ),
        (time(12), time(14), [time(12), time(13, 59)], [time(11, 59), time(14)]),
        (time(8), time(8), [], [time(8), time(0)]),
    ],
)
def test_quiet_hours_may_go_over_midnight(
    quiet_from: time, quiet_until: time, quiet: list[time], not_quiet: list[time]
) -> None:
    hours = Hours(time(9), quiet_from, quiet_until)
    assert all(is_quiet(hours, clock) for clock in quiet)
    assert not any(is_quiet(hours, clock) for clock in not_quiet)


def test_a_server_that_was_off_at_the_hour_makes_up_for_it_but_not_in_quiet_hours() -> None:
    assert not has_come(USUAL, "UTC", datetime(2026, 6, 1, 8, 59, tzinfo=UTC))
    assert has_come(USUAL, "UTC", datetime(2026, 6, 1, 20, 59, tzinfo=UTC))
    assert not has_come(USUAL, "UTC", datetime(2026, 6, 1, 21, 0, tzinfo=UTC))


def test_an_hour_in_the_quiet_hours_is_refused() -> None:
    assert chosen(USUAL) is USUAL
    with pytest.raises(HourIsQuiet):
        chosen(Hours(time(6, 30), time(21), time(7)))
