"""Injuries side by side, and one at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import FACTS, START, TODAY
from tests.web.diaries import check_in
from tests.web.injury.test_onboarding import ANSWERS
from tests.web.pages import parsed, preset, text_of, words_of
from tests.web.readability import grade, sentences_of
from tests.web.test_learn import TWELVE_YEARS_OLD
from tracker.content.care import CareEntry, CareKind
from tracker.progression.episode import Side, Site
from tracker.services.diary import care, entries
from tracker.services.injury import episodes
from tracker.services.injury.episodes import CloseReason

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from tests.web.conftest import SignedIn
    from tests.web.pages import PageClient
    from tracker.storage.database import Database

GLUTE = replace(FACTS, site=Site.GLUTEAL, side=Side.RIGHT, onset=TODAY - timedelta(days=2))


@pytest.fixture
def two(signed_in: SignedIn, database: Database) -> SignedIn:
    """An injury that had two good days, with care and a note, and then another one."""
    whose = (database, signed_in.account_id, signed_in.episode_id)
    for back in (30, 29):
        good = replace(check_in(TODAY - timedelta(days=back)), id=f"c{back}")
        entries.save_check_in(*whose, good, today=TODAY, now=START)
    for number, note in enumerate(("A cold pack after work", "")):
        ice = CareEntry(date=TODAY, kind=CareKind.ICE, note=note, id=f"ice{number}")
        care.save(*whose, ice, today=TODAY, now=START)
    episodes.end_episode(*whose, CloseReason.STOPPED, today=TODAY)
    episodes.open_episode(database, signed_in.account_id, GLUTE, (), today=TODAY, now=START)
    return signed_in


def table(client: PageClient, caption: str) -> list[list[str]]:
    page = client.page("/episodes/compared")
    wanted = next(t for t in page.iter("table") if text_of(t.find("caption")) == caption)
    return [[text_of(cell) for cell in row] for row in wanted.iter("tr")]


@pytest.mark.usefixtures("two")
def test_how_each_went_stands_beside_the_other(client: PageClient) -> None:
    stages = table(client, "First day there")
    heads = ["Stage", "Right glute, 29 April 2026 (open)", "Left hamstring, 1 April 2026"]
    assert stages[0] == heads
    assert stages[1] == ["Pain gone, cross-training", "not yet", "day 1"]
    assert stages[5] == ["The usual run again", "not yet", "not reached"]
    assert stages[6] == ["Days with an answer", "0 of 3", "2 of 31"]
    assert table(client, "On how many days") == [["Care", *heads[1:]], ["Ice", "none", "1"]]


@pytest.mark.usefixtures("two")
def test_it_says_what_it_cannot_say_and_quotes_what_was_written(client: PageClient) -> None:
    words = words_of(client.get("/episodes/compared"))
    assert "2 injuries of one person are too few to say what helps" in words
    assert "Nothing here says that one thing led to another" in words
    assert "A cold pack after work" in words
    for causal in ("because", "thanks to", "caused", "led you", "made you", "worked"):
        assert causal not in words


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("url", ["/episodes/compared", "/start"])
def test_the_words_are_plain(client: PageClient, url: str) -> None:
    assert grade(sentences_of(client.page(url))) <= TWELVE_YEARS_OLD


def test_one_begun_by_mistake_is_left_out(
    two: SignedIn, client: PageClient, database: Database
) -> None:
    view = episodes.current_episode(database, two.account_id)
    assert view is not None
    mistake = CloseReason.MISTAKE
    episodes.end_episode(database, two.account_id, view.id, mistake, today=TODAY)
    assert "One injury so far" in words_of(client.get("/episodes/compared"))


@pytest.mark.usefixtures("signed_in")
def test_one_alone_has_nothing_beside_it(client: PageClient) -> None:
    assert "One injury so far" in words_of(client.get("/episodes/compared"))
    assert "Side by side" not in words_of(client.get("/episodes"))


@pytest.mark.usefixtures("signed_in")
def test_a_second_injury_is_refused_with_the_reason_and_what_to_do(client: PageClient) -> None:
    words = words_of(client.get("/start"))
    assert "Nothing was begun: another diary is open, Left hamstring." in words
    assert "one could say go while the other says rest" in words
    assert "Do not run on it." in words
    links = {a.get("href") for a in client.page("/start").iter("a")}
    assert "/episodes/1/end" in links


def _onboarding(client: PageClient) -> Element:
    form = client.page("/start").find(".//form")
    assert form is not None
    return form


@pytest.mark.usefixtures("account")
def test_a_page_left_open_begins_no_second_one(client: PageClient) -> None:
    form = _onboarding(client)
    assert client.send(form, "/start", ANSWERS).location == "/"
    other = {**preset(form), **ANSWERS, "site": "other"}
    refused = client.post("/start", data=other)
    assert refused.status_code == 409
    assert text_of(parsed(refused).find(".//h1")) == "One injury at a time"
    assert words_of(client.get("/episodes")).count("Open.") == 1


@pytest.mark.usefixtures("two")
def test_an_ended_one_is_not_gone_on_with_beside_an_open_one(client: PageClient) -> None:
    refused = client.submit("/episodes/1", button="Go on with it")
    assert refused.status_code == 409
    assert "another diary is open, Right glute" in words_of(refused)
