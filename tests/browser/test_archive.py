"""A whole archive in a real browser: looked through, chosen from, read on where it was left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.web.transfer.archive_pages import history
from tracker.services.transfer.exports import all_archives
from tracker.web.transfer import archives as archive_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page, Route

    from tests.browser.conftest import Diary, Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
READ = "**/import/archive/read"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twelve runs and a ride; one recording is read for each request."""
    monkeypatch.setattr(archive_pages, "_PIECE_S", 0.0)
    return history(tmp_path / "export.zip")


def send(page: Page, archive: Path) -> None:
    page.goto("/import/archive")
    page.get_by_label("File").set_input_files(archive)
    page.get_by_role("button", name="Send it").click()


def choose(page: Page) -> None:
    """Only runs, of all the time there is."""
    expect(page.get_by_role("heading", name="What is in the archive")).to_be_visible()
    page.get_by_label(re.compile("Rides")).uncheck()
    page.get_by_label("Everything").check()
    page.get_by_role("button", name="Read these").click()


def add(page: Page, site: Site, diary: Diary) -> int:
    """Take in what is shown; how many sessions there are then."""
    page.get_by_role("link", name="Go on to what would be added").click()
    assert not sessions(site, diary)
    page.get_by_role("button", name="Add it to my diary").click()
    expect(page).not_to_have_url(re.compile("/import/archive/preview"))
    return sessions(site, diary)


def sessions(site: Site, diary: Diary) -> int:
    (exported,) = all_archives(site.database, diary.account_id)
    return len(exported.sessions)


def test_the_work_goes_on_by_itself_shows_how_far_it_is_and_is_taken_up_again(
    open_page: Callable[..., Page], site: Site, archive: Path
) -> None:
    diary = site.diary()
    page = open_page(diary)
    asked: list[str] = []

    def broken_off(route: Route) -> None:
        """The fifth piece of the reading never gets to the server."""
        is_piece = route.request.method == "POST" and route.request.resource_type == "fetch"
        asked.extend(["piece"] * is_piece)
        if len(asked) > 4:
            route.abort()
        else:
            route.continue_()

    page.route(READ, broken_off)
    send(page, archive)
    choose(page)
    expect(page.get_by_text("The tracker does not answer. Nothing is lost")).to_be_visible()
    expect(page.locator("[data-done]")).to_have_text("4")
    assert page.locator("progress").evaluate("bar => bar.value") == 33
    expect(page.get_by_role("button", name=re.compile("Begin|Go on"))).to_be_visible()
    page.unroute(READ)
    page.goto("/import/archive")
    page.get_by_role("link", name="Go on with it").click()
    page.get_by_role("button", name="Read these").click()
    expect(page).to_have_url(re.compile("/import/archive/usual"))
    assert add(page, site, diary) == 12


def test_without_scripts_the_button_asks_for_the_next_piece(
    open_page: Callable[..., Page], site: Site, archive: Path
) -> None:
    diary = site.diary()
    page = open_page(diary, scripts=False)
    send(page, archive)
    chosen = False
    texts = []
    while not page.url.endswith("/import/archive/usual"):
        if page.url.endswith("/choose"):
            assert not chosen
            choose(page)
            chosen = True
        texts.append(page.get_by_text("% done").inner_text())
        page.get_by_role("button", name=re.compile("Begin|Go on")).click()
    read = [text for text in texts if "of 12 recordings" in text]
    assert len(read) == len(set(read)) == 12
    assert add(page, site, diary) == 12
