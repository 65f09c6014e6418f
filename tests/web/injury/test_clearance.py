"""A clearance names what it clears: the signs ticked, or everything that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import PASSPHRASE
from tests.web.pages import Fields, parsed, preset, text_of, words_of
from tracker.content.red_flags import SIGNS
from tracker.services.injury import episodes

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from werkzeug.test import TestResponse

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import PageClient
    from tracker.progression.episode import Clearance
    from tracker.storage.database import Database

E1, U2 = SIGNS["E1"].question, SIGNS["U2"].question
WORD: Fields = {"by": "Dr Okafor", "note": "The bladder is fine."}


@pytest.fixture
def two_signs(signed_in: SignedIn, client: PageClient, clock: Clock) -> SignedIn:
    """E1 on the first day, U2 the day after; today is the third."""
    client.submit("/check-in", pain="3", sensation="pain", red_flags=["E1"])
    clock.move(days=1)
    client.submit("/check-in", pain="3", sensation="pain", red_flags=["U2"])
    clock.move(days=1)
    return signed_in


def recorded(database: Database, owner: SignedIn) -> tuple[Clearance, ...]:
    return episodes.episode(database, owner.account_id, owner.episode_id).episode.clearances


def clearance_form(page: Element) -> Element:
    return next(f for f in page.iter("form") if any(e.get("name") == "covers" for e in f.iter()))


def error(response: TestResponse) -> str:
    """What is said beside the signs; all that was typed is still there."""
    assert response.status_code == 422
    page = parsed(response)
    form = clearance_form(page)
    assert {name: preset(form)[name] for name in WORD} == WORD
    (said,) = (text_of(e) for e in page.iter("p") if e.get("id") == "covers-error")
    return said


@pytest.mark.usefixtures("two_signs")
def test_every_open_sign_can_be_ticked_and_none_is_preset(client: PageClient) -> None:
    page = client.page("/clearance")
    ticks = [e for e in page.iter("input") if e.get("name") == "covers"]
    assert [e.get("value") for e in ticks] == ["E1", "U2", "everything"]
    assert not [e for e in ticks if e.get("checked") is not None]


@pytest.mark.slow
def test_one_sign_cleared_leaves_the_other_which_still_locks_and_says_so(
    two_signs: SignedIn, client: PageClient, database: Database
) -> None:
    response = client.submit("/clearance", WORD, covers=["E1"])
    assert (response.status_code, response.location) == (303, "/warning")
    assert [c.covers for c in recorded(database, two_signs)] == [("E1",)]
    words = words_of(client.get("/warning"))
    assert f"It leaves open, and running stays locked by: “{U2}”" in words
    assert "Running is locked" in words
    assert f"Cleared already Dr Okafor, 3 May 2026. It clears only: “{E1}”." in words
    assert "See a doctor, today if you can" in words_of(client.get("/"))
    for page in ("/history", "/episodes/1"):
        assert f"It clears only: “{E1}”." in words_of(client.get(page))
    sheet = words_of(client.get("/clinician"))
    assert "Cleared to run by Dr Okafor, only of warning sign E1: The bladder is fine." in sheet
    assert "locked since 2 May by warning sign U2. It waits for a clearance." in sheet
    ticks = [e for e in client.page("/clearance").iter("input") if e.get("name") == "covers"]
    assert [e.get("value") for e in ticks] == ["U2"]
    assert client.submit("/clearance", WORD, covers=["U2"]).location == "/"
    assert "No warning is open" in words_of(client.get("/warning"))


def test_everything_that_is_open_is_cleared_at_once(
    two_signs: SignedIn, client: PageClient, database: Database
) -> None:
    assert client.submit("/clearance", WORD, covers=["everything"]).location == "/"
    assert [c.covers for c in recorded(database, two_signs)] == [()]
    assert "No warning is open" in words_of(client.get("/warning"))
    assert "It clears all that was open then." in words_of(client.get("/episodes/1"))
    assert "Cleared to run by Dr Okafor: The bladder" in words_of(client.get("/clinician"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("ticked", "said"),
    [
        ([], "Tick what the clinician cleared."),
        (["E1", "everything"], "Keep one of the two."),
        (["E2"], "Choose among the answers shown."),
        (["E1", "E9"], "Choose among the answers shown."),
    ],
)
def test_another_answer_is_refused_and_clears_nothing(
    two_signs: SignedIn, client: PageClient, database: Database, ticked: list[str], said: str
) -> None:
    assert said in error(client.submit("/clearance", WORD, covers=ticked))
    assert recorded(database, two_signs) == ()


def test_a_sign_is_not_cleared_by_a_word_of_an_earlier_day(
    two_signs: SignedIn, client: PageClient, database: Database
) -> None:
    refused = client.submit("/clearance", WORD, covers=["U2"], date="2026-05-01")
    assert f"“{U2}” is of 2 May 2026." in error(refused)
    assert recorded(database, two_signs) == ()
    assert client.submit("/clearance", WORD, covers=["E1"], date="2026-05-01").status_code == 303
    assert client.submit("/clearance", WORD, covers=["U2"], date="2026-05-02").location == "/"


@pytest.mark.usefixtures("two_signs")
def test_everything_of_an_earlier_day_leaves_open_what_came_later(client: PageClient) -> None:
    response = client.submit("/clearance", WORD, covers=["everything"], date="2026-05-01")
    assert response.location == "/warning"
    assert f"stays locked by: “{U2}”" in words_of(client.get("/warning"))


def test_a_sign_recorded_while_the_form_was_open_is_not_cleared_unseen(
    two_signs: SignedIn, client: PageClient, database: Database
) -> None:
    form = clearance_form(client.page("/clearance"))
    client.submit("/check-in", pain="3", sensation="pain", red_flags=["E4"])
    stale = client.send(form, "/clearance", WORD | {"covers": ["everything"]})
    assert "What is open has changed meanwhile." in error(stale)
    assert recorded(database, two_signs) == ()
    form = clearance_form(parsed(stale))
    assert client.send(form, "/clearance", {"covers": ["everything"]}).location == "/"


def test_without_an_open_sign_nothing_is_asked_of_signs(
    signed_in: SignedIn, client: PageClient, database: Database
) -> None:
    page = client.page("/clearance")
    assert not [e for e in page.iter("input") if e.get("name") in {"covers", "shown"}]
    assert client.submit("/clearance", WORD).location == "/"
    assert [c.covers for c in recorded(database, signed_in)] == [()]


@pytest.mark.usefixtures("two_signs")
def test_a_clearance_takes_its_signs_along_in_the_files(client: PageClient) -> None:
    client.submit("/clearance", WORD, covers=["E1"])
    client.submit("/account/confirm", confirm_passphrase=PASSPHRASE)  # hours have passed
    files = client.page("/export")
    addresses = [a.get("href") or "" for a in files.iter("a")]
    (episode,) = (url for url in addresses if url.endswith("episode.json"))
    said = client.get(episode).get_json(force=True)
    assert [c["covers"] for c in said["clearances"]] == [["E1"]]
