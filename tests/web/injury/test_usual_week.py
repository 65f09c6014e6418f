"""The usual week: asked for where the usual run is long, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.injury.test_onboarding import ANSWERS
from tests.web.pages import parsed, preset, text_of, words_of
from tracker.services.injury import episodes

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from tests.web.conftest import SignedIn
    from tests.web.pages import PageClient
    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database

QUESTION = "How much did you jog in a usual week?"
EDIT = "/episodes/1/edit"


def error(response: TestResponse, field: str = "baseline_week_minutes") -> str:
    """What a refusal says beside a field."""
    assert response.status_code == 422
    (said,) = (text_of(e) for e in parsed(response).iter("p") if e.get("id") == f"{field}-error")
    return said


@pytest.mark.usefixtures("account")
def test_it_is_out_of_sight_at_first(client: PageClient) -> None:
    assert QUESTION not in words_of(client.get("/start"))


def test_a_usual_run_of_an_hour_needs_no_week(
    client: PageClient, account: Account, database: Database
) -> None:
    answers = ANSWERS | {"baseline_minutes": "60"}
    assert client.submit("/start", answers).status_code == 303
    view = episodes.current_episode(database, account.id)
    assert view is not None
    assert view.facts.baseline_week_minutes is None


def test_a_longer_one_asks_for_it_and_nothing_typed_is_lost(
    client: PageClient, account: Account, database: Database
) -> None:
    answers = ANSWERS | {"baseline_minutes": "61"}
    asked = client.submit("/start", answers)
    assert "longer than 60 minutes" in error(asked)
    assert QUESTION in words_of(asked)
    form = parsed(asked).find(".//main//form")
    assert form is not None
    assert {name: preset(form)[name] for name in answers} == answers
    sent = preset(form) | {"baseline_week_minutes": "150"}
    assert client.post("/start", data=sent).status_code == 303
    view = episodes.current_episode(database, account.id)
    assert view is not None
    assert view.facts.baseline_week_minutes == 150
    assert "150 minutes of jogging" in words_of(client.get(f"/episodes/{view.id}"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("week", "said"),
    [
        ("89", "from 90, one usual run, to 3000"),
        ("3001", "from 90, one usual run, to 3000"),
        ("-1", "whole number"),
        ("1e3", "whole number"),
        ("99999999999", "whole number"),
        (" ", "longer than 60 minutes"),
    ],
)
@pytest.mark.usefixtures("account")
def test_a_week_that_cannot_be_is_refused(client: PageClient, week: str, said: str) -> None:
    answers = ANSWERS | {"baseline_minutes": "90"}
    assert said in error(client.submit("/start", answers, baseline_week_minutes=week))


@pytest.mark.parametrize("week", ["90", "3000"])
@pytest.mark.usefixtures("account")
def test_a_week_at_its_bounds_is_taken(client: PageClient, week: str) -> None:
    answers = ANSWERS | {"baseline_minutes": "90"}
    response = client.submit("/start", answers, baseline_week_minutes=week)
    assert response.status_code == 303


@pytest.mark.usefixtures("account")
def test_a_usual_run_that_cannot_be_is_not_asked_for_its_week(client: PageClient) -> None:
    response = client.submit("/start", ANSWERS | {"baseline_minutes": "301"})
    assert "from 10 to 300" in error(response, "baseline_minutes")
    assert QUESTION not in words_of(response)


def test_changing_the_facts_keeps_the_week_that_is_known_and_asks_for_one_that_is_not(
    signed_in: SignedIn, client: PageClient, database: Database
) -> None:
    assert "longer than 60" in error(client.submit(EDIT, baseline_minutes="75"))
    changed = client.submit(EDIT, baseline_minutes="75", baseline_week_minutes="200")
    assert changed.status_code == 303
    assert client.submit(EDIT, side="right").status_code == 303
    assert client.submit(EDIT, baseline_week_minutes="").status_code == 303
    view = episodes.episode(database, signed_in.account_id, 1)
    assert view.facts.baseline_week_minutes == 200
    longer = client.submit(EDIT, baseline_minutes="201", baseline_week_minutes="")
    assert "from 201, one usual run" in error(longer)


@pytest.mark.usefixtures("signed_in")
def test_once_anything_is_recorded_more_in_a_week_needs_a_clinician(client: PageClient) -> None:
    client.submit(EDIT, baseline_minutes="75", baseline_week_minutes="200")
    client.submit("/check-in", pain="1", sensation="pain")
    refused = client.submit(EDIT, baseline_week_minutes="201")
    assert "needs a clinician's word" in error(refused)
    assert 'value="201"' in refused.get_data(as_text=True)
    assert client.submit(EDIT, baseline_week_minutes="199").status_code == 303
    assert "199 minutes since 1 May 2026, set by you." in words_of(client.get("/numbers"))
    assert "199 minutes of jogging" in words_of(client.get("/episodes/1"))
    shorter = client.submit(EDIT, baseline_minutes="74")
    assert "A shorter usual run needs a clinician's word" in error(shorter, "baseline_minutes")
