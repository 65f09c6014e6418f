"""Every mistake in a file is named by file, line, column and value, and nothing is half-read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exchange.own_format.files import episode_json, faults, folder
from tracker.progression.episode import RED_FLAGS

if TYPE_CHECKING:
    from pathlib import Path

DATE = "must be a date written as year-month-day, such as 2026-05-03"
SCORE = "must be a whole number from 0 to 10"
MINUTES = "must be minutes, such as 12.5 or 12:30"
INSTANT = "must be a date and time with its offset, such as 2026-05-03T07:30:00Z"

CELLS = [
    ("date", "03.05.2026", DATE),
    ("date", "2026-02-30", DATE),
    ("date", "2026-W18-7", DATE),
    ("date", "0026-05-03", "must lie between the years 1900 and 2199"),
    ("date", "", "is missing"),
    ("time", "24:00", "must be a time of day, such as 07:30"),
    ("time", "7 am", "must be a time of day, such as 07:30"),
    ("moment", "noon", "must be one of waking, day, evening, night"),
    ("pain", "", "is missing"),
    ("pain", "-1", SCORE),
    ("pain", "11", SCORE),
    ("pain", "2.5", SCORE),
    ("pain", "nan", SCORE),
    ("pain", "1e1", SCORE),
    ("pain", "٣", SCORE),
    ("sensation", "", "is missing"),
    ("sensation", "sore", "must be one of none, soreness, pain, sharp"),
    ("limp", "true", "must be yes, or left empty"),
    ("painkiller", "1", "must be yes, or left empty"),
    ("red_flags", "U3;U8", f"must be none alone, or ids joined by ; out of {', '.join(RED_FLAGS)}"),
    ("entered_at", "2026-05-03T07:30:00", INSTANT),
    ("entered_at", "0001-01-01T00:00:00+14:00", INSTANT),
]


@pytest.mark.parametrize(("column", "value", "what"), CELLS)
def test_a_wrong_cell_of_a_check_in_is_named(
    tmp_path: Path, column: str, value: str, what: str
) -> None:
    row = {"date": "2026-05-03", "pain": "3", "sensation": "pain"} | {column: value}
    rows = f"{','.join(row)}\n2026-05-03,0,none{',' * (len(row) - 3)}\n{','.join(row.values())}\n"
    cell = f"{value!r} " if value else ""
    assert faults(folder(tmp_path, check_ins=rows)) == [
        f"check_ins.csv, line 3, {column}: {cell}{what}"
    ]


SESSION_CELLS = [
    (
        "kind",
        "jog",
        "must be one of walk, walk_jog, run, bike, swim, strength, stretch, massage, other",
    ),
    ("kind", "", "is missing"),
    ("jog_minutes", "", "is missing"),
    ("minutes", "-5", MINUTES),
    ("minutes", "nan", MINUTES),
    ("minutes", "inf", MINUTES),
    ("minutes", "1e400", MINUTES),
    ("minutes", "1,5", MINUTES),
    ("minutes", "5:61", MINUTES),
    ("minutes", "00:30:00", MINUTES),
    ("minutes", "1441", "must not be more than a day (1440 minutes)"),
    ("walk_minutes", "999999999", "must not be more than a day (1440 minutes)"),
    ("distance_km", "-1", "must be kilometres from 0 to 1000, such as 5.2"),
    ("distance_km", "1000.1", "must be kilometres from 0 to 1000, such as 5.2"),
    ("effort", "11", SCORE),
    ("pain", "3/10", SCORE),
    ("stopped_early", "y", "must be yes, or left empty"),
    ("deviation", "violated", "must be one of confirmed, re-decided"),
]


@pytest.mark.parametrize(("column", "value", "what"), SESSION_CELLS)
def test_a_wrong_cell_of_a_session_is_named(
    tmp_path: Path, column: str, value: str, what: str
) -> None:
    row = {"date": "2026-05-03", "kind": "run", "jog_minutes": "10"} | {column: value}
    quoted = ",".join(f'"{cell}"' for cell in row.values())
    named = f"{value!r} " if value else ""
    assert faults(folder(tmp_path, sessions=f"{','.join(row)}\n{quoted}\n")) == [
        f"sessions.csv, line 2, {column}: {named}{what}"
    ]


CONTRADICTIONS = [
    ("0,pain", "'pain' does not fit: a score of 0 means no pain"),
    ("0,sharp", "'sharp' does not fit: a score of 0 means no pain"),
    ("1,none", "'none' does not fit: felt nothing, yet the score is 1"),
]


@pytest.mark.parametrize(("answers", "what"), CONTRADICTIONS)
def test_a_score_that_contradicts_the_sensation_is_refused(
    tmp_path: Path, answers: str, what: str
) -> None:
    (fault,) = faults(folder(tmp_path, check_ins=f"date,pain,sensation\n2026-05-03,{answers}\n"))
    assert fault.startswith(f"check_ins.csv, line 2, sensation: {what}")


@pytest.mark.parametrize("answers", ["0,none", "0,soreness", "1,soreness", "1,pain", "1,sharp"])
def test_a_score_that_fits_the_sensation_is_taken(tmp_path: Path, answers: str) -> None:
    folder(tmp_path, check_ins=f"date,pain,sensation\nx,{answers}\n")
    assert len(faults(tmp_path)) == 1  # the date alone


def test_minutes_that_contradict_each_other_are_refused(tmp_path: Path) -> None:
    header = "date,kind,minutes,jog_minutes,longest_jog_minutes\n"
    fits = "2026-05-03,run,20,21,21\n2026-05-03,bike,20,,\n"
    rows = f"{header}{fits}2026-05-03,run,20,21:01,5\n2026-05-03,run,20,10,10:01\n"
    jog, longest = faults(folder(tmp_path, sessions=rows))
    assert jog == (
        "sessions.csv, line 4, jog_minutes: '21:01' does not fit: "
        "the jogging is longer than the whole session"
    )
    assert longest == (
        "sessions.csv, line 5, longest_jog_minutes: '10:01' does not fit: "
        "the longest jog is longer than all jogging together"
    )


def test_one_id_on_two_different_entries_is_refused(tmp_path: Path) -> None:
    rows = "date,pain,sensation,id\n2026-05-03,3,pain,one\n2026-05-03,4,pain,one\n"
    assert faults(folder(tmp_path, check_ins=rows)) == [
        "check_ins.csv, line 3, id: 'one' is there twice, on different entries"
    ]


TABLES = [
    (b"", "check_ins.csv, line 1: is empty: its first line must name the columns"),
    (b"date;pain\n", "check_ins.csv, line 1: has ; between its columns: save it with commas"),
    (b"date,pain,pain\n", "check_ins.csv, line 1, pain: is there twice"),
    (b"date,pain\n1,2,3\n", "check_ins.csv, line 2: has 3 cells where the header has 2"),
    (b"date,pain\n1\n", "check_ins.csv, line 2: has 1 cells where the header has 2"),
    (b"date\n\xe9\n", 'check_ins.csv, line 2: is not UTF-8 text: save it again as "CSV UTF-8"'),
    (b"\xff\xfed\0", 'check_ins.csv: is not UTF-8 text: save it again as "CSV UTF-8"'),
    (b"date\n\0\n", "check_ins.csv, line 2: holds a NUL character, so it is not a CSV file"),
]


@pytest.mark.parametrize(("content", "what"), TABLES)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, content: bytes, what: str) -> None:
    assert faults(folder(tmp_path, check_ins=content)) == [what]


@pytest.mark.parametrize("cell", ['"never closed', '"a"b'])
def test_quotes_that_do_not_fit_are_refused(tmp_path: Path, cell: str) -> None:
    content = f"date,pain,sensation,note\n2026-05-03,3,pain,{cell}\n"
    (fault,) = faults(folder(tmp_path, check_ins=content))
    assert fault.startswith("check_ins.csv, line 2: the quotes of this row do not fit")


def test_a_line_is_counted_from_where_its_row_begins(tmp_path: Path) -> None:
    rows = 'date,pain,sensation,note\n2026-05-03,3,pain,"two\r\nlines"\n\n2026-05-03,x,pain,\n'
    (fault,) = faults(folder(tmp_path, check_ins=rows))
    assert fault.startswith("check_ins.csv, line 5, pain: 'x' ")


def test_mistakes_of_all_files_are_told_together(tmp_path: Path) -> None:
    source = folder(
        tmp_path,
        episode=episode_json(onset="soon"),
        check_ins="date,pain,sensation\n2026-05-03,x,pain\n",
        sessions="date,kind\n2026-05-03,fly\n",
    )
    messages = faults(source)
    assert [line.partition(":")[0] for line in messages] == [
        "episode.json, onset",
        "check_ins.csv, line 2, pain",
        "sessions.csv, line 2, kind",
    ]


def test_after_twenty_mistakes_reading_ends(tmp_path: Path) -> None:
    rows = "date,pain,sensation\n" + "2026-05-03,x,pain\n" * 100
    assert len(faults(folder(tmp_path, check_ins=rows))) == 20


def test_a_value_is_shown_short_and_without_control_characters(tmp_path: Path) -> None:
    rows = f"date,pain,sensation\n2026-05-03,\x1b[31m{'9' * 1000},pain\n"
    (fault,) = faults(folder(tmp_path, check_ins=rows))
    assert len(fault) < 200
    assert fault.isprintable()
