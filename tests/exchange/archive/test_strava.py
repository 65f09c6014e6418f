"""Strava’s archive: its table in several languages, whole and damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exchange.archive import made
from tests.exchange.archive.made import Row
from tests.exchange.archive.pieces import (
    SIX,
    WHEN,
    activities,
    faults,
)
from tracker.exchange.archive.activity import Activity, Place
from tracker.exchange.archive.strava_words import instant, kind
from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from pathlib import Path


def test_stravas_table_says_what_was_done_and_names_the_recording(tmp_path: Path) -> None:
    rows = [
        Row("9001", WHEN, "Run", 3600, 10_100.5, "activities/9001.fit.gz"),
        Row("9002", WHEN, "Rowing", 1800, 5000),
        Row("9003", WHEN, "Weight Training", 1800, 0),
    ]
    path = made.strava(tmp_path / "s.zip", rows, {"9001.fit.gz": b"x"})
    run, row, weights = activities(path)
    assert run == Activity(
        id="strava-9001",
        kind=Kind.RUN,
        start=SIX,
        seconds=3600,
        metres=10_100,
        source="Strava",
        recording=Place("activities/9001.fit.gz"),
    )
    assert (row.kind, row.recording, row.metres) == (Kind.OTHER, None, 5000)
    assert (weights.kind, weights.metres) == (Kind.STRENGTH, None)


@pytest.mark.parametrize(
    ("header", "at", "sport"),
    [
        (made.GERMAN, "01.03.2026, 06:00:00", "Lauf"),
        ("A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T", "1 mars 2026 à 06:00:00", "Course à pied"),
    ],
)
def test_a_table_in_another_language_is_read_by_its_headings_or_their_places(
    tmp_path: Path, header: str, at: str, sport: str
) -> None:
    row = Row("7", at, sport, 2400, 6720, "activities/7.gpx")
    path = made.strava(tmp_path / "s.zip", [row], {"7.gpx": b"x"}, header)
    (run,) = activities(path)
    assert (run.kind, run.start, run.seconds, run.metres) == (Kind.RUN, SIX, 2400, 6720)
    assert run.recording == Place("activities/7.gpx")


def test_an_old_table_has_no_distance_whose_unit_is_known(tmp_path: Path) -> None:
    row = Row("7", WHEN, "Run", 2400, 6720, "activities/7.gpx")
    path = made.strava(tmp_path / "s.zip", [row], {"7.gpx": b"x"}, made.OLD)
    (run,) = activities(path)
    assert (run.seconds, run.metres, run.recording) == (2460, None, Place("activities/7.gpx"))


@pytest.mark.parametrize(
    "written",
    [
        "Mar 1, 2026, 6:00:00 AM", "1 Mar 2026, 06:00:00", "2026-03-01 06:00:00",
        "01.03.2026, 06:00:00", "1 mars 2026 à 06:00:00", "1 mar 2026, 6:00:00",
        "1 mar. 2026 6:00:00", "1 de mar. de 2026, 06:00:00", "1 mrt. 2026 06:00:00",
    ],
)  # fmt: skip
def test_stravas_dates_are_instants_in_utc(written: str) -> None:
    assert instant(written) == SIX


@pytest.mark.parametrize(
    "written",
    [
        "", "yesterday", "2026-03-01", "31.02.2026, 06:00:00",
        f"1.{'9' * 30}.2026, 06:00:00", f"{'9' * 5000} Mar 2026, 06:00:00",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(written: str) -> None:
    assert instant(written) is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Trail Run", Kind.RUN), ("Traillauf", Kind.RUN), ("Carrera", Kind.RUN),
        ("Hike", Kind.WALK), ("Spaziergang", Kind.WALK), ("Randonnée", Kind.WALK),
        ("Caminata", Kind.WALK), ("E-Bike Ride", Kind.BIKE), ("Radfahrt", Kind.BIKE),
        ("Sortie à vélo", Kind.BIKE), ("Ciclismo", Kind.BIKE), ("Natación", Kind.SWIM),
        ("Schwimmen", Kind.SWIM), ("Krafttraining", Kind.STRENGTH), ("Yoga", Kind.STRETCH),
        ("Elliptical", Kind.OTHER), ("Stair-Stepper", Kind.OTHER), ("Virtual Row", Kind.OTHER),
        ("Something New", Kind.OTHER),
    ],
)  # fmt: skip
def test_stravas_sports_in_several_languages(name: str, meant: Kind) -> None:
    assert kind(name) is meant


def test_one_bad_line_of_the_table_stops_nothing(tmp_path: Path) -> None:
    rows = [
        Row("1", "no date", "Run"),
        Row("2", WHEN, "Run", -5),
        Row("3", WHEN, "Run", 10**9),
        Row("4", WHEN, "Run"),
    ]
    path = made.strava(tmp_path / "s.zip", rows, {})
    assert [activity.id for activity in activities(path)] == ["strava-2", "strava-4"]
    assert len(faults(path)) == 2
