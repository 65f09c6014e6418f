"""A recording fills in the session form, and is never saved unseen."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import gpxpy.gpx
import pytest

from tests.raw_sql import rows
from tests.web.pages import parsed, preset, words_of
from tracker.app import create_app

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from tests.web.conftest import Clock
    from tests.web.pages import PageClient
    from tracker.settings import Settings

pytestmark = pytest.mark.usefixtures("signed_in")

START = datetime(2026, 4, 29, 16, 30, tzinfo=UTC)
METRES_PER_DEGREE = 111_195


def gpx(
    *stretches: tuple[int, float] | tuple[int, float, int],
    start: datetime = START,
    sport: str | None = "running",
) -> bytes:
    """A file as gpxpy writes it: so many seconds at so many metres a second, northwards.

    A third number is what a watch would have counted: the steps of one foot a minute.
    """
    file = gpxpy.gpx.GPX()
    file.tracks.append(gpxpy.gpx.GPXTrack())
    file.tracks[0].type = sport  # type: ignore[assignment] # set like this by its own parser
    segment = gpxpy.gpx.GPXTrackSegment()
    file.tracks[0].segments.append(segment)
    at, latitude = start, 50.0
    for seconds, speed, *counted in ((1, 0.0), *stretches):
        for _ in range(int(seconds)):
            point = gpxpy.gpx.GPXTrackPoint(latitude, 8.0, time=at)
            for steps in counted:
                point.extensions.append(ET.Element("cad"))
                point.extensions[-1].text = str(steps)
            segment.points.append(point)
            at += timedelta(seconds=1)
            latitude += speed / METRES_PER_DEGREE
    segment.points.append(gpxpy.gpx.GPXTrackPoint(latitude, 8.0, time=at))
    return file.to_xml().encode()


def send(client: PageClient, content: bytes) -> TestResponse:
    sent = client.submit("/session/file", {"file": (BytesIO(content), "a.gpx")})  # type: ignore[dict-item]
    return client.get(sent.location) if sent.status_code == 303 else sent


def values(page: TestResponse) -> dict[str, object]:
    form = next(f for f in parsed(page).iter("form") if f.get("action") == "/session")
    return dict(preset(form))


def test_a_recording_fills_in_everything_but_how_it_felt(client: PageClient) -> None:
    page = send(client, gpx((300, 1.4), (240, 2.8), (120, 1.4), (240, 2.8)))
    typed = values(page)
    assert (typed["date"], typed["time"]) == ("2026-04-29", "18:30")
    assert typed["kind"] == "walk_jog"
    assert typed.get("pain", "") == ""
    assert "sensation" not in typed
    assert str(typed["distance_km"]).startswith("1.9")
    assert "Nothing has been saved yet" in words_of(page)
    assert client.get("/export/sessions.csv").get_data(as_text=True).count("\n") == 1


def test_jogging_begins_where_the_runner_says(client: PageClient) -> None:
    page = send(client, gpx((300, 1.8), (300, 2.6)))
    url = page.request.full_path
    assert values(page)["jog_minutes"] != values(client.get(url + "&faster=6"))["jog_minutes"]
    assert client.get(url + "&faster=abc").status_code == 422
    assert client.get(url + "&faster=900").status_code == 422
    assert values(client.get(url + "&faster=6"))["kind"] == "run"


def test_steps_tell_jogging_where_they_were_counted_unless_that_is_not_wanted(
    client: PageClient,
) -> None:
    page = send(client, gpx((300, 2.1, 60), (300, 1.8, 80)))  # a fast walk, then a slow jog
    assert "By steps, from" in words_of(page)
    assert values(page)["jog_minutes"] == "5"
    url = page.request.full_path
    assert values(client.get(url + "&faster=7.2&steps="))["walk_minutes"] == "5:02"
    assert client.get(url + "&faster=7.2&steps=70").status_code == 422
    assert values(client.get(url + "&faster=7.2&steps=170"))["kind"] == "walk"
    uncounted = send(client, gpx((300, 2.1), (300, 2.6)))
    assert "steps" not in words_of(uncounted)


def test_a_recording_that_is_in_the_diary_is_not_added_twice(client: PageClient) -> None:
    content = gpx((600, 1.4))
    page = send(client, content)
    form = next(f for f in parsed(page).iter("form") if f.get("action") == "/session")
    saved = client.send(form, "/session", {"pain": "0", "sensation": "none"})
    assert saved.status_code == 303
    again = send(client, content)
    assert again.status_code == 303
    assert "/edit" in again.location


def waiting(settings: Settings) -> int:
    """How many files wait for their sender's yes, on the disk or on the server."""
    if settings.server is None:
        return len(list(settings.incoming.iterdir()))
    ((number,),) = rows(settings.server, "SELECT count(*) FROM staged_files")
    return int(number)


def test_a_recording_is_thrown_away_once_it_is_in_the_diary(
    client: PageClient, settings: Settings
) -> None:
    page = send(client, gpx((1200, 1.4)))
    assert waiting(settings) == 1
    form = next(f for f in parsed(page).iter("form") if f.get("action") == "/session")
    saved = client.send(form, "/session", {"pain": "0", "sensation": "none"})
    assert saved.status_code == 303
    assert waiting(settings) == 0


def test_a_recording_that_nobody_decided_on_is_thrown_away_after_a_day(
    client: PageClient, settings: Settings, clock: Clock
) -> None:
    send(client, gpx((1200, 1.4)))
    for draft in settings.incoming.glob("*"):
        os.utime(draft, (clock().timestamp(), clock().timestamp()))
    for hours, left in ((23, 1), (2, 0)):
        clock.move(hours=hours)
        create_app(settings, clock=clock).config["DATABASE"].close()
        assert waiting(settings) == left


@pytest.mark.slow
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Choose a file first"),
        (b"hello", "is not a GPX, FIT or TCX file"),
        (b"PK\x03\x04", "is a ZIP that is damaged"),
        (b"<html></html>", "is not a GPX, FIT or TCX file"),
        (gpx((60, 1.0))[:300], "breaks off before anything was recorded"),
        (gpx((60, 1.0), start=datetime(1999, 1, 1, tzinfo=UTC)), "begins in 1999"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><gpx>&a;</gpx>', "defines entities"),
    ],
)
def test_what_is_no_recording_gets_a_clear_answer(
    client: PageClient, content: bytes, message: str
) -> None:
    answer = send(client, content)
    assert answer.status_code == 422
    assert message in words_of(answer)
