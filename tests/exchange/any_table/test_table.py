"""Tables from anywhere: read as their writers meant them, or refused with the place named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from tests.exchange.any_table.tables import BERLIN, faults_of, read
from tests.exchange.own_format.entries import a_check_in
from tracker.exchange.any_table.columns import guess, remarks
from tracker.exchange.any_table.table import read_table
from tracker.exchange.own_format.diary_csv import check_ins_csv
from tracker.exchange.parse_errors import FilesError
from tracker.progression.diary import Kind, Sensation

NO_JOGGING = "is a run, and no column says how long the jogging was"


def test_a_date_with_slashes_is_read_as_its_table_means_it() -> None:
    american = read("date,pain\n5/3/2026,1\n5/13/2026,1\n")
    assert [c.date for c in american.check_ins] == [date(2026, 5, 3), date(2026, 5, 13)]
    british = read("date,pain\n3/5/2026,1\n13/5/2026,1\n")
    assert [c.date for c in british.check_ins] == [date(2026, 5, 3), date(2026, 5, 13)]


@pytest.mark.parametrize(
    ("columns", "row", "fault"),
    [("pain", "3", "my.csv: needs a column for the date"),
     ("date", "2026-05-03", "my.csv: needs a column for the pain"),
     ("date,kind", "2026-05-03,run", f"my.csv, line 2: {NO_JOGGING}"),
     ("date,kind,minutes", "2026-05-03,walk/run,30", f"my.csv, line 2: {NO_JOGGING}"),
     ("date,kind,Duration", "2026-05-03,run,", "my.csv, line 2, Duration: is missing"),
     ("date,kind,Jogging,minutes", "2026-05-03,walk/run,,30",
      "my.csv, line 2, Jogging: is missing")],
)  # fmt: skip
def test_a_fault_names_no_column_that_the_table_lacks(columns: str, row: str, fault: str) -> None:
    assert faults_of(f"{columns}\n{row}\n") == [fault]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_of_other_programs_are_read_in_their_encoding(encoding: str) -> None:
    (entry,) = read("Date;Pain;Notes\n3.5.2026;3;schön müde\n", encoding).check_ins
    assert entry.note == "schön müde"


def test_a_score_without_a_word_is_taken_as_pain_and_none_is_never_invented() -> None:
    entries = read("date,pain\n2026-05-03,3\n2026-05-04,0\n").check_ins
    assert [c.sensation for c in entries] == [Sensation.PAIN, Sensation.NONE]
    assert faults_of("date,pain\n2026-05-03,\n") == ["my.csv, line 2, pain: is missing"]


def test_warning_signs_are_taken_over_from_our_own_file_and_refused_where_they_are_none() -> None:
    signs = replace(a_check_in(1), red_flags=("E1", "U3"))
    assert read("".join(check_ins_csv([signs]))).check_ins == [replace(signs, entered_at=None)]
    (fault,) = faults_of("date,pain,Warning signs\n2026-05-03,3,U3;bleeding\n")
    place = "my.csv, line 2, Warning signs: 'U3;bleeding' "
    assert fault.startswith(f"{place}must be none alone, or ids joined by ;")


def test_what_an_export_could_not_hold_is_refused_with_its_place() -> None:
    rows = "".join(f"2026-05-03,3,{id_},\n" for id_ in ("a/b", "..", "a" * 81))
    assert [
        fault.partition(" must be ")[2] for fault in faults_of(f"date,pain,id,note\n{rows}")
    ] == ["1 to 80 letters, digits or one of . _ : -, and not dots alone"] * 3
    assert faults_of(f"date,pain,Comment\n2026-05-03,3,{'x' * 2001}\n") == [
        f"my.csv, line 2, Comment: '{'x' * 59}… must be at most 2000 characters that can be shown"
    ]


@pytest.mark.parametrize(
    ("dates", "said"),
    [(("10/3/2026", "3/3/2026"), ["It was read as 10 March 2026. "]),
     (("3/3/2026", "2.3.2026", "2026-03-04"), []),
     (("10/3/2026", "13/3/2026"), []),
     (("4/10/2026", "4/13/2026"), [])],
)  # fmt: skip
def test_it_is_said_how_dates_were_read_that_could_be_either(
    dates: tuple[str, ...], said: list[str]
) -> None:
    table = read_table("\n".join(("date;pain", *(f"{d};1" for d in dates))).encode(), "my.csv")
    lines = remarks(table, guess(table), BERLIN)
    assert [remark[remark.index("It ") : remark.index("If ")] for remark in lines] == said


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
    assert faults_of(f"{twice}2026-05-04,0,one\n") == [
        "my.csv, line 4, id: 'one' is there twice, on different entries"
    ]


def test_every_fault_names_file_line_heading_and_value_as_written() -> None:
    assert faults_of("Day,Hurt\n31.4.2026,3\n1.5.2026,eleven\n2.5.2027,1\n\n3.5.2026,11\n") == [
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
