"""What a recording leaves open is asked: what it was, which part, by which clock, whether again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from fit_tool.profile.profile_type import Sport, SubSport

from tests.exchange.watch.makers import JOG, WALK, FitWriter, activity, gpx, lap, tcx, track
from tests.web.diary.test_recordings import send, values
from tests.web.pages import parsed, words_of

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from tests.web.conftest import Clock
    from tests.web.pages import PageClient

pytestmark = pytest.mark.usefixtures("signed_in")


@pytest.fixture(autouse=True)
def on_the_day(clock: Clock) -> None:
    """The recordings are of the morning of 2 May 2026."""
    clock.instant = datetime(2026, 5, 2, 16, 0, tzinfo=UTC)


def follow(client: PageClient, page: TestResponse, words: str) -> TestResponse:
    """Go where the link of those words leads."""
    (link,) = {a.get("href") for a in parsed(page).iter("a") if words in "".join(a.itertext())}
    return client.get(str(link))


def save(client: PageClient, page: TestResponse, **answers: str) -> TestResponse:
    form = next(f for f in parsed(page).iter("form") if f.get("action") == "/session")
    return client.send(form, "/session", {"pain": "0", "sensation": "none", **answers})


def machine() -> bytes:
    writer = FitWriter().records((2100, WALK), every=30)
    return writer.session(Sport.ROWING, 0, 2100, sub=SubSport.INDOOR_ROWING).bytes()


def test_a_machine_is_offered_as_something_else_and_opens_nothing(
    client: PageClient, clock: Clock
) -> None:
    page = send(client, machine())
    assert values(page)["kind"] == "other"
    assert "Your file calls it “indoor rowing”" in words_of(page)
    assert save(client, page, included_running="no").status_code == 303
    clock.instant = datetime(2026, 5, 3, 6, 0, tzinfo=UTC)
    assert "You may run today" not in words_of(client.get("/"))


def test_what_the_file_does_not_say_is_not_preset_and_can_be_said(client: PageClient) -> None:
    page = send(client, gpx(track((300, WALK), (300, JOG)), kind=""))
    assert "kind" not in values(page)
    assert values(page)["minutes"] == "10"
    assert values(page)["jog_minutes"] == ""
    assert save(client, page).status_code == 422
    split = follow(client, page, "It was on foot")
    assert values(split)["kind"] == "walk_jog"
    assert values(split)["jog_minutes"] == "5"
    again = client.get(split.request.full_path + "&faster=12")
    assert values(again)["kind"] == "walk"


def test_a_ride_is_never_offered_as_a_run(client: PageClient) -> None:
    for kind in ("", "running"):
        page = send(client, gpx(track((1800, 6.5)), kind=kind))
        assert "kind" not in values(page)
        assert "faster than most people run" in words_of(page)
        assert "It was on foot" not in words_of(page)
        forced = client.get(page.request.full_path + "&what=on-foot")
        assert "kind" not in values(forced)


def test_a_fast_run_is_one_on_the_runners_word(client: PageClient) -> None:
    page = send(client, gpx(track((1200, 3.6))))
    assert "kind" not in values(page)
    split = follow(client, page, "It was on foot")
    assert (values(split)["kind"], values(split)["jog_minutes"]) == ("run", "20")


def duathlon() -> bytes:
    run, ride = activity(lap((300, JOG))), activity(lap((600, 6), begin=300), sport="Biking")
    return tcx(run, ride)


def test_the_parts_of_a_file_are_said_and_each_can_be_saved_once(client: PageClient) -> None:
    page = send(client, duathlon())
    assert "The file holds 2 parts" in words_of(page)
    assert values(page)["kind"] == "run"
    ride = follow(client, page, "Bike")
    assert (values(ride)["kind"], values(ride)["minutes"]) == ("bike", "10")
    assert values(ride)["uid"] != values(page)["uid"]
    assert save(client, ride).status_code == 303
    again = follow(client, send(client, duathlon()), "Bike")
    assert again.status_code == 303
    assert "/edit" in again.location
    assert client.get(page.request.full_path + "&leg=7").status_code in {200, 303}


def test_the_watchs_own_day_is_offered_where_it_differs(client: PageClient) -> None:
    writer = FitWriter().records((60, JOG), begin=-9 * 3600)
    writer.session(Sport.RUNNING, -9 * 3600, 60).activity(60 - 9 * 3600, hours_ahead=9)
    page = send(client, writer.bytes())  # 22:00 UTC on 1 May: 00:00 in Berlin, 07:00 in Tokyo
    assert (values(page)["date"], values(page)["time"]) == ("2026-05-02", "00:00")
    assert "The watch itself showed Saturday 2 May, 07:00" in words_of(page)
    watch = follow(client, page, "use the watch’s")
    assert (values(watch)["date"], values(watch)["time"]) == ("2026-05-02", "07:00")
    assert values(follow(client, watch, "use your time zone"))["time"] == "00:00"


def test_the_clock_is_not_spoken_of_where_both_agree(client: PageClient) -> None:
    writer = FitWriter().records((60, JOG)).session(Sport.RUNNING, 0, 60)
    page = send(client, writer.activity(60, hours_ahead=2).bytes())
    assert "The watch itself" not in words_of(page)


def test_times_without_a_zone_are_said_to_have_none(client: PageClient) -> None:
    page = send(client, gpx(track((60, JOG), mark="")))
    assert "do not say their time zone" in words_of(page)
    assert values(page)["time"] == "09:00"
    assert values(follow(client, page, "use the watch’s"))["time"] == "07:00"


def test_a_file_that_breaks_off_says_so(client: PageClient) -> None:
    content = gpx(track((600, WALK)), kind="walking")
    page = send(client, content[: len(content) // 2])
    assert "breaks off or is damaged: it was read as far as it goes" in words_of(page)
    assert values(page)["kind"] == "walk"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("time", "minutes", "is_there"),
    [
        ("09:00", "10", True),
        ("09:08", "30", True),
        ("08:46", "10", True),
        ("08:40", "15", False),
        ("07:00", "30", False),
        ("12:00", "10", False),
    ],
)
def test_a_session_about_that_time_is_pointed_out_whatever_brought_it(
    client: PageClient, time: str, minutes: str, *, is_there: bool
) -> None:
    """The recording begins at 09:00 in Berlin and takes ten minutes."""
    when = {"date": "2026-05-02", "time": time}
    saved = client.submit(
        "/session", {**when, "kind": "bike", "minutes": minutes, "pain": "0", "sensation": "none"}
    )
    assert saved.status_code == 303
    page = send(client, tcx(activity(lap((600, WALK)))))
    assert ("There is a session about that time already" in words_of(page)) is is_there


def test_the_same_run_in_another_format_is_pointed_out(client: PageClient) -> None:
    content = gpx(track((600, WALK)), kind="walking")
    assert save(client, send(client, content)).status_code == 303
    page = send(client, tcx(activity(lap((600, WALK)))))
    assert "There is a session about that time already: Walk, 10 min, at 09:00" in words_of(page)


def test_no_file_is_greyed_out_on_a_phone(client: PageClient) -> None:
    (field,) = (
        i for i in parsed(client.get("/session/file")).iter("input") if i.get("type") == "file"
    )
    assert field.get("accept") is None
