"""Sharp pain – stop: one tap, kept at once, undone for ten seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.guided import (
    delivered,
    held,
    intercepts,
    pass_time,
    sessions_of,
    start,
    today_of,
    until,
)
from tests.web.conftest import TODAY
from tracker.progression.diary import Sensation
from tracker.progression.standing import ONE_DAY
from tracker.progression.verdict import Decision
from tracker.services.diary import journal

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from tests.browser.conftest import Diary, Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_one_tap_stops_for_sharp_pain_and_locks_the_day(
    guide: Page, site: Site, cleared_diary: Diary
) -> None:
    start(guide)
    pass_time(guide, site, 270)
    guide.get_by_role("button", name="Sharp pain – stop").click()
    expect(guide.get_by_role("heading", name="Stop here")).to_be_visible()
    expect(guide.get_by_text("Do not run on")).to_be_visible()
    expect(guide.get_by_text("Call the emergency services")).to_be_visible()
    assert sessions_of(site, cleared_diary) == ()
    pass_time(guide, site, 11)
    expect(guide.get_by_role("button", name="Undo")).to_be_hidden()
    delivered(guide)
    (session,) = sessions_of(site, cleared_diary)
    assert session.sensation is Sensation.SHARP
    assert session.stopped_early
    assert (session.seconds, session.walk_seconds, session.jog_seconds) == (270, 240, 30)
    assert today_of(site, cleared_diary).verdict.decision is Decision.STOP

    guide.get_by_label("I limped").check()
    guide.locator("#pain-3").check()
    guide.get_by_role("button", name="Save").click()
    expect(guide.get_by_text("Walk and jog changed.")).to_be_visible()
    expect(guide.get_by_role("button", name="Undo")).to_have_count(1)
    (session,) = sessions_of(site, cleared_diary)
    assert (session.pain, session.limp, session.sensation) == (3, True, Sensation.SHARP)
    guide.goto("/guide")
    expect(guide.get_by_role("button", name="Start")).to_be_hidden()
    expect(guide.locator("main")).to_contain_text("sharp pain")


def test_a_stop_that_the_tracker_could_not_take_in_at_once_is_tried_again_soon(
    guide: Page, site: Site, cleared_diary: Diary
) -> None:
    intercepts(guide)
    guide.reload()
    start(guide)
    pass_time(guide, site, 60)
    guide.get_by_role("button", name="Sharp pain – stop").click()
    refused = []

    def refuse(route: Route) -> None:
        refused.append(route.request.method)
        route.abort()

    guide.route("**/guide/clearance", refuse)
    pass_time(guide, site, 11)
    until(guide, lambda: len(refused), 1)
    guide.unroute("**/guide/clearance")
    until(guide, lambda: soon(guide, site, cleared_diary), 1)


def soon(page: Page, site: Site, diary: Diary) -> int:
    """Let three seconds pass at most, in all, and count what has arrived."""
    page.evaluate("window.passed ??= 0")
    if page.evaluate("(window.passed += 100) <= 3000"):
        page.clock.run_for(100)
    return len(sessions_of(site, diary))


def test_a_stop_can_be_undone_for_ten_seconds_and_the_clock_has_gone_on(
    guide: Page, site: Site, cleared_diary: Diary
) -> None:
    start(guide)
    pass_time(guide, site, 60)
    guide.get_by_role("button", name="Sharp pain – stop").click()
    pass_time(guide, site, 6)
    guide.get_by_role("button", name="Undo").click()
    expect(guide.locator("[data-part=left]")).to_have_text("2:54")
    held(guide)
    pass_time(guide, site, 30)
    assert sessions_of(site, cleared_diary) == ()


def test_a_sign_ticked_after_the_stop_is_recorded_and_locks_running(
    guide: Page, site: Site, cleared_diary: Diary
) -> None:
    start(guide)
    pass_time(guide, site, 260)
    guide.get_by_role("button", name="Sharp pain – stop").click()
    guide.locator("#sign-E1").check()
    guide.get_by_role("button", name="Save").click()
    expect(guide.get_by_text("Choose a number that fits")).to_be_visible()
    guide.locator("#pain-6").check()
    guide.get_by_role("button", name="Save").click()
    expect(guide.get_by_role("heading", name="Get emergency help now").first).to_be_visible()
    expect(guide.get_by_role("button", name="Undo")).to_have_count(1)
    assert today_of(site, cleared_diary).verdict.decision is Decision.REFER
    assert len(sessions_of(site, cleared_diary)) == 1


def test_a_stop_in_one_window_is_a_stop_in_every_window(guide: Page, site: Site) -> None:
    start(guide)
    pass_time(guide, site, 60)
    other = guide.context.new_page()
    other.goto("/guide")
    expect(other.locator("[data-guide=going]")).to_be_visible()
    other.get_by_role("button", name="Sharp pain – stop").click()
    expect(guide.get_by_role("heading", name="Stop here")).to_be_visible()


def test_tomorrow_the_guide_starts_afresh_after_a_stop_that_was_left_open(
    guide: Page, site: Site, cleared_diary: Diary
) -> None:
    start(guide)
    pass_time(guide, site, 260)
    guide.get_by_role("button", name="Sharp pain – stop").click()
    guide.wait_for_function("() => !localStorage.getItem('stop')")  # it is in the queue
    pass_time(guide, site, 24 * 3600)
    expect(guide.locator("[data-guide=none]")).to_be_visible()
    delivered(guide)
    history = journal.history(
        site.database,
        cleared_diary.account_id,
        cleared_diary.episode_id,
        first=TODAY,
        last=TODAY + ONE_DAY,
    )
    assert {day.date: len(day.records.sessions) for day in history} == {
        TODAY: 1,
        TODAY + ONE_DAY: 0,
    }
