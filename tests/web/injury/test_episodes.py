from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import FACTS, START, TODAY, Clock, SignedIn
from tests.web.pages import Fields, PageClient, parsed, preset, words_of
from tracker.services.access import accounts
from tracker.services.injury import episodes

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from tracker.storage.database import Database

SCREEN: Fields = {
    "under_18": "no",
    "pregnant": "no",
    "operated": "no",
    "complete_tear": "no",
    "emergency": ["none"],
    "urgent": ["none"],
}


def test_an_episode_shows_its_facts(signed_in: SignedIn, client: PageClient) -> None:
    assert client.get("/episode").location == f"/episodes/{signed_in.episode_id}"
    words = words_of(client.get("/episodes/1"))
    for fact in ("Left hamstring", "1 April 2026", "40 minutes", "Europe/Berlin"):
        assert fact in words
    assert "Nothing stood against running." in words


def test_corrected_facts_are_kept(
    signed_in: SignedIn, client: PageClient, database: Database
) -> None:
    response = client.submit(
        "/episodes/1/edit",
        site="other",
        side="both",
        onset="2026-03-20",
        onset_about=["y"],
        baseline_minutes="50",
        timezone="Pacific/Auckland",
    )
    assert (response.status_code, response.location) == (303, "/episodes/1")
    facts = episodes.episode(database, signed_in.account.id, 1).facts
    assert (facts.site, facts.side, str(facts.onset)) == ("other", "both", "2026-03-20")
    assert (facts.baseline_minutes, facts.timezone) == (50, "Pacific/Auckland")
    words = words_of(client.get("/episodes/1"))
    assert "Saved." in words
    assert "Other injury, both sides" in words
    assert "About 20 March 2026" in words


@pytest.mark.usefixtures("signed_in")
def test_an_onset_that_leaves_out_an_open_warning_sign_is_refused(client: PageClient) -> None:
    client.submit("/check-in", pain="3", sensation="pain", red_flags=["E1"], date="2026-04-28")
    response = client.submit("/episodes/1/edit", onset="2026-04-30")
    assert response.status_code == 422
    assert "still locks running" in words_of(response)
    assert client.submit("/episodes/1/edit", onset="2026-04-20").status_code == 303


@pytest.mark.usefixtures("signed_in")
def test_an_onset_in_the_future_is_refused_and_what_was_typed_stays(client: PageClient) -> None:
    response = client.submit("/episodes/1/edit", onset="2026-05-02", side="right")
    assert response.status_code == 422
    assert "cannot be in the future" in words_of(response)
    assert 'value="2026-05-02"' in response.get_data(as_text=True)


@pytest.mark.usefixtures("signed_in")
def test_an_episode_is_ended_with_a_reason_and_can_be_gone_on_with(client: PageClient) -> None:
    assert client.submit("/episodes/1/end").status_code == 422
    assert client.submit("/episodes/1/end", reason="stopped").location == "/episodes"
    assert "Ended 1 May 2026: “I am not going back to running for now.”" in words_of(
        client.get("/episodes")
    )
    assert client.get("/").location == "/episodes"
    assert client.submit("/episodes/1", button="Go on with it").location == "/episodes/1"
    assert "This episode is open again." in words_of(client.get("/episodes/1"))
    assert client.get("/").status_code == 200


def test_two_episodes_are_never_open_at_once(
    signed_in: SignedIn, client: PageClient, database: Database
) -> None:
    account = signed_in.account.id
    reason = episodes.CloseReason.RETURNED
    episodes.end_episode(database, account, 1, reason, today=TODAY)
    episodes.open_episode(database, account, FACTS, (), today=TODAY, now=START)
    refused = client.submit("/episodes/1", button="Go on with it")
    assert refused.status_code == 409
    assert "One injury at a time" in words_of(refused)
    assert words_of(client.get("/episodes")).count("Open.") == 1


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize("page", ["", "/edit", "/screen", "/end"])
def test_an_episode_that_does_not_exist_is_a_missing_page(client: PageClient, page: str) -> None:
    assert client.get(f"/episodes/999{page}").status_code == 404


@pytest.mark.parametrize("page", ["", "/edit", "/screen", "/end"])
def test_the_episode_of_another_account_is_a_missing_page(
    signed_in: SignedIn, client: PageClient, database: Database, page: str
) -> None:
    other = accounts.register(database, name="Bob", passphrase="four stairs, no pain", now=START)
    theirs = episodes.open_episode(database, other.id, FACTS, (), today=TODAY, now=START)
    assert theirs != signed_in.episode_id
    assert client.get(f"/episodes/{theirs}{page}").status_code == 404


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_an_answer_given_by_mistake_is_corrected_and_unlocks(client: PageClient) -> None:
    client.submit("/episodes/1/screen", SCREEN | {"urgent": ["U2"]})
    assert "Running is locked" in words_of(client.get("/warning"))
    assert "runs down the leg" in words_of(client.get("/episodes/1"))
    assert _presets(client, "/episodes/1/screen", "urgent") == ["U2"]
    refused = client.submit("/episodes/1/screen", SCREEN)
    assert refused.status_code == 422
    assert "A yes is taken back only with a reason" in words_of(refused)
    assert "Running is locked" in words_of(client.get("/warning"))
    form = next(f for f in parsed(refused).iter("form") if f.find(".//textarea") is not None)
    client.send(form, "/episodes/1/screen", SCREEN | {"reason": "I read it wrongly."})
    assert "No warning is open" in words_of(client.get("/warning"))


@pytest.mark.usefixtures("signed_in")
def test_a_clinicians_clearance_ends_the_warning_and_is_shown_with_name_and_day(
    client: PageClient, clock: Clock
) -> None:
    client.submit("/episodes/1/screen", SCREEN | {"pregnant": "yes"})
    clock.move(days=2)
    early = client.submit("/clearance", by="Dr Okafor", date="2026-04-30")
    assert early.status_code == 422
    assert "1 May 2026 or later" in words_of(early)
    late = client.submit("/clearance", by="Dr Okafor", date="2026-05-04")
    assert "cannot be in the future" in words_of(late)
    assert client.submit("/clearance", by=" \u202e ").status_code == 422
    response = client.submit(
        "/clearance",
        by="Dr Okafor",
        date="2026-05-02",
        note="Easy running is fine.",
        covers=["pregnant"],
    )
    assert response.location == "/"
    assert "No warning is open" in words_of(client.get("/warning"))
    words = words_of(client.get("/episodes/1"))
    assert "Dr Okafor said you may run again" in words
    assert "From 2 May 2026, recorded by you." in words
    assert "Easy running is fine." in words


@pytest.mark.usefixtures("signed_in")
def test_the_numbers_are_listed_with_value_bounds_and_origin(client: PageClient) -> None:
    words = words_of(client.get("/numbers"))
    for part in (
        "Pain-free days in a row before activity starts 2 days",
        "From 1 to 14 days.",
        "Our own default",
        "Step 9",
        "40 minutes",
    ):
        assert part in words


@pytest.mark.usefixtures("signed_in")
def test_a_more_careful_number_needs_nobody_and_a_less_careful_one_a_clinician(
    client: PageClient,
) -> None:
    assert client.submit("/numbers/pain_free_days", value="4").location == "/numbers"
    assert "4 days since 1 May 2026, set by you." in words_of(client.get("/numbers"))
    refused = client.submit("/numbers/pain_free_days", value="3")
    assert refused.status_code == 422
    assert "Only a clinician may set it" in words_of(refused)
    assert client.submit("/numbers/pain_free_days", value="3", by="Dr Okafor").status_code == 303
    assert "3 days since 1 May 2026, set by Dr Okafor." in words_of(client.get("/numbers"))


@pytest.mark.usefixtures("signed_in")
def test_a_number_set_for_an_earlier_day_is_not_said_to_count_where_a_later_one_does(
    client: PageClient,
) -> None:
    client.submit("/numbers/pain_free_days", value="5")
    client.submit("/numbers/pain_free_days", value="2", date="2026-04-30")
    words = words_of(client.get("/numbers"))
    assert "Saved. A later change still counts today." in words
    assert "before activity starts: 5 days. " in words


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize("value", ["-1", "3", "99999999999999999999", "1.5", "", "NaN", "1e400"])
def test_a_number_out_of_bounds_is_refused_even_from_a_clinician(
    client: PageClient, value: str
) -> None:
    response = client.submit("/numbers/pain_allowed", value=value, by="Dr Okafor")
    assert response.status_code == 422
    errors = [e for e in parsed(response).iter("p") if e.get("id") == "value-error"]
    assert len(errors) == 1


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize("name", ["rest_days", "sharp_pain_hold_days", "no_such_number"])
def test_what_nobody_may_loosen_has_no_page(client: PageClient, name: str) -> None:
    assert client.get(f"/numbers/{name}").status_code == 404


@pytest.mark.usefixtures("signed_in")
def test_the_unit_of_distances_can_be_changed(client: PageClient) -> None:
    assert _presets(client, "/more", "unit") == "km"
    client.submit("/more", unit="mi")
    assert _presets(client, "/more", "unit") == "mi"
    assert client.submit("/more", unit="furlong").status_code == 422


@pytest.mark.parametrize(
    "url", ["/episode", "/episodes", "/episodes/1", "/numbers", "/warning", "/more"]
)
def test_nothing_is_shown_to_a_browser_that_is_not_signed_in(
    with_account: SignedIn, client: PageClient, url: str
) -> None:
    assert with_account.episode_id == 1
    assert client.get(url).location.startswith("/sign-in")


def _presets(client: PageClient, url: str, name: str) -> str | list[str] | None:
    form = next(f for f in client.page(url).iter("form") if name in _names(f))
    return preset(form).get(name)


def _names(form: Element) -> set[str | None]:
    return {control.get("name") for control in form.iter("input")}
