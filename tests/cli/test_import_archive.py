"""`tracker import ARCHIVE`, as a user would run it."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.databases import lay
from tests.exchange.archive import made
from tests.exchange.archive.made import FitSession
from tests.raw_sql import rows
from tracker.cli import main
from tracker.exchange.archive import reading
from tracker.services.transfer import demo
from tracker.storage.database import Database
from tracker.storage.schema import migrate

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.exchange.archive.activity import Activity
    from tracker.exchange.archive.opened import Archive
    from tracker.settings import Settings

ONSET = datetime.now(UTC).date() - timedelta(days=demo.DAYS)


@pytest.fixture(name="made_up", scope="module")
def made_up_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up diary, which ends today."""
    path = tmp_path_factory.mktemp("made-up") / "diary.db"
    migrate(path)
    with closing(Database(path)) as database:
        demo.fill(database, datetime.now(UTC))
    return path


@pytest.fixture
def diary(own: Settings, made_up: Path) -> Settings:
    """The user's own diary: the made-up one."""
    lay(made_up, own.place)
    return own


@pytest.fixture
def takeout(tmp_path: Path) -> Path:
    """Garmin's, with a run every third day before the injury, a ride, and a damaged file."""
    days = [ONSET - timedelta(days=3 * number + 1) for number in range(9)]
    files = {f"{day}.fit": made.fit(FitSession(at(day), 2400), points=600) for day in days}
    files["ride.fit"] = made.fit(FitSession(at(ONSET - timedelta(days=2)), 3600, made.CYCLING))
    files["bad.fit"] = b"no FIT file"
    return made.garmin(tmp_path / "takeout.zip", files)


def at(day: date) -> datetime:
    return datetime.combine(day, time(7), tzinfo=UTC)


def from_garmin(diary: Settings) -> int:
    ((number,),) = rows(diary.place, "SELECT count(*) FROM sessions WHERE note = 'From Garmin.'")
    return int(number)


@pytest.mark.slow
def test_an_archive_is_read_in_place_and_says_what_it_holds(
    diary: Settings, takeout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = takeout.read_bytes()
    assert main(["import", str(takeout), "--yes"]) == 0
    said = capsys.readouterr()
    assert "In the archive: Runs 9, Rides 1. 10 of them are wanted." in said.out
    assert "Usual run in the 12 weeks before" in said.out
    assert "40 min, of 9 runs." in said.out
    assert "bad.fit" in said.err
    assert from_garmin(diary) == 10
    assert takeout.read_bytes() == before
    assert not list(diary.incoming.glob("*"))
    assert main(["import", str(takeout), "--yes"]) == 0
    assert "Nothing here is new." in capsys.readouterr().out
    assert from_garmin(diary) == 10


@pytest.mark.slow
def test_kinds_and_months_are_chosen(diary: Settings, takeout: Path) -> None:
    assert main(["import", str(takeout), "--yes", "--kinds", "bike"]) == 0
    assert from_garmin(diary) == 1
    assert main(["import", str(takeout), "--yes", "--kinds", "jumping"]) == 2


@pytest.mark.slow
def test_nothing_is_added_without_a_yes(diary: Settings, takeout: Path) -> None:
    assert main(["import", str(takeout)]) == 2
    assert from_garmin(diary) == 0


@pytest.mark.slow
def test_stopped_in_the_middle_it_goes_on_where_it_was(
    diary: Settings, takeout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def stopping(opened: Archive, activity: Activity) -> reading.Reading:
        if len(read) == 4:
            raise KeyboardInterrupt
        read.append(activity.id)
        return reading.read(opened, activity)

    job = "tracker.services.transfer.archive_job.read"
    with monkeypatch.context() as patched:
        patched.setattr(job, stopping)
        assert main(["import", str(takeout), "--yes"]) == 130
    assert from_garmin(diary) == 0
    again: list[str] = []

    def noting(opened: Archive, activity: Activity) -> reading.Reading:
        again.append(activity.id)
        return reading.read(opened, activity)

    monkeypatch.setattr(job, noting)
    assert main(["import", str(takeout), "--yes"]) == 0
    assert from_garmin(diary) == 10
    assert len(again) == 5
    assert not set(again) & set(read)


@pytest.mark.slow
def test_what_is_no_archive_is_refused_as_before(
    diary: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(made.zipped({"letter.txt": "dear"}))
    assert main(["import", str(path), "--yes"]) == 2
    assert "episode.json: is missing" in capsys.readouterr().err
    assert from_garmin(diary) == 0
