"""What programs record: once, as strictly as the forms, and never by another door."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.api.entries import ENTRIES, GOOD, RUN, rows
from tests.web.conftest import START, TODAY, Clock, SignedIn
from tests.web.diaries import ladder_from
from tests.web.pages import PageClient, words_of
from tracker.services.diary import days
from tracker.services.injury import episodes

if TYPE_CHECKING:
    from tests.web.api.conftest import Program
    from tracker.storage.database import Database


@pytest.mark.parametrize("address", ENTRIES)
def test_an_entry_sent_twice_is_stored_once(
    program: Program, database: Database, address: str
) -> None:
    first = program.put(address, **ENTRIES[address])
    assert first.status_code == 201
    stored = rows(database)
    again = program.put(address, **ENTRIES[address])
    assert (again.status_code, again.get_json()) == (200, first.get_json())
    assert rows(database) == stored
    assert program.get(address).get_json() == first.get_json()


@pytest.mark.parametrize("address", ENTRIES)
def test_an_entry_is_changed_and_deleted_as_on_the_pages(
    program: Program, database: Database, address: str
) -> None:
    made = program.put(address, **ENTRIES[address]).get_json()
    changed = program.put(address, **ENTRIES[address], note="on the stairs")
    assert changed.status_code == 200
    assert changed.get_json() == {**made, "note": "on the stairs"}
    assert program.delete(address).status_code == 204
    assert program.get(address).status_code == 404
    assert program.delete(address).status_code == 404
    assert rows(database)["changes"] == 3


def test_what_a_program_records_stands_on_the_pages(
    program: Program, client: PageClient, signed_in: SignedIn
) -> None:
    del signed_in
    program.put("/check-ins/a1", **GOOD, note="told by a watch")
    assert "told by a watch" in words_of(client.get("/history"))


def test_the_part_of_the_day_follows_the_time_as_in_the_form(program: Program) -> None:
    assert program.put("/check-ins/a1", **GOOD).get_json()["moment"] == "waking"
    sent = {**GOOD, "moment": "night"}
    assert program.put("/check-ins/a2", **sent).get_json()["moment"] == "night"


def test_a_run_that_is_not_cleared_is_refused_with_every_reason(
    program: Program, database: Database
) -> None:
    before = rows(database)
    refused = program.put("/sessions/r1", **RUN)
    assert (refused.status_code, refused.mimetype) == (409, "application/problem+json")
    refusal = refused.get_json()
    assert refusal["findings"]
    assert all(it["reason"] and it["source"] for it in refusal["findings"])
    assert refusal["next_run"] > RUN["date"]
    assert rows(database) == before


def test_its_token_confirms_just_this_run_as_a_deviation(
    program: Program, database: Database
) -> None:
    token = program.put("/sessions/r1", **RUN).get_json()["confirm"]
    before = rows(database)
    longer = {**RUN, "jog_seconds": 1200}
    for other in (
        program.put("/sessions/r1", **longer, confirmed=token),
        program.put("/sessions/r2", **RUN, confirmed=token),
        program.put("/sessions/r1", **RUN, confirmed="made-up"),
        program.put("/sessions/r1", **RUN, confirmed=token.partition(".")[0]),
    ):
        assert other.status_code == 409
    assert rows(database) == before
    stored = program.put("/sessions/r1", **RUN, confirmed=token)
    assert (stored.status_code, stored.get_json()["deviation"]) == (201, "confirmed")
    assert program.put("/sessions/r1", **RUN).status_code == 200


def test_a_form_and_a_program_are_refused_alike(
    program: Program, client: PageClient, signed_in: SignedIn
) -> None:
    del signed_in
    program.put("/check-ins/a1", **GOOD)
    reasons = [it["reason"] for it in program.put("/sessions/r1", **RUN).get_json()["findings"]]
    run = {"kind": "run", "minutes": "10", "jog_minutes": "10", "pain": "0"}
    page = client.submit("/session", None, **run, sensation="none", effort="3")
    assert reasons
    assert page.status_code == 409
    for reason in reasons:
        assert reason in words_of(page)


def test_a_cleared_run_is_recorded_with_how_it_felt_before(
    program: Program, database: Database, with_account: SignedIn
) -> None:
    ladder_from(database, with_account, TODAY, START)
    run: dict[str, Any] = {**RUN, "kind": "walk_jog", "jog_seconds": 60, "walk_seconds": 240}
    del run["before"]
    unsaid = program.put("/sessions/r1", **run)
    assert unsaid.status_code == 422
    assert unsaid.get_json()["errors"][0]["name"] == "before"
    wrong = program.put("/sessions/r1", **run, before={"pain": 0, "sensation": "sharp"})
    assert wrong.get_json()["errors"][0]["name"] == "before.sensation"
    stored = program.put("/sessions/r1", **run, before={"pain": 0, "sensation": "none"})
    assert (stored.status_code, stored.get_json()["deviation"]) == (201, None)
    ids = [it["id"] for it in program.get("/check-ins").get_json()["items"]]
    assert "r1-before" in ids


def test_a_warning_sign_locks_at_once_and_is_taken_back_only_with_a_reason(
    program: Program, database: Database
) -> None:
    assert program.put("/check-ins/a1", **GOOD, red_flags=["E1"]).status_code == 201
    assert program.get("/today").get_json()["decision"] == "refer"
    assert program.get("/standing").get_json()["locked_by"] == ["E1"]
    before = rows(database)
    for answer in (program.put("/check-ins/a1", **GOOD), program.delete("/check-ins/a1")):
        assert answer.status_code == 422
        (error,) = answer.get_json()["errors"]
        assert (error["name"], "E1" in error["detail"]) == ("reason", True)
    assert rows(database) == before
    assert program.put("/check-ins/a1", **GOOD, reason="ticked by mistake").status_code == 200
    assert program.get("/standing").get_json()["locked_by"] == []


def test_an_entry_is_changed_only_as_it_was_seen(program: Program) -> None:
    tag = program.put("/check-ins/a1", **GOOD).headers["ETag"]
    program.put("/check-ins/a1", **GOOD, note="from another device")
    headers = {"If-Match": tag}
    for method, sent in (("PUT", {**GOOD, "note": "mine"}), ("DELETE", None)):
        answer = program.ask(method, "/check-ins/a1", headers, json=sent)
        assert answer.status_code == 412
    assert program.get("/check-ins/a1").get_json()["note"] == "from another device"
    current = {"If-Match": program.get("/check-ins/a1").headers["ETag"]}
    mine = program.ask("PUT", "/check-ins/a1", current, json={**GOOD, "note": "mine"})
    assert mine.status_code == 200
    only_new = {"If-None-Match": "*"}
    assert program.ask("PUT", "/check-ins/a1", only_new, json=GOOD).status_code == 412
    assert program.ask("PUT", "/check-ins/a2", only_new, json=GOOD).status_code == 201


def test_what_has_not_come_yet_is_told_by_the_runners_clock(program: Program, clock: Clock) -> None:
    tomorrow = {**GOOD, "date": f"{TODAY + timedelta(days=1)}", "time": "00:30"}
    assert program.put("/check-ins/a1", **tomorrow).status_code == 422
    clock.instant = START.replace(hour=23)  # one in the morning in Berlin
    assert program.put("/check-ins/a1", **tomorrow).status_code == 201


def test_the_diary_is_decided_as_if_the_forms_had_told_it(
    program: Program, database: Database, with_account: SignedIn
) -> None:
    whose = (database, with_account.account_id, with_account.episode_id)
    program.put("/check-ins/a1", **GOOD)
    decided = days.as_it_stands(*whose, today=TODAY)
    answered = program.get("/today").get_json()
    assert answered["decision"] == decided.verdict.decision.word
    assert answered["checked_in"] is True
    assert episodes.current_episode(database, with_account.account_id) is not None
