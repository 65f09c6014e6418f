"""Several people on one server: invitations, open registration, sign-ins, passphrases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.services.access.visits import account_for
from tests.web.conftest import NAME, PASSPHRASE, Clock, SignedIn
from tests.web.pages import PageClient, words_of
from tracker.services.access import rate_limit, sign_ins

if TYPE_CHECKING:
    from flask import Flask

    from tracker.storage.database import Database

NEW = "purple wheelbarrow dawn"


@pytest.fixture
def guest(app: Flask) -> PageClient:
    """Another person's browser."""
    client = app.test_client()
    assert isinstance(client, PageClient)
    return client


def invite(client: PageClient) -> str:
    """Make an invitation; return the path of its link."""
    answer = client.submit("/people", button="Make an invitation")
    match = re.search(r"http://localhost(/join/[\w-]+)", answer.get_data(as_text=True))
    assert match is not None
    return match[1]


@pytest.mark.usefixtures("signed_in")
def test_an_invitation_makes_an_account_of_its_own(client: PageClient, guest: PageClient) -> None:
    link = invite(client)
    assert link not in client.get("/people").get_data(as_text=True)
    answer = guest.submit(link, name="Bob", passphrase=NEW)
    assert (answer.status_code, answer.location) == (303, "/start")
    assert "People" not in words_of(guest.get("/more"))
    assert "Bob" in words_of(client.get("/people"))
    used = guest.get(link)
    assert used.status_code == 404
    assert "Ask the person who sent it" in words_of(used)


@pytest.mark.usefixtures("signed_in")
def test_an_invitation_can_be_taken_back(client: PageClient, guest: PageClient) -> None:
    link = invite(client)
    assert "Good until 8 May 2026" in words_of(client.get("/people"))
    client.submit("/people", button="Take back the invitation of 1 May 2026")
    assert guest.get(link).status_code == 404


@pytest.mark.usefixtures("signed_in")
def test_registration_is_opened_and_closed(client: PageClient, guest: PageClient) -> None:
    assert guest.get("/account/new").location == "/sign-in"
    client.submit("/people", button="Let anyone make an account")
    assert guest.submit("/account/new", name="Bob", passphrase=NEW).location == "/start"
    client.submit("/people", button="Close it: invitations only")
    other = guest.application.test_client()
    assert other.get("/account/new").location == "/sign-in"


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_names_cannot_be_asked_for_again_and_again(client: PageClient, guest: PageClient) -> None:
    link = invite(client)
    for _ in range(rate_limit.TRIES["account"]):
        taken = guest.submit(link, name=NAME, passphrase=NEW)
        assert "This name is taken" in words_of(taken)
    assert guest.submit(link, name="Bob", passphrase=NEW).status_code == 429


@pytest.mark.usefixtures("signed_in")
def test_a_weak_passphrase_is_no_failed_try(client: PageClient, guest: PageClient) -> None:
    link = invite(client)
    for _ in range(rate_limit.TRIES["account"] + 1):
        assert guest.submit(link, name="Bob", passphrase="short").status_code == 422
    assert guest.submit(link, name="Bob", passphrase=NEW).status_code == 303


def test_the_account_page_lists_browsers_and_signs_them_out(
    client: PageClient, signed_in: SignedIn, database: Database, clock: Clock
) -> None:
    agent = "Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0"
    who = signed_in.account_id
    phone = sign_ins.open_sign_in(database, who, user_agent=agent, now=clock())
    assert "Firefox on Android" in words_of(client.get("/account"))
    client.submit("/account", button="Sign out Firefox on Android")
    assert account_for(database, phone, clock()) is None
    phone = sign_ins.open_sign_in(database, who, user_agent=agent, now=clock())
    client.submit("/account", button="Sign out everywhere else")
    assert account_for(database, phone, clock()) is None
    assert client.get("/account").status_code == 200


def test_a_changed_passphrase_signs_every_other_browser_out(
    client: PageClient, signed_in: SignedIn, database: Database, clock: Clock
) -> None:
    phone = sign_ins.open_sign_in(database, signed_in.account_id, user_agent="", now=clock())
    answer = client.submit("/account/passphrase", old=PASSPHRASE, new=NEW)
    assert answer.location == "/account"
    assert "Every other browser is signed out" in words_of(client.get("/account"))
    assert account_for(database, phone, clock()) is None
    assert account_for(database, signed_in.token, clock()) is None


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", NEW, "Type the passphrase you use now"),
        ("something else", NEW, "This is not your passphrase"),
        (PASSPHRASE, "", "Choose a new passphrase"),
        (PASSPHRASE, "short", "at least 10 characters"),
        (PASSPHRASE, NAME * 4, "repeats itself"),
    ],
)
def test_a_passphrase_that_is_not_changed_says_why_and_is_never_sent_back(
    client: PageClient, old: str, new: str, said: str
) -> None:
    answer = client.submit("/account/passphrase", old=old, new=new)
    assert answer.status_code == 422
    assert said in words_of(answer)
    assert PASSPHRASE not in answer.get_data(as_text=True)
    assert client.get("/account").status_code == 200


@pytest.mark.usefixtures("signed_in")
def test_guessing_the_passphrase_at_an_open_browser_is_slowed_down(client: PageClient) -> None:
    for _ in range(rate_limit.TRIES["account"]):
        assert client.submit("/account/passphrase", old="guess", new=NEW).status_code == 422
    answer = client.submit("/account/passphrase", old=PASSPHRASE, new=NEW)
    assert answer.status_code == 429
    assert "Wait 15 minutes" in words_of(answer)
