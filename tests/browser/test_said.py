"""What is said after a save, what waits on a phone, and a page that stands still."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.guided import (
    held,
    intercepts,
    open_guide,
    pass_time,
    sessions_of,
    start,
    today_of,
)
from tracker.services.diary import care as care_log

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Diary, Site

pytestmark = pytest.mark.browser


def log_ride(page: Page, minutes: str) -> None:
    page.get_by_label("Bike").check()
    page.get_by_label("Minutes in all").fill(minutes)
    page.get_by_role("button", name="Save session").click()


@pytest.mark.slow
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


@pytest.mark.slow
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


@pytest.mark.slow
def test_an_unsent_stop_covers_the_verdict_before_the_server_knows_of_it(
    open_page: Callable[..., Page], site: Site, cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary)
    page.goto("/")
    expect(page.get_by_role("link", name="Start the guide")).to_be_visible()
    intercepts(page)
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


@pytest.mark.slow
def test_a_guided_run_that_was_logged_otherwise_asks_no_more(
    open_page: Callable[..., Page], site: Site, cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary)
    open_guide(page, site)
    start(page)
    pass_time(page, site, 60)
    page.get_by_role("button", name="End").click()
    expect(page.get_by_role("heading", name="How did it go?")).to_be_visible()
    page.goto("/")
    panel = page.get_by_text("The guide holds something that is not saved yet.")
    expect(panel).to_be_visible()
    page.get_by_role("link", name="Done as planned").click()
    page.get_by_role("button", name="Save: pain 0").click()
    expect(page.get_by_text("Walk and jog saved.")).to_be_visible()
    expect(panel).to_be_hidden()
    page.goto("/history")
    expect(panel).to_be_hidden()


@pytest.mark.slow
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


@pytest.mark.slow
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


def check_in(page: Page) -> None:
    page.locator("label", has=page.locator("#pain")).click()
    page.locator("label", has=page.locator("#sensation")).click()
    page.get_by_role("button", name="Save check-in").click()


def care(page: Page) -> None:
    page.get_by_label("Ice").check()
    page.get_by_role("button", name=re.compile("^(Log it|Save)$")).click()


def stop(page: Page) -> None:
    page.get_by_label("Bike").check()
    page.get_by_label("Minutes in all").fill("10")
    page.locator("#pain-5").check()
    page.locator("[name=sensation][value=sharp]").check()
    page.get_by_role("button", name="Save session").click()


def signs(page: Page) -> None:
    page.locator("[name=routine]").first.check()
    for group in ("emergency", "urgent"):
        page.locator(f"[name={group}][value=none]").check()
    page.locator("#pain-1").check()
    page.locator("#sensation-2").check()
    page.get_by_role("button", name="Send answers").click()


def ride(page: Page) -> None:
    log_ride(page, "20")


@pytest.mark.slow
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize(
    ("address", "enter"),
    [
        ("/check-in", check_in),
        ("/session", ride),
        ("/session", stop),
        ("/care", care),
        ("/red-flags", signs),
    ],
    ids=["check-in", "session", "stop", "care", "warning signs"],
)
def test_back_leads_to_what_was_saved_and_saving_again_stores_nothing_twice(
    open_page: Callable[..., Page],
    site: Site,
    address: str,
    enter: Callable[[Page], None],
    *,
    scripts: bool,
) -> None:
    diary = site.diary()
    page = open_page(diary, scripts=scripts)
    page.goto(address)
    empty = page.url
    enter(page)
    page.wait_for_url(lambda url: url != empty)
    assert entered(site, diary) == 1
    page.go_back()
    if page.get_by_text("This is saved already.").count():
        expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Change "))
    back = page.url
    if address == "/red-flags":
        page.get_by_role("button", name="Save check-in").click()
    else:
        enter(page)
    page.wait_for_url(lambda url: url != back)
    assert entered(site, diary) == 1


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.slow
def test_a_stop_offers_one_undo_at_a_time_wherever_it_is_said(
    open_page: Callable[..., Page], cleared_diary: Diary, *, scripts: bool
) -> None:
    page = open_page(cleared_diary, scripts=scripts)
    page.goto("/session")
    empty = page.url
    stop(page)
    page.wait_for_url(lambda url: url != empty)
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_have_text("Warning signs")
    for group in ("emergency", "urgent", "routine"):
        page.locator(f"[name={group}][value=none]").check()
    page.locator("#pain-5").check()
    page.locator("#sensation-2").check()
    page.get_by_role("button", name="Send answers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stop for today")
    assert undo.count() <= 1
    for address in ("/", "/history", "/warning", "/session"):
        page.goto(address)
        expect(undo).to_have_count(0)


def entered(site: Site, diary: Diary) -> int:
    """How many entries of whatever kind are stored."""
    records = today_of(site, diary).records
    logged = care_log.log(site.database, diary.account_id, diary.episode_id)
    return len(records.check_ins) + len(records.sessions) + len(logged)
