"""A step that a clinician sets, or the runner sets lower: where it is offered, what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import START, TODAY, Clock, SignedIn
from tests.web.diaries import good_check_in, ladder_from
from tests.web.pages import parsed, preset, text_of, words_of
from tracker.progression.episode import Setting
from tracker.services.injury import episodes

if TYPE_CHECKING:
    from tests.web.pages import PageClient
    from tracker.storage.database import Database

STEP = "/numbers/step"


def settings(database: Database, owner: SignedIn) -> tuple[Setting, ...]:
    return episodes.episode(database, owner.account_id, owner.episode_id).episode.settings


@pytest.fixture
def on_the_ladder(signed_in: SignedIn, client: PageClient, database: Database) -> SignedIn:
    """Stand at the first step today, with a good morning."""
    ladder_from(database, signed_in, TODAY, START)
    good_check_in(client)
    return signed_in


@pytest.mark.slow
@pytest.mark.parametrize("page", ["/", "/plan", "/numbers"])
@pytest.mark.usefixtures("on_the_ladder")
def test_who_runs_more_already_is_led_to_the_step(client: PageClient, page: str) -> None:
    assert STEP in [a.get("href") for a in client.page(page).iter("a")]


@pytest.mark.usefixtures("account")
def test_onboarding_says_that_a_clinician_can_set_a_higher_step(client: PageClient) -> None:
    assert "A clinician can then set a higher step for you" in words_of(client.get("/start"))


def test_a_clinicians_step_is_todays_plan_and_is_named_wherever_it_matters(
    on_the_ladder: SignedIn, client: PageClient, database: Database
) -> None:
    response = client.submit(STEP, value="8", by="Dr Okafor")
    assert (response.status_code, response.location) == (303, "/numbers")
    words = words_of(client.get("/numbers"))
    assert "Saved. You now stand at Run, step 8." in words
    assert "Step 8 from 1 May 2026, set by Dr Okafor." in words
    assert settings(database, on_the_ladder) == (
        Setting(name="step", value=8, date=TODAY, by="Dr Okafor"),
    )
    assert "Jog 25 min" in words_of(client.get("/"))
    assert "Step on the ladder: 8Set by Dr Okafor" in words_of(client.get("/history"))
    sheet = words_of(client.get("/clinician"))
    assert "Step on the ladder 1 → 8 from 1 May 2026, set by Dr Okafor" in sheet
    assert "You were set to step 8 on 1 May 2026, by Dr Okafor" in words_of(
        client.get("/how-this-decides")
    )


@pytest.mark.slow
@pytest.mark.parametrize("step", ["1", "9"])
@pytest.mark.usefixtures("on_the_ladder")
def test_a_clinician_may_set_the_first_and_the_last_step(client: PageClient, step: str) -> None:
    assert client.submit(STEP, value=step, by="Dr Okafor").status_code == 303
    assert f"step {step}." in words_of(client.get("/numbers"))


@pytest.mark.slow
@pytest.mark.parametrize("step", ["0", "10", "-1", "3.5", "", "nine", "9" * 500])
@pytest.mark.usefixtures("on_the_ladder")
def test_there_is_no_other_step_and_what_was_typed_stays(client: PageClient, step: str) -> None:
    response = client.submit(STEP, value=step, by="Dr Okafor", date="2026-04-30")
    assert response.status_code == 422
    page = parsed(response)
    assert [text_of(e) for e in page.iter("p") if e.get("id") == "value-error"]
    form = page.find(".//main//form")
    assert form is not None
    assert (preset(form)["by"], preset(form)["date"]) == ("Dr Okafor", "2026-04-30")


@pytest.mark.slow
def test_the_runner_may_only_go_lower_and_only_from_today_on(
    on_the_ladder: SignedIn, client: PageClient, database: Database, clock: Clock
) -> None:
    client.submit(STEP, value="5", by="Dr Okafor")
    clock.move(days=1)
    for step in ("5", "6"):
        refused = client.submit(STEP, value=step)
        assert refused.status_code == 422
        assert "For this step a clinician is needed" in words_of(refused)
        form = parsed(refused).find(".//main//form")
        assert form is not None
        assert preset(form)["value"] == step
    backdated = client.submit(STEP, value="4", date="2026-05-01")
    assert backdated.status_code == 422
    assert "Your own step counts from today on." in words_of(backdated)
    assert client.submit(STEP, value="4").status_code == 303
    words = words_of(client.get("/numbers"))
    assert "You now stand at Walk and jog, step 4." in words
    assert "Step 4 from 2 May 2026, set by you." in words
    assert [s.value for s in settings(database, on_the_ladder)] == [5, 4]


@pytest.mark.usefixtures("on_the_ladder")
def test_a_step_set_after_todays_run_counts_from_tomorrow(client: PageClient, clock: Clock) -> None:
    clock.move(hours=2)
    client.submit("/session?plan=1", pain="0", sensation="none", effort="2", time="09:00")
    client.submit(STEP, value="5", by="Dr Okafor")
    words = words_of(client.get("/numbers"))
    assert "It counts from tomorrow: today’s run came before it was set." in words
    assert "You stand at Walk and jog, step 1." in words
    clock.move(days=1)
    assert "You stand at Walk and jog, step 5." in words_of(client.get("/numbers"))


@pytest.mark.usefixtures("signed_in")
def test_off_the_ladder_it_is_the_step_kept(client: PageClient) -> None:
    assert "The ladder waits for you at step 1." in words_of(client.get(STEP))
    assert "You are not on the ladder now." in words_of(client.get(STEP))
    client.submit(STEP, value="6", by="Dr Okafor")
    assert "Saved. The ladder waits for you at step 6." in words_of(client.get("/numbers"))


@pytest.mark.parametrize(
    ("day", "said"),
    [("2026-05-02", "cannot be in the future"), ("2026-03-31", "1 April 2026 or later")],
)
@pytest.mark.usefixtures("signed_in")
def test_a_clinicians_step_is_dated_within_the_episode(
    client: PageClient, day: str, said: str
) -> None:
    response = client.submit(STEP, value="6", by="Dr Okafor", date=day)
    assert response.status_code == 422
    assert said in words_of(response)


@pytest.mark.usefixtures("signed_in")
def test_a_step_lifts_no_lock_and_the_page_says_so(client: PageClient) -> None:
    client.submit("/check-in", pain="3", sensation="pain", red_flags=["E1"])
    assert "Running stays locked whatever the step." in words_of(client.get(STEP))
    client.submit(STEP, value="6", by="Dr Okafor")
    assert "Running is locked" in words_of(client.get("/warning"))


@pytest.mark.usefixtures("signed_in")
def test_nothing_is_preset(client: PageClient) -> None:
    form = client.page(STEP).find(".//main//form")
    assert form is not None
    assert {name for name, value in preset(form).items() if value} == {"csrf_token", "date"}
