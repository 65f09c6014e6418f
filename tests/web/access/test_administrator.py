"""An administrator's pages: who is here, who has the role, whose sign-ins end; and the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.raw_sql import columns, rows
from tests.web.conftest import NAME, PASSPHRASE, START, Clock, SignedIn
from tests.web.pages import PageClient, words_of
from tracker.services.access import accounts, administrators, security_log, sign_ins
from tracker.web.kit.identity import TOKEN

if TYPE_CHECKING:
    from flask import Flask

    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database


@pytest.fixture
def bob(database: Database, signed_in: SignedIn) -> Account:
    del signed_in
    return accounts.register(database, name="Bob", passphrase=PASSPHRASE, now=START)


@pytest.fixture
def bobs(app: Flask, database: Database, bob: Account) -> PageClient:
    """Bob's browser."""
    client = app.test_client()
    assert isinstance(client, PageClient)
    with client.session_transaction() as session:
        session[TOKEN] = sign_ins.open_sign_in(database, bob.id, user_agent="x", now=START)
    return client


def test_the_role_is_handed_over_on_the_pages(
    client: PageClient, bobs: PageClient, bob: Account, database: Database
) -> None:
    assert words_of(client.get("/people")).count("Administrator") == 1
    client.submit(f"/people/{bob.id}", button="Make an administrator")
    assert "Bob is an administrator now." in words_of(client.get(f"/people/{bob.id}"))
    assert "People" in words_of(bobs.get("/more"))
    gone = client.submit("/people/1", button="Give up the role")
    assert gone.location == "/more"
    assert "People" not in words_of(client.get("/more"))
    assert client.get("/people").status_code == 404
    assert administrators.ids(database) == {bob.id}


def test_the_last_administrator_is_told_what_to_do_first(
    client: PageClient, bob: Account, database: Database
) -> None:
    answer = client.submit("/people/1", button="Give up the role")
    assert answer.status_code == 422
    assert "Make someone else one first" in words_of(answer)
    answer = client.submit("/account/delete", passphrase=PASSPHRASE)
    assert answer.status_code == 422
    assert "Make someone else one first" in words_of(answer)
    assert administrators.ids(database) == {1}
    assert accounts.find(database, bob.name)


def test_someone_is_signed_out_of_every_browser(
    client: PageClient, bobs: PageClient, bob: Account
) -> None:
    assert bobs.get("/account").status_code == 200
    client.submit(f"/people/{bob.id}", button="Sign out of every browser")
    assert bobs.get("/account").status_code == 303
    assert client.get("/account").status_code == 200


def test_signing_oneself_out_everywhere_ends_at_the_door(
    client: PageClient, signed_in: SignedIn
) -> None:
    del signed_in
    answer = client.submit("/people/1", button="Sign out of every browser")
    assert answer.location == "/sign-in"
    assert client.get("/").status_code == 303


def test_a_person_is_a_name_and_a_role(client: PageClient, bobs: PageClient, bob: Account) -> None:
    page = client.get(f"/people/{bob.id}")
    assert "You see the name, never the diary." in words_of(page)
    assert bobs.get(f"/people/{bob.id}").status_code == 404
    assert client.get("/people/99").status_code == 404


def test_both_read_in_the_log_what_was_done_to_one(
    client: PageClient, bobs: PageClient, bob: Account
) -> None:
    client.submit(f"/people/{bob.id}", button="Make an administrator")
    assert "Made an administrator, by you for Bob" in words_of(client.get("/account/log"))
    assert f"Made an administrator, by {NAME}" in words_of(bobs.get("/account/log"))
    everyone = words_of(bobs.get("/people/log"))
    assert f"Bob: Made an administrator, by {NAME}1 May 2026, 06:00 · 127.0.0.1" in everyone


def test_the_log_of_everyone_is_for_administrators(client: PageClient, bobs: PageClient) -> None:
    assert client.get("/people/log").status_code == 200
    assert bobs.get("/people/log").status_code == 404


def test_what_is_refused_is_on_record_with_who_asked(
    client: PageClient, bobs: PageClient, bob: Account, app: Flask, database: Database
) -> None:
    bobs.get("/people")
    bobs.get("/check-ins/hers/edit")
    bobs.post("/more", data={"unit": "mi"})
    app.test_client().get("/shared/of-old/")
    app.test_client().get("/join/of-old")
    app.test_client().get("/", headers={"Host": "elsewhere.example"})
    del client
    events = [(it.kind, it.account_id) for it in security_log.of_everyone(database, 1)]
    assert events[:4] == [
        ("request-refused", None),
        ("access-refused", None),
        ("request-refused", bob.id),
        ("access-refused", bob.id),
    ], "the same from one network is one within a minute"


def test_old_events_are_gone_when_the_log_is_looked_at(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> None:
    assert "Account made" in words_of(client.get("/account/log"))
    clock.move(days=90)
    token = sign_ins.open_sign_in(database, signed_in.account_id, user_agent="x", now=clock())
    with client.session_transaction() as session:
        session[TOKEN] = token
    text = words_of(client.get("/account/log"))
    assert "Account made" not in text
    assert "Signed in" in text


def test_nothing_of_the_diary_is_in_the_log(
    client: PageClient, signed_in: SignedIn, database: Database
) -> None:
    """Every column of every row, after a day in which everything was done."""
    del signed_in
    note = "the fall from the red bicycle"
    client.submit("/check-in", pain="3", sensation="soreness", note=note)
    client.submit("/sharing", shared_with="Dr Quillfeather", days="30")
    client.submit("/calendar", button="Make a private link")
    client.post("/check-ins/none/edit", data={"note": note})
    events = rows(database.place, "SELECT * FROM security_events")
    words = {word for event in events for word in event if isinstance(word, str)}
    assert set(columns(database.place)["security_events"]) == {
        "id", "at", "kind", "account_id", "by_account_id", "address", "user_agent"
    }  # fmt: skip
    assert not any(secret in word for word in words for secret in (note, "Quillfeather", "sor"))
    assert {"link-made", "calendar-link-made", "request-refused"} <= words
