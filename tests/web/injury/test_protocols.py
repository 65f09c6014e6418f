"""Protocols on pages: which there are, what each changes and leads to, and the next version."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.injury.kept_variants import SLOWER, SLOWEST
from tests.web.conftest import START
from tests.web.pages import text_of, words_of
from tracker.services.injury import variants

if TYPE_CHECKING:
    from tests.web.pages import PageClient
    from tracker.storage.database import Database

pytestmark = pytest.mark.usefixtures("nothing_known")
CHOOSE = "/numbers/protocol"
NEW = "/protocols/new"


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
