from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from tests.web.conftest import NAME, PASSPHRASE, Clock, SignedIn
from tests.web.pages import PageClient, words_of
from tracker.services.access import accounts, rate_limit
from tracker.storage.tables.access import LoginAttemptRow, SignInRow
from tracker.web.kit.identity import safe_target

if TYPE_CHECKING:
    from flask import Flask

    from tracker.storage.database import Database


def test_the_first_page_of_an_empty_diary_creates_the_account(client: PageClient) -> None:
    response = client.get("/")
    assert response.location == "/account/new"
    response = client.submit("/account/new", name="Ada", passphrase=PASSPHRASE)
    assert (response.status_code, response.location) == (303, "/start")
    assert "Your injury" in words_of(client.get("/start"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "passphrase", "said"),
    [
        ("", PASSPHRASE, "Choose a name."),
        ("Ada", "", "Choose a passphrase."),
        ("Ada", "too short", "at least 10 characters"),
        ("Ada Lovelace", "ada lovelace", "little more than your name"),
        ("Ada", "aaaaaaaaaaaa", "repeats itself"),
        ("Ada", "long " * 100, "at most 200 characters"),
        ("\x00\u202e", PASSPHRASE, "Choose a name."),
        ("A" * 81, PASSPHRASE, "at most 80 letters"),
    ],
)
def test_an_unusable_name_or_passphrase_is_refused_with_words_that_say_what_to_change(
    client: PageClient, database: Database, name: str, passphrase: str, said: str
) -> None:
    response = client.submit("/account/new", name=name, passphrase=passphrase)
    assert response.status_code == 422
    assert said in words_of(response)
    assert not accounts.any_account(database)


def test_what_was_typed_as_a_name_is_kept_and_the_passphrase_is_never_sent_back(
    client: PageClient,
) -> None:
    response = client.submit("/account/new", name="Ada Lovelace", passphrase="Ada Lovelace")
    page = response.get_data(as_text=True)
    assert 'value="Ada Lovelace"' in page
    assert page.count("Ada Lovelace") == 1


@pytest.mark.usefixtures("with_account")
def test_a_second_account_cannot_be_created_from_outside(client: PageClient) -> None:
    assert client.get("/account/new").location == "/sign-in"
    assert client.get("/").location == "/sign-in"


@pytest.mark.usefixtures("with_account")
def test_signing_in_goes_on_to_the_page_that_was_asked_for(client: PageClient) -> None:
    asked = client.get("/episodes?from=mail")
    assert asked.location == "/sign-in?next=/episodes?from%3Dmail"
    response = client.submit(asked.location, name=NAME.upper(), passphrase=PASSPHRASE)
    assert (response.status_code, response.location) == (303, "/episodes?from=mail")
    assert "Left hamstring" in words_of(client.get("/episodes"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "episodes",
        "",
    ],
)
def test_signing_in_never_leads_to_a_foreign_or_odd_address(app: Flask, target: str) -> None:
    with app.test_request_context():
        assert safe_target(target) == "/"
        assert safe_target("/history?before=2026-05-01") == "/history?before=2026-05-01"


@pytest.mark.usefixtures("with_account")
def test_an_unknown_name_and_a_wrong_passphrase_get_the_same_answer(client: PageClient) -> None:
    unknown = client.submit("/sign-in", name="Bob", passphrase=PASSPHRASE)
    wrong = client.submit("/sign-in", name=NAME, passphrase="something else")
    assert unknown.status_code == wrong.status_code == 422
    assert words_of(unknown) == words_of(wrong)


@pytest.mark.usefixtures("with_account")
def test_after_too_many_failed_tries_even_the_right_passphrase_has_to_wait(
    client: PageClient, clock: Clock
) -> None:
    for _ in range(rate_limit.TRIES["account"]):
        assert client.submit("/sign-in", name=NAME, passphrase="guess guess").status_code == 422
    refused = client.submit("/sign-in", name=NAME, passphrase=PASSPHRASE)
    assert refused.status_code == 429
    assert "Wait 15 minutes" in words_of(refused)
    assert refused.headers["Retry-After"] == "900"
    clock.move(minutes=15)
    assert client.submit("/sign-in", name=NAME, passphrase=PASSPHRASE).status_code == 303


@pytest.mark.usefixtures("with_account")
def test_the_record_of_failed_tries_holds_no_typed_name(
    client: PageClient, database: Database
) -> None:
    client.submit("/sign-in", name="my secret by mistake", passphrase="x")
    with database.reading() as db:
        values = [row.value for row in db.scalars(select(LoginAttemptRow))]
    assert len(values) == 2
    assert not any("secret" in value for value in values)


@pytest.mark.usefixtures("signed_in")
def test_signing_out_ends_the_sign_in_and_clears_what_the_browser_kept(
    client: PageClient, app: Flask
) -> None:
    cookie = client.get_cookie("return_to_run")
    assert cookie is not None
    response = client.post("/sign-out", data={"csrf_token": _form_token(client, "/episodes/1/end")})
    assert response.location == "/sign-in"
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/").location == "/sign-in"
    thief = app.test_client()
    thief.set_cookie("return_to_run", cookie.value)
    assert thief.get("/").location == "/sign-in"


@pytest.mark.usefixtures("with_account")
def test_a_form_token_from_before_signing_in_is_worth_nothing_afterwards(
    client: PageClient,
) -> None:
    before = _form_token(client)
    client.submit("/sign-in", name=NAME, passphrase=PASSPHRASE)
    assert client.post("/more", data={"csrf_token": before, "unit": "mi"}).status_code == 400


@pytest.mark.parametrize("asked", ["/guide/clearance", "/progress", "/episodes/new"])
@pytest.mark.usefixtures("with_account")
def test_a_sign_in_brings_the_form_token_of_whatever_is_asked_after_it(
    client: PageClient, asked: str
) -> None:
    """Of two answers at once each would make one, and the later cookie undo the earlier."""
    client.submit("/sign-in", name=NAME, passphrase=PASSPHRASE)
    brought = _session(client)["csrf_token"]
    client.get(asked)
    assert _session(client)["csrf_token"] == brought


@pytest.mark.usefixtures("with_account")
def test_a_cookie_that_was_slipped_in_before_signing_in_is_never_signed_in(
    client: PageClient, app: Flask
) -> None:
    """Whoever put it there keeps a copy."""
    client.get("/sign-in")
    planted = client.get_cookie("return_to_run")
    client.submit("/sign-in", name=NAME, passphrase=PASSPHRASE)
    mine = client.get_cookie("return_to_run")
    assert planted is not None
    assert mine is not None
    assert planted.value != mine.value
    thief = app.test_client()
    thief.set_cookie("return_to_run", planted.value)
    assert thief.get("/").location == "/sign-in"


@pytest.mark.usefixtures("signed_in")
def test_signing_out_needs_the_form_token(client: PageClient) -> None:
    assert client.post("/sign-out").status_code == 400
    assert client.get("/episodes").status_code == 200


def test_only_the_hash_of_a_sign_in_is_stored(signed_in: SignedIn, database: Database) -> None:
    with database.reading() as db:
        row = db.scalars(select(SignInRow)).one()
        assert signed_in.token not in row.token_hash


@pytest.mark.usefixtures("with_account")
def test_the_cookie_is_out_of_reach_of_scripts_and_foreign_sites(client: PageClient) -> None:
    response = client.submit("/sign-in", name=NAME, passphrase=PASSPHRASE)
    cookie = response.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@pytest.mark.usefixtures("with_account")
def test_a_made_up_cookie_is_nobody(client: PageClient) -> None:
    client.set_cookie("return_to_run", "eyJ0b2tlbiI6Ing.made.up")
    assert client.get("/").location == "/sign-in"


def _session(client: PageClient) -> dict[str, object]:
    with client.session_transaction() as cookie:
        return dict(cookie)


def _form_token(client: PageClient, url: str = "/sign-in") -> str:
    fields = [f for f in client.page(url).iter("input") if f.get("name") == "csrf_token"]
    return fields[0].get("value", "")
