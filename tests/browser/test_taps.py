"""How many taps the daily things take, counted by the page itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.guided import open_guide, pass_time, sessions_of, start
from tests.web.conftest import TODAY
from tests.web.diaries import check_in
from tracker.progression.diary import Kind, Sensation, SessionLog
from tracker.services.diary import entries

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Diary, Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Kept in the tab, so that a tap that leads to the next page counts too.
COUNT = """
addEventListener("pointerdown", () => sessionStorage.setItem("taps", 1 + taps()), true);
const taps = () => Number(sessionStorage.getItem("taps"));
"""
WHOLE_RUN = 25 * 60  # walk 4, jog 1, five times


def taps(page: Page) -> int:
    """How often the page was tapped."""
    return int(page.evaluate("Number(sessionStorage.getItem('taps'))"))


def cycled_yesterday(site: Site, diary: Diary) -> None:
    ride = SessionLog(
        id="ride",
        date=TODAY - timedelta(days=1),
        time=None,
        kind=Kind.BIKE,
        seconds=40 * 60,
        pain=0,
        sensation=Sensation.NONE,
    )
    whose = (site.database, diary.account_id, diary.episode_id)
    entries.save_session(*whose, ride, today=TODAY, now=site.clock())


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_yesterdays_ride_is_logged_again_with_two_taps_and_its_pain_is_not_copied(
    open_page: Callable[..., Page], site: Site, cleared_diary: Diary, *, scripts: bool
) -> None:
    cycled_yesterday(site, cleared_diary)
    page = open_page(cleared_diary, scripts=scripts)
    page.add_init_script(COUNT)
    page.goto("/")
    page.get_by_role("link", name="Bike, 40 min again").click()
    page.get_by_role("button", name="Save session").click()
    expect(page.get_by_text("Bike saved.")).to_be_visible()
    assert not scripts or taps(page) == 2
    ride = sessions_of(site, cleared_diary)[0]
    assert (ride.kind, ride.seconds, ride.pain, ride.sensation) == (Kind.BIKE, 2400, None, None)


def test_a_morning_check_in_is_three_taps_on_one_screen(
    open_page: Callable[..., Page], site: Site
) -> None:
    page = open_page(site.diary())
    page.add_init_script(COUNT)
    page.goto("/")
    save = page.get_by_role("button", name="Save check-in")
    expect(save).to_be_in_viewport(ratio=1)
    bar = page.get_by_role("navigation", name="Main").bounding_box()
    button = save.bounding_box()
    assert bar is not None
    assert button is not None
    assert button["y"] + button["height"] <= bar["y"]  # nothing covers it
    page.locator("label", has=page.locator("#pain")).click()
    page.locator("label", has=page.locator("#sensation")).click()
    save.click()
    expect(page.get_by_text("Check-in saved.")).to_be_visible()
    assert taps(page) == 3
    assert page.evaluate("scrollY") == 0


def test_a_run_that_went_as_planned_and_felt_fine_is_two_taps(
    open_page: Callable[..., Page], site: Site, cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary)
    page.add_init_script(COUNT)
    site.clock.move(hours=1)
    page.goto("/")
    page.get_by_role("link", name="Done as planned").click()
    page.get_by_role("button", name="Save: pain 0, nothing felt, easy effort").click()
    expect(page.get_by_text("Walk and jog saved.")).to_be_visible()
    assert taps(page) == 2
    (run,) = sessions_of(site, cleared_diary)
    assert (run.kind, run.jog_seconds, run.pain, run.effort) == (Kind.WALK_JOG, 300, 0, 3)


def walk_due(site: Site) -> Diary:
    """A diary in which two pain-free days have made the walk today's job."""
    diary = site.diary()
    now = site.clock()
    for day in (TODAY - timedelta(days=1), TODAY):
        answer = check_in(day)
        whose = (site.database, diary.account_id, diary.episode_id)
        entries.save_check_in(*whose, answer, today=TODAY, now=now)
    return diary


def test_the_walk_is_logged_in_two_taps_and_started_in_two(
    open_page: Callable[..., Page], site: Site
) -> None:
    diary = walk_due(site)
    page = open_page(diary)
    page.add_init_script(COUNT)
    site.clock.move(hours=1)
    page.clock.install(time=site.clock())  # a permit ends with its day
    page.goto("/")
    expect(page.locator("h1")).to_have_text("Walk 30 minutes today")
    page.get_by_role("link", name="Start the walk").click()
    start(page)
    assert taps(page) == 2
    page.get_by_role("button", name="End").click()
    page.get_by_role("button", name="It did not take place: keep nothing").click()
    begun = taps(page)
    page.goto("/")
    page.get_by_role("link", name="It is done: log it").click()
    page.get_by_role("button", name="Save: pain 0").click()
    expect(page.locator("h1")).to_have_text("Your walk is done")
    assert taps(page) - begun == 2
    (walk,) = sessions_of(site, diary)
    assert (walk.kind, walk.seconds, walk.pain) == (Kind.WALK, 1800, 0)


def test_the_sheet_for_a_clinician_is_two_taps_away(
    open_page: Callable[..., Page], site: Site
) -> None:
    page = open_page(site.diary())
    page.goto("/")
    page.get_by_role("link", name="More pages").click()
    with page.expect_download() as sheet:
        page.get_by_role("link", name="Sheet as PDF").click()
    assert sheet.value.suggested_filename.endswith(".pdf")


@pytest.mark.slow
def test_a_guided_run_is_in_the_diary_three_taps_after_its_end(
    open_page: Callable[..., Page], site: Site, cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary)
    page.add_init_script(COUNT)
    open_guide(page, site)
    start(page)
    pass_time(page, site, WHOLE_RUN)
    expect(page.get_by_role("heading", name="How did it go?")).to_be_visible()
    begun = taps(page)
    page.locator("label", has=page.locator("#pain")).click()
    page.locator("label", has=page.locator("#sensation")).click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Walk and jog saved.")).to_be_visible()
    assert taps(page) - begun == 3
    (run,) = sessions_of(site, cleared_diary)
    assert (run.kind, run.jog_seconds, run.pain) == (Kind.WALK_JOG, 300, 0)


def test_the_sheet_is_two_taps_away_as_a_pdf_and_shared_in_four_the_copying_included(
    open_page: Callable[..., Page], cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary)
    page.set_viewport_size({"width": 390, "height": 844})
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(COUNT)
    page.goto("/")
    page.get_by_role("link", name="Progress", exact=True).click()
    with page.expect_download() as sheet:
        page.get_by_role("link", name="As a PDF").click()
    assert sheet.value.suggested_filename.endswith(".pdf")
    assert taps(page) == 2
    page.evaluate("sessionStorage.removeItem('taps')")
    page.goto("/")
    page.get_by_role("link", name="Progress", exact=True).click()
    page.get_by_role("link", name="Share a link").click()
    page.get_by_role("button", name="Make the link").click()
    copy = page.get_by_role("button", name="Copy it")
    expect(copy).to_be_in_viewport()
    copy.click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert taps(page) == 4
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".secret").inner_text()
    assert copied.endswith("/clinician")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_day_of_the_chart_is_pressed_with_a_finger_and_leads_to_its_history(
    open_page: Callable[..., Page], cleared_diary: Diary, *, scripts: bool
) -> None:
    page = open_page(cleared_diary, scripts=scripts)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/progress")
    parts = page.locator(".stretches a rect")
    *whole, _ = [parts.nth(i).bounding_box() for i in range(parts.count())]
    assert all(box is not None and box["width"] >= 44 and box["height"] >= 44 for box in whole)
    parts.first.click()
    days = page.locator(".days-strip a")
    assert days.count() == 7
    box = days.first.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    days.first.click()
    expect(page.get_by_role("heading", level=1, name="History")).to_be_visible()
    assert page.url.endswith("#2026-04-01")
