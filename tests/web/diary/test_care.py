"""The care log: kept by day, changed, deleted and undone; it decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import TODAY
from tests.web.diaries import good_check_in, ladder_from
from tests.web.pages import parsed, preset, text_of, words_of
from tracker.content.care import ADVICE, CareKind

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from werkzeug.test import TestResponse

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import Fields, PageClient
    from tracker.storage.database import Database


def log(client: PageClient, kind: str = "ice", minutes: str = "", note: str = "") -> TestResponse:
    response = client.submit("/care", kind=kind, minutes=minutes, note=note)
    assert response.status_code == 303
    return client.get("/care")


@pytest.mark.slow
@pytest.mark.parametrize("kind", CareKind)
@pytest.mark.usefixtures("signed_in")
def test_each_kind_of_care_can_be_logged(client: PageClient, kind: CareKind) -> None:
    words = words_of(log(client, kind, minutes="10", note="after stairs"))
    assert f"{ADVICE[kind].name}, 10 min" in words
    assert "after stairs" in words


@pytest.mark.usefixtures("signed_in")
def test_care_can_be_logged_without_its_length(client: PageClient) -> None:
    page = parsed(log(client, "rest"))
    assert [text_of(e.find("div/p")) for e in page.iter("li") if e.get("class") == "entry"] == [
        "Rest"
    ]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [("20", ""), ("21", "Later advice stops at 20"), ("30", "Later advice stops at 20")],
)
@pytest.mark.usefixtures("signed_in")
def test_ice_over_20_minutes_gets_a_remark(client: PageClient, minutes: str, said: str) -> None:
    words = words_of(log(client, minutes=minutes))
    assert said in words
    assert ("Later advice stops" in words) == bool(said)
    assert "That is long for ice" not in words


@pytest.mark.usefixtures("signed_in")
def test_ice_over_30_minutes_is_called_long(client: PageClient) -> None:
    assert "That is long for ice" in words_of(log(client, minutes="31"))
    assert "That is long for ice" not in words_of(log(client, "warm_bath", minutes="31"))


@pytest.mark.usefixtures("signed_in")
def test_every_kind_shows_what_was_advised_and_what_was_found_since(client: PageClient) -> None:
    aside = text_of(client.page("/care").find(".//aside"))
    for known in ADVICE.values():
        assert known.advised in aside
        assert known.found_since in aside


@pytest.mark.slow
@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("kind", "", "Choose what you did."),
        ("kind", "leeches", "Choose one of the answers shown."),
        ("minutes", "a while", "Give whole minutes up to a day, like 15."),
        ("minutes", "1441", "Give whole minutes up to a day, like 15."),
        ("minutes", "-5", "Give whole minutes up to a day, like 15."),
        ("minutes", "1e400", "Give whole minutes up to a day, like 15."),
        ("date", "2026-05-02", "This day has not come yet."),
        ("date", "soon", "Give the date as year-month-day"),
        ("note", "x" * 2001, "Shorten this to 2000 characters"),
    ],
)
@pytest.mark.usefixtures("signed_in")
def test_what_cannot_be_is_refused_beside_its_field_and_nothing_typed_is_lost(
    client: PageClient, field: str, typed: str, said: str
) -> None:
    answers: Fields = {"kind": "ice", "minutes": "15", "note": "kept", field: typed}
    response = client.submit("/care", answers)
    assert response.status_code == 422
    assert said in words_of(response)
    if field != "note":
        assert "kept" in words_of(response)
    assert "Nothing yet." in words_of(client.get("/care"))


@pytest.mark.usefixtures("signed_in")
def test_an_entry_of_an_earlier_day_stands_under_that_day(client: PageClient) -> None:
    response = client.submit("/care?date=2026-04-20", kind="massage", time="18:30")
    assert response.status_code == 303
    days = {li.get("id"): text_of(li) for li in client.page("/care").iter("li") if li.get("id")}
    assert list(days) == ["2026-04-20"]
    assert "Massage 18:30" in days["2026-04-20"]


@pytest.mark.usefixtures("signed_in")
def test_sent_twice_it_is_kept_once(client: PageClient) -> None:
    form = next(f for f in client.page("/care").iter("form") if f.get("action") == "/care")
    for _ in range(2):
        assert client.send(form, "/care", {"kind": "ice"}).status_code == 303
    assert words_of(client.get("/care")).count("Edit Ice") == 1


@pytest.mark.usefixtures("signed_in")
def test_an_entry_can_be_changed_and_the_change_undone(client: PageClient) -> None:
    url = edit_url(log(client, minutes="10"))
    changed = client.submit(url, button="Save", kind="ice", minutes="12")
    assert changed.location == "/care"
    page = client.get("/care")
    assert "Ice, 12 min" in words_of(page)
    undo(client, page)
    assert "Ice, 10 min" in words_of(client.get("/care"))


@pytest.mark.usefixtures("signed_in")
def test_a_change_that_cannot_be_is_refused(client: PageClient) -> None:
    url = edit_url(log(client, minutes="10"))
    assert client.submit(url, button="Save", minutes="long").status_code == 422


@pytest.mark.usefixtures("signed_in")
def test_a_deleted_entry_can_be_brought_back(client: PageClient) -> None:
    log(client, minutes="10", note="cold")
    client.submit("/care", button="Delete Ice, 10 min 08:00")
    page = client.get("/care")
    assert "Deleted: Ice, 10 min." in words_of(page)
    undo(client, page)
    words = words_of(client.get("/care"))
    assert "Ice, 10 min" in words
    assert "cold" in words


@pytest.mark.usefixtures("signed_in")
def test_only_the_last_change_can_be_undone_and_only_once(client: PageClient) -> None:
    page = log(client, minutes="10")
    client.submit(edit_url(page), button="Save", minutes="12")
    assert "cannot be undone" in words_of(undo(client, page))
    assert "Ice, 12 min" in words_of(client.get("/care"))


@pytest.mark.usefixtures("signed_in")
def test_a_change_of_care_is_no_change_of_the_diary_and_the_other_way_round(
    client: PageClient,
) -> None:
    of_care = undo_form(log(client))
    number = (of_care.get("action") or "").rsplit("/", 1)[-1]
    assert client.post(f"/undo/{number}", data=preset(of_care)).status_code == 404
    good_check_in(client)
    of_diary = undo_form(client.get("/"))
    number = (of_diary.get("action") or "").rsplit("/", 1)[-1]
    assert client.post(f"/care/undo/{number}", data=preset(of_diary)).status_code == 404
    assert client.post("/care/undo/999", data=preset(of_diary)).status_code == 404


@pytest.mark.usefixtures("signed_in")
def test_an_unknown_entry_is_missing(client: PageClient) -> None:
    assert client.get("/care/none/edit").status_code == 404


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_a_long_log_shows_four_weeks_and_the_rest_on_demand(client: PageClient) -> None:
    for day in range(1, 31):
        client.submit(f"/care?date=2026-04-{day:02d}", kind="rest", time="12:00")
    words = words_of(client.get("/care"))
    assert words.count("Edit Rest") == 28
    assert "Show 2 earlier days" in words
    assert words_of(client.get("/care?all=1")).count("Edit Rest") == 30


@pytest.mark.slow
def test_care_gates_nothing(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> None:
    ladder_from(database, signed_in, TODAY, clock())
    good_check_in(client)
    assert text_of(client.page("/").find(".//h1")) == "Walk and jog today"
    for kind in CareKind:
        log(client, kind, minutes="600")
    assert text_of(client.page("/").find(".//h1")) == "Walk and jog today"


def edit_url(page: TestResponse) -> str:
    links = [a.get("href") or "" for a in parsed(page).iter("a")]
    return next(link for link in links if link.startswith("/care/"))


def undo_form(page: TestResponse) -> Element:
    forms = parsed(page).iter("form")
    return next(f for f in forms if "/undo/" in (f.get("action") or ""))


def undo(client: PageClient, page: TestResponse) -> TestResponse:
    assert client.send(undo_form(page), "/care", {}).status_code == 303
    return client.get("/care")
