"""What programs read: the same as the pages show, as declared, with a tag, page after page."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from sqlalchemy import func, select

from tests.web.conftest import FACTS, ONSET, START, TODAY, SignedIn
from tests.web.diaries import check_in
from tests.web.pages import PageClient, words_of
from tracker.progression.diary import Sensation
from tracker.services.diary import days, entries
from tracker.services.injury import episodes
from tracker.services.injury.episodes import CloseReason
from tracker.services.transfer.evaluation import evaluate
from tracker.storage.tables.audit import DecisionShownRow

if TYPE_CHECKING:
    from flask import Flask

    from tests.web.api.conftest import Program
    from tracker.storage.database import Database

READS = {
    "/today": "Today",
    "/plan": "Plan",
    "/standing": "Standing",
    "/episodes": "Episodes",
    "/days": "Days",
    "/charts/recovery": "Series",
    "/sheet": "Sheet",
    "/check-ins": "CheckIns",
    "/sessions": "Sessions",
    "/care": "Cares",
}


def spec(program: Program) -> dict[str, Any]:
    document: dict[str, Any] = program.get("/openapi.json").get_json()
    return document


def fits(document: dict[str, Any], component: str, content: object) -> list[str]:
    """What of a content is not as a component says."""
    schema = {"$ref": f"#/components/schemas/{component}", "components": document["components"]}
    return [error.message for error in Draft202012Validator(schema).iter_errors(content)]


@pytest.fixture
def diary(database: Database, with_account: SignedIn) -> SignedIn:
    """A check-in on each of the last ten days."""
    whose = (database, with_account.account_id, with_account.episode_id)
    for back in range(10):
        day = TODAY - timedelta(days=back)
        entry = check_in(
            day, pain=back % 3, sensation=(Sensation.NONE, Sensation.PAIN)[back % 3 > 0]
        )
        entries.save_check_in(*whose, entry, today=TODAY, now=START)
    return with_account


def test_every_answer_is_as_the_description_says(program: Program, diary: SignedIn) -> None:
    del diary
    document = spec(program)
    assert document["openapi"] == "3.1.0"
    for address, component in READS.items():
        answer = program.get(address)
        assert (answer.status_code, answer.mimetype) == (200, "application/json"), address
        assert fits(document, component, answer.get_json()) == [], address
    wrong = {**program.get("/today").get_json(), "decision": "perhaps"}
    assert fits(document, "Today", wrong)
    problem = program.get("/days?limit=0")
    assert (problem.status_code, problem.mimetype) == (422, "application/problem+json")
    assert fits(document, "Problem", problem.get_json()) == []


def test_todays_answer_is_that_of_the_page_and_of_the_files(
    program: Program, client: PageClient, signed_in: SignedIn, diary: SignedIn, database: Database
) -> None:
    del signed_in
    answered = program.get("/today").get_json()
    page = words_of(client.get("/"))
    assert answered["headline"]["word"] in page
    whose = (database, diary.account_id, diary.episode_id)
    course = days.course_of(*whose, today=TODAY)
    evaluated = evaluate(course.diary, course.protocol, TODAY)
    for name in ("decision", "stage", "step", "next_run", "prescription", "window", "engine"):
        assert answered[name] == evaluated[name], name
    reasons = {it["rule"]: (it["reason"], it["until"]) for it in evaluated["findings"]}
    assert {it["rule"]: (it["reason"], it["until"]) for it in answered["findings"]} == reasons
    assert all(it["source"] and it["title"] for it in answered["findings"])


def test_what_a_program_is_told_is_on_record_as_shown(
    program: Program, diary: SignedIn, database: Database
) -> None:
    del diary

    def decisions_on_record() -> int:
        with database.reading() as tx:
            return tx.scalars(select(func.count()).select_from(DecisionShownRow)).one()

    assert decisions_on_record() == 0
    program.get("/today")
    program.get("/today")
    assert decisions_on_record() == 1


def test_an_answer_with_its_tag_is_not_sent_again(program: Program, diary: SignedIn) -> None:
    del diary
    for address in READS:
        first = program.get(address)
        assert first.headers["Cache-Control"] == "private, no-cache"
        assert "Authorization" in first.headers["Vary"]
        again = program.get(address, If_None_Match=first.headers["ETag"])
        assert (again.status_code, again.get_data()) == (304, b""), address
    tag = program.get("/check-ins").headers["ETag"]
    sent = {"date": f"{TODAY}", "pain": 4, "sensation": "pain"}
    assert program.put("/check-ins/new", **sent).status_code == 201
    assert program.get("/check-ins", If_None_Match=tag).status_code == 200


def test_pages_hold_every_entry_once_though_one_is_added_between(
    program: Program, diary: SignedIn
) -> None:
    del diary
    ids, address = [], "/check-ins?limit=3"
    while address:
        page = program.get(address).get_json()
        assert len(page["items"]) <= 3
        ids += [it["id"] for it in page["items"]]
        if len(ids) == 3:
            sent = {"date": f"{TODAY}", "pain": 4, "sensation": "pain"}
            assert program.put("/check-ins/added", **sent).status_code == 201
        address = page["next"]
    assert len(ids) == len(set(ids)) == 10
    days = [it["date"] for it in program.get("/check-ins").get_json()["items"]]
    assert days == sorted(days, reverse=True)


def test_days_go_back_to_onset_page_after_page(program: Program, diary: SignedIn) -> None:
    del diary
    dates, address = [], "/days?limit=12"
    while address:
        page = program.get(address).get_json()
        dates += [it["date"] for it in page["items"]]
        address = page["next"]
    expected = [TODAY - timedelta(days=n) for n in range((TODAY - ONSET).days + 1)]
    assert dates == [day.isoformat() for day in expected]


@pytest.mark.parametrize(
    "query",
    ["/days?limit=1000", "/days?until=tomorrow", "/check-ins?cursor=x", "/check-ins?limit=x",
     "/today?day=2026-05-01", "/today?episode=0", "/sheet?first=2026-05-01&last=2026-04-30",
     "/today?episode=2147483648", "/sheet?notes=perhaps"],
)  # fmt: skip
def test_what_an_address_asks_wrongly_is_told_and_not_guessed(program: Program, query: str) -> None:
    answer = program.get(query)
    assert answer.status_code == 422
    (error,) = answer.get_json()["errors"]
    assert error["name"] in query
    assert error["detail"]


def test_without_an_open_episode_an_ended_one_can_be_named(
    program: Program, diary: SignedIn, database: Database
) -> None:
    whose = (database, diary.account_id, diary.episode_id)
    episodes.end_episode(*whose, CloseReason.STOPPED, today=TODAY)
    assert program.get("/today").status_code == 404
    assert "?episode=ID" in program.get("/today").get_json()["detail"]
    (there,) = program.get("/episodes").get_json()["items"]
    assert (there["is_open"], there["site"]) == (False, FACTS.site)
    for address in READS:
        assert program.get(f"{address}?episode={diary.episode_id}").status_code == (
            422 if address == "/episodes" else 200
        ), address
    sent = {"date": f"{TODAY}", "pain": 4, "sensation": "pain"}
    assert program.put("/check-ins/late", **sent).status_code == 404


def test_an_address_that_is_none_is_a_problem_too(program: Program) -> None:
    answer = program.get("/tomorrow")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert answer.get_json()["title"] == "There is no page here"


@pytest.mark.own_app
def test_when_it_breaks_a_program_is_told_so(
    app: Flask, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    monkeypatch.setattr("tracker.web.api.today._decided", lambda _: 1 / 0)
    answer = program.get("/today")
    assert (answer.status_code, answer.mimetype) == (500, "application/problem+json")
    assert "division" not in answer.get_data(as_text=True)
