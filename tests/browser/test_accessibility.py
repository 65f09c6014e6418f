"""axe finds nothing on any page of the diary, in any state; nothing sticks out at 320 pixels."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.conftest import TODAY
from tests.web.diary import check_in, ladder_from
from tracker.services import entries

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Diary, Site

pytestmark = pytest.mark.browser

PAGES = (
    "/", "/check-in", "/session", "/history", "/progress", "/export", "/red-flags",
    "/how-this-decides", "/account", "/account/passphrase", "/people", "/sharing",
)  # fmt: skip


@pytest.fixture
def diary(site: Site) -> Diary:
    """A diary on the ladder, with a run yesterday and a check-in today."""
    diary = site.diary()
    yesterday = TODAY - timedelta(days=1)
    ladder_from(site.database, diary, yesterday, site.clock())
    for day in (yesterday, TODAY):
        entries.save_check_in(
            site.database,
            diary.account_id,
            diary.episode_id,
            check_in(day),
            today=TODAY,
            now=site.clock(),
        )
    return diary


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_on_any_page(
    open_page: Callable[..., Page], diary: Diary, *, dark: bool
) -> None:
    page = open_page(diary, dark=dark)
    for path in PAGES:
        page.goto(path)
        assert_accessible(page)


def test_axe_finds_nothing_in_errors_a_refusal_a_deviation_and_a_stop(
    open_page: Callable[..., Page], diary: Diary
) -> None:
    page = open_page(diary)
    page.goto("/check-in")
    press(page, "Save check-in")
    assert_accessible(page)
    log(page, jogged="40")
    assert_accessible(page)
    press(page, "It already happened")
    assert_accessible(page)
    log(page, sharp=True)
    assert_accessible(page)
    page.goto("/")
    assert_accessible(page)


def test_nothing_sticks_out_at_320_pixels(open_page: Callable[..., Page], diary: Diary) -> None:
    page = open_page(diary, width=320)
    for path in PAGES:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def log(page: Page, *, jogged: str = "5", sharp: bool = False) -> None:
    """Log a run of today."""
    page.goto("/session")
    page.get_by_label("Walk and jog").check()
    page.get_by_label("Time").fill("07:30")
    for label, minutes in (("in all", "60"), ("walked", "20"), ("jogged", jogged)):
        page.get_by_label(f"Minutes {label}").fill(minutes)
    page.locator("#pain-1" if sharp else "#pain").check()
    page.locator("#sensation-3" if sharp else "#sensation").check()
    press(page, "Save session")


def press(page: Page, name: str) -> None:
    """Send a form; with scripts the answer comes a moment later than the click."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def assert_accessible(page: Page) -> None:
    """Fail with what axe found."""
    page.emulate_media(reduced_motion="reduce")  # what fades in is judged when it is there
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
