"""Protocols on pages: which there are, what each changes and leads to, and the choice of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.injury.kept_variants import HALF_MINUTES, SHORT_LADDER, SLOWER, SLOWEST
from tests.web.conftest import START, TODAY, SignedIn
from tests.web.diaries import good_check_in, ladder_from
from tests.web.pages import parsed, text_of, words_of
from tracker.progression.episode import Setting
from tracker.progression.protocol_document import reader
from tracker.services.injury import clinician, episodes, variants
from tracker.web.injury import protocols as pages

if TYPE_CHECKING:
    from tests.web.pages import Fields, PageClient
    from tracker.storage.database import Database

CHOOSE = "/numbers/protocol"
NEW = "/protocols/new"


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_dropped_in", {})
    monkeypatch.setattr(pages, "RUNNERS", 1)


@pytest.fixture
def with_variant(signed_in: SignedIn, database: Database) -> SignedIn:
    variants.keep(database, SLOWER, START)
    return signed_in


def pinned(database: Database, owner: SignedIn) -> tuple[str, str]:
    episode = episodes.episode(database, owner.account_id, owner.episode_id).episode
    return episode.protocol, episode.protocol_by


@pytest.mark.usefixtures("signed_in")
def test_without_any_other_the_list_says_so_and_an_administrator_may_add_one(
    client: PageClient,
) -> None:
    words = words_of(client.get("/protocols"))
    assert "No other protocol yet" in words
    assert "Add a protocol" in words


@pytest.mark.usefixtures("with_variant")
def test_the_list_leads_to_each_and_to_what_it_changes(client: PageClient) -> None:
    page = client.page("/protocols")
    hrefs = {a.get("href") for a in page.iter("a")}
    assert {f"/protocols/okafor-1{way}" for way in ("", "/diff", "/simulation")} <= hrefs
    assert "/protocols/return-to-run-1" in hrefs
    assert "1 thing is not as in the usual one. It may be chosen." in text_of(page)


@pytest.mark.usefixtures("with_variant")
def test_a_protocol_shows_its_ladder_its_numbers_and_its_text(client: PageClient) -> None:
    words = words_of(client.get("/protocols/okafor-1"))
    assert "4 days (bounds 1 to 14, may be changed for one injury)" in words
    assert "Dr Okafor: two days more. Set by this protocol. Grade: a default" in words
    assert "Jog 30 min" in words
    assert 'based-on = "return-to-run-1"' in words


@pytest.mark.usefixtures("with_variant")
def test_a_difference_shows_both_values_their_notes_and_grades(client: PageClient) -> None:
    words = words_of(client.get("/protocols/okafor-1/diff"))
    for part in ("2 days (bounds", "4 days (bounds", "more careful", "Dr Okafor: two days more."):
        assert part in words
    assert "Nothing." in words_of(client.get("/protocols/return-to-run-1/diff"))


@pytest.mark.slow
@pytest.mark.usefixtures("with_variant")
def test_a_simulation_says_that_a_more_careful_one_clears_nothing_alone(
    client: PageClient,
) -> None:
    words = words_of(client.get("/protocols/okafor-1/simulation"))
    assert "No day is cleared by okafor-1 that return-to-run-1 would hold." in words
    for part in ("Days to each step", "Days held, by rule", "Week 6", "foretells nobody’s"):
        assert part in words


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_a_simulation_lists_the_days_that_a_shorter_wait_alone_clears(
    client: PageClient, database: Database
) -> None:
    variants.keep(database, SLOWER.replace("= 4", "= 1"), START)
    page = client.page("/protocols/okafor-1/simulation")
    assert "are cleared by okafor-1 and held by return-to-run-1" in text_of(page)
    assert "all goes well6, 8, 10" in text_of(page)
    assert "The walk before any jogging" in text_of(page)


@pytest.mark.own_app
@pytest.mark.usefixtures("with_variant")
def test_a_simulation_is_paid_for_once(client: PageClient, monkeypatch: pytest.MonkeyPatch) -> None:
    spent: list[int] = []
    monkeypatch.setattr(
        "tracker.web.kit.work_budget.spend_of_account", lambda _, cost: spent.append(cost)
    )
    for _ in range(2):
        assert client.get("/protocols/okafor-1/simulation").status_code == 200
    assert len(spent) == 1


@pytest.mark.usefixtures("with_variant")
@pytest.mark.parametrize("way", ["", "/diff", "/simulation"])
def test_a_protocol_that_is_not_there_is_not_found(client: PageClient, way: str) -> None:
    assert client.get(f"/protocols/okafor-9{way}").status_code == 404


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


@pytest.mark.usefixtures("signed_in")
def test_an_administrator_looks_through_a_text_then_keeps_it(
    client: PageClient, database: Database
) -> None:
    response = client.submit(NEW, text=SLOWER, do="check")
    assert "Northside (okafor-1) changes 1 thing." in words_of(response)
    assert variants.every(database) == []
    response = client.submit(NEW, text=SLOWER, do="keep")
    assert (response.status_code, response.location) == (303, "/protocols/okafor-1")
    assert "Kept as okafor-1." in words_of(client.get(response.location))
    response = client.submit(NEW, text=SLOWEST, do="keep")
    assert response.location == "/protocols/okafor-2"


@pytest.mark.usefixtures("signed_in")
def test_the_page_begins_with_a_text_that_changes_nothing_and_can_be_kept(
    client: PageClient,
) -> None:
    assert "changes nothing." in words_of(client.submit(NEW, do="check"))


@pytest.mark.usefixtures("with_variant")
def test_the_next_version_begins_with_the_text_of_this_one(client: PageClient) -> None:
    page = client.page(f"{NEW}?after=okafor-1")
    (box,) = page.iter("textarea")
    assert "two days more" in text_of(box)


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (SLOWER.replace("= 4", "= 15"), "Line 5: numbers.pain_free_days.value must be 1 to 14."),
        ("", "Write a protocol, or paste one."),
        ("x = ", "is not TOML"),
        ("a = \x00", "is not TOML"),
        ("x" * 70_000, "is longer than 64 kB: write only what you change."),
    ],
)
@pytest.mark.parametrize("do", ["check", "keep"])
def test_a_faulty_text_is_told_by_line_and_stays_as_it_was_typed(
    client: PageClient, database: Database, text: str, sentence: str, do: str
) -> None:
    response = client.submit(NEW, text=text, do=do)
    assert response.status_code == 422
    assert sentence in words_of(response)
    assert variants.every(database) == []


@pytest.mark.usefixtures("with_variant")
def test_what_is_withdrawn_is_offered_no_more_and_said_so(
    client: PageClient, database: Database
) -> None:
    page = client.page("/protocols/okafor-1")
    (form,) = [f for f in page.iter("form") if "withdraw" in (f.get("action") or "")]
    client.send(form, "/protocols/okafor-1/withdraw", {})
    assert [variant.offered for variant in variants.every(database)] == [False]
    assert "It is not offered any more." in words_of(client.get("/protocols"))
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
