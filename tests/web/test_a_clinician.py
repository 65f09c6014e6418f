"""What a clinician gets: of a runner who consents, until it ends; of everyone else nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.addresses import ADMIN, CLINIC, NAMED, OWN, PUBLIC, ROUTES
from tests.web.conftest import START
from tests.web.everything import CLINICIAN, OLD_NOTE, SECRET_NOTE
from tests.web.household import (  # noqa: F401
    ALICE,
    BOB,
    Two,
    app_of_two,
    ask,
    client_of,
    database_of_two,
    furnished_house,
    kept_of,
    one_clock,
    shows,
    two_people,
)
from tests.web.pages import parsed
from tests.web.routes import EACH_METHOD, METHODS, few_or_every, rules
from tracker.services.access import administrators, clinicians, consents
from tracker.services.access.origin import SHELL
from tracker.storage.access.roles import clinicians as stored

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from flask import Flask
    from werkzeug.routing import Rule

    from tracker.storage.database import Database

HERS = (ALICE, SECRET_NOTE, OLD_NOTE, CLINICIAN)
TO_NOWHERE = {303, 404, 405}  # a clinician without a diary is led to where one begins
NAMES_ALICE = "<int:consent_id>"


def by_the_runner(database: Database, two: Two) -> None:
    consent = two.alice.names["", "consent_id"]
    consents.end(database, two.alice.account_id, consent, origin=SHELL, now=START)


def by_the_clinician(database: Database, two: Two) -> None:
    consent = two.alice.names["", "consent_id"]
    me = consents.given_by(database, two.alice.account_id)[0].clinician.id
    consents.end(database, me, consent, by_clinician=True, origin=SHELL, now=START)


def with_the_role(database: Database, two: Two) -> None:
    me = consents.given_by(database, two.alice.account_id)[0].clinician.id
    clinicians.end_role(database, two.alice.account_id, me, origin=SHELL, now=START)


ENDS = (by_the_runner, by_the_clinician, with_the_role)


def of_alices(app: Flask) -> list[Rule]:
    """The rules of a practice that name a runner."""
    return [rule for rule in rules(app, CLINIC) if NAMES_ALICE in rule.rule]


def test_with_consent_every_page_is_there(app: Flask, two: Two) -> None:
    """Otherwise a test in which nobody gets anything would pass."""
    for rule in rules(app, CLINIC):
        if "GET" in (rule.methods or ()):
            answer = ask(app, two.alice.clinician, two.alice.address(rule))
            assert answer.status_code in {200, 303}, f"{rule.rule}: {answer.status}"
    assert shows(ask(app, two.alice.clinician, "/practice"), ALICE)


@pytest.mark.parametrize("ended", ENDS)
@pytest.mark.parametrize("method", EACH_METHOD)
def test_once_it_has_ended_there_is_nothing(
    app: Flask, database: Database, two: Two, ended: Callable[[Database, Two], None], method: str
) -> None:
    ended(database, two)
    before = kept_of(database, two.alice)
    for rule in of_alices(app):
        answer = ask(app, two.alice.clinician, two.alice.address(rule), method)
        taken = app.url_map.bind("localhost").allowed_methods(two.alice.address(rule))
        assert answer.status_code == (404 if method in taken else 405), rule.rule
        assert not shows(answer, *HERS), rule.rule
    assert kept_of(database, two.alice) == before
    assert not shows(ask(app, two.alice.clinician, "/practice"), ALICE)


@pytest.mark.parametrize(("method", "addresses"), few_or_every(*METHODS))
def test_a_clinician_without_consent_gets_nothing_of_hers_at_any_address(
    app: Flask, database: Database, two: Two, method: str, addresses: Collection[str]
) -> None:
    """Bob's clinician, and Bob himself made one."""
    with database.writing() as tx:
        stored.add(tx, two.bob.account_id, START)
    before = kept_of(database, two.alice)
    for token in (two.bob.clinician, two.bob.token):
        for rule in rules(app, CLINIC, OWN, NAMED, ADMIN, PUBLIC, among=addresses):
            if rule.rule == "/sign-out":
                continue
            answer = ask(app, token, two.alice.address(rule), method)
            assert not shows(answer, ALICE), rule.rule  # every note of hers begins with it
            if rule in of_alices(app):
                taken = app.url_map.bind("localhost").allowed_methods(two.alice.address(rule))
                assert answer.status_code == (404 if method in taken else 405), rule.rule
            elif ROUTES[rule.rule] in {NAMED, ADMIN}:
                assert answer.status_code in TO_NOWHERE, rule.rule
    assert kept_of(database, two.alice) == before


def test_consent_opens_the_practice_and_nothing_else_of_hers(
    app: Flask, database: Database, two: Two
) -> None:
    """Not her own addresses, not an ended episode, not her account."""
    before = [row for row in kept_of(database, two.alice) if row[0] != "share_openings"]
    for method in ("GET", "POST"):
        for rule in rules(app, NAMED, ADMIN):
            answer = ask(app, two.alice.clinician, two.alice.address(rule), method)
            assert answer.status_code in TO_NOWHERE, rule.rule
            assert not shows(answer, *HERS), rule.rule
    after = [row for row in kept_of(database, two.alice) if row[0] != "share_openings"]
    assert after == before


def test_notes_are_shown_only_by_choice(app: Flask, database: Database, two: Two) -> None:
    consent = two.alice.names["", "consent_id"]
    pages = [two.alice.address(rule) for rule in of_alices(app) if "GET" in (rule.methods or ())]
    for asked in ("", "?notes=y", "?with_notes=1&viewer="):
        for page in pages:
            answer = ask(app, two.alice.clinician, page + asked)
            assert not shows(answer, SECRET_NOTE, OLD_NOTE), page + asked
    consents.show_notes(database, two.alice.account_id, consent, with_notes=True)
    history = f"/practice/{consent}/history"
    assert shows(ask(app, two.alice.clinician, history), SECRET_NOTE)
    assert not shows(ask(app, two.alice.clinician, history), OLD_NOTE)


def test_an_administrator_who_is_no_clinician_finds_no_practice(
    app: Flask, database: Database, two: Two
) -> None:
    administrators.make(database, two.alice.account_id, two.bob.account_id, origin=SHELL, now=START)
    for rule in rules(app, CLINIC):
        for method in ("GET", "POST"):
            answer = ask(app, two.bob.token, two.alice.address(rule), method)
            assert answer.status_code in {404, 405}, rule.rule


def test_a_clinicians_pages_lead_to_no_page_that_is_only_the_runners(app: Flask, two: Two) -> None:
    addresses = app.url_map.bind("localhost")
    consent = two.alice.names["", "consent_id"]
    for page in ("", "clinician", "history", "progress"):
        page_shown = parsed(ask(app, two.alice.clinician, f"/practice/{consent}/{page}"))
        for element in page_shown.iter():
            for name in ("href", "src", "action", "formaction"):
                target = (element.get(name) or "").partition("?")[0].partition("#")[0]
                if target.startswith("/"):
                    rule = addresses.match(target, return_rule=True)[0].rule
                    assert ROUTES[rule] in {CLINIC, PUBLIC}, f"{page}: {target}"
