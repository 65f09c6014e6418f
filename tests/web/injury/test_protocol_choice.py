"""A clinician's choice of the protocol that decides: refused in words, and what it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.injury.kept_variants import HALF_MINUTES, SHORT_LADDER
from tests.web.conftest import START, TODAY, SignedIn
from tests.web.diaries import good_check_in, ladder_from
from tests.web.pages import parsed, text_of, words_of
from tracker.progression.episode import Setting
from tracker.services.injury import clinician, episodes, variants

if TYPE_CHECKING:
    from tests.web.pages import Fields, PageClient
    from tracker.storage.database import Database

pytestmark = pytest.mark.usefixtures("nothing_known")
CHOOSE = "/numbers/protocol"


def pinned(database: Database, owner: SignedIn) -> tuple[str, str]:
    episode = episodes.episode(database, owner.account_id, owner.episode_id).episode
    return episode.protocol, episode.protocol_by


def test_a_clinicians_word_lets_another_one_decide_and_is_named_everywhere(
    with_variant: SignedIn, client: PageClient, database: Database
) -> None:
    client.submit("/check-in", pain="0", sensation="none")
    response = client.submit(CHOOSE, protocol="okafor-1", by="Dr Okafor")
    assert (response.status_code, response.location) == (303, "/numbers")
    assert pinned(database, with_variant) == ("okafor-1", "Dr Okafor")
    words = words_of(client.get("/numbers"))
    assert "Saved. This injury is decided by Northside now." in words
    named = "Northside (okafor-1), chosen by Dr Okafor on 1 May 2026"
    assert named in words
    assert named in words_of(client.get("/clinician"))
    assert "okafor-1, chosen by Dr Okafor on 1 May 2026" in words_of(
        client.get(f"/episodes/{with_variant.episode_id}")
    )
    assert "Set by this protocol." in words_of(client.get("/how-this-decides"))
    assert '"protocol_by": "Dr Okafor"' in client.get("/export/episode.json").text
    assert "Dr Okafor" in client.get("/export/audit.csv").text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"by": "Dr Okafor"}, "Choose a protocol."),
        ({"protocol": "okafor-1"}, "only a clinician may choose a protocol"),
        ({"protocol": "okafor-1", "by": "self"}, "Give the clinician’s name, not your own."),
        ({"protocol": "okafor-9", "by": "Dr Okafor"}, "Choose one of the answers shown."),
        ({"protocol": "okafor-1", "by": "x" * 121}, "Shorten the name to 120 letters."),
        (
            {"protocol": "okafor-1", "by": "Dr Okafor", "date": "2026-05-02"},
            "The day cannot be in the future.",
        ),
        (
            {"protocol": "okafor-1", "by": "Dr Okafor", "date": "2026-03-31"},
            "The day has to be 1 April 2026 or later.",
        ),
    ],
)
def test_what_is_missing_or_wrong_is_told_and_nothing_changes(
    with_variant: SignedIn, client: PageClient, database: Database, answers: Fields, sentence: str
) -> None:
    response = client.submit(CHOOSE, answers)
    assert response.status_code == 422
    assert sentence in text_of(parsed(response))
    assert pinned(database, with_variant) == ("return-to-run-1", "")


def test_a_number_that_it_does_not_allow_is_named(
    signed_in: SignedIn, client: PageClient, database: Database
) -> None:
    variants.keep(database, SHORT_LADDER, START)
    step = Setting(name="step", value=7, date=TODAY, by="Dr Rivera")
    whose = database, signed_in.account_id, signed_in.episode_id
    clinician.change_setting(*whose, step, today=TODAY, now=START)
    response = client.submit(CHOOSE, protocol="short-1", by="Dr Okafor")
    assert response.status_code == 422
    assert "that was set for you (Step on the ladder: 7)" in text_of(parsed(response))


@pytest.mark.usefixtures("signed_in")
def test_where_no_other_is_offered_the_page_says_so(client: PageClient) -> None:
    assert "No other protocol is offered" in words_of(client.get(CHOOSE))


def test_half_minutes_are_todays_plan_in_words_in_the_form_and_in_the_guide(
    signed_in: SignedIn, client: PageClient, database: Database
) -> None:
    variants.keep(database, HALF_MINUTES, START)
    assert client.submit(CHOOSE, protocol="halves-1", by="Dr Okafor").status_code == 303
    ladder_from(database, signed_in, TODAY, START)
    good_check_in(client)
    words = words_of(client.get("/"))
    assert "3 min 30 s walk, 1 min 30 s jog, 5 times" in words
    assert "25 min in all, 7 min 30 s of it jogging" in words
    form = client.page("/session?plan=1")
    typed = {field.get("name"): field.get("value") for field in form.iter("input")}
    assert (typed["jog_minutes"], typed["walk_minutes"]) == ("7:30", "17:30")
    assert typed["longest_jog_minutes"] == "1:30"
    assert "3 min 30 s" in words_of(client.get("/guide"))
