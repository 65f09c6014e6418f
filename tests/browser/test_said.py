"""What is said after a save, what waits on a phone, and a page that stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.guided import held, sessions_of, today_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Diary, Site

pytestmark = pytest.mark.browser


def log_ride(page: Page, minutes: str) -> None:
    page.get_by_label("Bike").check()
    page.get_by_label("Minutes in all").fill(minutes)
    page.get_by_role("button", name="Save session").click()


def test_what_was_said_of_a_save_is_what_a_reader_hears_next(
    open_page: Callable[..., Page], site: Site
) -> None:
    page = open_page(site.diary())
    page.goto("/session")
    log_ride(page, "20")
    said = page.get_by_text("Bike saved.")
    expect(said).to_be_visible()
    expect(page.locator(".said")).to_be_focused()
    expect(page.locator(".said")).to_contain_text("Bike saved.")


def test_back_and_save_again_stores_nothing_twice_and_a_change_changes_the_entry(
    open_page: Callable[..., Page], site: Site
) -> None:
    diary = site.diary()
    page = open_page(diary)
    page.goto("/session")
    log_ride(page, "20")
    expect(page.get_by_text("Bike saved.")).to_be_visible()
    page.go_back()
    log_ride(page, "20")
    expect(page.locator("h1")).not_to_have_text("Log a session")
    assert len(sessions_of(site, diary)) == 1
    page.go_back()
    log_ride(page, "30")
    expect(page.get_by_text("Bike changed.")).to_be_visible()
    (ride,) = sessions_of(site, diary)
    assert ride.seconds == 1800


def test_an_unsent_stop_covers_the_verdict_before_the_server_knows_of_it(
    open_page: Callable[..., Page], site: Site, cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary)
    page.goto("/")
    expect(page.get_by_role("link", name="Start the guide")).to_be_visible()
    page.goto("/session")
    page.route("**/guide/clearance", lambda route: route.abort())
    page.get_by_label("Bike").check()
    page.get_by_label("Minutes in all").fill("10")
    page.locator("#pain-1").check()
    page.locator("[name=sensation][value=sharp]").check()
    page.get_by_role("button", name="Save session").click()
    held(page, "session")
    page.goto("/")
    expect(page.locator("h1")).to_have_text("No run now")
    expect(page).to_have_title("No run now · Return to Run")
    expect(page.get_by_role("link", name="Start the guide")).to_have_count(0)
    expect(page.get_by_role("link", name="Done as planned")).to_have_count(0)
    expect(page.get_by_text("4 min walk")).to_have_count(0)
    page.unroute("**/guide/clearance")
    page.goto("/")
    expect(page.locator("h1")).to_have_text("Stop for today")
    assert len(today_of(site, cleared_diary).records.sessions) == 1


def test_eleven_scores_stand_in_one_row_on_the_narrowest_phone(
    open_page: Callable[..., Page], site: Site
) -> None:
    page = open_page(site.diary(), width=360)
    page.goto("/")
    tops = page.eval_on_selector_all(
        ".pain label", "labels => labels.map((label) => label.getBoundingClientRect().top)"
    )
    assert len(tops) == 11
    assert len(set(tops)) == 1


@pytest.mark.parametrize("width", [768, 1280])
def test_the_header_stands_still_from_page_to_page(
    open_page: Callable[..., Page], site: Site, width: int
) -> None:
    page = open_page(site.diary(), width=width)
    places = set()
    for address in ("/", "/session", "/progress", "/history", "/more", "/warning"):
        page.goto(address)
        box = page.locator(".wordmark").bounding_box()
        assert box is not None
        places.add((box["x"], box["y"]))
    assert len(places) == 1
