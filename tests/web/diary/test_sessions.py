"""Sessions: what was done is kept, and what was typed is not lost."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import TODAY
from tests.web.diary.conftest import BIKE, session_form
from tests.web.pages import preset, text_of, words_of
from tracker.entries.fields import LONGEST_ID
from tracker.progression.diary import Kind, SessionLog
from tracker.progression.standing import ONE_DAY
from tracker.services.diary import entries, journal

if TYPE_CHECKING:
    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import Fields, PageClient
    from tracker.storage.database import Database

BEFORE: Fields = {"before_pain": "0", "before_sensation": "none"}


@pytest.mark.usefixtures("signed_in")
def test_a_session_is_kept_with_the_time_it_began(client: PageClient) -> None:
    answer = client.submit("/session", BIKE, distance_km="12.5", effort="3")
    assert answer.headers["Location"] == "/"
    words = words_of(client.get("/"))
    assert "Bike, 40 min" in words
    assert "07:20 · pain 0 · nothing felt · 12.5 km · effort 3" in words


@pytest.mark.usefixtures("signed_in")
def test_pain_left_unanswered_is_not_a_zero(client: PageClient) -> None:
    client.submit("/session", kind="bike", minutes="40")
    words = words_of(client.get("/history"))
    assert "pain not answered" in words
    assert "pain 0" not in words


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"minutes": ""}, "Give how long it took, in minutes."),
        ({"minutes": "1e400"}, "Give minutes up to a day"),
        ({"minutes": "-5"}, "Give minutes up to a day"),
        ({"minutes": "25:75"}, "Give minutes up to a day"),
        ({"jog_minutes": "5"}, "Only a run, or a walk and jog, has jogging"),
        ({"kind": "run"}, "Give the minutes you jogged; 0 is fine."),
        ({"kind": "run", "jog_minutes": "50"}, "The jogging is longer than the whole session."),
        (
            {"kind": "run", "jog_minutes": "20", "longest_jog_minutes": "25"},
            "The longest jog is longer than all jogging together.",
        ),
        ({"distance_km": "far"}, "Give the distance as a number"),
        ({"effort": "11"}, "ot a valid choice"),
        ({"kind": "flying"}, "Choose one of the answers shown."),
    ],
)
@pytest.mark.usefixtures("signed_in")
def test_answers_that_do_not_fit_are_refused_and_nothing_typed_is_lost(
    client: PageClient, typed: Fields, words: str
) -> None:
    answer = client.submit("/session", BIKE | {"note": "windy"} | typed)
    assert answer.status_code == 422
    assert words in words_of(answer)
    form = session_form(answer)
    assert text_of(form.find(".//textarea")) == "windy"
    fields = preset(form)
    assert {n: fields.get(n) for n in typed if n not in {"kind", "effort"}} == {
        n: v for n, v in typed.items() if n not in {"kind", "effort"}
    }


@pytest.mark.usefixtures("signed_in")
def test_minutes_may_be_typed_with_seconds_or_a_comma(client: PageClient) -> None:
    client.submit("/session", kind="walk", minutes="12:30", pain="0", sensation="none")
    client.submit("/session", kind="swim", minutes="1,5", pain="0", sensation="none")
    words = words_of(client.get("/"))
    assert "Walk, 12:30 min" in words
    assert "Swim, 1:30 min" in words


@pytest.mark.usefixtures("ready")
def test_done_as_planned_fills_minutes_and_bouts_but_never_pain(client: PageClient) -> None:
    fields = preset(session_form(client.get("/session?plan=1")))
    assert (fields["kind"], fields["minutes"], fields["walk_minutes"]) == ("walk_jog", "25", "20")
    assert (fields["jog_minutes"], fields["longest_jog_minutes"]) == ("5", "1")
    assert fields["time"] == "08:35"
    assert "pain" not in fields
    assert "sensation" not in fields


@pytest.mark.usefixtures("ready")
def test_a_cleared_run_is_kept_without_a_deviation(client: PageClient) -> None:
    answer = client.submit("/session?plan=1", pain="0", effort="3", sensation="none")
    assert answer.headers["Location"] == "/"
    words = words_of(client.get("/"))
    assert "Walk and jog, 25 min" in words
    assert "deviation" not in words


@pytest.mark.usefixtures("signed_in")
def test_a_run_without_an_earlier_check_in_asks_how_it_felt_before_and_keeps_it(
    client: PageClient,
) -> None:
    run: Fields = {
        "kind": "run",
        "effort": "3",
        "minutes": "10",
        "jog_minutes": "10",
        "pain": "0",
        "sensation": "none",
    }
    asked = client.submit("/session", run)
    assert asked.status_code == 422
    assert "You had not checked in before this run." in words_of(asked)
    odd = client.send(
        session_form(asked), "/session", {"before_pain": "2", "before_sensation": "none"}
    )
    assert "yet the score is 2" in words_of(odd)
    refused = client.send(session_form(odd), "/session", BEFORE)
    assert refused.status_code == 409
    client.send(session_form(refused), "/session", {})
    words = words_of(client.get("/"))
    assert "No pain07:50" in words
    assert "Run, 10 min" in words


@pytest.mark.usefixtures("ready")
def test_the_same_run_sent_twice_is_stored_once(client: PageClient) -> None:
    form = session_form(client.get("/session?plan=1"))
    for _ in range(2):
        answer = client.send(form, "/session", {"pain": "0", "sensation": "none", "effort": "3"})
        assert answer.status_code == 303
    assert words_of(client.get("/")).count("Edit Walk and jog, 25 min") == 1


@pytest.mark.slow
@pytest.mark.usefixtures("ready")
def test_a_session_can_be_changed_deleted_and_brought_back(client: PageClient) -> None:
    client.submit("/session", BIKE)
    edit = next(
        a.get("href") or "" for a in client.page("/").iter("a") if text_of(a) == "Edit Bike, 40 min"
    )
    fields = preset(session_form(client.get(edit)))
    assert (fields["minutes"], fields["pain"], fields["time"]) == ("40", "0", "08:20")
    client.submit(edit, minutes="35")
    client.get("/")
    client.submit("/", button="Delete Bike, 35 min")
    page = client.page("/")
    assert "Bike deleted. Undo" in text_of(page.find(".//main"))
    undo = next(f for f in page.iter("form") if (f.get("action") or "").startswith("/undo/"))
    client.send(undo, "/", {})
    assert "Bike, 35 min" in words_of(client.get("/"))


@pytest.mark.usefixtures("signed_in")
def test_an_id_as_long_as_files_allow_is_kept_by_thesession_form(client: PageClient) -> None:
    uid = "a" * LONGEST_ID
    assert client.submit("/session", BIKE, uid=uid).status_code == 303
    assert client.get(f"/sessions/{uid}/edit").status_code == 200
    client.submit("/session", BIKE, uid=uid)
    assert words_of(client.get("/")).count("Edit Bike, 40 min") == 1


@pytest.mark.usefixtures("signed_in")
def test_an_edit_of_a_walk_loses_nothing_that_a_file_said(
    client: PageClient, signed_in: SignedIn, database: Database, clock: Clock
) -> None:
    entry = SessionLog(
        id="of-a-file", date=TODAY, time=time(6), kind=Kind.WALK, seconds=2400, walk_seconds=900
    )
    diary = signed_in.account_id, signed_in.episode_id
    entries.save_session(database, *diary, entry, today=TODAY, now=clock())
    client.submit("/sessions/of-a-file/edit", note="by the river")
    edited = entries.find_session(database, *diary, "of-a-file")
    assert (edited.walk_seconds, edited.note) == (900, "by the river")


PLAN: Fields = {"pain": "0", "sensation": "none"}


@pytest.mark.slow
@pytest.mark.usefixtures("ready")
def test_an_unanswered_effort_of_a_run_is_asked_once_and_then_stands(client: PageClient) -> None:
    asked = client.submit("/session?plan=1", PLAN)
    assert asked.status_code == 422
    assert "How hard was it?" in words_of(asked)
    again = client.send(session_form(asked), "/session", PLAN)
    assert again.headers["Location"] == "/"


@pytest.mark.usefixtures("ready")
def test_a_run_that_waited_on_a_phone_is_kept_without_an_effort(client: PageClient) -> None:
    form = session_form(client.get("/session?plan=1"))
    assert client.send(form, "/session", PLAN | {"queued": "yes"}).status_code == 303


OTHER: Fields = {"kind": "other", "minutes": "30", "pain": "0", "sensation": "none", "effort": "3"}


@pytest.mark.usefixtures("signed_in")
def test_something_else_asks_whether_it_included_running(client: PageClient) -> None:
    answer = client.submit("/session", OTHER)
    assert answer.status_code == 422
    assert "Say whether it included running." in words_of(answer)
    assert client.submit("/session", OTHER | {"included_running": "no"}).status_code == 303


def test_something_else_with_running_is_a_run_of_all_its_minutes(
    client: PageClient, signed_in: SignedIn, database: Database
) -> None:
    football = OTHER | {"included_running": "yes", "before_pain": "0", "before_sensation": "none"}
    football |= {"date": str(TODAY - ONE_DAY), "time": "18:00"}
    asked = client.submit("/session", {k: v for k, v in football.items() if "before" not in k})
    refused = client.send(session_form(asked), "/session", football)
    assert refused.status_code == 409
    client.send(session_form(refused), "/session", {})
    diary = (database, signed_in.account.id, signed_in.episode_id)
    (day,) = [
        d for d in journal.history(*diary, first=TODAY - ONE_DAY, last=TODAY) if d.records.sessions
    ]
    (session,) = day.records.sessions
    assert (session.jog_seconds, session.longest_bout) == (1800, None)
    page = client.page(f"/sessions/{session.id}/edit")
    yes = [i for i in page.iter("input") if i.get("name") == "included_running"]
    assert [i.get("value") for i in yes if i.get("checked") is not None] == ["yes"]


@pytest.mark.usefixtures("ready")
def test_a_start_that_is_only_offered_is_not_before_the_last_check_in(client: PageClient) -> None:
    client.submit("/session", kind="bike", minutes="90", pain="0", sensation="none")
    assert "08:00 · pain 0" in words_of(client.get("/"))


@pytest.mark.usefixtures("ready")
def test_the_ride_suggested_is_shown_and_a_far_longer_one_is_spoken_of(client: PageClient) -> None:
    assert "bike 15 min, swim 15 min" in words_of(client.get("/session"))
    client.submit("/session", BIKE)
    notices = [text_of(div) for div in client.page("/").iter("div") if div.get("class") == "notice"]
    assert any("Today's ride of 40 min is a jump" in notice for notice in notices)
