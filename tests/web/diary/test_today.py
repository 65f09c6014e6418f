"""Today: the verdict first, the check-in form while it is due, the plan when it is cleared."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import TODAY
from tests.web.diaries import good_check_in, ladder_from
from tests.web.pages import parsed, preset, text_of, words_of
from tracker.content.care import BEFORE_A_RUN, ON_OTHER_DAYS
from tracker.progression.protocol import Stage

if TYPE_CHECKING:
    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import Fields, PageClient
    from tracker.content.care import Tip
    from tracker.storage.database import Database


@pytest.mark.usefixtures("signed_in")
def test_today_begins_with_the_job_and_asks_for_the_check_in(client: PageClient) -> None:
    page = client.page("/")
    assert text_of(page.find(".//h1")) == "Rest today"
    form = next(f for f in page.iter("form") if f.get("action") == "/check-in")
    assert [r.get("value") for r in form.iter("input") if r.get("name") == "pain"] == [
        str(n) for n in range(11)
    ]
    assert not [r for r in form.iter("input") if r.get("checked") is not None]


@pytest.mark.usefixtures("signed_in")
def test_every_rule_stands_in_the_checklist_with_its_source_beside_it(client: PageClient) -> None:
    page = client.page("/")
    criteria = [li for li in page.iter("li") if (li.get("id") or "").startswith("rule-")]
    assert len(criteria) == 19
    for criterion in criteria:
        rule = (criterion.get("id") or "").removeprefix("rule-")
        assert f"/how-this-decides#{rule}" in [a.get("href") for a in criterion.iter("a")]
        assert "Source:" in text_of(criterion)


@pytest.mark.usefixtures("signed_in")
def test_the_check_in_form_leaves_the_page_once_it_is_answered(client: PageClient) -> None:
    client.submit("/", pain="0", sensation="none")
    page = client.page("/")
    assert not [f for f in page.iter("form") if f.get("action") == "/check-in"]
    assert "No pain" in text_of(page.find(".//main"))


def test_after_a_check_in_at_night_the_form_is_open_where_today_asks_to_check_in_first(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> None:
    ladder_from(database, signed_in, TODAY, clock())
    client.submit("/", pain="0", sensation="none", moment="night")
    page = client.page("/")
    assert text_of(page.find(".//h1")) == "Check in first"
    assert [f for f in page.iter("form") if f.get("action") == "/check-in"]
    assert "at night" in text_of(page.find(".//ul[@class='entries']"))
    client.submit("/", pain="0", sensation="none", moment="waking")
    assert text_of(client.page("/").find(".//h1")) == "Walk and jog today"


def test_a_cleared_day_shows_the_plan_and_a_way_to_log_it_as_planned(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> None:
    ladder_from(database, signed_in, TODAY, clock())
    good_check_in(client)
    page = client.page("/")
    assert text_of(page.find(".//h1")) == "Walk and jog today"
    assert "4 min walk, 1 min jog, 5 times" in text_of(page.find(".//main"))
    assert "/session?plan=1" in [a.get("href") for a in page.iter("a")]


@pytest.mark.slow
def test_on_the_day_after_a_run_today_says_why_and_until_when(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> None:
    ladder_from(database, signed_in, TODAY, clock())
    good_check_in(client)
    clock.move(hours=1)
    client.submit("/session?plan=1", pain="0", effort="3", sensation="none")
    clock.move(days=1)
    good_check_in(client)
    words = words_of(client.get("/"))
    assert "No run today" in words
    assert "You ran yesterday" in words
    assert "No run before Sunday 3 May, and only if the morning is free of pain." in words


def test_without_an_account_today_leads_to_creating_one(client: PageClient) -> None:
    assert client.get("/").headers["Location"] == "/account/new"


def test_answers_and_rest_days_are_praised_and_runs_are_not(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> None:
    ladder_from(database, signed_in, TODAY, clock())
    good_check_in(client)
    clock.move(hours=1)
    client.submit("/session?plan=1", pain="0", effort="3", sensation="none")
    clock.move(days=1)
    good_check_in(client)
    words = words_of(client.get("/"))
    assert "5 of the last 7 days answered, 1 rest day kept." in words


@pytest.mark.usefixtures("signed_in")
def test_the_warning_signs_lie_open_on_the_page_of_a_stop(client: PageClient) -> None:
    answer = client.submit("/session", kind="bike", minutes="20", pain="1", sensation="sharp")
    assert answer.headers["Location"] == "/red-flags"
    page = parsed(client.get("/"))
    assert text_of(page.find(".//h1")) == "Stop for today"
    assert "/red-flags" in [a.get("href") for a in page.iter("a")]


@pytest.mark.slow
@pytest.mark.parametrize("later", [0, 5], ids=["within a week", "from a checkpoint on"])
def test_yesterdays_cross_training_is_offered_again_without_its_answers(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database, later: int
) -> None:
    clock.move(days=later)
    ladder_from(database, signed_in, TODAY + timedelta(days=later), clock())
    client.submit("/session", kind="bike", minutes="12:30", pain="0", sensation="none", effort="3")
    good_check_in(client)
    assert _offers(client) == {"Walk, 30 min again"}
    clock.move(days=1)
    offer = next(a for a in client.page("/").iter("a") if text_of(a) == "Bike, 12:30 min again")
    page = client.page(offer.get("href") or "")
    form = next(f for f in page.iter("form") if f.get("action") == "/session")
    offered = preset(form)
    assert (offered["kind"], offered["minutes"], offered["time"]) == ("bike", "12:30", "07:47")
    assert not offered.keys() & {"pain", "sensation"}
    assert not offered["effort"]
    client.send(form, "/session", {})
    assert "Bike, 12:30 min07:47 · pain not answered" in words_of(client.get("/"))
    assert not _offers(client)


@pytest.mark.slow
@pytest.mark.parametrize(
    "answers",
    [
        {"kind": "bike", "minutes": "20", "pain": "2", "sensation": "pain"},
        {"kind": "bike", "minutes": "20", "pain": "0", "sensation": "none", "limp": "y"},
        {"kind": "walk_jog", "minutes": "20", "jog_minutes": "0"},
    ],
    ids=["it hurt", "with a limp", "a run that came to a walk"],
)
def test_what_hurt_yesterday_and_any_run_are_not_offered_again(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database, answers: Fields
) -> None:
    ladder_from(database, signed_in, TODAY, clock())
    good_check_in(client)
    clock.move(hours=1)
    client.submit("/session", answers)
    clock.move(days=1)
    assert not _offers(client)


@pytest.mark.usefixtures("signed_in")
def test_nothing_is_offered_again_while_only_easy_walking_is_fine(
    client: PageClient, clock: Clock
) -> None:
    client.submit("/session", kind="bike", minutes="20", pain="0", sensation="none")
    clock.move(days=1)
    assert not _offers(client)


def _offers(client: PageClient) -> set[str]:
    links = {text_of(a) for a in client.page("/").iter("a")}
    return {words for words in links if words.endswith(" again") and words != "Check in again"}


@pytest.mark.slow
def test_each_day_has_one_tip_that_fits_what_is_fine_on_it(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> None:
    ladder_from(database, signed_in, TODAY, clock())
    assert _tips(client) == [ON_OTHER_DAYS[Stage.CROSS_TRAIN]]
    good_check_in(client)
    assert _tips(client) == [BEFORE_A_RUN]
    clock.move(hours=1)
    client.submit("/session?plan=1", pain="0", effort="3", sensation="none")
    assert _tips(client) == [ON_OTHER_DAYS[Stage.WALK_JOG]]
    client.submit(
        "/red-flags",
        emergency=["E1"],
        urgent=["none"],
        routine=["none"],
        pain="1",
        sensation="pain",
    )
    assert _tips(client) == []  # with an open sign no activity is offered


def _tips(client: PageClient) -> list[Tip]:
    words = text_of(client.page("/").find(".//main"))
    return [tip for tip in {BEFORE_A_RUN, *ON_OTHER_DAYS.values()} if tip.text in words]
