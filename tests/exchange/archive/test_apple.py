"""Apple’s archive: workouts out of a file that is no valid XML."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.exchange.archive import made
from tests.exchange.archive.made import Stretch
from tests.exchange.archive.pieces import (
    SIX,
    activities,
    apples,
    faults,
)
from tracker.exchange.archive.activity import Place
from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_apples_workouts_are_read_though_the_document_is_malformed(tmp_path: Path) -> None:
    path = made.apple(tmp_path / "a.zip", apples(), {"a.gpx": made.gpx(SIX, Stretch(2700, 2.8))})
    run, ride, yoga = activities(path)
    assert (run.kind, run.seconds, run.metres, run.source) == (Kind.RUN, 2730, 8200, "Apple Health")
    assert run.start == SIX
    assert run.start.utcoffset() == timedelta(hours=9)
    assert run.recording == Place("apple_health_export/workout-routes/a.gpx")
    assert (ride.kind, ride.metres) == (Kind.BIKE, 16_093)
    assert (yoga.kind, yoga.seconds) == (Kind.STRETCH, 1800)
    # The walk was cut: it takes the rowing machine, which its end is that of, along.
    (bad,) = faults(path)
    assert "07:52:00" in bad.name


def test_a_workout_across_two_pieces_of_the_file_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made.apple(tmp_path / "a.zip", apples())
    whole = activities(path)
    for size in (7, 64, 1000):
        monkeypatch.setattr("tracker.exchange.archive.apple._CHUNK", size)
        assert activities(path) == whole


def test_no_entity_of_an_export_is_followed(tmp_path: Path) -> None:
    begin, end = "2026-03-01 07:00:00 +0100", "2026-03-01 07:30:00 +0100"
    evil = made.workout("Running", begin, end, inside="<MetadataEntry key='&lol9;' value=''/>")
    path = made.apple(tmp_path / "a.zip", evil)
    assert activities(path) == []
    assert len(faults(path)) == 1


def test_a_workout_without_an_end_is_reported_and_takes_no_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.exchange.archive.apple._LONGEST_WORKOUT", 2000)
    monkeypatch.setattr("tracker.exchange.archive.apple._CHUNK", 500)
    begin, end = "2026-03-01 07:00:00 +0100", "2026-03-01 07:30:00 +0100"
    endless = made.workout("Running", begin, end).replace("</Workout>", "<x/>" * 2000)
    whole = made.workout("Cycling", begin, end)
    path = made.apple(tmp_path / "a.zip", endless + whole)
    assert [activity.kind for activity in activities(path)] == [Kind.BIKE]
    assert len(faults(path)) == 1
