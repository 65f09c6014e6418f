"""Archives with bytes changed, anywhere: each is read as far as it is good, or refused in words."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.archive import made
from tests.exchange.archive.made import FitSession, Row, Stretch
from tests.exchange.splices import Change, changed, changes
from tracker.exchange.archive.activity import Activity, Step, Unreadable
from tracker.exchange.archive.opened import open_archive
from tracker.exchange.archive.reading import has_to_be_read, read
from tracker.exchange.parse_errors import FilesError

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),  # of libraries, about what is damaged
]
SIX = datetime(2026, 3, 1, 6, tzinfo=UTC)
LONGEST_S = 2 * 86_400


CHANGES = changes(
    [b"\xff\xff\xff\xff", b"9" * 30, b"-1", b"NaN", b"<Workout ", b'"'],
    most_gone=3000,
    most_changes=5,
)


@cache
def parts() -> dict[str, dict[str, bytes]]:
    """The files of an archive of each kind, unpacked, so that what is inside can be changed."""
    way, fit = made.gpx(SIX, Stretch(300, 2.8)), made.fit(FitSession(SIX, 300), points=300)
    row = Row("1", "Mar 1, 2026, 6:00:00 AM", "Run", 300, 840, "activities/1.gpx.gz")
    at = "2026-03-01 07:00:00 +0100", "2026-03-01 07:05:00 +0100"
    body = made.workout("Running", *at, minutes=5, inside=made.route("a.gpx"))
    document = f"{made.DOCUMENT_TYPE}<HealthData>{body * 3}</HealthData>"
    return {
        "strava": {
            "activities.csv": made.strava_table([row] * 3).encode(),
            "activities/1.gpx.gz": made.gzipped(way),
        },
        "garmin": {"DI_CONNECT/UploadedFiles_0.zip": made.zipped({"1.fit": fit, "2.gpx": way})},
        "apple": {
            "apple_health_export/export.xml": document.encode(),
            "apple_health_export/workout-routes/a.gpx": way,
        },
        "fit": {"1.fit": fit},
    }


def check(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.zip"
        path.write_bytes(content)
        with suppress(FilesError), open_archive(path, Path(folder)) as archive:
            for piece in archive.activities():
                assert isinstance(piece, Activity | Unreadable | Step)
                if isinstance(piece, Activity):
                    assert 0 < piece.seconds <= LONGEST_S
                    assert piece.start.tzinfo is not None
                if isinstance(piece, Activity) and has_to_be_read(piece):
                    read(archive, piece)


MANY = settings(
    max_examples=700,  # of each of seven kinds
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("kind", ["strava", "garmin", "apple", "fit"])
def test_a_changed_file_of_an_archive_breaks_nothing(kind: str) -> None:
    @MANY
    @given(name=st.sampled_from(sorted(parts()[kind])), by=CHANGES)
    def mutate(name: str, by: list[Change]) -> None:
        check(made.zipped(parts()[kind] | {name: changed(parts()[kind][name], by)}))

    mutate()


@pytest.mark.parametrize("kind", ["strava", "garmin", "apple"])
def test_a_changed_archive_breaks_nothing(kind: str) -> None:
    @MANY
    @given(by=CHANGES)
    def mutate(by: list[Change]) -> None:
        check(changed(made.zipped(parts()[kind]), by))

    mutate()
