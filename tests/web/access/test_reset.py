"""A forgotten passphrase: a link from an administrator, and a passphrase that they never learn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import PASSPHRASE, START, Clock, SignedIn
from tests.web.pages import PageClient, words_of
from tracker.services.access import accounts

if TYPE_CHECKING:
    from flask import Flask

    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database

NEW = "purple wheelbarrow dawn"


@pytest.fixture
def bob(database: Database, signed_in: SignedIn) -> Account:
    del signed_in
    return accounts.register(database, name="Bob", passphrase=PASSPHRASE, now=START)


@pytest.fixture
def guest(app: Flask) -> PageClient:
    client = app.test_client()
    assert isinstance(client, PageClient)
    return client


def link_for(client: PageClient, who: Account) -> str:
    answer = client.submit(f"/people/{who.id}", button="Make a link")
    match = re.search(r"http://localhost(/reset/[\w-]+)", answer.get_data(as_text=True))
    assert match is not None
    return match[1]


def test_bob_chooses_a_passphrase_by_the_link(
    client: PageClient, guest: PageClient, bob: Account
) -> None:
    link = link_for(client, bob)
    assert link not in client.get(f"/people/{bob.id}").get_data(as_text=True)
    assert guest.submit(link, passphrase="short").status_code == 422
    answer = guest.submit(link, passphrase=NEW)
    assert answer.location == "/sign-in"
    assert guest.submit("/sign-in", name="Bob", passphrase=NEW).status_code == 303
    assert NEW not in client.get("/people/log").get_data(as_text=True)
    used = client.get(link)
    assert used.status_code == 404
    assert "Ask the person who gave it to you" in words_of(used)


def test_the_link_is_taken_back_or_ends_after_a_day(
    client: PageClient, guest: PageClient, bob: Account, clock: Clock
) -> None:
    link = link_for(client, bob)
    client.submit(f"/people/{bob.id}", button="Take it back")
    assert guest.get(link).status_code == 404
    link = link_for(client, bob)
    clock.move(hours=24)
    assert guest.get(link).status_code == 404


def test_nobody_makes_a_link_for_themselves(client: PageClient, bob: Account) -> None:
    del bob
    assert "A forgotten passphrase" not in words_of(client.get("/people/1"))
