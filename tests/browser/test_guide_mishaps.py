"""What goes wrong on the way: clocks that differ, a night between, taps too many, other people."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.guided import (
    answer,
    back_online,
    delivered,
    held,
    pass_time,
    sessions_of,
    start,
    today_of,
    until,
    waiting,
)
from tests.browser.test_offline_accounts import OWNER, another_diary, sign_in
from tracker.progression.diary import Sensation
from tracker.services.access import sign_ins
from tracker.services.diary import entries

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Diary, Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STOP = "Sharp pain – stop"


@pytest.mark.parametrize("minutes", [-4, 3])
def test_a_stop_is_recorded_whatever_the_phones_clock_says(
    phone: Page, site: Site, cleared_diary: Diary, minutes: int
) -> None:
    site.clock.move(minutes=-minutes)
    phone.goto("/guide")
    start(phone)
    pass_time(phone, site, 270)
    phone.get_by_role("button", name=STOP).click()
    phone.locator("#sign-E1").check()
    answer(phone, 5, Sensation.SHARP)
    expect(phone.get_by_role("heading", name="It is kept on this phone")).to_be_visible()
    back_online(phone)
    delivered(phone)
    assert [run.sensation for run in sessions_of(site, cleared_diary)] == [Sensation.SHARP]
    assert today_of(site, cleared_diary).verdict.decision.word == "refer"


def test_a_stop_is_recorded_without_a_question_even_if_the_day_has_a_run_by_now(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/guide")
    start(phone)
    pass_time(phone, site, 270)
    (check_in,) = today_of(site, cleared_diary).records.check_ins
    whose = site.database, cleared_diary.account_id, cleared_diary.episode_id
    entries.delete(*whose, check_in, today=check_in.date, now=site.clock())
    phone.get_by_role("button", name=STOP).click()
    pass_time(phone, site, 11)
    back_online(phone)
    delivered(phone)
    assert today_of(site, cleared_diary).verdict.decision.word == "stop"


def test_a_run_that_was_paused_overnight_is_over(guide: Page, site: Site) -> None:
    start(guide)
    pass_time(guide, site, 250)
    guide.get_by_role("button", name="Pause").click()
    pass_time(guide, site, timedelta(hours=23).total_seconds())
    expect(guide.get_by_role("heading", name="How did it go?")).to_be_visible()
    expect(guide.get_by_role("button", name="Go on with it")).to_be_hidden()
    assert guide.locator("[name=minutes]").input_value() == "4:10"


def test_a_second_tap_on_stop_answers_nothing(guide: Page) -> None:
    start(guide)
    box = guide.get_by_role("button", name=STOP).bounding_box()
    assert box is not None
    guide.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, delay=20)
    expect(guide.get_by_role("heading", name="Stop here")).to_be_visible()
    assert guide.locator("input[name=red_flags]:checked").count() == 0
    assert guide.locator("[name=pain]:checked").count() == 0


def test_focus_is_not_lost_when_the_time_for_undo_is_over(guide: Page, site: Site) -> None:
    start(guide)
    guide.get_by_role("button", name=STOP).click()
    guide.get_by_role("button", name="Undo").focus()
    pass_time(guide, site, 11)
    expect(guide.locator("[data-lands=stopped]")).to_be_focused()


def test_what_another_device_told_meanwhile_is_asked_for_before_the_start(
    guide: Page, site: Site, cleared_diary: Diary
) -> None:
    (check_in,) = today_of(site, cleared_diary).records.check_ins
    whose = site.database, cleared_diary.account_id, cleared_diary.episode_id
    entries.delete(*whose, check_in, today=check_in.date, now=site.clock())
    guide.get_by_role("button", name="Start").click()
    expect(guide.get_by_text("Nothing is cleared on this phone just now")).to_be_visible()
    assert guide.evaluate("localStorage.getItem('run')") is None


def test_a_run_that_was_none_is_brought_back_by_undo_and_costs_nothing(phone: Page) -> None:
    phone.goto("/guide")
    start(phone)
    phone.get_by_role("button", name="End").click()
    phone.get_by_role("button", name="It did not take place").click()
    expect(phone.get_by_role("button", name="Start")).to_be_visible()
    expect(phone.get_by_role("button", name="Undo")).to_be_focused()
    phone.get_by_role("button", name="Undo").click()
    expect(phone.get_by_role("heading", name="How did it go?")).to_be_visible()
    phone.get_by_role("button", name="It did not take place").click()
    start(phone)


def test_a_run_and_its_stop_stay_their_runners_own(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    bea = another_diary(site)
    phone.goto("/guide")
    start(phone)
    pass_time(phone, site, 270)
    ada = phone.evaluate(OWNER)
    other = phone.context.new_page()
    sign_ins.sign_out(site.database, cleared_diary.token, site.clock())
    phone.context.set_offline(False)
    other.goto("/")
    sign_in(other, "Bea")
    until(phone, lambda: phone.evaluate(OWNER) == ada, wanted=False)
    phone.get_by_role("button", name=STOP).click()
    held(phone, "session")
    assert {entry["owner"] for entry in waiting(phone)} == {ada}
    assert sessions_of(site, bea) == ()


def test_who_signs_in_after_another_is_not_shown_the_others_stop(phone: Page, site: Site) -> None:
    bea = another_diary(site)
    phone.goto("/guide")
    start(phone)
    phone.get_by_role("button", name=STOP).click()
    expect(phone.get_by_role("heading", name="Stop here")).to_be_visible()
    back_online(phone)
    phone.context.clear_cookies()
    phone.context.add_cookies([site.cookie(bea)])  # type: ignore[list-item]
    phone.goto("/guide")
    expect(phone.locator("[data-guide=none]")).to_be_visible()
    expect(phone.get_by_role("heading", name="Stop here")).to_be_hidden()


def test_a_page_that_has_sent_something_shows_what_today_says_then(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/check-in")
    answer(phone, 5, Sensation.PAIN)
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    site.clock.move(minutes=5)
    phone.context.set_offline(False)
    phone.goto("/")
    expect(phone.locator("h1")).to_have_text("Rest today")
    assert today_of(site, cleared_diary).records.check_ins[-1].pain == 5


def test_signing_out_without_a_network_deletes_nothing(phone: Page) -> None:
    phone.context.set_offline(False)
    phone.goto("/more")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Sign out").first.click()
    expect(phone.get_by_text("nothing was deleted")).to_be_visible()
    assert phone.evaluate(OWNER)


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until an element is reached, as a selector names it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    message = f"{wanted} is not reached by the keyboard"
    raise AssertionError(message)


def arrow_to(page: Page, wanted: str) -> None:
    """Press the arrow in a group of radios until one of them is chosen."""
    for _ in range(15):
        if page.locator(wanted).is_checked():
            return
        page.keyboard.press("ArrowDown")
    message = f"{wanted} is not reached by the arrows"
    raise AssertionError(message)


def test_all_signs_are_denied_by_the_keyboard_alone_without_a_network(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/guide")
    start(phone)
    pass_time(phone, site, 270)
    phone.get_by_role("button", name=STOP).focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name="Stop here")).to_be_visible()
    tab_to(phone, "#sign-none")
    phone.keyboard.press("Space")
    expect(phone.locator("#sign-none")).to_be_checked()
    tab_to(phone, "[name=pain]")
    arrow_to(phone, "#pain-5")
    tab_to(phone, "[name=sensation]")
    arrow_to(phone, "[name=sensation][value=sharp]")
    tab_to(phone, "button:not([hidden])[type=submit], form button.primary")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name="It is kept on this phone")).to_be_visible()
    assert today_of(site, cleared_diary).standing.alarm_on is None
    back_online(phone)
    delivered(phone)
    today = today_of(site, cleared_diary)
    assert [run.sensation for run in sessions_of(site, cleared_diary)] == [Sensation.SHARP]
    assert today.records.check_ins[-1].red_flags == ("none",)
    assert today.standing.alarm_on is None, "the questions are answered"
    assert today.verdict.decision.word == "stop"
