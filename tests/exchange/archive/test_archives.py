"""Archives of Strava, Garmin and Apple, in their true layouts and languages, whole and damaged."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.exchange.archive import made
from tests.exchange.archive.made import FitSession, Row, Stretch
from tests.exchange.archive.pieces import (
    SIX,
    WHEN,
    activities,
    apples,
    faults,
    of_kind,
    pieces,
    takeout,
)
from tracker.exchange.archive import container
from tracker.exchange.archive.bounded import UnusableMemberError, copy_bounded
from tracker.exchange.archive.opened import open_archive
from tracker.exchange.archive.reading import read
from tracker.exchange.parse_errors import FilesError
from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from pathlib import Path


def test_a_recording_is_read_for_walking_and_jogging(tmp_path: Path) -> None:
    row = Row("7", WHEN, "Run", 1500, 3000, "activities/7.gpx.gz")
    way = made.gzipped(made.gpx(SIX, Stretch(300, 1.3), Stretch(1200, 2.8)))
    path = made.strava(tmp_path / "s.zip", [row], {"7.gpx.gz": way})
    (run,) = activities(path)
    with open_archive(path, tmp_path) as archive:
        session = read(archive, run)
    assert session.kind is Kind.WALK_JOG
    assert session.jog_seconds == pytest.approx(1200, abs=15)
    assert session.walk_seconds == pytest.approx(300, abs=15)


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


def test_an_activity_is_known_again_in_a_later_archive(tmp_path: Path) -> None:
    first = made.garmin(tmp_path / "g.zip", takeout())
    later = made.garmin(tmp_path / "h.zip", dict(reversed(takeout().items())), parts=3)
    assert {a.id for a in activities(first)} == {a.id for a in activities(later)}
    east = made.apple(tmp_path / "a.zip", apples())
    west = made.apple(tmp_path / "b.zip", apples().replace("07:", "06:").replace("+0100", "+0000"))
    assert of_kind(activities(east), Kind.RUN).id == of_kind(activities(west), Kind.RUN).id


def test_an_entry_without_a_name_is_passed_over(tmp_path: Path) -> None:
    path = made.garmin(tmp_path / "g.zip", takeout())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("aZ.fit", b"x")
    path.write_bytes(path.read_bytes().replace(b"aZ.fit", b"\x00Z.fit"))
    assert "" in zipfile.ZipFile(path).namelist()
    assert len(activities(path)) == len(activities(made.garmin(tmp_path / "h.zip", takeout())))
