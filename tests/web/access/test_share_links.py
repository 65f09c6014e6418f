"""A link for the clinician: made, read, watched and ended."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from tests.web.conftest import START, TODAY, Clock, SignedIn
from tests.web.diaries import check_in
from tests.web.household import whole_text
from tests.web.pages import PageClient, text_of, words_of
from tracker.progression.diary import Sensation
from tracker.progression.episode import Clearance, Setting
from tracker.services.access import share_links
from tracker.services.diary import entries
from tracker.services.injury import clinician, episodes
from tracker.services.injury.episodes import CloseReason
from tracker.storage.tables.audit import DecisionShownRow

if TYPE_CHECKING:
    from flask import Flask

    from tracker.storage.database import Database

PAGES = ("", "progress", "history", "clinician")
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0"


@pytest.fixture
def reader(app: Flask) -> PageClient:
    """The clinician's browser."""
    client = app.test_client()
    assert isinstance(client, PageClient)
    client.environ_base["HTTP_USER_AGENT"] = FIREFOX
    return client


@pytest.fixture
def link(client: PageClient, signed_in: SignedIn) -> str:
    """The path of a link, made by the runner."""
    del signed_in
    answer = client.submit("/sharing", shared_with="Dr Okafor")
    assert "It is not shown again" in words_of(answer)
    match = re.search(r"http://localhost(/shared/[\w-]+/)", answer.get_data(as_text=True))
    assert match is not None
    return match[1]


@pytest.mark.slow
def test_a_link_is_shown_once(client: PageClient, link: str) -> None:
    page = client.get("/sharing").get_data(as_text=True)
    assert "Dr Okafor" in page
    assert link not in page


def test_the_reader_sees_the_pages_without_forms_and_without_the_runners_links(
    reader: PageClient, link: str
) -> None:
    for page in PAGES:
        answer = reader.get(link + page)
        assert answer.status_code == 200
        html = answer.get_data(as_text=True)
        assert (
            "Shared by Ada. For reading only, until 31 May 2026. “You” is the runner."
            in words_of(answer)
        )
        assert 'method="post"' not in html
        assert "csrf_token" not in html
        links = set(re.findall(r'(?:href|src|srcset|action|formaction)="(/[^"#?]*)', html))
        assert {it for it in links if not it.startswith((link, "/static-", "/learn"))} <= {
            "/about",
            "/app.webmanifest",
            "/how-this-decides",
        }


@pytest.mark.slow
def test_every_link_on_a_shared_page_leads_somewhere(reader: PageClient, link: str) -> None:
    for page in PAGES:
        html = reader.get(link + page).get_data(as_text=True)
        for address in set(re.findall(r'(?:href|src|srcset)="(/[^"#]+)"', html)):
            with reader.get(address.replace("&amp;", "&")) as answer:
                assert answer.status_code == 200, address


def test_reading_leaves_no_record_of_a_decision_shown(
    reader: PageClient, link: str, database: Database
) -> None:
    reader.get(link)
    with database.reading() as db:
        assert db.scalar(select(func.count()).select_from(DecisionShownRow)) == 0


def test_the_runner_sees_every_opening(
    client: PageClient, reader: PageClient, link: str, clock: Clock
) -> None:
    assert "Not opened yet" in words_of(client.get("/sharing"))
    reader.get(link)
    clock.move(minutes=5)
    reader.get(f"{link}clinician")
    reader.get(f"{link}progress/sheet.svg")
    page = client.page("/sharing")
    assert "Opened 2 times, last 1 May 2026" in text_of(page.find(".//main"))
    rows = [[text_of(cell) for cell in row] for row in page.find(".//tbody") or ()]
    assert rows == [
        ["1 May 2026, 08:05", "Clinician’s page", "Firefox on Windows"],
        ["1 May 2026, 08:00", "Today", "Firefox on Windows"],
    ]


def test_a_link_that_is_opened_all_the_time_is_told_to_wait(
    reader: PageClient, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_links, "MOST_AN_HOUR", 1)
    assert reader.get(link).status_code == 200
    answer = reader.get(f"{link}history")
    assert answer.status_code == 429
    assert "Try again in an hour" in answer.text


def test_the_runner_ends_a_link(client: PageClient, reader: PageClient, link: str) -> None:
    client.submit("/sharing", button="End this link for Dr Okafor")
    assert "Ended by you" in words_of(client.get("/sharing"))
    answer = reader.get(link)
    assert answer.status_code == 404
    assert "Ask the person who gave it to you" in words_of(answer)


@pytest.mark.slow
def test_a_link_tells_no_other_site_where_it_was_read_and_no_search_engine(
    reader: PageClient, link: str
) -> None:
    for address in (link, f"{link}progress/recovery.svg", f"{link}clinician.pdf"):
        answer = reader.get(address)
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer.headers["X-Robots-Tag"]


def test_a_warning_stands_first_on_shared_pages_too(
    reader: PageClient, link: str, database: Database, signed_in: SignedIn, clock: Clock
) -> None:
    whose = (database, signed_in.account_id, signed_in.episode_id)
    flagged = replace(check_in(TODAY, 5, Sensation.PAIN), red_flags=("E1",))
    entries.save_check_in(*whose, flagged, today=TODAY, now=clock())
    html = reader.get(link).get_data(as_text=True)
    assert "Running is locked until a clinician clears it" in html
    assert f'href="{link}clinician"' in html


def test_a_link_goes_on_to_show_an_episode_that_is_over_as_it_ended(
    client: PageClient, reader: PageClient, link: str, signed_in: SignedIn, clock: Clock
) -> None:
    database = client.application.config["DATABASE"]
    whose = (database, signed_in.account_id, signed_in.episode_id)
    episodes.end_episode(*whose, CloseReason.RETURNED, today=TODAY)
    clock.move(days=20)
    for page in PAGES:
        assert reader.get(link + page).status_code == 200
    assert "Friday 1 May" in words_of(reader.get(f"{link}history"))
    assert "Thursday 21 May" not in words_of(reader.get(f"{link}history"))
    words = words_of(client.get("/sharing"))
    assert "Dr Okafor" in words
    assert "Links are made for an open episode" in words


@pytest.mark.usefixtures("signed_in")
def test_a_link_without_a_name_or_a_time_is_refused_with_words(client: PageClient) -> None:
    answer = client.submit("/sharing", shared_with=" ", days="400")
    assert answer.status_code == 422
    assert "Give a name" in words_of(answer)
    assert "Choose one of the answers shown" in words_of(answer)


CLEARED = ("history", "clinician", "clinician.pdf", "export/episode.json")
CHANGED = (*CLEARED, "", "numbers")


@pytest.mark.slow
@pytest.mark.parametrize("who", ["runner", "reader"])
def test_a_clinicians_word_stands_with_name_and_date_wherever_it_counts(
    client: PageClient, reader: PageClient, link: str, signed_in: SignedIn, who: str
) -> None:
    whose = (client.application.config["DATABASE"], signed_in.account_id, signed_in.episode_id)
    said = Clearance(date=TODAY, by="Dr Okafor", note="Easy at first.")
    clinician.record_clearance(*whose, said, today=TODAY, now=START)
    more = Setting(name="pain_free_days", value=3, date=TODAY, by="Ms Lind")
    clinician.change_setting(*whose, more, today=TODAY, now=START)
    browser, start = (client, "/") if who == "runner" else (reader, link)
    for name, pages in (("Dr Okafor", CLEARED), ("Ms Lind", CHANGED)):
        for page in pages:
            if who == "reader" and page in {"numbers", "export/episode.json"}:
                continue
            words = whole_text(browser.get(start + page))
            assert name in words, f"{page} does not name {name}"
            assert "1 May" in words or "2026-05-01" in words, page


def test_what_a_clinician_said_stands_on_its_day_with_their_name(
    client: PageClient, reader: PageClient, link: str, signed_in: SignedIn, clock: Clock
) -> None:
    whose = (client.application.config["DATABASE"], signed_in.account_id, signed_in.episode_id)
    said = Clearance(date=TODAY, by="Dr Okafor", note="Easy at first.")
    clinician.record_clearance(*whose, said, today=TODAY, now=clock())
    more = Setting(name="pain_free_days", value=3, date=TODAY, by="Ms Lind")
    clinician.change_setting(*whose, more, today=TODAY, now=clock())
    for page in (client.get("/history"), reader.get(f"{link}history")):
        assert "Dr Okafor said that running may go on" in words_of(page)
        assert "3 days" in words_of(page)
        assert "Set by Ms Lind, recorded by the runner." in words_of(page)
    assert "Easy at first." in words_of(client.get("/history"))
    assert "Easy at first." not in words_of(reader.get(f"{link}history"))
