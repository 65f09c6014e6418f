"""Tables from anywhere: read as their writers meant them, or refused with the place named."""

from __future__ import annotations

from datetime import date, time

import pytest

from tracker.exchange import loose_cells
from tracker.exchange.faults import FilesError
from tracker.exchange.loose_diary import Entries, guess, to_entries
from tracker.exchange.loose_table import read_table
from tracker.progression.diary import Kind, Sensation

TODAY = date(2026, 6, 1)


def read(text: str, encoding: str = "utf-8") -> Entries:
    table = read_table(text.encode(encoding), "my.csv")
    return to_entries(table, guess(table), "my.csv", TODAY)


def told(text: str) -> list[str]:
    with pytest.raises(FilesError) as caught:
        read(text)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    "written",
    [
        "2026-05-03", "2026/5/3", "20260503", "3.5.2026", "03.05.26", "3/5/2026", "3 May 2026",
        "May 3, 2026", "3rd of May 2026".replace(" of", ""), "Sun, 3 May 2026", "Sunday 3 May 2026",
        "2026-05-03T07:30:00Z", "2026-05-03 07:30", "3.5.2026 7:30",
    ],
)  # fmt: skip
def test_a_date_is_read_in_its_common_forms(written: str) -> None:
    assert loose_cells.day(written, day_first=True) == "2026-05-03"


def test_a_date_with_slashes_is_read_as_its_table_means_it() -> None:
    american = read("date,pain\n5/3/2026,1\n5/13/2026,1\n")
    assert [c.date for c in american.check_ins] == [date(2026, 5, 3), date(2026, 5, 13)]
    british = read("date,pain\n3/5/2026,1\n13/5/2026,1\n")
    assert [c.date for c in british.check_ins] == [date(2026, 5, 3), date(2026, 5, 13)]


@pytest.mark.parametrize(
    ("written", "clock"),
    [("7:30", "07:30"), ("7.30", "07:30"), ("7:30 pm", "19:30"), ("12:05 am", "00:05"),
     ("7 pm", "19:00"), ("07:30:15", "07:30:15")],
)  # fmt: skip
def test_a_time_of_day_is_read_in_its_common_forms(written: str, clock: str) -> None:
    assert loose_cells.clock(written) == clock


@pytest.mark.parametrize("written", ["25:00", "13 pm", "7:75", "noon", "1e3"])
def test_what_is_no_time_of_day_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="must be a time of day"):
        loose_cells.clock(written)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("32", "32"), ("32,5", "32.5"), ("32 min", "32:00"), ("32:10", "32:10"), ("1:05:30", "65:30"),
     ("1 h 5 min", "65:00"), ("1h", "60:00"), ("45 minutes", "45:00"), ("90 s", "1:30")],
)  # fmt: skip
def test_a_duration_is_read_in_its_common_forms(written: str, minutes: str) -> None:
    assert loose_cells.minutes(written) == minutes


@pytest.mark.parametrize(
    ("written", "miles", "kilometres"),
    [("5.2", False, "5.200"), ("5,2 km", True, "5.200"), ("5200 m", False, "5.200"),
     ("3", True, "4.828"), ("3 mi", False, "4.828")],
)  # fmt: skip
def test_a_distance_is_read_in_its_common_forms(
    written: str,
    miles: bool,  # noqa: FBT001
    kilometres: str,
) -> None:
    assert loose_cells.kilometres(written, miles=miles) == kilometres


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_of_other_programs_are_read_in_their_encoding(encoding: str) -> None:
    (entry,) = read("Date;Pain;Notes\n3.5.2026;3;schön müde\n", encoding).check_ins
    assert entry.note == "schön müde"


def test_a_score_without_a_word_is_taken_as_pain_and_none_is_never_invented() -> None:
    entries = read("date,pain\n2026-05-03,3\n2026-05-04,0\n").check_ins
    assert [c.sensation for c in entries] == [Sensation.PAIN, Sensation.NONE]
    assert told("date,pain\n2026-05-03,\n") == ["my.csv, line 2, pain: is missing"]


def test_an_export_of_a_running_site_becomes_sessions() -> None:
    run, ride, walk = read(
        "Activity Type,Date,Start Time,Distance (mi),Moving Time,Name\n"
        'Run,5/13/2026,6:30 pm,3.1,0:31:05,"Evening, slow"\n'
        "Cycling,5/14/2026,,10,45:00,\n"
        "Hiking,5/15/2026,,,1:10:00,\n"
    ).sessions
    assert (run.kind, run.seconds, run.jog_seconds, run.distance_m) == (Kind.RUN, 1865, 1865, 4989)
    assert run.time == time(18, 30)
    assert (ride.kind, ride.seconds, ride.jog_seconds) == (Kind.BIKE, 2700, 0)
    assert (walk.kind, walk.seconds) == (Kind.WALK, 4200)
    assert run.pain is None


def test_the_same_table_has_the_same_ids_and_equal_rows_have_their_own() -> None:
    text = "date,pain\n2026-05-03,3\n2026-05-03,3\n"
    first, second = read(text).check_ins
    assert first.id != second.id
    assert [c.id for c in read(text).check_ins] == [first.id, second.id]


def test_an_id_is_taken_once_and_refused_on_another_entry() -> None:
    twice = "date,pain,id\n2026-05-03,3,one\n2026-05-03,3,one\n"
    assert [check_in.id for check_in in read(twice).check_ins] == ["one"]
    assert told(f"{twice}2026-05-04,0,one\n") == [
        "my.csv, line 4, id: 'one' is there twice, on different entries"
    ]


def test_every_fault_names_file_line_heading_and_value_as_written() -> None:
    assert told("Day,Hurt\n31.4.2026,3\n1.5.2026,eleven\n2.5.2027,1\n\n3.5.2026,11\n") == [
        "my.csv, line 2, Day: '31.4.2026' must be a date, such as 2026-05-03 or 3 May 2026",
        "my.csv, line 3, Hurt: 'eleven' must be a whole number from 0 to 10",
        "my.csv, line 4, Day: '2.5.2027' has not come yet",
        "my.csv, line 6, Hurt: '11' must be a whole number from 0 to 10",
    ]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "needs a first line"),
        (b"date,pain\n", "needs a first line"),
        (b"\0\0\0\0", "is not text"),
        (b"date,pain\n2026-05-03,3,4\n", "line 2: has 3 cells where the first line has 2"),
        (b"a" * 200_000 + b"\nb\n", "is no table"),
        (b"date,pain\n" + b"2026-05-03,3\n" * 20_001, "has more than 20000 rows"),
    ],
)
def test_what_is_no_table_is_refused(content: bytes, what: str) -> None:
    with pytest.raises(FilesError, match=what):
        read_table(content, "my.csv")
