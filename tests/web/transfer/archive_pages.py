"""An archive of a test, and the way through the pages that take it in."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from tests.exchange.archive import made
from tests.exchange.archive.made import Row, Stretch
from tests.web.conftest import ONSET
from tests.web.pages import words_of
from tracker.services.transfer.exports import all_archives

if TYPE_CHECKING:
    from pathlib import Path

    from werkzeug.test import TestResponse

    from tests.web.pages import PageClient
    from tracker.progression.diary import SessionLog
    from tracker.storage.database import Database


def at(day: date, hour: int = 6) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def written(instant: datetime) -> str:
    """As Strava writes it, in UTC."""
    return f"{instant:%b} {instant.day}, {instant.year}, {instant:%I:%M:%S %p}".replace(" 0", " ")


def history(path: Path, *, weeks: int = 4, more: tuple[Row, ...] = ()) -> Path:
    """Three runs a week before the onset: 30, 40 and 60 minutes, one with a bad file; a ride."""
    rows, files = list(more), {}
    for week in range(weeks):
        for number, (days_before, minutes) in enumerate(((6, 30), (4, 40), (2, 60))):
            start = at(ONSET - timedelta(days=7 * week + days_before))
            uid = f"{week}{number}"
            files[f"{uid}.gpx.gz"] = made.gzipped(made.gpx(start, Stretch(60 * minutes, 2.8)))
            row = Row(
                uid, written(start), "Run", 60 * minutes, 168 * minutes, f"activities/{uid}.gpx.gz"
            )
            rows.append(row)
    files["00.gpx.gz"] = b"\x1f\x8bnothing of a gzip"
    rows.append(Row("ride", written(at(ONSET - timedelta(days=1))), "Ride", 3600, 25_000))
    return made.strava(path, rows, files)


def token_of(client: PageClient) -> str:
    token: str = client.get("/guide/clearance").get_json()["csrf_token"]
    return token


def send(client: PageClient, content: bytes, name: str = "export_1.zip") -> TestResponse:
    fields = {"csrf_token": token_of(client), "file": (BytesIO(content), name)}
    return client.post("/import/archive", data=fields)


def go_on(client: PageClient, url: str) -> TestResponse:
    """Press the button until the work is over; where that leads."""
    for _ in range(50):
        page = client.get(url)
        if page.status_code == 303:
            return page
        assert (
            client.submit(url, button="Begin" if "Begin" in words_of(page) else "Go on").status_code
            == 303
        )
    raise AssertionError("it is never over")


def take_in(client: PageClient, path: Path, **choice: str | list[str]) -> TestResponse:
    assert send(client, path.read_bytes()).location == "/import/archive/look"
    assert go_on(client, "/import/archive/look").location == "/import/archive/choose"
    chosen = client.submit("/import/archive/choose", dict(choice), button="Read these")
    assert chosen.location == "/import/archive/read"
    assert go_on(client, "/import/archive/read").location == "/import/archive/usual"
    return client.submit("/import/archive/preview", button="Add it to my diary")


def sessions_of(database: Database, account_id: int) -> list[SessionLog]:
    (archive,) = all_archives(database, account_id)
    return list(archive.sessions)


def take_in_again(client: PageClient, path: Path) -> str:
    send(client, path.read_bytes())
    go_on(client, "/import/archive/look")
    client.submit("/import/archive/choose", kinds=["run"], button="Read these")
    go_on(client, "/import/archive/read")
    return words_of(client.get("/import/archive/preview"))
