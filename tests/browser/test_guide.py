"""The guided session in a real browser, under a clock that the test moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.guided import (
    LISTEN,
    answer,
    delivered,
    keeps,
    pass_time,
    sessions_of,
    start,
)
from tests.web.conftest import TODAY
from tests.web.diaries import check_in
from tracker.progression.diary import Kind, Sensation
from tracker.services.diary import entries

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Diary, Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
# Asks the page's own module, which needs no network any more.
CLEARED_ON = """
import(document.querySelector("script[src$='offline.js']").src.replace("offline.js", "phone.js"))
  .then((phone) => phone.clearance()?.date ?? null)
"""


def test_a_whole_session_is_led_told_and_recorded_as_it_was_done(
    guide: Page, site: Site, cleared_diary: Diary
) -> None:
    guide.add_init_script(LISTEN)
    guide.reload()
    start(guide)
    for _ in range(5):
        pass_time(guide, site, 240)
        expect(guide.locator("[data-part=kind]")).to_have_text("Jog")
        pass_time(guide, site, 60)
    expect(guide.get_by_role("heading", name="How did it go?")).to_be_visible()
    heard = guide.evaluate("heard.filter((word) => word !== 'beep')")
    spoken = [word for word in heard if word != "buzz"]
    assert spoken == ["Walk 4 min", *["Jog 1 min", "Walk 4 min"] * 4, "Jog 1 min", spoken[-1]]
    assert spoken[-1].startswith("Done")
    assert heard.count("buzz") == len(spoken)
    assert guide.evaluate("heard.filter((word) => word === 'beep').length") >= 10
    expect(guide.locator("input[name=pain]:checked")).to_have_count(0)
    expect(guide.get_by_label("I stopped early")).not_to_be_checked()

    answer(guide)
    expect(guide.get_by_text("Walk and jog saved.")).to_be_visible()
    (session,) = sessions_of(site, cleared_diary)
    assert session.kind is Kind.WALK_JOG
    assert (session.seconds, session.walk_seconds, session.jog_seconds) == (1500, 1200, 300)
    assert session.longest_jog_seconds == 60
    assert (session.pain, session.sensation) == (0, Sensation.NONE)
    assert session.deviation is None
    assert f"{session.date} {session.time:%H:%M}" == f"{TODAY} 08:01"
    keeps(guide, "who")
    delivered(guide)


def test_a_page_that_slept_in_a_pocket_wakes_up_at_the_right_step(guide: Page, site: Site) -> None:
    start(guide)
    pass_time(guide, site, 7 * 60)
    expect(guide.locator("[data-part=kind]")).to_have_text("Walk")
    expect(guide.locator("[data-part=left]")).to_have_text("2:00")
    expect(guide.locator("[data-part=whole-text]")).to_have_text("7:00 of 25:00 min")


@pytest.mark.parametrize("crash", [False, True], ids=["reload", "crash"])
def test_a_reload_or_a_crash_resumes_where_the_clock_says(
    guide: Page, site: Site, *, crash: bool
) -> None:
    start(guide)
    pass_time(guide, site, 60)
    site.clock.move(minutes=3.5)
    if crash:
        guide.close()
        guide = guide.context.new_page()
    guide.clock.set_fixed_time(site.clock())
    guide.goto("/guide")
    expect(guide.locator("[data-part=kind]")).to_have_text("Jog")
    expect(guide.locator("[data-part=left]")).to_have_text("0:30")


def test_other_pages_lead_back_to_a_run_that_is_going_on(guide: Page) -> None:
    start(guide)
    guide.goto("/history")
    guide.get_by_role("link", name="Back to the guide").click()
    expect(guide.locator("[data-part=left]")).to_be_visible()


def test_a_pause_is_not_counted_and_a_walk_can_be_walked_again(guide: Page, site: Site) -> None:
    start(guide)
    pass_time(guide, site, 260)
    guide.get_by_role("button", name="Pause").click()
    pass_time(guide, site, 120)
    expect(guide.locator("[data-part=kind]")).to_have_text("Jog – paused")
    guide.get_by_role("button", name="Go on").click()
    guide.get_by_role("button", name="Walk again").click()
    expect(guide.locator("[data-part=kind]")).to_have_text("Walk")
    expect(guide.locator("[data-part=next]")).to_have_text("Jog 40 s")


def test_a_run_that_is_ended_early_says_so_and_can_go_on(
    guide: Page, site: Site, cleared_diary: Diary
) -> None:
    start(guide)
    pass_time(guide, site, 100)
    guide.get_by_role("button", name="End").click()
    expect(guide.get_by_label("I stopped early")).to_be_checked()
    pass_time(guide, site, 50)
    guide.get_by_role("button", name="Go on with it").click()
    expect(guide.locator("[data-part=whole-text]")).to_contain_text("1:40 of")
    guide.get_by_role("button", name="End").click()
    answer(guide)
    expect(guide.get_by_text("Walk and jog saved.")).to_be_visible()
    (session,) = sessions_of(site, cleared_diary)
    assert (session.seconds, session.stopped_early) == (100, True)


def test_a_start_by_mistake_leaves_nothing(guide: Page, site: Site, cleared_diary: Diary) -> None:
    start(guide)
    guide.get_by_role("button", name="End").click()
    guide.get_by_role("button", name="It did not take place").click()
    expect(guide.get_by_role("button", name="Start")).to_be_visible()
    assert sessions_of(site, cleared_diary) == ()


def test_a_day_that_is_not_cleared_has_its_reason_and_no_start(
    open_page: Callable[..., Page], site: Site
) -> None:
    page = open_page(site.diary())
    page.goto("/guide")
    expect(page.locator("[data-guide=none]")).to_be_visible()
    expect(page.get_by_role("button", name="Start")).to_be_hidden()
    expect(page.get_by_role("heading", name="Rest today")).to_be_visible()


def test_pain_that_another_device_recorded_takes_the_clearance_away(
    guide: Page, site: Site, cleared_diary: Diary
) -> None:
    keeps(guide, "who", "clearance")
    now = site.clock()
    painful = check_in(TODAY, pain=3, sensation=Sensation.PAIN)
    entries.edit_check_in(
        site.database,
        cleared_diary.account_id,
        cleared_diary.episode_id,
        painful,
        today=TODAY,
        now=now,
    )
    guide.goto("/history")
    guide.wait_for_function("() => !localStorage.getItem('clearance')")


def test_a_clearance_ends_at_the_runners_midnight(guide: Page, site: Site) -> None:
    guide.context.set_offline(True)
    site.clock.move(hours=15, minutes=58)
    guide.clock.set_fixed_time(site.clock())
    assert guide.evaluate(CLEARED_ON) == str(TODAY)
    site.clock.move(minutes=1)
    guide.clock.set_fixed_time(site.clock())
    assert guide.evaluate(CLEARED_ON) is None
    keeps(guide, "who")
