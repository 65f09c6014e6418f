"""What one runner stores costs the others nothing, and nobody is ever shown what is out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.quickly import quickly
from tests.statements import statements
from tests.web.conftest import TODAY
from tests.web.everything import a_diary
from tests.web.household import client_of
from tracker.services.injury import episodes
from tracker.services.injury.episodes import CloseReason
from tracker.storage.database import Database

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import PageClient

NOW = {"date": f"{TODAY}", "time": "07:30"}
PAGES = ("/", "/progress/recovery.svg?size=narrow", "/clinician.pdf", "/about")


def _asked(client: FlaskClient, page: str) -> list[str]:
    with statements() as made:
        assert client.get(page).status_code == 200
    return made


@pytest.mark.parametrize("page", quickly(PAGES, "/"))
def test_a_save_of_bobs_costs_ada_nothing(
    app: Flask, database: Database, client: PageClient, signed_in: SignedIn, page: str
) -> None:
    bob = a_diary(database, "Bob")
    browser, form_token = client_of(app, bob.token)
    _asked(client, page), _asked(client, page)  # what is shown first is put on record
    usual = _asked(client, page)
    answers = {**NOW, "pain": "3", "sensation": "pain", "csrf_token": form_token}
    for number in range(2):
        saved = browser.post("/check-in", data={"uid": f"bobs-{number}", **answers})
        assert saved.status_code == 303
        assert _asked(client, page) == usual
    (only,) = [it for it in usual if "accounts.revision" in it]
    assert "sign_ins.token_hash" in only, "who asks, and whether anything of theirs is another"
    if page == "/":
        assert usual == [only]
    assert signed_in.account_id != bob.account_id


def test_a_save_of_her_own_is_seen_at_once_by_her_and_by_who_has_her_link(
    app: Flask, database: Database, clock: Clock
) -> None:
    ada = a_diary(database, "Ada")
    browser, form_token = client_of(app, ada.token)
    reader, _ = client_of(app, None)
    link = f"/shared/{ada.share}/"
    before = [browser.get("/").text, reader.get(link).text]
    assert not any("Running is locked" in page for page in before)
    clock.move(minutes=1)  # what was cleared was what was known then
    sign = {**NOW, "uid": "new", "pain": "5", "sensation": "pain", "red_flags": "U1"}
    assert browser.post("/check-in", data={**sign, "csrf_token": form_token}).status_code == 303
    assert "Running is locked" in browser.get("/history").text
    assert "Running is locked" in reader.get(link).text


def test_what_another_process_writes_is_seen_with_the_next_page(
    client: PageClient, signed_in: SignedIn, database: Database, clock: Clock
) -> None:
    assert client.get("/").status_code == 200
    other = Database(database.place)
    who, reason = signed_in.account_id, CloseReason.STOPPED
    episodes.end_episode(other, who, signed_in.episode_id, reason, today=clock().date())
    other.close()
    assert client.get("/").location == "/episodes"
