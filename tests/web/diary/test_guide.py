"""What the server tells a phone about today, and what a phone may keep."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.conftest import NAME, TODAY
from tests.web.diaries import check_in, good_check_in, ladder_from
from tests.web.pages import text_of, words_of
from tracker.progression.diary import Sensation
from tracker.progression.ladder import Prescription
from tracker.services.access import sign_ins
from tracker.services.diary import entries
from tracker.web.diary.guide import permit_until_midnight, steps
from tracker.web.kit.identity import owner_key

if TYPE_CHECKING:
    from flask import Flask

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import PageClient
    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database


@pytest.fixture
def cleared(client: PageClient, signed_in: SignedIn, database: Database, clock: Clock) -> SignedIn:
    ladder_from(database, signed_in, TODAY, clock())
    good_check_in(client)
    return signed_in


def ask(client: PageClient) -> dict[str, Any]:
    answer = client.get("/guide/clearance")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    answered: dict[str, Any] = answer.get_json()
    return answered


@pytest.mark.usefixtures("cleared")
def test_a_cleared_day_is_told_in_seconds_until_the_runners_midnight(client: PageClient) -> None:
    clearance = ask(client)["clearance"]
    assert clearance["date"] == "2026-05-01"
    assert (
        clearance["steps"]
        == [
            {"kind": "walk", "seconds": 240},
            {"kind": "jog", "seconds": 60},
        ]
        * 5
    )
    midnight_in_berlin = datetime(2026, 5, 1, 22, tzinfo=UTC)
    assert clearance["expires"] == midnight_in_berlin.timestamp() * 1000


@pytest.mark.parametrize(
    ("day", "zone", "ends"),
    [
        (date(2026, 3, 29), "Europe/Berlin", "2026-03-29T22:00Z"),  # the clocks change
        (date(2026, 5, 1), "Pacific/Auckland", "2026-05-01T12:00Z"),
        (date(2026, 5, 1), "America/Los_Angeles", "2026-05-02T07:00Z"),
        (date(2026, 9, 5), "America/Santiago", "2026-09-06T04:00Z"),  # there is no midnight
    ],
)
def test_a_clearance_ends_with_its_day_where_the_runner_is(day: date, zone: str, ends: str) -> None:
    clearance = permit_until_midnight(list(steps(Prescription(0, 1500, 1))), day, zone, "07:10")
    assert clearance["expires"] == datetime.fromisoformat(ends).timestamp() * 1000


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (Prescription(60, 240, 2), [("walk", 60), ("jog", 240)] * 2),
        (Prescription(0, 1500, 1), [("jog", 1500)]),
    ],
)
def test_a_plan_is_walked_and_jogged_in_turn(
    plan: Prescription, expected: list[tuple[str, int]]
) -> None:
    assert list(steps(plan)) == expected


@pytest.mark.usefixtures("signed_in")
def test_a_day_that_is_not_cleared_has_no_clearance(client: PageClient) -> None:
    content = ask(client)
    assert content["clearance"] is None
    assert content["diary"]


def test_pain_and_a_run_each_take_the_clearance_away(
    client: PageClient, cleared: SignedIn, database: Database, clock: Clock
) -> None:
    assert ask(client)["clearance"]
    painful = replace(check_in(TODAY, 2, Sensation.PAIN), id="later")
    owner = (database, cleared.account_id, cleared.episode_id)
    entries.save_check_in(*owner, painful, today=TODAY, now=clock())
    assert ask(client)["clearance"] is None
    later = entries.find_check_in(*owner, "later")
    entries.delete(*owner, later, today=TODAY, now=clock())
    assert ask(client)["clearance"]
    clock.move(hours=1)
    assert (
        client.submit("/session?plan=1", pain="0", effort="3", sensation="none").status_code == 303
    )
    assert ask(client)["clearance"] is None


def test_nobody_signed_in_is_told_nothing(client: PageClient, signed_in: SignedIn) -> None:
    sign_ins.sign_out(client.application.config["DATABASE"], signed_in.token, signed_in_at(client))
    answer = client.get("/guide/clearance")
    assert answer.status_code == 401
    assert answer.get_json() == {"owner": None, "diary": False}


def signed_in_at(client: PageClient) -> datetime:
    instant: datetime = client.application.config["CLOCK"]()
    return instant


def test_an_account_without_an_open_diary_is_told_so(client: PageClient, account: Account) -> None:
    content = ask(client)
    assert (content["diary"], content["clearance"]) == (False, None)
    assert account.name == NAME


@pytest.mark.own_app
@pytest.mark.usefixtures("signed_in")
def test_an_owner_is_named_by_what_means_nothing_elsewhere_nor_to_who_comes_after(
    client: PageClient, app: Flask, signed_in: SignedIn
) -> None:
    owner = ask(client)["owner"]
    assert re.fullmatch(r"[0-9a-f]{24}", owner)
    with app.app_context():
        account = signed_in.account
        assert owner_key(account) == owner
        assert owner_key(replace(account, id=account.id + 1)) != owner
        assert owner_key(replace(account, since=account.since + timedelta(days=1))) != owner
        app.config["SECRET_KEY"] = "another diary"
        assert owner_key(account) != owner


@pytest.mark.usefixtures("cleared")
def test_an_earlier_day_that_changes_what_was_shown_of_today_says_so(client: PageClient) -> None:
    assert "Walk and jog today" in words_of(client.get("/"))
    fine = client.submit("/check-in?date=2026-04-29", pain="0", sensation="none", time="20:00")
    assert "Today’s answer" not in words_of(client.get(fine.location))
    sore = client.submit("/check-in?date=2026-04-30", pain="2", sensation="pain", time="20:00")
    words = words_of(client.get(sore.location))
    assert "Today’s answer is another now: " in words


@pytest.mark.usefixtures("cleared")
def test_an_answer_to_a_phone_does_not_renew_the_cookie_of_its_pages(client: PageClient) -> None:
    assert "Set-Cookie" in client.get("/guide").headers
    assert "Set-Cookie" not in client.get("/guide/clearance").headers


@pytest.mark.usefixtures("cleared")
def test_the_token_is_good_for_the_ordinary_forms(client: PageClient) -> None:
    token = ask(client)["csrf_token"]
    sent = {"csrf_token": token, "uid": "from-a-phone", "date": "2026-05-01", "time": "07:59"}
    good = {"pain": "0", "sensation": "none", "queued": "yes"}
    first = client.post("/check-in", data=sent | good)
    assert first.status_code == 303
    assert "Check-in saved." in words_of(client.get("/"))
    again = client.post("/check-in", data=sent | good)
    assert again.status_code == 303
    assert "Check-in saved." not in words_of(client.get("/"))


@pytest.mark.usefixtures("cleared")
def test_a_script_is_told_where_the_answer_leads_and_the_page_says_what_was_done(
    client: PageClient,
) -> None:
    sent = {"csrf_token": ask(client)["csrf_token"], "date": "2026-05-01", "time": "07:59"}
    by_a_script = {"Accept": "application/json"}
    good = sent | {"uid": "a", "pain": "0", "sensation": "none"}
    answer = client.post("/check-in", data=good, headers=by_a_script)
    assert (answer.status_code, answer.get_json()) == (200, {"location": "/"})
    assert "Check-in saved." in words_of(client.get("/"))
    severe = sent | {"uid": "b", "pain": "9", "sensation": "pain"}
    answer = client.post("/check-in", data=severe, headers=by_a_script)
    assert answer.get_json() == {"location": "/red-flags"}
    assert client.post("/check-in", data=sent, headers=by_a_script).status_code == 422


@pytest.mark.usefixtures("cleared")
def test_the_page_lists_each_step_and_leads_to_the_ordinary_form(client: PageClient) -> None:
    page = client.page("/guide")
    (listed,) = [e for e in page.iter("ol") if e.get("data-part") == "steps"]
    assert [text_of(item) for item in listed] == ["Walk 4 min", "Jog 1 min"] * 5
    assert any(a.get("href") == "/session?plan=1" for a in page.iter("a"))


@pytest.mark.usefixtures("signed_in")
def test_a_page_without_clearance_says_why_and_lists_nothing(client: PageClient) -> None:
    page = client.page("/guide")
    (listed,) = [e for e in page.iter("ol") if e.get("data-part") == "steps"]
    assert list(listed) == []
    assert "Rest today" in text_of(page.find(".//main"))


def test_signing_out_clears_the_phone_but_not_what_waits_for_another_account(
    client: PageClient, signed_in: SignedIn
) -> None:
    answer = client.submit("/more", button="Sign out")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    with client.session_transaction() as session:
        session["token"] = signed_in.token
    page = client.get("/sign-in")
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.get_data(as_text=True))
    assert token
    answer = client.post("/sign-out", data={"csrf_token": token[1], "others": "yes"})
    assert answer.headers["Clear-Site-Data"] == '"cache"'


@pytest.mark.usefixtures("cleared")
def test_a_clearance_is_gone_the_next_day(client: PageClient, clock: Clock) -> None:
    clock.instant += timedelta(days=1)
    assert ask(client)["clearance"] is None
