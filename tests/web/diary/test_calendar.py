"""The calendar's page, its file, and the link that needs no sign-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.translations.pseudo import PSEUDO
from tests.web.pages import text_of, words_of
from tracker import translations
from tracker.services.access import accounts

if TYPE_CHECKING:
    from flask import Flask

    from tests.web.pages import PageClient
    from tracker.storage.database import Database

pytestmark = pytest.mark.usefixtures("signed_in")


def test_the_plan_is_a_file(client: PageClient) -> None:
    answer = client.get("/calendar/plan.ics")
    assert answer.mimetype == "text/calendar"
    assert answer.get_data().startswith(b"BEGIN:VCALENDAR")


def test_a_link_is_shown_once_read_by_anyone_who_has_it_and_ended(
    client: PageClient, app: Flask
) -> None:
    client.submit("/calendar", button="Make a private link")
    page = client.page("/calendar")
    (link,) = (text_of(code) for code in page.iter("code"))
    assert "Your private link" not in words_of(client.get("/calendar"))
    stranger = app.test_client()
    answer = stranger.get(link)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert stranger.get("/calendar/feed/guess.ics").status_code == 404
    client.submit("/calendar", button="End the link")
    assert stranger.get(link).status_code == 404


def test_a_calendar_goes_on_empty_when_the_episode_has_ended(
    client: PageClient, app: Flask
) -> None:
    client.submit("/calendar", button="Make a private link")
    (link,) = (text_of(code) for code in client.page("/calendar").iter("code"))
    client.submit("/episodes/1/end", reason="mistake")
    answer = app.test_client().get(link)
    assert answer.status_code == 200
    assert b"VEVENT" not in answer.get_data()


def test_a_link_speaks_the_language_of_whoever_made_it(
    client: PageClient, app: Flask, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.submit("/calendar", button="Make a private link")
    (link,) = (text_of(code) for code in client.page("/calendar").iter("code"))
    there = {"en": translations.ENGLISH, "de": PSEUDO}
    monkeypatch.setattr(translations, "languages", lambda: there)
    stranger, (account, *_) = app.test_client(), accounts.all_accounts(database)
    for language, is_bracketed in (("de", True), ("en", False)):
        accounts.set_language(database, account.id, language)
        answer = stranger.get(link, headers={"Accept-Language": "de"})
        assert ("SUMMARY:⟦" in answer.get_data(as_text=True)) is is_bracketed
