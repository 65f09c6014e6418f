"""Whose a diary is to programs: every address, by every token that is not good for it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.web.addresses import PROGRAM
from tests.web.api.conftest import Program, a_token
from tests.web.conftest import START, Clock
from tests.web.household import (  # noqa: F401
    ALICE,
    BOB,
    Two,
    app_of_two,
    client_of,
    database_of_two,
    furnished_house,
    kept_of,
    one_clock,
    two_people,
)
from tests.web.routes import METHODS, rules
from tracker.services.access import accounts, api_tokens, delete_account, security_log
from tracker.storage.words import ApiScope, SecurityEvent
from tracker.web.kit import work_budget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

    from tests.web.everything import Diary
    from tracker.storage.database import Database

WRITES = {"PUT", "DELETE"}
KINDS = {"check-ins": "check-in", "sessions": "session", "care": "care"}


def addresses(app: Flask, diary: Diary) -> Iterator[tuple[str, str]]:
    """Every address of the API and each method it takes, with the ids of one diary."""
    for rule in rules(app, PROGRAM):
        kind = rule.rule.split("/")[3]
        address = rule.rule.replace("<uid>", f"{KINDS.get(kind)}-{diary.account_id}")
        for method in sorted((rule.methods or set()) - {"HEAD"}):
            yield method, address


def answers(app: Flask, program: Program, diary: Diary) -> dict[tuple[str, str], int]:
    """The status of every address: what is sent is good wherever something is sent."""
    body = {"date": "2026-05-01", "pain": 1, "sensation": "soreness"}
    return {
        (method, address): program.ask(
            method, address, json=body if method == "PUT" else None
        ).status_code
        for method, address in addresses(app, diary)
    }


def test_the_owner_is_answered(app: Flask, database: Database, two: Two) -> None:
    """Otherwise a test in which nobody gets anything would pass."""
    program = Program(app, a_token(database, two.alice.account_id))
    statuses = answers(app, program, two.alice)
    assert len(statuses) > 15
    for (method, address), status in statuses.items():
        fine = {200, 422} if method == "PUT" else {200, 204}
        assert status in fine, f"{method} {address}"


def test_without_a_good_token_nothing_is_told(
    app: Flask, database: Database, two: Two, clock: Clock
) -> None:
    """None, a made-up one, one that was ended, one that is over, one of an account that is gone."""
    ended, over = a_token(database, two.bob.account_id), a_token(database, two.bob.account_id)
    newest = api_tokens.of_account(database, two.bob.account_id)[1]
    api_tokens.end(database, two.bob.account_id, newest.id, now=START)
    for token in (None, "rtr_" + "x" * 43, "", ended):
        assert set(answers(app, Program(app, token), two.bob).values()) == {401}, token
    assert set(answers(app, Program(app, over), two.bob).values()) != {401}
    clock.instant = START + timedelta(days=30)
    assert set(answers(app, Program(app, over), two.bob).values()) == {401}
    clock.instant = START
    assert len(kept_of(database, two.bob)) > 3
    (bob,) = (it for it in accounts.all_accounts(database) if it.name == BOB)
    delete_account.delete_by_hand(database, bob, now=START)
    assert set(answers(app, Program(app, over), two.bob).values()) == {401}


def test_a_token_that_only_reads_stores_nothing(app: Flask, database: Database, two: Two) -> None:
    before = kept_of(database, two.alice)
    program = Program(app, a_token(database, two.alice.account_id, ApiScope.READ))
    for (method, address), status in answers(app, program, two.alice).items():
        assert (status == 403) == (method in WRITES), f"{method} {address}"
    same = [row for row in before if row[0] in {"check_ins", "sessions", "care_entries"}]
    assert [row for row in kept_of(database, two.alice) if row in same] == same


@pytest.mark.parametrize("names", ["ids", "episode"])
def test_alices_token_gets_nothing_of_bobs(
    app: Flask, database: Database, two: Two, names: str
) -> None:
    before = kept_of(database, two.bob)
    program = Program(app, a_token(database, two.alice.account_id))
    episode = two.bob.names["", "episode_id"]
    for method, address in addresses(app, two.bob):
        if method in WRITES and names == "episode":
            continue
        asked = address if names == "ids" else f"{address}?episode={episode}"
        answer = program.ask(method, asked, json={} if method == "PUT" else None)
        is_bobs = names == "episode" and not address.endswith("/episodes")
        if (is_bobs or "-" in address.rpartition("/")[2]) and not address.endswith("check-ins"):
            assert answer.status_code in {404, 422}, f"{method} {asked}"
        assert BOB not in answer.get_data(as_text=True), asked
    assert kept_of(database, two.bob) == before


def test_an_entry_put_under_an_id_of_bobs_is_alices_own(
    app: Flask, database: Database, two: Two
) -> None:
    before = kept_of(database, two.bob)
    program = Program(app, a_token(database, two.alice.account_id))
    sent = {"date": "2026-05-01", "pain": 2, "sensation": "soreness"}
    address = f"/check-ins/check-in-{two.bob.account_id}"
    assert program.put(address, **sent).status_code == 201
    assert program.get(address).get_json()["note"] == ""
    assert kept_of(database, two.bob) == before


def test_a_cookie_opens_nothing_and_none_is_given(app: Flask, database: Database, two: Two) -> None:
    for cookie in (two.alice.token, two.bob.token):
        browser, _ = client_of(app, cookie)
        with browser.session_transaction() as session:
            session.permanent = True  # so that every page renews it
        assert browser.get("/").headers.getlist("Set-Cookie")
        refused = browser.get("/api/v1/today")
        assert (refused.status_code, refused.headers.getlist("Set-Cookie")) == (401, [])
    token = a_token(database, two.bob.account_id)
    browser, _ = client_of(app, two.alice.token)
    answer = browser.get("/api/v1/check-ins", headers={"Authorization": f"Bearer {token}"})
    assert BOB in answer.get_data(as_text=True)
    assert ALICE not in answer.get_data(as_text=True)
    assert answer.headers.getlist("Set-Cookie") == []


@pytest.mark.parametrize("method", METHODS)
def test_what_an_address_does_not_take_is_a_problem_and_no_page(
    app: Flask, database: Database, two: Two, method: str
) -> None:
    program = Program(app, a_token(database, two.alice.account_id))
    takes = set(addresses(app, two.alice))
    for _, address in sorted(takes):
        if (method, address) in takes or method == "HEAD":
            continue
        answer = program.ask(method, address)
        assert answer.status_code == 405, f"{method} {address}"
        assert answer.mimetype == "application/problem+json"
        assert "GET" in answer.headers["Allow"]


def test_a_token_that_is_refused_is_on_record(app: Flask, database: Database, two: Two) -> None:
    assert Program(app, "rtr_made-up").get("/today").status_code == 401
    noted = [it.kind for it in security_log.of_everyone(database, two.alice.account_id)]
    assert SecurityEvent.API_TOKEN_REFUSED in noted


def test_that_a_token_is_used_is_noted_hourly(
    app: Flask, database: Database, two: Two, clock: Clock
) -> None:
    program = Program(app, a_token(database, two.alice.account_id))

    def last() -> object:
        return api_tokens.of_account(database, two.alice.account_id)[0].last_used_at

    assert last() is None
    program.get("/standing")
    clock.move(minutes=59)
    program.get("/standing")
    assert last() == START
    clock.move(minutes=1)
    program.get("/standing")
    assert last() == START + timedelta(hours=1)


def test_who_asks_too_much_waits(app: Flask, database: Database, two: Two, clock: Clock) -> None:
    program = Program(app, a_token(database, two.bob.account_id))
    other = Program(app, a_token(database, two.alice.account_id))
    statuses = [program.get("/episodes").status_code for _ in range(work_budget.PROGRAM.at_once)]
    assert set(statuses) == {200}
    refused = program.get("/episodes")
    assert (refused.status_code, refused.mimetype) == (429, "application/problem+json")
    wait = int(refused.headers["Retry-After"])
    assert wait == 1
    assert other.get("/episodes").status_code == 200
    clock.move(seconds=wait)
    assert program.get("/episodes").status_code == 200
