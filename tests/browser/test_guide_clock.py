"""A phone's clock that is set during a run, while its page lives and while it is closed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.guided import back_online, delivered, pass_time, sessions_of, start

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Diary, Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OUT_OF_SIGHT = """hidden => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def left(page: Page) -> Locator:
    return page.locator("[data-part=left]")


def set_clock(page: Page, site: Site, minutes: float) -> None:
    """Set the phone's clock without time passing; the server's stays right."""
    page.clock.set_system_time(site.clock() + timedelta(minutes=minutes))
    page.clock.run_for(250)


@pytest.mark.parametrize("minutes", [-90, 90])
def test_a_clock_that_is_set_during_a_run_changes_nothing_and_is_told(
    guide: Page, site: Site, cleared_diary: Diary, minutes: int
) -> None:
    start(guide)
    pass_time(guide, site, 60)
    set_clock(guide, site, minutes)
    guide.clock.run_for(9_750)
    expect(left(guide)).to_have_text("2:50")
    words = f"set {'back' if minutes < 0 else 'forward'} by 90 min"
    expect(guide.get_by_text(words)).to_be_visible()
    guide.reload()
    expect(left(guide)).to_have_text("2:50")
    expect(guide.get_by_text(words)).to_be_visible()
    guide.clock.run_for(20_000)
    guide.get_by_role("button", name="Sharp pain – stop").click()
    guide.clock.run_for(11_000)
    delivered(guide)
    (session,) = sessions_of(site, cleared_diary)
    assert (session.seconds, session.time) == (90, site.clock().time().replace(hour=8, minute=1))


def test_a_clock_that_is_set_back_after_a_stop_delays_nothing(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/guide")
    start(phone)
    pass_time(phone, site, 60)
    phone.get_by_role("button", name="Sharp pain – stop").click()
    expect(phone.get_by_role("button", name="Undo")).to_be_visible()
    set_clock(phone, site, -90)
    phone.clock.run_for(10_500)
    back_online(phone)
    delivered(phone)
    assert len(sessions_of(site, cleared_diary)) == 1


def test_a_clock_set_back_while_the_guide_was_closed_goes_on_from_where_it_was(
    guide: Page, site: Site
) -> None:
    start(guide)
    pass_time(guide, site, 60)
    guide.goto("/learn")
    guide.clock.set_system_time(site.clock() - timedelta(minutes=30))
    guide.goto("/guide")
    expect(left(guide)).to_have_text("3:00")
    expect(guide.get_by_text("set back by 30 min")).to_be_visible()


def test_a_guide_that_was_closed_for_long_counts_it_and_says_so(guide: Page, site: Site) -> None:
    start(guide)
    pass_time(guide, site, 60)
    guide.goto("/learn")
    pass_time(guide, site, 150)
    guide.goto("/guide")
    expect(left(guide)).to_have_text("0:30")
    expect(guide.get_by_text("For 2 min 30 s this page was closed or asleep")).to_be_visible()


def test_a_phone_that_slept_in_a_pocket_goes_on_by_its_clock_and_says_so(
    guide: Page, site: Site
) -> None:
    start(guide)
    pass_time(guide, site, 60)
    guide.evaluate(OUT_OF_SIGHT, arg=True)
    set_clock(guide, site, 3)  # the even clock stood still
    guide.evaluate(OUT_OF_SIGHT, arg=False)
    expect(guide.locator("[data-part=kind]")).to_have_text("Jog")
    expect(left(guide)).to_have_text("1:00")
    expect(guide.get_by_text("this page was closed or asleep")).to_be_visible()


def test_a_run_in_front_says_nothing_of_clocks(guide: Page, site: Site) -> None:
    start(guide)
    pass_time(guide, site, 60)
    guide.reload()
    expect(left(guide)).to_have_text("3:00")
    assert guide.locator(".guide-trouble").inner_text().strip() == ""
