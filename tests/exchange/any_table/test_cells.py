"""Single values as people and other programs write them."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from tests.exchange.any_table.tables import AUCKLAND, BERLIN, NEW_YORK, faults_of, read
from tracker.exchange.any_table import cells
from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


@pytest.mark.parametrize(
    "written",
    [
        "2026-05-03", "2026/5/3", "20260503", "3.5.2026", "03.05.26", "3/5/2026", "3 May 2026",
        "May 3, 2026", "3rd of May 2026".replace(" of", ""), "Sun, 3 May 2026", "Sunday 3 May 2026",
        "2026-05-03T07:30:00Z", "2026-05-03 07:30", "3.5.2026 7:30",
    ],
)  # fmt: skip
def test_a_date_is_read_in_its_common_forms(written: str) -> None:
    assert cells.day(written, day_first=True, zone=BERLIN) == "2026-05-03"


@pytest.mark.parametrize(
    ("written", "zone", "day", "clock"),
    [("2026-05-18T19:30:00Z", AUCKLAND, date(2026, 5, 19), time(7, 30)),
     ("2026-05-18T19:30:00Z", BERLIN, date(2026, 5, 18), time(21, 30)),
     ("2026-05-18 00:30:15.250+0200", NEW_YORK, date(2026, 5, 17), time(18, 30, 15)),
     ("5/18/2026 7:30 PM UTC", AUCKLAND, date(2026, 5, 19), time(7, 30)),
     ("2026-05-18 19:30", AUCKLAND, date(2026, 5, 18), time(19, 30))],
)  # fmt: skip
def test_an_instant_is_the_day_and_the_time_where_the_runner_lives(
    written: str, zone: ZoneInfo, day: date, clock: time
) -> None:
    (entry,) = read(f"date,pain\n{written},3\n", zone=zone).check_ins
    assert (entry.date, entry.time) == (day, clock)


@pytest.mark.parametrize("written", ["9999-12-31T23:59:00Z", "2026-05-03T07:30+25:00"])
def test_an_instant_that_is_none_is_refused(written: str) -> None:
    (fault,) = faults_of(f"date,pain\n{written},3\n")
    assert f"'{written}' must be a" in fault


@pytest.mark.parametrize(
    ("written", "clock"),
    [("7:30", "07:30"), ("7.30", "07:30"), ("7:30 pm", "19:30"), ("12:05 am", "00:05"),
     ("7 pm", "19:00"), ("07:30:15", "07:30:15")],
)  # fmt: skip
def test_a_time_of_day_is_read_in_its_common_forms(written: str, clock: str) -> None:
    assert cells.clock(written) == clock


@pytest.mark.parametrize("written", ["25:00", "13 pm", "7:75", "noon", "1e3"])
def test_what_is_no_time_of_day_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="must be a time of day"):
        cells.clock(written)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("32", "32"), ("32,5", "32.5"), ("32 min", "32:00"), ("32:10", "32:10"), ("1:05:30", "65:30"),
     ("1 h 5 min", "65:00"), ("1h", "60:00"), ("45 minutes", "45:00"), ("90 s", "1:30")],
)  # fmt: skip
def test_a_duration_is_read_in_its_common_forms(written: str, minutes: str) -> None:
    assert cells.minutes(written) == minutes


@pytest.mark.parametrize("written", ["1872", "600.5", "1441 min", "25:00:00", "soon"])
def test_what_is_no_duration_is_refused_under_the_heading_it_has(written: str) -> None:
    (fault,) = faults_of(f"date,kind,Duration\n2026-05-03,run,{written}\n")
    assert fault.startswith(f"my.csv, line 2, Duration: '{written}' ")


def test_a_large_plain_number_is_said_to_look_like_seconds() -> None:
    with pytest.raises(ValueError, match="looks like seconds: write minutes, or h:mm:ss"):
        cells.minutes("1872")
    assert cells.minutes("600") == "600"


@pytest.mark.parametrize("heading", ["Elapsed Time", "Moving Time", "Duration (s)", "elapsed_sec"])
def test_seconds_are_read_as_seconds_where_the_heading_says_so(heading: str) -> None:
    run, clocked = read(
        f"Activity Name,Activity Type,Activity Date,{heading},Distance\n"
        'Lunch,Run,"May 3, 2026, 7:30:00 AM",1200,3.1\n'
        'Lunch,Run,"May 5, 2026, 7:30:00 AM",20:00,3.1\n'
    ).sessions
    assert (run.kind, run.seconds, run.jog_seconds) == (Kind.RUN, 1200, 1200)
    assert (run.time, clocked.seconds) == (time(7, 30), 1200)


@pytest.mark.parametrize("heading", ["Duration", "Duration (min:sec)", "Second run minutes"])
def test_minutes_stay_minutes_where_the_heading_says_nothing_of_seconds(heading: str) -> None:
    (run,) = read(f"date,type,{heading},elapsed\n2026-05-03,run,20,1:00:00\n").sessions
    assert run.seconds == 1200 or run.jog_seconds == 1200


@pytest.mark.parametrize(
    ("written", "unit", "kilometres"),
    [("5.2", "km", "5.200"), ("5,2 km", "mi", "5.200"), ("5200 m", "km", "5.200"),
     ("3", "mi", "4.828"), ("3 mi", "km", "4.828"), ("2 miles", "km", "3.219"),
     ("100 yd", "km", "0.091"), ("3 Meilen", "km", "4.828"), ("800 Meter", "km", "0.800"),
     ("800", "m", "0.800"),
     ("1,234.5", "m", "1.234"), ("1.234,5 m", "km", "1.234"), ("1 234", "m", "1.234"),
     ("1,000", "m", "1.000"), ("5,520", "km", "5.520")],
)  # fmt: skip
def test_a_distance_is_read_in_its_common_forms(written: str, unit: str, kilometres: str) -> None:
    assert cells.kilometres(written, unit=unit) == kilometres
