"""A practice on its pages: the role, the way in, the list, a decision, a visit, and the end."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import NAME, PASSPHRASE, START
from tests.web.household import whole_text
from tests.web.pages import Fields, PageClient, text_of, words_of
from tracker.content.red_flags import SIGNS
from tracker.services.access import accounts, sign_ins
from tracker.storage.access.roles import clinicians
from tracker.web.kit.identity import TOKEN

if TYPE_CHECKING:
    from flask import Flask

    from tests.web.conftest import Clock, SignedIn
    from tracker.storage.database import Database

PHYSIO = "Dr Okafor"
SIGNED = f"{PHYSIO}, signed in to an account of a clinician"


@pytest.fixture
def physio(app: Flask, signed_in: SignedIn, database: Database) -> PageClient:
    """The browser of a clinician with an account here."""
    del signed_in
    account = accounts.register(database, name=PHYSIO, passphrase=PASSPHRASE, now=START)
    with database.writing() as tx:
        clinicians.add(tx, account.id, START)
    token = sign_ins.open_sign_in(database, account.id, user_agent="a test", now=START)
    client = app.test_client()
    assert isinstance(client, PageClient)
    with client.session_transaction() as session:
        session[TOKEN] = token
    return client


@pytest.fixture
def let_in(client: PageClient, physio: PageClient) -> PageClient:
    """The same, let in by the runner without notes."""
    made = client.submit("/clinicians", button="Make the link")
    physio.submit(link_in(made.get_data(as_text=True)), button="Take it on")
    return physio


def link_in(page: str) -> str:
    link = re.search(r"http://localhost(/consent/[\w-]+)", page)
    assert link is not None
    return link[1]


def test_an_administrator_makes_a_clinician_and_takes_the_role_away(
    client: PageClient, signed_in: SignedIn, database: Database
) -> None:
    del signed_in
    other = accounts.register(database, name=PHYSIO, passphrase=PASSPHRASE, now=START)
    page = f"/people/{other.id}"
    client.submit(page, button="Make a clinician")
    assert f"{PHYSIO} is a clinician here now." in words_of(client.get(page))
    assert "Clinician" in words_of(client.get("/people"))
    client.submit(page, button="No clinician any more")
    assert f"{PHYSIO} is no clinician here any more." in words_of(client.get(page))


def test_an_invitation_for_a_clinician_makes_one(
    app: Flask, client: PageClient, signed_in: SignedIn
) -> None:
    del signed_in
    made = client.submit("/people", button="Invite a clinician")
    link = re.search(r"http://localhost(/join/[\w-]+)", made.get_data(as_text=True))
    assert link is not None
    assert "For a clinician." in words_of(client.get("/people"))
    browser = app.test_client()
    assert isinstance(browser, PageClient)
    joined = browser.submit(link[1], name=PHYSIO, passphrase="a quiet river bends")
    assert joined.location == browser.get("/").location == "/practice"
    assert "Nobody is here yet" in words_of(browser.get("/practice"))
    assert "The morning’s list" in words_of(browser.get("/more"))


def test_a_runner_lets_a_clinician_in_who_sees_the_sheet_and_no_note(
    client: PageClient, let_in: PageClient
) -> None:
    client.submit("/check-in", pain="3", sensation="pain", note="the red bicycle")
    assert NAME in words_of(let_in.get("/practice"))
    assert "the red bicycle" not in words_of(let_in.get("/practice/1/history"))
    assert PHYSIO in words_of(client.get("/clinicians"))
    client.submit("/clinicians", button=f"Show my notes to {PHYSIO}")
    assert "the red bicycle" in words_of(let_in.get("/practice/1/history"))


def test_a_runner_takes_a_clinicians_link_after_reading_what_it_does(
    client: PageClient, physio: PageClient
) -> None:
    link = link_in(physio.submit("/practice", button="Make a link").get_data(as_text=True))
    assert f"{PHYSIO} is a clinician here, and asks to see your diary." in words_of(
        client.get(link)
    )
    assert client.submit(link, with_notes="y").location == "/clinicians"
    assert "Your notes are shown." in words_of(client.get("/clinicians"))
    assert client.get(link).status_code == 404


def test_a_clinician_clears_a_sign_and_sets_a_number_under_their_own_name(
    client: PageClient, let_in: PageClient, clock: Clock
) -> None:
    client.submit("/check-in", pain="3", sensation="pain", red_flags=["E1"])
    clock.move(minutes=5)
    assert "A sign is open since 1 May 2026" in words_of(let_in.get("/practice"))
    answer = let_in.submit("/practice/1/answer", covers=["E1"], number_pain_allowed="1")
    assert (answer.status_code, answer.location) == (303, "/practice/1/clinician")
    assert "No warning is open" in words_of(client.get("/warning"))
    for page in ("/episode", "/history", "/numbers", "/clinician"):
        words = whole_text(client.get(page, follow_redirects=True))
        assert SIGNED in words, page
        assert "not proven" not in words


def test_a_clinicians_number_is_held_to_the_same_bounds(let_in: PageClient) -> None:
    answer = let_in.submit("/practice/1/answer", number_pain_allowed="3")
    assert answer.status_code == 422
    assert "give a whole number from 0 to 2" in words_of(answer)
    empty = let_in.submit("/practice/1/answer")
    assert "Nothing is filled in yet" in words_of(empty)


def test_who_it_is_is_asked_again_before_a_decision(let_in: PageClient, clock: Clock) -> None:
    clock.move(minutes=20)
    assert let_in.get("/practice/1/answer").location.startswith("/account/confirm")
    assert let_in.get("/practice/1/clinician").status_code == 200


def test_a_clinician_does_nothing_without_a_second_factor_where_it_is_demanded(
    app: Flask, let_in: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    demanding = replace(app.config["SETTINGS"], clinicians_need_second_factor=True)
    monkeypatch.setitem(app.config, "SETTINGS", demanding)
    for page in ("/practice", "/practice/1/clinician", "/practice/1/answer"):
        assert let_in.get(page).location == "/account/second-factor", page
    assert "Your role here needs one" in words_of(let_in.get("/account/second-factor"))


def test_the_list_is_sorted_marked_seen_and_asked_for_other_days(
    let_in: PageClient, clock: Clock
) -> None:
    clock.move(days=4)
    for by in ("need", "name", "seen", "nonsense"):
        assert let_in.get(f"/practice?by={by}&days=2").status_code == 200
    assert "No stage entered and no step passed for 34 days." in words_of(let_in.get("/practice"))
    for odd in ("0", "-1", "x", "9" * 400, "٣"):
        assert 'value="3"' in let_in.get(f"/practice?days={odd}").get_data(as_text=True)
    let_in.submit("/practice", button=f"Mark seen {NAME}")
    assert "Marked as seen." in words_of(let_in.get("/practice"))


def test_the_runner_ends_it_and_the_clinician_finds_nothing(
    client: PageClient, let_in: PageClient
) -> None:
    client.submit("/clinicians", button=f"End it for {PHYSIO}")
    assert let_in.get("/practice/1/clinician").status_code == 404
    assert "Nobody is here yet" in words_of(let_in.get("/practice"))
    assert "Nobody sees your diary by an account." in words_of(client.get("/clinicians"))


def test_a_visit_is_prepared_and_written_down(
    client: PageClient, signed_in: SignedIn, clock: Clock
) -> None:
    del signed_in
    client.submit("/check-in", pain="3", sensation="pain", red_flags=["R1"])
    client.submit("/visit", questions="May I ski?")
    pack = words_of(client.get("/visit"))
    assert f"“{SIGNS['R1'].question}”" in pack
    assert "What changed since it began" in pack
    assert "The runner asks" in words_of(client.get("/clinician"))
    assert "May I ski?" in words_of(client.get("/clinician"))
    answer = client.submit("/visit/said", by="Ms Lind", said="Yes, slowly", next_on="2026-05-15")
    assert answer.location == "/visit"
    pack = words_of(client.get("/visit"))
    assert "It is on 15 May 2026." in pack
    assert "You had wanted to ask: May I ski?" in pack
    for page in ("/clinician", "/history", "/episode"):
        words = words_of(client.get(page, follow_redirects=True))
        assert "Seen by Ms Lind" in words, page
        assert "Yes, slowly" in words, page
    assert "May I ski?" not in words_of(client.get("/clinician"))
    clock.move(days=1)
    assert "What changed since the last visit, 1 May 2026" in words_of(client.get("/visit"))


@pytest.mark.parametrize(
    ("field", "value"),
    [("date", "2026-05-02"), ("date", "2026-03-31"), ("by", " "), ("next_on", "2026-04-30")],
)
def test_a_visit_that_cannot_be_is_refused_and_what_was_typed_stays(
    client: PageClient, signed_in: SignedIn, field: str, value: str
) -> None:
    del signed_in
    typed: Fields = {"by": "Ms Lind", "said": "Yes, slowly"}
    typed[field] = value
    answer = client.submit("/visit/said", typed)
    assert answer.status_code == 422
    assert "Yes, slowly" in words_of(answer)


def test_visits_and_how_a_word_came_travel_with_the_export(
    client: PageClient, let_in: PageClient
) -> None:
    let_in.submit("/practice/1/answer", number_pain_allowed="1", note="Go on")
    client.submit("/visit", questions="May I ski?")
    whole = client.get("/export/episode.json").get_data(as_text=True)
    assert whole.count('"through": "account"') == 2
    assert '"questions": "May I ski?"' in whole
    assert text_of(client.page("/visit").find(".//main")).count("Go on") == 1
