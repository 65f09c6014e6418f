"""Asked again who it is: before a link, an end of sign-ins, an export, an account's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import PASSPHRASE, START, Clock, SignedIn
from tests.web.pages import PageClient, parsed, words_of
from tracker.services.access import rate_limit, share_links, sign_ins

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from tracker.storage.database import Database

LINK = {"shared_with": "Dr Okafor", "days": "30"}


@pytest.fixture
def later(client: PageClient, signed_in: SignedIn, clock: Clock) -> SignedIn:
    """A quarter of an hour after signing in."""
    clock.move(minutes=15)
    assert client.get("/").status_code == 200
    return signed_in


def confirm(client: PageClient, asked: TestResponse, url: str, **typed: str) -> TestResponse:
    form = next(f for f in parsed(asked).iter("form") if "confirm_passphrase" in _names(f))
    return client.send(form, url, {**typed})


def _names(form: object) -> set[str]:
    return {field.get("name", "") for field in form.iter("input")}  # type: ignore[attr-defined]


def test_a_recent_sign_in_is_enough(client: PageClient, signed_in: SignedIn, clock: Clock) -> None:
    del signed_in
    clock.move(minutes=14, seconds=59)
    assert "The new link" in words_of(client.submit("/sharing", None, **LINK))


def test_a_link_is_made_once_it_is_known_who_asks(
    client: PageClient, later: SignedIn, database: Database
) -> None:
    asked = client.submit("/sharing", None, **LINK)
    assert asked.status_code == 403
    assert share_links.shares(database, later.account_id) == []
    wrong = confirm(client, asked, "/sharing", confirm_passphrase="guess")
    assert wrong.status_code == 422
    assert share_links.shares(database, later.account_id) == []
    made = confirm(client, wrong, "/sharing", confirm_passphrase=PASSPHRASE)
    assert "The new link" in words_of(made)
    (share,) = share_links.shares(database, later.account_id)
    assert share.shared_with == "Dr Okafor"


def test_it_is_asked_for_once_in_a_while(client: PageClient, later: SignedIn, clock: Clock) -> None:
    del later
    asked = client.submit("/sharing", None, **LINK)
    confirm(client, asked, "/sharing", confirm_passphrase=PASSPHRASE)
    clock.move(minutes=14)
    assert "The new link" in words_of(client.submit("/sharing", None, **LINK))
    clock.move(minutes=1)
    assert client.submit("/sharing", None, **LINK).status_code == 403


def test_an_export_is_had_after_a_page_that_asks(client: PageClient, later: SignedIn) -> None:
    del later
    asked = client.get("/export/everything.zip")
    assert (asked.status_code, asked.location) == (
        303,
        "/account/confirm?next=/export/everything.zip",
    )
    assert client.submit(asked.location, confirm_passphrase="guess").status_code == 422
    answer = client.submit(asked.location, confirm_passphrase=PASSPHRASE)
    assert answer.location == "/export/everything.zip"
    assert client.get(answer.location).status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/export", "/export/check_ins.csv", "/account/second-factor/app"],
)
def test_these_pages_ask_first(client: PageClient, later: SignedIn, address: str) -> None:
    del later
    assert client.get(address).location == f"/account/confirm?next={address}"


@pytest.mark.parametrize(
    ("page", "button"),
    [
        ("/account", "Sign out everywhere else"),
        ("/calendar", "Make a private link"),
        ("/people", "Make an invitation"),
        ("/people/1", "Sign out of every browser"),
        ("/people/1", "Give up the role"),
    ],
)
def test_these_buttons_ask_first(
    client: PageClient, later: SignedIn, database: Database, page: str, button: str
) -> None:
    sign_ins.open_sign_in(database, later.account_id, user_agent="x", now=START)
    assert client.submit(page, button=button).status_code == 403


@pytest.mark.slow
def test_what_a_runner_does_every_day_asks_for_nothing(client: PageClient, later: SignedIn) -> None:
    del later
    for page in ("/check-in", "/session", "/more", "/red-flags"):
        assert client.submit(page).status_code in {303, 422}, page
    assert client.get("/clinician.pdf").status_code == 200


def test_guessing_is_held_up_with_all_other_tries(client: PageClient, later: SignedIn) -> None:
    del later
    for _ in range(rate_limit.TRIES["account"]):
        client.submit("/account/confirm", confirm_passphrase="guess")
    answer = client.submit("/account/confirm", confirm_passphrase=PASSPHRASE)
    assert "Wait 15 minutes" in words_of(answer)
    assert client.get("/export").status_code == 303


def test_it_leads_nowhere_else(client: PageClient, later: SignedIn) -> None:
    del later
    address = "/account/confirm?next=//elsewhere.example"
    assert client.submit(address, confirm_passphrase=PASSPHRASE).location == "/"
