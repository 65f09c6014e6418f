"""Whose a page is: every address, by every method, asked for by everyone it does not belong to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import pytest
from argon2 import PasswordHasher
from werkzeug.routing import IntegerConverter

from tests.web.conftest import START, Clock
from tests.web.routes import (
    ADMIN,
    CLINICIAN,
    FEED,
    METHODS,
    NAMED,
    OLD_NOTE,
    OWN,
    PUBLIC,
    ROUTES,
    SECRET_NOTE,
    SHARED,
    Diary,
    a_diary,
    client_of,
    rules,
)
from tracker.services import passphrases, sharing

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.test import TestResponse

    from tracker.storage.database import Database

ALICE, BOB = "Marguerite", "Bob"


class Two(NamedTuple):
    """Two people on one server; Alice was first."""

    alice: Diary
    bob: Diary


@pytest.fixture
def two(database: Database, monkeypatch: pytest.MonkeyPatch) -> Two:
    quick = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(passphrases, "_hasher", quick)
    return Two(a_diary(database, ALICE), a_diary(database, BOB))


def shows(answer: TestResponse, *words: str) -> bool:
    return any(word.encode() in answer.get_data() for word in words)


def kept_of(database: Database, diary: Diary) -> list[tuple[object, ...]]:
    """Return every row of the database that belongs to an account, and its name."""
    mine = {
        "accounts": "id = :id",
        "account_id": "account_id = :id",
        "episode_id": "episode_id IN (SELECT id FROM episodes WHERE account_id = :id)",
        "share_id": "share_id IN (SELECT shares.id FROM shares JOIN episodes"
        " ON episodes.id = episode_id WHERE account_id = :id)",
    }
    rows: list[tuple[object, ...]] = []
    with closing(sqlite3.connect(database.path)) as db:
        for (table,) in db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall():
            columns = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
            where = next((sql for key, sql in mine.items() if key == table or key in columns), None)
            if where is not None:
                query = f"SELECT '{table}', * FROM {table} WHERE {where}"
                rows += db.execute(query, {"id": diary.account_id}).fetchall()
    return rows


def test_every_route_stands_in_the_table(app: Flask) -> None:
    assert {rule.rule for rule in app.url_map.iter_rules()} == set(ROUTES)


def test_every_address_can_be_asked_for(app: Flask, two: Two) -> None:
    for rule in rules(app, PUBLIC, OWN, NAMED, ADMIN, SHARED, FEED):
        assert two.alice.address(rule) is not None, f"name a value for {rule.rule}"


def test_the_owner_gets_every_page(app: Flask, two: Two) -> None:
    """Otherwise a test in which nobody gets anything would pass."""
    for rule in rules(app, OWN, NAMED, ADMIN):
        if "GET" in (rule.methods or ()):
            client, _ = client_of(app, two.alice.token)
            answer = client.get(two.alice.address(rule) or "")
            assert answer.status_code in {200, 303}, f"{rule.rule}: {answer.status}"


@pytest.mark.parametrize("method", METHODS)
def test_nobody_signs_in_by_not_signing_in(
    app: Flask, database: Database, two: Two, method: str
) -> None:
    before = kept_of(database, two.alice)
    for rule in rules(app, OWN, NAMED, ADMIN):
        client, form_token = client_of(app, None)
        address = two.alice.address(rule) or ""
        answer = client.open(address, method=method, data={"csrf_token": form_token})
        assert answer.status_code in ({303, 401} | _no_page(app, address, method)), rule.rule
        assert not shows(answer, ALICE, SECRET_NOTE, OLD_NOTE, CLINICIAN), rule.rule
    assert kept_of(database, two.alice) == before


@pytest.mark.parametrize("method", METHODS)
def test_bob_gets_404_for_everything_of_alices(
    app: Flask, database: Database, two: Two, method: str
) -> None:
    before = kept_of(database, two.alice)
    for rule in rules(app, NAMED, ADMIN):
        client, form_token = client_of(app, two.bob.token)
        address = two.alice.address(rule) or ""
        answer = client.open(address, method=method, data={"csrf_token": form_token})
        assert answer.status_code in ({404} | _no_page(app, address, method)), rule.rule
        assert not shows(answer, ALICE, SECRET_NOTE, OLD_NOTE, CLINICIAN), rule.rule
    assert kept_of(database, two.alice) == before


@pytest.mark.parametrize("method", METHODS)
def test_what_bob_sees_and_changes_is_his_own(
    app: Flask, database: Database, two: Two, method: str
) -> None:
    before = kept_of(database, two.alice)
    for rule in rules(app, OWN, PUBLIC):
        client, form_token = client_of(app, two.bob.token)
        address = two.alice.address(rule) or ""
        answer = client.open(address, method=method, data={"csrf_token": form_token})
        assert not shows(answer, ALICE), rule.rule
        assert answer.status_code < 500, rule.rule
    assert kept_of(database, two.alice) == before


def test_alice_learns_nothing_of_bob_but_his_name_among_the_people(app: Flask, two: Two) -> None:
    for rule in rules(app, OWN, NAMED, PUBLIC):
        if "GET" in (rule.methods or ()):
            client, _ = client_of(app, two.alice.token)
            assert not shows(client.get(two.alice.address(rule) or ""), f"{BOB}:"), rule.rule
    client, _ = client_of(app, two.alice.token)
    assert shows(client.get("/people"), BOB)


@pytest.mark.parametrize("method", METHODS)
def test_a_link_reads_what_it_names_and_nothing_else(
    app: Flask, database: Database, two: Two, method: str
) -> None:
    diary = [row for row in kept_of(database, two.alice) if row[0] != "share_openings"]
    for rule in rules(app, SHARED):
        client, form_token = client_of(app, None)
        address = two.alice.address(rule) or ""
        answer = client.open(address, method=method, data={"csrf_token": form_token})
        assert answer.status_code == {"GET": 200, "HEAD": 200, "OPTIONS": 200}.get(method, 405)
        assert not shows(answer, SECRET_NOTE, OLD_NOTE, BOB), rule.rule
    after = [row for row in kept_of(database, two.alice) if row[0] != "share_openings"]
    assert after == diary


def test_a_link_opens_no_other_address(app: Flask, two: Two) -> None:
    """Not as a part of the address, a question, a cookie or a header."""
    for rule in rules(app, OWN, NAMED, ADMIN, PUBLIC, FEED):
        link = two.alice.share
        values = {
            name: 1 if isinstance(rule._converters[name], IntegerConverter) else link
            for name in rule.arguments - set(rule.defaults or ())
        }
        built = rule.build(values, append_unknown=False)
        assert built is not None
        client, _ = client_of(app, link)
        answer = client.get(
            built[1],
            query_string={"token": link},
            headers={"Authorization": f"Bearer {link}"},
        )
        assert answer.status_code in {200, 303, 401, 404, 405}, rule.rule
        assert not shows(answer, ALICE, SECRET_NOTE, CLINICIAN), rule.rule


def test_a_link_that_is_over_is_a_missing_page(app: Flask, two: Two, clock: Clock) -> None:
    clock.move(days=30, seconds=-1)
    assert_opens(app, two, two.alice.share)
    clock.move(seconds=1)
    assert_opens_nothing(app, two, two.alice.share)


def test_a_link_that_was_ended_is_a_missing_page(app: Flask, database: Database, two: Two) -> None:
    (share,) = sharing.shares(database, two.alice.account_id)
    sharing.revoke(database, two.alice.account_id, share.id, now=START)
    assert_opens_nothing(app, two, two.alice.share)


@pytest.mark.parametrize("token", ["x" * 43, "1", "%00", "%ED%A0%80"])
def test_a_link_that_was_made_up_is_a_missing_page(app: Flask, two: Two, token: str) -> None:
    assert_opens_nothing(app, two, token)
    assert_opens_nothing(app, two, two.alice.share[:-1])


def assert_opens(app: Flask, two: Two, token: str) -> None:
    client, _ = client_of(app, None)
    for rule in rules(app, SHARED):
        address = (two.alice.address(rule) or "").replace(two.alice.share, token)
        assert client.get(address).status_code == 200, rule.rule


def assert_opens_nothing(app: Flask, two: Two, token: str) -> None:
    for rule, method in product(rules(app, SHARED), METHODS):
        client, form_token = client_of(app, None)
        address = (two.alice.address(rule) or "").replace(two.alice.share, token)
        answer = client.open(address, method=method, data={"csrf_token": form_token})
        assert answer.status_code in {404, *_no_page(app, address, method)}, rule.rule
        assert not shows(answer, ALICE), rule.rule


def test_a_link_shows_notes_only_if_that_was_chosen(
    app: Flask, database: Database, two: Two
) -> None:
    whose = (database, two.alice.account_id, two.alice.names["", "episode_id"])
    with_notes = sharing.share(
        *whose, shared_with=CLINICIAN, with_notes=True, days=7, now=START + timedelta(minutes=1)
    )
    client, _ = client_of(app, None)
    for page in ("", "history", "clinician?notes=y"):
        assert not shows(client.get(f"/shared/{two.alice.share}/{page}"), SECRET_NOTE), page
        assert shows(client.get(f"/shared/{with_notes}/{page}"), "grandmother"), page


def _no_page(app: Flask, address: str, method: str) -> set[int]:
    """How a method is answered that an address does not take; OPTIONS names those it takes."""
    taken = app.url_map.bind("localhost").allowed_methods(address)
    return {200} if method == "OPTIONS" else set() if method in taken else {405}


def test_what_a_diary_shows_is_not_kept_by_browsers_and_proxies(app: Flask, two: Two) -> None:
    """Pages and files not at all; pictures and the PDF only to be asked for again."""
    for rule in rules(app, OWN, NAMED, ADMIN, SHARED, FEED):
        if "GET" in (rule.methods or ()):
            client, _ = client_of(app, two.alice.token)
            answer = client.get(two.alice.address(rule) or "")
            kept = answer.headers.get("Cache-Control", "")
            picture = answer.mimetype in {"image/svg+xml", "application/pdf"}
            if answer.status_code == 200 and picture:
                assert (kept, bool(answer.headers["ETag"])) == ("private, no-cache", True), (
                    rule.rule
                )
            elif answer.status_code == 200:
                assert "no-store" in kept, rule.rule


def test_nobody_is_told_that_a_picture_of_alices_is_still_the_same(app: Flask, two: Two) -> None:
    owner, _ = client_of(app, two.alice.token)
    for address in ("/progress/recovery.svg", "/clinician.pdf", f"/shared/{two.alice.share}/"):
        tag = {"If-None-Match": owner.get(address).headers.get("ETag", "*")}
        for token in (two.bob.token, None):
            client, _ = client_of(app, token)
            target = address.replace(two.alice.share, "x" * 43)
            assert client.get(target, headers=tag).status_code in {200, 303, 404}, address
