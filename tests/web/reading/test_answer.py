"""A clinician's answer, from the link to the diary, on the pages of both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import START, TODAY
from tests.web.household import whole_text
from tests.web.pages import Fields, PageClient, text_of, words_of
from tracker.content.red_flags import SIGNS
from tracker.services.access import share_links
from tracker.services.injury import episodes
from tracker.services.injury.episodes import CloseReason

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.test import TestResponse

    from tests.web.conftest import Clock, SignedIn
    from tracker.storage.database import Database

E1, U2 = SIGNS["E1"].question, SIGNS["U2"].question
WHO: Fields = {"name": "Dr Okafor", "profession": "sports medicine"}
BY = "Dr Okafor, sports medicine through a link, identity not proven"


@pytest.fixture
def reader(app: Flask) -> PageClient:
    """The clinician's browser."""
    client = app.test_client()
    assert isinstance(client, PageClient)
    return client


@pytest.fixture
def flagged(client: PageClient, signed_in: SignedIn, clock: Clock) -> SignedIn:
    """E1 and U2 since this morning; it is five minutes later."""
    client.submit("/check-in", pain="3", sensation="pain", red_flags=["E1", "U2"])
    clock.move(minutes=5)
    return signed_in


def made(client: PageClient, purpose: str = "answer") -> str:
    """The path of a new link."""
    answer = client.submit("/sharing", shared_with="Dr Okafor", purpose=purpose, days="7")
    match = re.search(r"http://localhost(/shared/[\w-]+/)", answer.get_data(as_text=True))
    assert match is not None, words_of(answer)
    return match[1]


def decide(client: PageClient, verb: str) -> TestResponse:
    """Accept or refuse what is first on the page."""
    forms = client.page("/proposals").iter("form")
    form = next(f for f in forms if (f.get("action") or "").endswith(verb))
    return client.send(form, "/proposals", {})


@pytest.fixture
def link(client: PageClient, flagged: SignedIn) -> str:
    del flagged
    return made(client)


def test_the_sheet_is_read_there_and_leads_to_the_form(reader: PageClient, link: str) -> None:
    page = reader.page(f"{link}clinician")
    words = text_of(page.find(".//main"))
    assert "For reading, and for one answer, until 8 May 2026." in words
    ways = [e.get("href") for e in page.iter("a") if text_of(e) == "Give your answer"]
    assert ways == [f"{link}answer"]
    form = words_of(reader.get(f"{link}answer"))
    assert E1 in form
    assert "Now: 2 days." in form


def test_an_answer_is_told_on_today_accepted_and_stands_everywhere_as_not_proven(
    client: PageClient, reader: PageClient, link: str, clock: Clock
) -> None:
    sent = reader.submit(
        f"{link}answer", WHO | {"covers": ["E1", "U2"]}, number_pain_allowed="1", number_step="3",
        note="Looks well", next_on="2026-05-15",
    )  # fmt: skip
    assert "Your answer is sent" in words_of(sent)
    clock.move(minutes=5)
    assert "4 parts wait for your yes or no" in words_of(client.get("/"))
    assert "locked" in words_of(client.get("/warning"))
    for _ in range(4):
        assert decide(client, "accept").status_code == 303
    assert "Nothing waits for you" in words_of(client.get("/proposals"))
    assert "No warning is open" in words_of(client.get("/warning"))
    for page in (
        "/episode",
        "/history",
        "/numbers",
        "/how-this-decides",
        "/clinician",
        "/proposals",
    ):
        assert BY in whole_text(client.get(page, follow_redirects=True)), page
    audit = client.get("/export/audit.csv").get_data(as_text=True)
    assert audit.count('""through"":""link""') >= 2
    assert '""state"":""accepted""' in audit
    whole = client.get("/export/episode.json").get_data(as_text=True)
    assert whole.count('"through": "link"') == 4


def test_what_is_refused_changes_nothing_and_stays_on_the_page(
    client: PageClient, reader: PageClient, link: str
) -> None:
    reader.submit(f"{link}answer", WHO, number_pain_allowed="1")
    assert "Pain that is still allowed: 1 point" in words_of(client.get("/proposals"))
    decide(client, "refuse")
    words = words_of(client.get("/proposals"))
    assert "Refused. Nothing changes" in words
    assert f"Refused 1 May 2026. By {BY}." in words
    assert "Dr Okafor" not in words_of(client.get("/numbers"))


def test_a_link_for_reading_takes_no_answer(
    client: PageClient, flagged: SignedIn, reader: PageClient
) -> None:
    del flagged
    assert reader.get(f"{made(client, 'read')}answer").status_code == 404


@pytest.mark.parametrize("field", ["name", "profession"])
def test_who_answers_has_to_say_who_they_are_and_nothing_typed_is_lost(
    reader: PageClient, link: str, field: str
) -> None:
    answer = reader.submit(f"{link}answer", WHO | {field: " "}, note="Looks well")
    assert answer.status_code == 422
    assert "Looks well" in words_of(answer)


def test_an_empty_answer_does_not_use_the_link_up(reader: PageClient, link: str) -> None:
    answer = reader.submit(f"{link}answer", WHO)
    assert answer.status_code == 422
    assert "Nothing is filled in yet" in words_of(answer)
    assert reader.get(f"{link}answer").status_code == 200


OUT_OF_BOUNDS = [
    ("number_pain_allowed", "3", "give a whole number from 0 to 2"),
    ("number_pain_free_days", "0", "give a whole number from 1 to 14"),
    ("number_step", "99", "Not a valid choice"),
    ("next_on", "2026-04-30", "from today on"),
    ("covers", "E7", "Choose among the answers shown"),
    ("covers", "everything", "Choose among the answers shown"),
]


def test_what_is_out_of_bounds_is_refused_in_words_and_does_not_use_the_link_up(
    reader: PageClient, link: str
) -> None:
    for field, value, said in OUT_OF_BOUNDS:
        answer = reader.submit(f"{link}answer", WHO | {field: value})
        assert (answer.status_code, said in words_of(answer)) == (422, True), (field, value)
    assert reader.get(f"{link}answer").status_code == 200


def test_signs_that_changed_while_the_form_was_open_are_looked_at_again(
    client: PageClient, reader: PageClient, link: str
) -> None:
    page = reader.page(f"{link}answer")
    client.submit("/check-in", pain="3", sensation="pain", red_flags=["E2"])
    form = next(f for f in page.iter("form") if f.get("method") == "post")
    answer = reader.send(form, f"{link}answer", WHO | {"covers": ["E1"]})
    assert answer.status_code == 409 or "has changed meanwhile" in words_of(answer)


def test_over_is_told_in_words_used_ended_expired_and_of_an_ended_injury(
    client: PageClient,
    reader: PageClient,
    flagged: SignedIn,
    database: Database,
    clock: Clock,
) -> None:
    used, ended, expired, closed = (made(client) for _ in range(4))
    reader.submit(f"{used}answer", WHO, note="Looks well")
    second = reader.get(f"{used}answer")
    assert (second.status_code, "was given on 1 May 2026" in words_of(second)) == (404, True)
    share = share_links.shares(database, flagged.account_id)[2]
    share_links.revoke(database, flagged.account_id, share.id, now=START)
    assert "ended it on 1 May 2026" in words_of(reader.get(f"{ended}answer"))
    episodes.end_episode(
        database, flagged.account_id, flagged.episode_id, CloseReason.STOPPED, today=TODAY
    )
    assert "was ended on 1 May 2026" in words_of(reader.get(f"{closed}answer"))
    clock.move(days=8)
    assert "was good until 8 May 2026" in words_of(reader.get(f"{expired}answer"))


def test_a_second_sending_is_told_and_what_it_held_is_given_back(
    reader: PageClient, link: str
) -> None:
    page = reader.page(f"{link}answer")
    form = next(f for f in page.iter("form") if f.get("method") == "post")
    first = reader.send(form, f"{link}answer", WHO | {"note": "Looks well"})
    again = reader.send(form, f"{link}answer", WHO | {"note": "And another thing"})
    assert (first.status_code, again.status_code) == (200, 404)
    assert "It takes one" in words_of(again)
    assert "And another thing" in words_of(again)


def test_a_proposal_of_an_ended_injury_is_told_so_and_only_refused(
    client: PageClient, reader: PageClient, link: str, flagged: SignedIn, database: Database
) -> None:
    reader.submit(f"{link}answer", WHO, number_pain_allowed="1")
    episodes.end_episode(
        database, flagged.account_id, flagged.episode_id, CloseReason.STOPPED, today=TODAY
    )
    page = client.page("/proposals")
    assert "was ended on 1 May 2026" in text_of(page.find(".//main"))
    assert [text_of(b) for b in page.iter("button") if text_of(b).startswith("Accept")] == []
    assert client.post("/proposals/1/accept", data=_token(page)).status_code == 303
    assert "cannot be accepted any more" in words_of(client.get("/proposals"))


def _token(page: object) -> dict[str, str]:
    fields = [e for e in page.iter("input") if e.get("name") == "csrf_token"]  # type: ignore[attr-defined]
    return {"csrf_token": fields[0].get("value") or ""}
