"""Archives of Strava, Garmin and Apple, in their true layouts and languages, whole and damaged."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.exchange.archive import made
from tests.exchange.archive.made import FitSession, Row, Stretch
from tracker.exchange.archive import container
from tracker.exchange.archive.activity import Activity, Place, Step, Unreadable
from tracker.exchange.archive.bounded import UnusableMemberError, copy_bounded
from tracker.exchange.archive.opened import open_archive
from tracker.exchange.archive.reading import read
from tracker.exchange.archive.strava_words import instant, kind
from tracker.exchange.parse_errors import FilesError
from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tracker.exchange.archive.activity import Piece

SIX = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)
WHEN = "Mar 1, 2026, 6:00:00 AM"


def pieces(path: Path, begin: int = 0) -> list[Piece]:
    with open_archive(path, path.parent) as archive:
        return list(archive.activities(begin))


def activities(path: Path) -> list[Activity]:
    return [piece for piece in pieces(path) if isinstance(piece, Activity)]


def faults(path: Path) -> list[Unreadable]:
    return [piece for piece in pieces(path) if isinstance(piece, Unreadable)]


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


def takeout() -> dict[str, bytes]:
    return {
        "run.fit": made.fit(FitSession(SIX, 2400, metres=6720), points=2400, ahead_of_utc=3600),
        "ride.fit": made.fit(FitSession(SIX, 3600, made.CYCLING, 25_000), order=">"),
        "row.fit": made.fit(FitSession(SIX, 1800, made.ROWING)),
        "steps.fit": made.fit(kind=32),
        "walk.gpx": made.gpx(SIX, Stretch(1800, 1.4), kind="walking"),
        "bad.fit": b"no FIT file at all",
        "notes.txt": b"no recording",
    }


def test_garmins_activities_are_found_among_all_else_in_zips_within(tmp_path: Path) -> None:
    path = made.garmin(tmp_path / "g.zip", takeout(), parts=2)
    found = {activity.kind: activity for activity in activities(path)}
    assert found.keys() == {Kind.RUN, Kind.BIKE, Kind.OTHER, Kind.WALK}
    run = found[Kind.RUN]
    assert (run.seconds, run.metres, run.source) == (2400, 6720, "Garmin")
    assert run.start == SIX
    assert run.start.utcoffset() == timedelta(hours=1)
    assert found[Kind.BIKE].metres == 25_000
    assert found[Kind.WALK].seconds == 1800
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


YOGA = (  # an empty element
    '<Workout workoutActivityType="HKWorkoutActivityTypeYoga" duration="0.5" durationUnit="hr"'
    ' startDate="2026-03-02 07:00:00 +0100" endDate="2026-03-02 07:30:00 +0100"/>\n'
)


def apples() -> str:
    at = "2026-03-01 07:{}:00 +0100"
    zone = '<MetadataEntry key="HKTimeZone" value="Asia/Tokyo"/>'
    ride = '<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceCycling" sum="10" unit="mi"/>'
    told = ' totalDistance="8.2" totalDistanceUnit="km"'
    run = at.format("00"), at.format("50")
    return "".join(
        [
            made.workout(
                "Running", *run, minutes=45.5, more=told, inside=made.route("a.gpx") + zone
            ),
            made.workout("Cycling", at.format("51"), at.format("59"), minutes=8, inside=ride),
            made.workout("Walking", at.format("52"), at.format("59"), minutes=7)[:-30],
            made.workout("Rowing", at.format("53"), at.format("59"), minutes=6),
            YOGA,
        ]
    )


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


def test_a_recording_is_read_for_walking_and_jogging(tmp_path: Path) -> None:
    row = Row("7", WHEN, "Run", 1500, 3000, "activities/7.gpx.gz")
    way = made.gzipped(made.gpx(SIX, Stretch(300, 1.3), Stretch(1200, 2.8)))
    path = made.strava(tmp_path / "s.zip", [row], {"7.gpx.gz": way})
    (run,) = activities(path)
    with open_archive(path, tmp_path) as archive:
        told = read(archive, run)
    assert told.kind is Kind.WALK_JOG
    assert told.jog_seconds == pytest.approx(1200, abs=15)
    assert told.walk_seconds == pytest.approx(300, abs=15)


def test_a_recording_that_is_bad_is_a_fault_in_words(tmp_path: Path) -> None:
    row = Row("7", WHEN, "Run", 1500, 3000, "activities/7.gpx.gz")
    for content in (b"", b"\x1f\x8b and nothing", b"<gpx>", bytes(100)):
        path = made.strava(tmp_path / "s.zip", [row], {"7.gpx.gz": content})
        (run,) = activities(path)
        with open_archive(path, tmp_path) as archive:
            assert read(archive, run).fault


# What would fill memory or disk, or lead out of the folder.


def refused(path: Path) -> str:
    with pytest.raises(FilesError) as error, open_archive(path, path.parent):
        pass
    return error.value.faults[0].what


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(made.zipped({"letter.txt": "dear"}))
    assert "no activities.csv, no export.xml and no recordings" in refused(path)
    path.write_bytes(b"PK\x03\x04 and no more")
    assert "is not a whole ZIP" in refused(path)
    assert "cannot be read" in refused(tmp_path / "nowhere.zip")


def test_too_many_files_are_refused_before_their_names_are_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(made.zipped({f"{number}.fit": b"" for number in range(200)}))
    monkeypatch.setattr(container, "_MOST_DIRECTORY_BYTES", 5000)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    assert "holds more than" in refused(path)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.fit", bytes(60_000_000))
        archive.writestr("large.gpx", b"<gpx>" + b" x" * 10_000_000)
    whats = {fault.name: fault.what for fault in faults(path)}
    assert "far more than any recording" in whats["bomb.fit"]
    assert "is larger than 16 MB" in whats["large.gpx"]


def test_a_gzip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    row = Row("7", WHEN, "Run", 1500, 3000, "activities/7.gpx.gz")
    path = made.strava(tmp_path / "s.zip", [row], {"7.gpx.gz": made.gzipped(bytes(40_000_000))})
    (run,) = activities(path)
    with open_archive(path, tmp_path) as archive:
        assert "larger than 16 MB" in read(archive, run).fault


def test_zips_lie_one_in_another_and_no_deeper(tmp_path: Path) -> None:
    deepest = made.zipped({"run.gpx": made.gpx(SIX, Stretch(600, 2.8))})
    path = tmp_path / "a.zip"
    path.write_bytes(made.zipped({"outer.zip": made.zipped({"inner.zip": deepest})}))
    assert activities(path) == []
    assert "ZIP in a ZIP in a ZIP" in faults(path)[0].what


@pytest.mark.parametrize("name", ["../../evil.gpx", "/etc/evil.gpx", "C:\\evil.gpx", "a\x00b.gpx"])
def test_no_name_is_used_as_a_path(tmp_path: Path, name: str) -> None:
    inner = made.zipped({name: made.gpx(SIX, Stretch(600, 2.8))})
    path = tmp_path / "in" / "a.zip"
    path.parent.mkdir()
    path.write_bytes(made.zipped({"../outer.zip": inner}))
    pieces(path)
    assert {file.name for file in path.parent.iterdir()} <= {"a.zip", "inside-0.zip"}
    assert [file.name for file in tmp_path.iterdir()] == ["in"]


def test_a_locked_or_damaged_zip_within_is_one_fault(tmp_path: Path) -> None:
    good = made.zipped({"run.gpx": made.gpx(SIX, Stretch(600, 2.8))})
    path = tmp_path / "a.zip"
    path.write_bytes(made.zipped({"bad.zip": good[:-30], "good.zip": good}))
    assert len(activities(path)) == 1
    assert [fault.name for fault in faults(path)] == ["bad.zip"]


def test_a_damaged_file_in_a_zip_within_is_one_fault(tmp_path: Path) -> None:
    way = made.gpx(SIX, Stretch(600, 2.8))
    inner = made.zipped({"a.fit": made.fit(FitSession(SIX, 600), points=600), "b.gpx": way})
    at = inner.index(b"a.fit") + 40
    path = tmp_path / "a.zip"
    path.write_bytes(made.zipped({"part.zip": inner[:at] + b"\0\0\0\0" + inner[at + 4 :]}))
    assert len(activities(path)) == 1
    assert [fault.name for fault in faults(path)] == ["part.zip / a.fit"]


def test_a_zip_within_that_does_not_fit_on_the_disk_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(container, "_LEFT_FREE", 10**18)
    path = made.garmin(tmp_path / "g.zip", takeout())
    (fault,) = faults(path)
    assert "does not fit on the disk" in fault.what


def test_a_size_that_is_a_lie_is_found_out() -> None:
    with pytest.raises(UnusableMemberError):
        copy_bounded(io.BytesIO(bytes(100)), io.BytesIO(), 99)


def of_kind(found: Sequence[Activity], meant: Kind) -> Activity:
    return next(activity for activity in found if activity.kind is meant)


def test_an_activity_is_known_again_in_a_later_archive(tmp_path: Path) -> None:
    first = made.garmin(tmp_path / "g.zip", takeout())
    later = made.garmin(tmp_path / "h.zip", dict(reversed(takeout().items())), parts=3)
    assert {a.id for a in activities(first)} == {a.id for a in activities(later)}
    east = made.apple(tmp_path / "a.zip", apples())
    west = made.apple(tmp_path / "b.zip", apples().replace("07:", "06:").replace("+0100", "+0000"))
    assert of_kind(activities(east), Kind.RUN).id == of_kind(activities(west), Kind.RUN).id
