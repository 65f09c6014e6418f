"""Saving under a real browser: fast, once, and never two runs on days that follow each other."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.web.conftest import TODAY
from tests.web.diaries import check_in, ladder_from
from tracker.services.diary import days, entries

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Diary, Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def diary(site: Site) -> Diary:
    return site.diary()


def test_a_morning_check_in_takes_four_taps(
    open_page: Callable[..., Page], site: Site, diary: Diary
) -> None:
    page = open_page(diary)
    page.goto("/")  # the first tap, on the icon
    page.locator("label", has=page.locator("#pain")).click()
    page.locator("label", has=page.locator("#sensation")).click()
    page.get_by_role("button", name="Save check-in").click()
    expect(page.get_by_text("Check-in saved.")).to_be_visible()
    assert len(_today(site, diary).records.check_ins) == 1


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_double_click_stores_one_entry(
    open_page: Callable[..., Page], site: Site, diary: Diary, *, scripts: bool
) -> None:
    page = open_page(diary, scripts=scripts)
    page.goto("/session")
    page.get_by_label("Bike").check()
    page.get_by_label("Minutes in all").fill("20")
    page.get_by_role("button", name="Save session").dblclick()
    expect(page.get_by_text("Bike saved.").first).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("link", name="Edit Bike, 20 min")).to_have_count(1)
    assert len(_today(site, diary).records.sessions) == 1


def test_of_two_tabs_that_send_runs_on_adjacent_days_at_once_one_is_refused(
    open_page: Callable[..., Page], site: Site, diary: Diary
) -> None:
    ladder_from(site.database, diary, YESTERDAY, site.clock())
    for day in (YESTERDAY, TODAY):
        entries.save_check_in(
            site.database, diary.account_id, diary.episode_id, check_in(day),
            today=TODAY, now=site.clock(),
        )  # fmt: skip
    tabs = [open_page(diary), open_page(diary)]
    for tab, address, clock in zip(
        tabs, (f"/session?date={YESTERDAY}", "/session"), ("18:00", "07:30"), strict=True
    ):
        tab.goto(address)
        tab.get_by_label("Walk and jog").check()
        tab.get_by_label("Time").fill(clock)
        for label, minutes in (("in all", 25), ("walked", 20), ("jogged", 5)):
            tab.get_by_label(f"Minutes {label}").fill(str(minutes))
        tab.get_by_label("Longest jog").fill("1")
        tab.get_by_label("Effort").select_option("3")
        tab.locator("#pain").check()
        tab.locator("#sensation").check()
    for tab in tabs:
        tab.evaluate("document.querySelector('main form').requestSubmit()")
    for tab in tabs:
        expect(tab.locator("h1")).not_to_have_text("Log a session")
    refused = [tab for tab in tabs if tab.locator("h1").inner_text() == "This run is not cleared"]
    assert len(refused) == 1
    course = days.course_of(site.database, diary.account_id, diary.episode_id, today=TODAY)
    assert sum(len(day.runs) for day in course.outcomes) == 1


def test_fields_that_do_not_apply_leave_the_form_with_what_was_typed_in_them(
    open_page: Callable[..., Page], diary: Diary
) -> None:
    page = open_page(diary)
    page.goto("/session")
    page.get_by_label("Walk and jog").check()
    page.get_by_label("Minutes jogged").fill("5")
    page.get_by_label("Bike").check()
    expect(page.get_by_label("Minutes jogged")).to_be_hidden()
    page.get_by_label("Minutes in all").fill("20")
    page.get_by_role("button", name="Save session").click()
    expect(page.get_by_text("Bike saved.")).to_be_visible()


def _today(site: Site, diary: Diary) -> days.Today:
    now = site.clock()
    return days.today(site.database, diary.account_id, diary.episode_id, today=TODAY, now=now)
