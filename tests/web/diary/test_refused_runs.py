"""A run that is not cleared is refused with the reasons, or kept as a deviation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import TODAY
from tests.web.diaries import good_check_in, ladder_from
from tests.web.diary.conftest import BIKE, session_form
from tests.web.pages import preset, text_of, words_of

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import Fields, PageClient
    from tracker.storage.database import Database


@pytest.mark.usefixtures("ready")
def test_a_run_on_the_day_after_a_run_is_refused_with_the_reason_and_the_next_date(
    client: PageClient, clock: Clock
) -> None:
    answer = _second_run(client, clock)
    assert answer.status_code == 409
    words = words_of(answer)
    assert "This run is not cleared" in words
    assert "You ran yesterday." in words
    assert "Not before Sunday 3 May, and only if your answers are good." in words
    assert "Walk and jog," not in words_of(client.get("/"))


@pytest.mark.usefixtures("ready")
def test_a_refused_run_that_already_happened_is_kept_as_a_deviation(
    client: PageClient, clock: Clock
) -> None:
    answer = client.send(session_form(_second_run(client, clock)), "/session", {})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert "Recorded as a deviation: it follows a run day." in words_of(client.get("/"))


@pytest.mark.slow
@pytest.mark.usefixtures("ready")
def test_a_yes_to_other_findings_is_refused_anew(client: PageClient, clock: Clock) -> None:
    form = session_form(_second_run(client, clock))
    client.submit("/check-in", pain="3", sensation="pain")
    clock.move(minutes=30)
    answer = client.send(form, "/session", {"time": "10:10"})
    assert answer.status_code == 409
    assert "There was pain today." in words_of(answer)


@pytest.mark.slow
@pytest.mark.usefixtures("ready")
def test_nobody_can_confirm_what_was_never_refused(client: PageClient, clock: Clock) -> None:
    form = session_form(_second_run(client, clock))
    forged = client.send(form, "/session", {"confirmed": "WzEsMSwiYSIsImIiXQ.forged"})
    assert forged.status_code == 409
    other = client.send(form, "/session", {"uid": "another-run"})
    assert other.status_code == 409
    fingerprint = str(preset(form)["confirmed"]).split(".")[0]
    unsigned = client.send(form, "/session", {"confirmed": fingerprint})
    assert unsigned.status_code == 409


@pytest.mark.usefixtures("ready")
def test_a_refused_run_can_be_changed_without_typing_it_again(
    client: PageClient, clock: Clock
) -> None:
    refused = session_form(_second_run(client, clock))
    fields = preset(session_form(client.send(refused, "/session", {"again": "yes"})))
    assert (fields["kind"], fields["jog_minutes"], fields["pain"]) == ("walk_jog", "5", "0")


@pytest.mark.usefixtures("ready")
def test_more_than_the_step_is_refused(client: PageClient) -> None:
    answer = client.submit(
        "/session?plan=1", jog_minutes="15", longest_jog_minutes="5", pain="0", effort="3"
    )
    assert answer.status_code == 409
    assert "went beyond its plan" in words_of(answer)


@pytest.mark.usefixtures("ready")
def test_a_run_beyond_its_plan_is_shown_the_plan_that_is_cleared(client: PageClient) -> None:
    words = words_of(
        client.submit(
            "/session?plan=1", jog_minutes="15", longest_jog_minutes="5", pain="0", effort="3"
        )
    )
    assert "A run that keeps to the plan is cleared today." in words
    assert "Keep to today’s plan instead." in words


@pytest.mark.slow
@pytest.mark.usefixtures("ready")
def test_the_refusal_of_a_run_on_a_past_day_names_it_and_says_nothing_of_today(
    client: PageClient, clock: Clock
) -> None:
    client.submit("/session?plan=1", pain="0", effort="3", sensation="none")
    clock.move(days=1)
    client.submit("/check-in", pain="0", sensation="none", painkiller="y")
    clock.move(days=1)
    good_check_in(client)
    run: Fields = {
        "kind": "walk_jog",
        "minutes": "25",
        "jog_minutes": "5",
        "walk_minutes": "20",
        "effort": "3",
    }
    answer = client.submit("/session?date=2026-05-02", run, time="18:30", pain="0")
    assert answer.status_code == 409
    words = words_of(answer)
    assert "This is about your run on Saturday 2 May." in words
    assert "You ran the day before. Rest that day" in words
    assert "You took a painkiller that day." in words
    assert "Not before Sunday 3 May, and only if your answers are good." in words
    for said in ("today", "yesterday", "a swim"):
        assert said not in words.casefold()


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize("before", ["0", "2"])
def test_a_refusal_recommends_no_more_than_is_cleared(client: PageClient, before: str) -> None:
    run: Fields = {"kind": "run", "minutes": "10", "jog_minutes": "10", "pain": "0", "effort": "3"}
    asked = client.submit("/session", run, sensation="none")
    felt: Fields = {"before_pain": before, "before_sensation": "pain" if before == "2" else "none"}
    words = words_of(client.send(session_form(asked), "/session", felt))
    assert "Fine today: Easy walking as daily life needs it" in words
    assert "bike" not in words


def test_pain_told_with_a_refused_run_leaves_only_easy_walking(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> None:
    ladder_from(database, signed_in, TODAY, clock())
    clock.move(hours=1)
    run: Fields = {"kind": "run", "minutes": "10", "jog_minutes": "10", "pain": "0", "effort": "3"}
    asked = client.submit("/session", run, sensation="none")
    felt: Fields = {"before_pain": "2", "before_sensation": "pain"}
    words = words_of(client.send(session_form(asked), "/session", felt))
    assert "There was pain today." in words
    assert "cleared today" not in words
    assert "Fine today: Easy walking as daily life needs it" in words


@pytest.mark.slow
@pytest.mark.usefixtures("ready")
def test_a_back_dated_run_before_a_run_day_is_refused_and_then_re_decides_the_later_one(
    client: PageClient,
) -> None:
    client.submit("/session?plan=1", pain="0", effort="3", sensation="none")
    run: Fields = {
        "kind": "walk_jog",
        "minutes": "25",
        "jog_minutes": "5",
        "walk_minutes": "20",
        "effort": "3",
    }
    url = "/session?date=2026-04-30"
    refused = client.submit(url, run, time="18:30", pain="0", sensation="none")
    assert refused.status_code == 409
    assert "Friday 1 May" in words_of(refused)
    answer = client.send(session_form(refused), "/session", {})
    assert answer.headers["Location"] == "/history?month=2026-04#2026-04-30"
    words = words_of(client.get("/history?month=2026-04"))
    assert "Friday 1 May: the run there is now recorded as a deviation" in words


@pytest.mark.slow
@pytest.mark.usefixtures("ready")
def test_an_edit_that_turns_a_session_into_a_run_not_cleared_is_refused_and_can_be_confirmed(
    client: PageClient, clock: Clock
) -> None:
    client.submit("/session?plan=1", pain="0", effort="3", sensation="none")
    clock.move(hours=2)
    client.submit("/session", BIKE)
    links = client.page("/").iter("a")
    edit = next(a.get("href") or "" for a in links if text_of(a) == "Edit Bike, 40 min")
    run: Fields = {"kind": "run", "jog_minutes": "40", "effort": "3"}
    refused = client.submit(edit, run, pain="0")
    assert refused.status_code == 409
    assert "You have already run today." in words_of(refused)
    assert "Your change has not been saved yet." in words_of(refused)
    assert "Don’t change it" in words_of(refused)
    assert "record it" not in words_of(refused)
    assert "Bike, 40 min" in words_of(client.get("/"))
    assert client.send(session_form(refused), edit, {}).status_code == 303
    assert "Run, 40 min" in words_of(client.get("/"))


@pytest.mark.slow
@pytest.mark.usefixtures("ready")
def test_history_shows_a_deviation_and_why(client: PageClient, clock: Clock) -> None:
    client.send(session_form(_second_run(client, clock)), "/session", {})
    words = words_of(client.get("/history"))
    assert "Recorded as a deviation: it follows a run day." in words


def _second_run(client: PageClient, clock: Clock) -> TestResponse:
    client.submit("/session?plan=1", pain="0", effort="3", sensation="none")
    clock.move(days=1)
    good_check_in(client)
    clock.move(hours=1)
    return client.submit("/session?plan=1", pain="0", effort="3", sensation="none")
