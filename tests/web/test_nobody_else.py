"""Whose a page is: every address, by every method, asked for by everyone it does not belong to."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.web.addresses import (
    ADMIN,
    ANSWER,
    CLINIC,
    CONSENT,
    NAMED,
    OWN,
    PROGRAM,
    PUBLIC,
    RESET,
    ROUTES,
    STOP,
    Access,
)
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
    kept_but_for_openings,
    kept_of,
    one_clock,
    shows,
    two_people,
    whole_text,
)
from tests.web.pages import PageClient
from tests.web.routes import FEW, FEW_OR_EVERY, METHODS, few_or_every, rules
from tracker.services.access import administrators
from tracker.services.access.origin import SHELL

if TYPE_CHECKING:
    from collections.abc import Collection

    from flask import Flask

    from tracker.storage.database import Database

HERS = (ALICE, SECRET_NOTE, OLD_NOTE, CLINICIAN)
ENDS_THE_ROLE = {"/sign-out", "/account/delete", "/people/<int:account_id>/sign-ins/end"}


@pytest.mark.slow
def test_every_route_stands_in_the_table(app: Flask) -> None:
    assert {rule.rule for rule in app.url_map.iter_rules()} == set(ROUTES)


def test_the_few_that_are_asked_quickly_are_of_every_kind() -> None:
    """But the API's, which has sweeps of its own."""
    assert {ROUTES[address] for address in FEW} == set(Access) - {PROGRAM}


@pytest.mark.parametrize("addresses", FEW_OR_EVERY)
def test_the_owner_gets_every_page(
    app: Flask, two: Two, addresses: Collection[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise a test in which nobody gets anything would pass. Each is valid for a browser."""
    monkeypatch.setattr(PageClient, "reads_as_browsers_do", True)
    for rule in rules(app, OWN, NAMED, ADMIN, among=addresses):
        if "GET" in (rule.methods or ()):
            answer = ask(app, two.alice.token, two.alice.address(rule))
            assert answer.status_code in {200, 303}, f"{rule.rule}: {answer.status}"


@pytest.mark.slow
@pytest.mark.parametrize(
    "address",
    ["/history", "/export/check_ins.csv", "/export/everything.zip", "/clinician.pdf?notes=y"],
)
def test_what_is_secret_would_be_seen_if_it_were_shown(app: Flask, two: Two, address: str) -> None:
    assert SECRET_NOTE in whole_text(ask(app, two.alice.token, address))


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
def test_nobody_signs_in_by_not_signing_in(
    app: Flask, database: Database, two: Two, method: str
) -> None:
    before = kept_of(database, two.alice)
    for rule in rules(app, OWN, NAMED, ADMIN, CLINIC, CONSENT):
        answer = ask(app, None, two.alice.address(rule), method)
        expected = {303, 401} if method in _taken(app, two.alice.address(rule)) else {405}
        if (rule.rule, method) == ("/import/archive", "POST"):
            expected = {403}  # by its head alone: of a stranger's archive not a byte is read
        assert answer.status_code in expected, rule.rule
        assert not shows(answer, *HERS), rule.rule
    assert kept_of(database, two.alice) == before


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
def test_bob_gets_404_for_everything_of_alices(
    app: Flask, database: Database, two: Two, method: str
) -> None:
    before = kept_of(database, two.alice)
    for rule in rules(app, NAMED, ADMIN, CLINIC):
        answer = ask(app, two.bob.token, two.alice.address(rule), method)
        expected = 404 if method in _taken(app, two.alice.address(rule)) else 405
        assert answer.status_code == expected, rule.rule
        assert not shows(answer, *HERS), rule.rule
    assert kept_of(database, two.alice) == before


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
def test_what_bob_sees_and_changes_is_his_own(
    app: Flask, database: Database, two: Two, method: str
) -> None:
    before = kept_but_for_openings(database, two.alice)
    for rule in rules(app, OWN, PUBLIC):
        answer = ask(app, two.bob.token, two.alice.address(rule), method)
        assert not shows(answer, ALICE), rule.rule
        assert answer.status_code < 500, rule.rule
    for rule in rules(app, RESET, ANSWER, CONSENT):
        answer = ask(app, two.bob.token, two.alice.address(rule), method)
        assert not shows(answer, SECRET_NOTE, OLD_NOTE, CLINICIAN), rule.rule
    assert kept_but_for_openings(database, two.alice) == before


@pytest.mark.slow
def test_alice_learns_nothing_of_bob_but_his_name_among_the_people(app: Flask, two: Two) -> None:
    for rule in rules(app, OWN, NAMED, PUBLIC):
        if "GET" in (rule.methods or ()):
            answer = ask(app, two.alice.token, two.alice.address(rule))
            assert not shows(answer, f"{BOB}:"), rule.rule
    assert shows(ask(app, two.alice.token, "/people"), BOB)


@pytest.mark.parametrize(("method", "addresses"), few_or_every(*METHODS))
def test_an_administrator_gets_nothing_of_anothers_diary(
    app: Flask, database: Database, two: Two, method: str, addresses: Collection[str]
) -> None:
    """Every address there is, with everything of Alice's named in it, but what she shared."""
    administrators.make(database, two.alice.account_id, two.bob.account_id, origin=SHELL, now=START)
    before = kept_of(database, two.alice)
    for rule in rules(app, NAMED, CLINIC, among=addresses):
        answer = ask(app, two.bob.token, two.alice.address(rule), method)
        expected = 404 if method in _taken(app, two.alice.address(rule)) else 405
        assert answer.status_code == expected, rule.rule
    reachable = OWN, NAMED, ADMIN, PUBLIC, RESET, CLINIC, CONSENT
    for rule in rules(app, *reachable, among=addresses):
        if rule.rule in ENDS_THE_ROLE:
            continue
        address = two.bob.address(rule) if ROUTES[rule.rule] is OWN else two.alice.address(rule)
        answer = ask(app, two.bob.token, address, method)
        assert not shows(answer, f"{ALICE}: {SECRET_NOTE}", f"{ALICE}: {OLD_NOTE}"), rule.rule
    mine = "shares", "check_ins", "sessions", "care", "episodes", "changes", "daily_standings"
    now = kept_of(database, two.alice)
    for table in mine:
        assert [r for r in now if r[0] == table] == [r for r in before if r[0] == table], table


@pytest.mark.parametrize("addresses", FEW_OR_EVERY)
def test_no_form_is_taken_without_its_token_not_even_the_owners(
    app: Flask, database: Database, two: Two, addresses: Collection[str]
) -> None:
    before = kept_of(database, two.alice)
    asked = set(ROUTES.values()) - {STOP}  # RFC 8058: a mail program has none
    for rule in rules(app, *asked, among=addresses):
        if "POST" in (rule.methods or ()):
            client, _ = client_of(app, two.alice.token)
            assert client.post(two.alice.address(rule)).status_code == 400, rule.rule
    assert kept_of(database, two.alice) == before


def test_a_form_token_of_bobs_is_worth_nothing_in_alices_browser(app: Flask, two: Two) -> None:
    alice, _ = client_of(app, two.alice.token)
    _, of_bob = client_of(app, two.bob.token)
    assert alice.post("/more", data={"csrf_token": of_bob, "unit": "mi"}).status_code == 400


@pytest.mark.parametrize(("page", "uid"), [("/check-in", "check-in-1"), ("/session", "session-1")])
def test_an_entry_that_bob_sends_with_an_id_of_alices_is_his_own(
    app: Flask, database: Database, two: Two, page: str, uid: str
) -> None:
    before = kept_of(database, two.alice)
    client, form_token = client_of(app, two.bob.token)
    fields = {"uid": uid, "pain": "2", "sensation": "none", "kind": "walk", "minutes": "20"}
    answer = client.post(page, data={"csrf_token": form_token, **fields})
    assert answer.status_code in {303, 409, 422}
    assert not shows(answer, *HERS)
    assert kept_of(database, two.alice) == before


def test_what_bob_imports_of_alices_becomes_his_own(
    app: Flask, database: Database, two: Two
) -> None:
    """Though every id in the file is one of hers."""
    before = kept_of(database, two.alice)
    taken = ask(app, two.alice.token, "/export/everything.zip").get_data()
    client, form_token = client_of(app, two.bob.token)
    sent = {"csrf_token": form_token, "file": (BytesIO(taken), "hers.zip")}
    preview = client.post("/import", data=sent).location
    previewed = client.get(preview)
    assert previewed.status_code == 200, whole_text(previewed)
    digest = preview.partition("file=")[2]
    confirmed = client.post("/import/preview", data={"csrf_token": form_token, "file": digest})
    assert confirmed.status_code == 303
    assert shows(client.get("/export/everything.zip"), f"{ALICE}: {OLD_NOTE}")
    assert kept_of(database, two.alice) == before


def test_a_file_that_alice_sent_is_not_there_for_bob(app: Flask, two: Two) -> None:
    taken = ask(app, two.alice.token, "/export/everything.zip").get_data()
    client, form_token = client_of(app, two.alice.token)
    sent = {"csrf_token": form_token, "file": (BytesIO(taken), "hers.zip")}
    preview = client.post("/import", data=sent).location
    assert client.get(preview).status_code == 200
    for method in ("GET", "POST"):
        answer = ask(app, two.bob.token, preview, method)
        assert (answer.status_code, answer.location) == (303, "/import")


def _taken(app: Flask, address: str) -> set[str]:
    """The methods that an address takes."""
    return set(app.url_map.bind("localhost").allowed_methods(address))
