"""A whole archive through its pages: sent, looked through, chosen from, read, taken in."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.exchange.archive.made import Row
from tests.web.conftest import ONSET
from tests.web.pages import words_of
from tests.web.transfer.archive_pages import (
    at,
    go_on,
    history,
    send,
    sessions_of,
    take_in,
    take_in_again,
    token_of,
    written,
)
from tracker.progression.diary import Kind
from tracker.progression.verdict import Decision
from tracker.services.diary import days, integrity
from tracker.web.kit.work_budget import ACCOUNT, FILE

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import PageClient
    from tracker.storage.database import Database


@pytest.mark.usefixtures("signed_in")
def test_an_archive_is_shown_by_kind_and_month_before_anything_is_added(
    client: PageClient, tmp_path: Path
) -> None:
    send(client, history(tmp_path / "s.zip").read_bytes())
    go_on(client, "/import/archive/look")
    page = words_of(client.get("/import/archive/choose"))
    assert "Runs (12)" in page
    assert "Rides (1)" in page
    assert "March 2026121" in page
    assert "Nothing has been added yet" in page


@pytest.mark.slow
def test_what_is_chosen_is_added_once_and_nothing_is_said_of_pain(
    client: PageClient, tmp_path: Path, database: Database, signed_in: SignedIn
) -> None:
    path = history(tmp_path / "s.zip")
    done = take_in(client, path, kinds=["run"])
    assert done.location == "/history"
    added = sessions_of(database, signed_in.account_id)
    assert len(added) == 12
    assert {session.kind for session in added} == {Kind.RUN}
    assert {(session.pain, session.sensation, session.effort) for session in added} == {(None,) * 3}
    assert {session.seconds for session in added} == {1800, 2400, 3600}
    again = take_in_again(client, path)
    assert "Nothing here is new" in again
    assert integrity.faults(database) == []


def test_pieces_of_work_have_an_allowance_and_go_on_once_it_refills(
    client: PageClient, app: Flask, tmp_path: Path, signed_in: SignedIn, clock: Clock
) -> None:
    budget = app.extensions["work_budget"]
    send(client, history(tmp_path / "s.zip").read_bytes())
    assert budget.spend([(("account", signed_in.account_id), ACCOUNT)], ACCOUNT.at_once) == 0
    token = {"csrf_token": token_of(client)}
    refused = client.post("/import/archive/look", data=token)
    assert (refused.status_code, int(refused.headers["Retry-After"])) == (429, FILE)
    assert client.get("/import/archive/look").status_code == 200
    clock.move(seconds=FILE)
    assert client.post("/import/archive/look", data=token).status_code == 303


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_one_bad_file_is_listed_and_its_run_taken_as_the_archive_sums_it_up(
    client: PageClient, tmp_path: Path
) -> None:
    send(client, history(tmp_path / "s.zip").read_bytes())
    go_on(client, "/import/archive/look")
    client.submit("/import/archive/choose", kinds=["run"], button="Read these")
    go_on(client, "/import/archive/read")
    page = words_of(client.get("/import/archive/preview"))
    assert "1 file or line could not be read closely" in page
    assert "activities/00.gpx.gz" in page
    assert "To be added: 12 sessions." in page


@pytest.mark.slow
def test_runs_since_the_injury_open_nothing(
    client: PageClient, tmp_path: Path, database: Database, signed_in: SignedIn
) -> None:
    walk = Row("w", written(at(ONSET + timedelta(days=20))), "Walk", 2400, 3500)
    run = Row("r", written(at(ONSET + timedelta(days=25))), "Run", 1200, 3000)
    before = verdict(database, signed_in)
    take_in(client, history(tmp_path / "s.zip", more=(walk, run)), kinds=["run", "walk"])
    assert verdict(database, signed_in) == before
    assert before[0] is Decision.HOLD
    page = words_of(client.get("/history?month=2026-04"))
    assert "Recorded as a deviation: the pain was not gone" in page


def verdict(database: Database, whose: SignedIn) -> tuple[Decision, str]:
    day = ONSET + timedelta(days=30)
    outcome = days.as_it_stands(database, whose.account_id, whose.episode_id, today=day)
    return outcome.verdict.decision, outcome.standing.stage.value


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_what_is_faster_than_people_run_waits_for_the_runners_word(
    client: PageClient, tmp_path: Path
) -> None:
    fast = Row("f", written(at(ONSET - timedelta(days=3))), "Run", 1800, 7000)
    never = Row("n", written(at(ONSET - timedelta(days=3), 12)), "Run", 1800, 15_000)
    send(client, history(tmp_path / "s.zip", more=(fast, never)).read_bytes())
    go_on(client, "/import/archive/look")
    page = words_of(client.get("/import/archive/choose"))
    assert "1 is called a run or a walk and has a mean above 12 km (7.5 miles) an hour" in page
    assert "1 is called a run or a walk, and faster than anybody ever ran" in page
    for said, number in ((False, 12), (True, 13)):
        answers: dict[str, str | list[str]] = {"kinds": ["run"]}
        answers |= {"fast_are_runs": "y"} if said else {}
        client.submit("/import/archive/choose", answers, button="Read these")
        go_on(client, "/import/archive/read")
        assert f"To be added: {number} sessions." in words_of(client.get("/import/archive/preview"))


@pytest.mark.usefixtures("signed_in")
def test_a_session_that_is_there_from_elsewhere_is_shown_and_not_added_again(
    client: PageClient, tmp_path: Path
) -> None:
    day = ONSET + timedelta(days=10)
    client.submit(
        "/session", kind="bike", date=day.isoformat(), time="08:05", minutes="58",
        pain="0", sensation="none",
    )  # fmt: skip
    ride = Row("again", written(at(day)), "Ride", 3600, 20_000)
    send(client, history(tmp_path / "s.zip", more=(ride,)).read_bytes())
    go_on(client, "/import/archive/look")
    client.submit("/import/archive/choose", kinds=["bike"], button="Read these")
    go_on(client, "/import/archive/read")
    page = words_of(client.get("/import/archive/preview"))
    assert "1 in your diary already, from elsewhere" in page
    assert "To be added: 1 session." in page


@pytest.mark.usefixtures("signed_in")
def test_a_script_is_told_how_far_the_work_is_and_where_to_go(
    client: PageClient, tmp_path: Path
) -> None:
    send(client, history(tmp_path / "s.zip").read_bytes())
    ask = {"headers": {"Accept": "application/json"}}
    assert client.get("/import/archive/look", **ask).get_json()["percent"] == 0
    form = {"csrf_token": token_of(client)}
    progress = client.post("/import/archive/look", data=form, **ask).get_json()
    assert progress["percent"] == 100
    assert progress["then"] == "/import/archive/choose"


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_history_before_the_injury_is_turned_month_by_month(
    client: PageClient, tmp_path: Path
) -> None:
    take_in(client, history(tmp_path / "s.zip", weeks=6), kinds=["run"])
    april = client.get("/history?month=2026-04")
    assert "Run, 60 min" not in words_of(april)
    assert "/history?month=2026-03" in april.get_data(as_text=True)
    march = client.get("/history?month=2026-03")
    assert words_of(march).count("Run, 60 min") == 5
    assert "/history?month=2026-02" in march.get_data(as_text=True)
    february = client.get("/history?month=2020-01")
    assert "February 2026" in words_of(february)
    assert words_of(february).count("Run, 60 min") == 1


@pytest.mark.slow
def test_an_imported_archive_is_undone_as_one(
    client: PageClient, tmp_path: Path, database: Database, signed_in: SignedIn
) -> None:
    take_in(client, history(tmp_path / "s.zip"), kinds=["run", "bike"])
    assert len(sessions_of(database, signed_in.account_id)) == 13
    page = client.get("/history").get_data(as_text=True)
    (undo,) = set(re.findall(r"/imports/\d+/undo", page))
    assert client.submit(undo, button="Undo this import").status_code == 303
    assert sessions_of(database, signed_in.account_id) == []
    assert integrity.faults(database) == []
