"""Large archives, sent to a real server and read by it: its memory stays small.

What is sent is more than three times what the server may take. Two gigabytes were tried by hand:
change SIZE.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.exchange.archive import made
from tests.exchange.archive.made import FitSession, Row, Stretch
from tests.faults.people import COOKIE, DAYS, Runner, answer_to, runners, today
from tests.faults.servers import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.settings import Settings

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="reads what a process takes from /proc"),
]
SIZE = 500_000_000  # needs three times its room on the disk
MOST_ABOVE_START = 150_000_000
PORT = 18_473
BOUNDARY = "----archive"
RUNS = 12


def before_onset(number: int) -> datetime:
    """The beginning of a run: one every three days, before the injury."""
    day = today() - timedelta(days=DAYS + 3 * number)
    return datetime.combine(day, time(7), tzinfo=UTC)


def zeros(archive: zipfile.ZipFile, name: str, size: int) -> None:
    """A file of nothing, stored as it is: it takes no time to make, and all the room."""
    entry = zipfile.ZipInfo(name)
    with archive.open(entry, "w", force_zip64=True) as file:
        for _ in range(size // 10**7):
            file.write(bytes(10**7))


def strava_of(path: Path, size: int) -> Path:
    """Runs with their recordings, and photographs."""
    rows, files = [], {}
    for number in range(RUNS):
        start = before_onset(number)
        name = f"{number}.gpx.gz"
        files[name] = made.gzipped(made.gpx(start, Stretch(2400, 2.8)))
        at = f"{start:%b} {start.day}, {start.year}, 7:00:00 AM"
        rows.append(Row(f"{number}", at, "Run", 2400, 6720, f"activities/{name}"))
    made.strava(path, rows, files)
    with zipfile.ZipFile(path, "a") as archive:
        zeros(archive, "media/film.mp4", size)
    return path


def garmin_of(path: Path, size: int) -> Path:
    """Runs among what a watch counts otherwise, in a ZIP within; as large as that, too."""
    monitoring = made.fit(kind=32)
    inner = path.with_name("inner.zip")
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(20_000):
            archive.writestr(f"me@x.org_{number}.fit", monitoring)
        for number in range(RUNS):
            content = made.fit(FitSession(before_onset(number), 2400, metres=6720), points=2400)
            archive.writestr(f"me@x.org_run{number}.fit", content)
        zeros(archive, "a_film.bin", size)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("DI_CONNECT/DI-Connect-User/user_profile.json", "{}")
        folder = "DI_CONNECT/DI-Connect-Uploaded-Files"
        archive.write(inner, f"{folder}/UploadedFiles_0-_Part1.zip", zipfile.ZIP_STORED)
    inner.unlink()
    return path


def apple_of(path: Path, size: int) -> Path:
    """An export.xml of that size, workouts and their ways at its end, as Apple writes it."""
    record = (
        ' <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" unit="count/min"'
        ' startDate="2026-03-01 07:{:02d}:{:02d} +0100" endDate="2026-03-01 07:00:00 +0100"'
        ' value="{}"/>\n'
    )
    block = "".join(record.format(n % 60, n * 7 % 60, 40 + n % 150) for n in range(5000)).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open("apple_health_export/export.xml", "w", force_zip64=True) as file:
            file.write((made.DOCUMENT_TYPE + '<HealthData locale="en_GB">\n').encode())
            for _ in range(size // len(block)):
                file.write(block)
            for number in range(RUNS):
                start = before_onset(number)
                way = made.route(f"route_{number}.gpx")
                times = (
                    f"{at:%Y-%m-%d %H:%M:%S} +0000" for at in (start, start + timedelta(0, 2400))
                )
                file.write(made.workout("Running", *times, minutes=40, inside=way).encode())
            file.write(b"</HealthData>\n")
        for number in range(RUNS):
            content = made.gpx(before_onset(number), Stretch(2400, 2.8))
            archive.writestr(f"apple_health_export/workout-routes/route_{number}.gpx", content)
    return path


class Body:
    """A form with a file in it, piece by piece."""

    def __init__(self, path: Path, token: str) -> None:
        head = (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n{token}\r\n'
            f"--{BOUNDARY}\r\nContent-Disposition: form-data;"
            ' name="file"; filename="export.zip"\r\nContent-Type: application/zip\r\n\r\n'
        )
        self._head, self._path = head.encode(), path
        self._tail = f"\r\n--{BOUNDARY}--\r\n".encode()

    def __len__(self) -> int:
        return len(self._head) + self._path.stat().st_size + len(self._tail)

    def __iter__(self) -> Iterator[bytes]:
        yield self._head
        with self._path.open("rb") as file:
            while piece := file.read(10**6):
                yield piece
        yield self._tail


def send(runner: Runner, path: Path) -> str:
    body = Body(path, runner.form_token)
    headers = {
        "Cookie": f"{COOKIE}={runner.cookie}",
        "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        "Content-Length": f"{len(body)}",
    }
    with closing(HTTPConnection("127.0.0.1", PORT, timeout=300)) as connection:
        connection.request("POST", "/import/archive", iter(body), headers)
        return answer_to(connection).location


def go_on(runner: Runner, path: str) -> str:
    """Ask for one piece after the other, as the page's script does."""
    headers = {
        "Cookie": f"{COOKIE}={runner.cookie}",
        "Accept": "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    for _ in range(600):
        with closing(HTTPConnection("127.0.0.1", PORT, timeout=300)) as connection:
            connection.request("POST", path, f"csrf_token={runner.form_token}", headers)
            said: dict[str, Any] = json.loads(answer_to(connection).page)
        if said["then"]:
            return str(said["then"])
    raise AssertionError("it is never over")


def memory(pid: int, what: str) -> int:
    """Bytes that a process takes now (VmRSS), or took at most (VmHWM)."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    match = re.search(rf"{what}:\s+(\d+) kB", status)
    assert match is not None
    return 1024 * int(match[1])


@pytest.mark.parametrize("archive_of", [strava_of, garmin_of, apple_of])
def test_an_archive_is_taken_in_with_little_memory(
    settings: Settings, tmp_path: Path, archive_of: Callable[[Path, int], Path]
) -> None:
    path = archive_of(tmp_path / "archive.zip", SIZE)
    (runner,) = runners(settings, 1)
    with served(settings, PORT) as server:
        assert runner.get(PORT, "/import/archive").status == 200
        at_start = memory(server.pid, "VmRSS")
        assert send(runner, path) == "/import/archive/look"
        path.unlink()
        assert go_on(runner, "/import/archive/look") == "/import/archive/choose"
        choice = {"kinds": "run", "months": "all"}
        assert (
            runner.send(PORT, "/import/archive/choose", choice).location == "/import/archive/read"
        )
        assert go_on(runner, "/import/archive/read") == "/import/archive/usual"
        assert "40 min" in runner.get(PORT, "/import/archive/usual").page
        assert runner.send(PORT, "/import/archive/preview", {}).location == "/history"
        above = memory(server.pid, "VmHWM") - at_start
    assert above <= MOST_ABOVE_START


def test_only_who_is_signed_in_may_send_more_than_a_file(
    settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "archive.zip"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    (runner,) = runners(settings, 1)
    stranger = Runner(runner.account_id, runner.episode_id, "nobody's", runner.form_token)
    with served(settings, PORT):
        assert send(runner, path) == "/import/archive/look"
        with pytest.raises((OSError, AssertionError)):
            assert send(stranger, path)
