"""Tables of watch makers and sites as they are, and small ones that were misread once."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from tests.exchange.any_table.tables import BERLIN, TODAY, faults_of, read
from tracker.exchange.any_table.columns import Entries, guess, remarks, to_entries
from tracker.exchange.any_table.meaning import ASKED, Rows
from tracker.exchange.any_table.table import read_table
from tracker.progression.diary import Kind, Sensation, SessionLog

FOLDER = Path(__file__).parent
RUN, WALK, SWIM, OTHER, STRENGTH = Kind.RUN, Kind.WALK, Kind.SWIM, Kind.OTHER, Kind.STRENGTH


def of(path: str, unit: str = "km") -> Entries:
    table = read_table((FOLDER / path).read_bytes(), path)
    return to_entries(table, guess(table, unit), path, TODAY, BERLIN)


def amounts(session: SessionLog) -> tuple[Kind, int | None, int | None]:
    return session.kind, session.seconds, session.distance_m


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("failing/c01-garmin-activities-en.csv", [(RUN, 1930, 5520), (WALK, 3605, 5010)]),
        ("failing/c02-strava-activities-en.csv",
         [(RUN, 2105, 5524), (WALK, 3605, 5012), (OTHER, 1800, 3000)]),
        ("failing/c04-duration-hours.csv", [(WALK, 5400, 6900)]),
        ("failing/c06-distance-metres.csv", [(SWIM, 2100, 800)]),
        ("failing/c07-garmin-activities-de.csv", [(RUN, 1930, 5520), (WALK, 3605, 5010)]),
        ("failing/c09-sep-line.csv", [(WALK, 2100, None)]),
        ("failing/c11-how-did-it-feel.csv", [(Kind.BIKE, 1800, None)]),
        ("sites/garmin-fr.csv", [(RUN, 1930, 5520), (SWIM, 1800, 1000), (OTHER, 1800, 5000)]),
        ("sites/garmin-es.csv", [(RUN, 1930, 5520), (WALK, 3605, 5010), (STRENGTH, 2405, 0)]),
        ("sites/garmin-en-pool.csv",
         [(SWIM, 1800, 1000), (SWIM, 1800, 750), (RUN, 1810, 5010), (OTHER, 1810, 7010)]),
        ("sites/strava-de.csv", [(RUN, 2105, 5524), (WALK, 3605, 5012)]),
        ("sites/strava-fr.csv", [(RUN, 2105, 5524), (WALK, 3605, 5012), (OTHER, 3605, 5012)]),
        ("sites/strava-es.csv", [(RUN, 2105, 5524), (WALK, 3605, 5012)]),
        ("sites/runkeeper-km.csv", [(RUN, 1930, 5520), (WALK, 3605, 5010), (OTHER, 1805, 0)]),
        ("sites/runkeeper-mi.csv", [(RUN, 1930, 5520)]),
        ("sites/polar-session.csv", [(RUN, 1930, 5520)]),
    ],
)  # fmt: skip
def test_a_table_is_read_as_it_is(
    path: str, expected: list[tuple[Kind, int | None, int | None]]
) -> None:
    assert [amounts(session) for session in of(path).sessions] == expected


@pytest.mark.parametrize("path", sorted(p.name for p in (FOLDER / "sites").glob("*.csv")))
def test_no_column_of_a_site_is_taken_for_a_score(path: str) -> None:
    table = read_table((FOLDER / "sites" / path).read_bytes(), path)
    columns = guess(table).columns
    assert not {ASKED, "pain", "effort"} & set(columns)
    assert all(session.effort is None for session in of(f"sites/{path}").sessions)


def test_the_times_are_of_day_and_those_in_utc_are_turned() -> None:
    run, walk = of("failing/c01-garmin-activities-en.csv").sessions
    assert (run.time, walk.time) == (time(17, 31, 7), time(6, 2, 11))
    run, walk, _ = of("failing/c02-strava-activities-en.csv").sessions
    assert (run.date, run.time) == (date(2026, 5, 2), time(19, 31, 7))
    assert (walk.date, walk.time) == (date(2026, 5, 4), time(0, 45))


def test_what_was_felt_and_taken_is_read_in_words() -> None:
    (ride,) = of("failing/c11-how-did-it-feel.csv").sessions
    assert (ride.pain, ride.sensation) == (1, Sensation.SHARP)
    none, ibuprofen = of("failing/c12-painkiller-named.csv").check_ins
    assert (none.painkiller, ibuprofen.painkiller) == (False, True)
    (check_in,) = read(
        "Datum;Schmerz;Schmerzmittel;Gefühl\n2.5.2026;3;Paracetamol 500;stechend\n"
    ).check_ins
    assert (check_in.painkiller, check_in.sensation) == (True, Sensation.SHARP)
    assert "the name of what was taken" in faults_of("date,pain,Medication\n2026-05-02,3,?\n")[0]


def meaning(text: str, unit: str = "km") -> tuple[str, ...]:
    return guess(read_table(text.encode(), "my.csv"), unit).columns


@pytest.mark.parametrize(
    ("heading", "written", "seconds"),
    [("Duration (hours)", "1.5", 5400), ("Time (h:mm)", "1:05", 3900), ("Dauer (Std)", "1,5", 5400),
     ("Duration (min)", "35", 2100), ("Duration", "1h30", 5400), ("Duration", "1 h 30", 5400),
     ("Durée (min)", "35,5", 2130), ("Duration (s)", "2,100", 2100), ("Duration", "0:45:00", 2700),
     ("Tiempo (minutos)", "35", 2100), ("Duration [h]", "0.75", 2700)],
)  # fmt: skip
def test_the_unit_of_a_length_is_in_its_heading_or_its_cell(
    heading: str, written: str, seconds: int
) -> None:
    (walk,) = read(f'date;type;{heading}\n2026-05-02;walk;"{written}"\n').sessions
    assert walk.seconds == seconds


def test_hours_and_minutes_are_told_from_minutes_and_seconds_by_the_pace() -> None:
    (walk, stroll) = read(
        "Date,Type,Duration,Distance\n2026-05-02,Walk,1:05,5.5\n2026-05-03,Walk,0:45,3.5\n"
    ).sessions
    assert (walk.seconds, stroll.seconds) == (3900, 2700)
    (run,) = read("Date,Type,Duration,Distance\n2026-05-02,Run,35:00,5.5\n").sessions
    assert run.seconds == 2100


@pytest.mark.parametrize(
    ("heading", "written", "unit", "metres"),
    [("Distance (m)", "800", "km", 800), ("Distance (mi)", "2", "km", 3219),
     ("Distance", "2", "mi", 3219), ("Distance", "2", "km", 2000), ("Distance", "2 km", "mi", 2000),
     ("Strecke (Meter)", "2.500", "km", 2500), ("Miles", "2", "km", 3219),
     ("Distance (yd)", "1000", "km", 914),
     ("Distance", "2500", "km", 2500), ("Distance km", "2,5", "mi", 2500)],
)  # fmt: skip
def test_the_unit_of_a_distance_is_said_or_the_accounts(
    heading: str, written: str, unit: str, metres: int
) -> None:
    text = f"date;type;Duration;{heading}\n2026-05-02;walk;35:00;{written}\n"
    table = read_table(text.encode(), "my.csv")
    meanings = guess(table, unit)
    (walk,) = to_entries(table, meanings, "my.csv", TODAY, BERLIN).sessions
    assert walk.distance_m == metres
    is_said = any(letter.isalpha() for letter in heading.removeprefix("Distance"))
    assert bool(remarks(table, meanings, BERLIN)) is not is_said


def test_what_nobody_does_on_foot_is_refused_and_what_few_do_is_pointed_out() -> None:
    would_be = "'18' would be 36 km/h on foot:"
    assert faults_of("Date,Type,Duration,Distance km\n2026-05-02,Run,30:00,18\n") == [
        f"my.csv, line 2, Distance km: {would_be} is its unit another, or was it a ride?"
    ]
    quick = read("Date,Type,Duration,Distance km\n2026-05-02,Run,30:00,7\n2026-05-03,Walk,30,6\n")
    assert quick.doubtful == quick.sessions


@pytest.mark.parametrize(
    ("heading", "cells"),
    [("Left hamstring", ("3", "0")), ("Pain after", ("3", "0")), ("Zone", ("3", "0")),
     ("Remark", ("sharp on stairs", "sore")), ("Schmerz danach", ("ja", "nein")),
     ("Knie", ("stechend", "gut"))],
)  # fmt: skip
def test_a_column_that_may_tell_of_pain_is_asked_about(
    heading: str, cells: tuple[str, str]
) -> None:
    text = "Date,Pain,Comment,{}\n2026-05-02,1,a,{}\n2026-05-03,2,b,{}\n".format(heading, *cells)
    assert meaning(text)[-1] == ASKED
    assert faults_of(text) == [
        f"my.csv, {heading}: may tell of pain: say below what it means, or that it is not read"
    ]


@pytest.mark.parametrize("heading", ["Sleep", "Avg HR", "Steps", "Mood", "Weight (kg)", "Laps"])
def test_a_column_of_something_else_is_not(heading: str) -> None:
    assert meaning(f"Date,Pain,{heading}\n2026-05-02,1,7\n")[-1] == ""


def test_scores_beyond_ten_are_no_scores() -> None:
    assert "effort" not in meaning("Date,Type,Minutes,Effort\n2026-05-02,Walk,30,41\n")
    assert meaning("Date,Type,Minutes,Pain VAS\n2026-05-02,Walk,30,41\n")[-1] == ASKED


def test_one_row_a_day_gives_both_how_it_felt_and_what_was_done() -> None:
    text = "Date,Pain,Run minutes,Walk minutes,Note\n2026-05-02,1,20,,ok\n2026-05-03,2,,,stiff\n"
    table = read_table(f"{text}2026-05-04,,5,20,\n2026-05-05,0,0,30,\n".encode(), "my.csv")
    assert guess(table).rows is Rows.BOTH
    entries = to_entries(table, guess(table), "my.csv", TODAY, BERLIN)
    assert [(c.date.day, c.pain, c.note) for c in entries.check_ins] == [
        (2, 1, "ok"), (3, 2, "stiff"), (5, 0, "")
    ]  # fmt: skip
    done = [(s.date.day, s.kind, s.seconds, s.jog_seconds, s.pain) for s in entries.sessions]
    assert done == [
        (2, Kind.RUN, 1200, 1200, None),
        (4, Kind.WALK_JOG, 1500, 300, None),
        (5, Kind.WALK, 1800, 0, None),
    ]


@pytest.mark.parametrize(
    "written",
    ["2-May-26", "2 mai 2026 à 17:31", "02.05.2026, 17:31", "2 de mayo de 2026", "2. Mai 2026",
     "May 2, 2026, 5:31:07 PM", "Sa, 2.5.2026".removeprefix("Sa, "), "2 may 2026, 17:31:07"],
)  # fmt: skip
def test_dates_of_four_languages_are_read(written: str) -> None:
    (check_in,) = read(f'date;pain\n"{written}";1\n').check_ins
    assert check_in.date == date(2026, 5, 2)


def test_faulty_rows_are_left_out_by_choice_with_their_faults() -> None:
    text = "date,pain\n2026-05-02,1\n2026-05-99,1\n2026-05-03,many\n2026-05-04,2\n"
    table = read_table(text.encode(), "my.csv")
    entries = to_entries(table, guess(table), "my.csv", TODAY, BERLIN, leave_out=True)
    assert [check_in.pain for check_in in entries.check_ins] == [1, 2]
    assert [fault.line for fault in entries.left_out] == [3, 4]


def test_a_line_that_names_the_mark_between_columns_is_none_of_the_table() -> None:
    assert faults_of("sep=;\ndate;pain\n2026-05-99;1\n")[0].startswith("my.csv, line 3, date")


def test_doses_are_painkillers_and_those_in_a_table_of_sessions_are_pointed_out() -> None:
    text = "date,pain,Ibuprofen (mg)\n2026-05-02,3,400\n2026-05-03,3,0\n2026-05-04,3,\n"
    assert [c.painkiller for c in read(text).check_ins] == [True, False, False]
    table = read_table(b"date,type,minutes,Medication\n2026-05-02,walk,30,Ibuprofen\n", "my.csv")
    meanings = guess(table)
    assert any("tells of painkillers" in remark for remark in remarks(table, meanings, BERLIN))


def test_titles_above_the_names_of_columns_are_none_of_them() -> None:
    (check_in,) = read("My diary 2026\n\nDate;Pain\n2026-05-02;3\n").check_ins
    assert check_in.pain == 3


def test_a_first_line_that_is_a_row_is_not_taken_for_names() -> None:
    assert faults_of("2026-05-02,3\n2026-05-03,1\n") == [
        "my.csv: needs a first line that names its columns, and rows below it"
    ]
