"""A clock that jumps back a day: pages answer, nothing is lost, and it is said."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.web.addresses import CLINIC, CONSENT, PROGRAM, ROUTES
from tests.web.conftest import START, Clock, SignedIn
from tests.web.everything import a_diary
from tests.web.household import ask
from tests.web.pages import PageClient, parsed, words_of
from tests.web.routes import rules
from tracker.cli.backup import backup_folder
from tracker.services.access import rate_limit
from tracker.services.diary import integrity
from tracker.storage.transfer import backups

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from flask import Flask

    from tracker.settings import Settings
    from tracker.storage.database import Database


def _check_in(client: PageClient, pain: int) -> None:
    sensation = "pain" if pain else "none"
    answer = client.submit("/check-in", pain=str(pain), sensation=sensation)
    assert answer.status_code == 303


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_entries_of_a_day_that_comes_again_are_kept_and_told_of(
    client: PageClient, clock: Clock, database: Database
) -> None:
    _check_in(client, pain=0)
    clock.move(days=-2)
    words = words_of(client.get("/"))
    assert "There are entries up to Friday 1 May, after today" in words
    assert "If today is not Wednesday 29 April" in words
    _check_in(client, pain=1)
    assert integrity.faults(database) == []
    clock.move(days=2)
    words = words_of(client.get("/"))
    assert "after today" not in words
    assert "No pain" in words
    assert integrity.faults(database) == []


@pytest.mark.usefixtures("signed_in")
def test_a_day_that_has_begun_in_the_diary_goes_on_though_the_date_went_back(
    client: PageClient, clock: Clock, database: Database
) -> None:
    _check_in(client, pain=0)
    clock.move(days=-1)
    words = words_of(client.get("/"))
    assert "after today" not in words
    assert "No pain" in words
    assert integrity.faults(database) == []


@pytest.mark.slow
def test_every_page_answers(app: Flask, clock: Clock, database: Database) -> None:
    diary = a_diary(database, "Marguerite")
    clock.move(days=-1)
    for rule in rules(app, *set(ROUTES.values()) - {PROGRAM}):
        if "GET" in (rule.methods or ()):
            is_clinicians = ROUTES[rule.rule] in {CLINIC, CONSENT}
            token = diary.clinician if is_clinicians else diary.token
            answer = ask(app, token, diary.address(rule))
            assert answer.status_code < 400, f"{rule.rule}: {answer.status}"


@pytest.mark.usefixtures("signed_in")
def test_what_was_deleted_tomorrow_can_be_brought_back_today(
    client: PageClient, clock: Clock, database: Database
) -> None:
    _check_in(client, pain=0)
    client.send(_form(client, "/delete"), "/", {})
    undo = _form(client, "/undo/")
    clock.move(days=-2)
    assert client.send(undo, "/", {}).status_code == 303
    assert "There are entries up to Friday 1 May" in words_of(client.get("/"))
    assert integrity.faults(database) == []


def _form(client: PageClient, part: str) -> Element:
    page = parsed(client.get("/"))
    return next(form for form in page.iter("form") if part in (form.get("action") or ""))


def test_tries_of_a_day_to_come_lock_nobody_out(database: Database) -> None:
    tomorrow = START + timedelta(days=1)
    for _ in range(rate_limit.TRIES["account"]):
        rate_limit.record_attempt(database, account="ada", address="192.0.2.1", now=tomorrow)
    rate_limit.record_attempt(database, account="ada", address="192.0.2.1", now=START)


def test_a_backup_is_made_though_the_latest_is_of_a_day_to_come_and_none_is_lost(
    with_account: SignedIn, settings: Settings
) -> None:
    assert with_account.token
    folder = backup_folder(settings)
    ahead = [
        backups.make(settings.database, folder, START + timedelta(days=days), keep=2)
        for days in (1, 2)
    ]
    made = backups.make(settings.database, folder, START, keep=2)
    assert backups.every(folder) == [made, ahead[-1]]
