"""Garmin’s archive, and any ZIP or folder of recordings."""

from __future__ import annotations

import zipfile
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.exchange.archive import made
from tests.exchange.archive.made import FitSession, Row, Stretch
from tests.exchange.archive.pieces import (
    SIX,
    WHEN,
    activities,
    faults,
    pieces,
    takeout,
)
from tracker.exchange.archive.activity import Step
from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from pathlib import Path


def test_garmins_activities_are_found_among_all_else_in_zips_within(tmp_path: Path) -> None:
    path = made.garmin(tmp_path / "g.zip", takeout(), parts=2)
    by_kind = {activity.kind: activity for activity in activities(path)}
    assert by_kind.keys() == {Kind.RUN, Kind.BIKE, Kind.OTHER, Kind.WALK}
    run = by_kind[Kind.RUN]
    assert (run.seconds, run.metres, run.source) == (2400, 6720, "Garmin")
    assert run.start == SIX
    assert run.start.utcoffset() == timedelta(hours=1)
    assert by_kind[Kind.BIKE].metres == 25_000
    assert by_kind[Kind.WALK].seconds == 1800
    (bad,) = faults(path)
    assert bad.name.endswith("me@x.org_bad.fit")


def test_sessions_of_one_file_are_activities_of_their_own(tmp_path: Path) -> None:
    later = SIX + timedelta(minutes=30)
    swim, run = FitSession(SIX, 900, made.SWIMMING, 600), FitSession(later, 1200)
    path = made.garmin(tmp_path / "g.zip", {"both.fit": made.fit(swim, run)})
    one, other = activities(path)
    assert (one.kind, other.kind, other.start) == (Kind.SWIM, Kind.RUN, later)
    assert one.id != other.id
    assert one.recording is None


def test_a_takeout_is_gone_on_with_where_it_was_left(tmp_path: Path) -> None:
    path = made.garmin(tmp_path / "g.zip", takeout())
    every = pieces(path)
    steps = [piece for piece in every if isinstance(piece, Step)]
    for step in steps[:-1]:
        assert step.number is not None
        rest = pieces(path, step.number)
        assert rest == every[every.index(step) + 1 :]


def test_any_zip_of_recordings_is_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "files.zip"
    path.write_bytes(made.zipped({"a/run.gpx": made.gpx(SIX, Stretch(1200, 2.8))}))
    (run,) = activities(path)
    assert (run.kind, run.source) == (Kind.RUN, "a file")


def test_a_folder_that_was_unpacked_is_read_as_its_zip(tmp_path: Path) -> None:
    row = Row("7", WHEN, "Run", 1200, 3360, "activities/7.gpx.gz")
    content = made.gzipped(made.gpx(SIX, Stretch(1200, 2.8)))
    path = made.strava(tmp_path / "s.zip", [row], {"7.gpx.gz": content})
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    assert activities(folder) == activities(path)
