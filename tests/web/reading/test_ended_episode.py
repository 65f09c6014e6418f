"""Looking back on an ended episode: all of it is still there to read, and nothing to change."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.web.diaries import ladder_from
from tests.web.pages import text_of, words_of
from tracker.services.injury import episodes
from tracker.services.injury.episodes import CloseReason

if TYPE_CHECKING:
    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import PageClient
    from tracker.storage.database import Database


@pytest.fixture
def ended(database: Database, signed_in: SignedIn, clock: Clock) -> int:
    """An episode with some days on the ladder, ended today."""
    today = clock().date()
    ladder_from(database, signed_in, today, clock())
    whose = (database, signed_in.account_id, signed_in.episode_id)
    episodes.end_episode(*whose, CloseReason.RETURNED, today=today)
    return signed_in.episode_id


@pytest.mark.slow
def test_without_an_open_episode_the_earlier_ones_are_what_is_found_first(
    client: PageClient, ended: int
) -> None:
    for page in ("/", "/progress", "/history", "/clinician"):
        response = client.get(page, follow_redirects=True)
        assert response.request.path == "/episodes"
    assert client.page("/episodes").find(f".//a[@href='/episodes/{ended}']") is not None


def test_an_ended_episode_leads_to_its_charts_its_journal_and_the_clinicians_page(
    client: PageClient, ended: int
) -> None:
    reading = client.page(f"/episodes/{ended}")
    for page, says in (
        ("progress", "worst pain"),
        ("history", "Walk"),
        ("clinician", "Left hamstring"),
    ):
        address = f"/episodes/{ended}/{page}"
        assert reading.find(f".//a[@href='{address}']") is not None
        words = words_of(client.get(address))
        assert "Looking back: Left hamstring, ended" in words
        assert says.lower() in words.lower()


def test_its_pictures_are_its_own(client: PageClient, ended: int) -> None:
    page = client.page(f"/episodes/{ended}/progress")
    pictures = [image.get("src") or "" for image in page.iter("img") if image.get("alt")]
    assert len(pictures) == 1
    for picture in pictures:
        assert picture.startswith(f"/episodes/{ended}/progress/")
        response = client.get(picture)
        assert (response.status_code, response.mimetype) == (200, "image/svg+xml")


@pytest.mark.slow
def test_it_goes_on_paper_too(client: PageClient, ended: int) -> None:
    response = client.get(f"/episodes/{ended}/clinician.pdf")
    assert response.mimetype == "application/pdf"
    assert "hamstring" in PdfReader(BytesIO(response.data)).pages[0].extract_text()


def test_nothing_on_its_pages_can_be_changed(client: PageClient, ended: int) -> None:
    for page in ("progress", "history", "clinician"):
        main = client.page(f"/episodes/{ended}/{page}").find(".//main")
        assert main is not None
        forms = [form.get("action") for form in main.iter("form") if form.get("method") == "post"]
        links = [text_of(link) for link in main.iter("a") if "edit" in (link.get("href") or "")]
        assert (forms, links) == ([], [])


def test_an_open_episode_is_sent_to_where_it_can_be_used(
    client: PageClient, signed_in: SignedIn
) -> None:
    response = client.get(f"/episodes/{signed_in.episode_id}/history")
    assert response.location == f"/episodes/{signed_in.episode_id}"
