"""Dates are the runner's own, wherever the runner and the server are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.web.conftest import FACTS
from tracker.services.diary import days

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize(
    ("zone", "instant", "local"),
    [
        # The last minute of a day, and an hour of the night the clocks change.
        ("Pacific/Auckland", "2026-05-10T11:59Z", "2026-05-10 23:59"),
        ("America/Los_Angeles", "2026-11-01T09:30Z", "2026-11-01 01:30"),
    ],
)
def test_a_check_in_is_dated_by_the_runners_own_clock(
    open_page: Callable[..., Page], site: Site, zone: str, instant: str, local: str
) -> None:
    site.clock.instant = datetime.fromisoformat(instant)
    diary = site.diary(replace(FACTS, timezone=zone))
    page = open_page(diary, timezone=zone)
    page.goto("/check-in")
    page.get_by_text("Another day or time").click()
    day, clock = local.split()
    expect(page.get_by_label("Date", exact=True)).to_have_value(day)
    expect(page.get_by_label("Time", exact=True)).to_have_value(clock)
    page.locator("#pain").check()
    page.locator("#sensation").check()
    page.get_by_role("button", name="Save check-in").click()
    expect(page.get_by_text("Check-in saved.")).to_be_visible()
    view = days.today(
        site.database,
        diary.account_id,
        diary.episode_id,
        today=date.fromisoformat(day),
        now=site.clock(),
    )
    assert [f"{c.date} {c.time:%H:%M}" for c in view.records.check_ins] == [local]


def test_a_session_over_midnight_belongs_to_the_day_it_began(
    open_page: Callable[..., Page], site: Site
) -> None:
    zone = "Pacific/Auckland"
    site.clock.instant = datetime(2026, 5, 10, 12, 10, tzinfo=UTC)  # ten past midnight there
    page = open_page(site.diary(replace(FACTS, timezone=zone)), timezone=zone)
    page.goto("/session")
    page.get_by_label("Bike").check()
    page.get_by_label("Minutes in all").fill("30")
    page.get_by_role("button", name="Save session").click()
    expect(page.locator("#\\32 026-05-10")).to_contain_text("Bike, 30 min")
    expect(page.locator("#\\32 026-05-10")).to_contain_text("23:40")
