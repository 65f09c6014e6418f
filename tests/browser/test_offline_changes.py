"""What waits on a phone is not only for sending: it can be changed, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.guided import (
    answer,
    back_online,
    delivered,
    held,
    intercepts,
    sessions_of,
    today_of,
    until,
    waiting,
)
from tracker.progression.diary import Kind, Sensation

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Diary, Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_form_whose_sending_breaks_off_is_kept_and_sent_later(
    open_page: Callable[..., Page], site: Site, cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary)
    page.clock.install(time=site.clock())
    intercepts(page)
    page.goto("/check-in")
    page.route("**/check-in", lambda route: route.abort())  # after it was heard who is signed in
    answer(page, 2, Sensation.PAIN)
    expect(page.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    expect(page.get_by_text("1 entry on this phone, not sent yet")).to_be_visible()
    expect(page.get_by_text("It is tried again by itself")).to_be_visible()
    page.unroute("**/check-in")
    page.goto("/history")
    delivered(page)
    assert [c.pain for c in today_of(site, cleared_diary).records.check_ins] == [0, 2]


def test_an_entry_that_waits_can_be_changed_and_taken_back_without_a_network(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    for minutes in ("20", "45"):
        phone.goto("/session")
        phone.get_by_label("Bike").check()
        phone.get_by_label("Minutes in all").fill(minutes)
        phone.locator("[name=note]").evaluate("(note) => { note.value = 'windy'; }")
        answer(phone, 0, Sensation.SORENESS)
        expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    phone.get_by_role("link", name="Change it").first.click()
    expect(phone.get_by_label("Minutes in all")).to_have_value("20")
    expect(phone.get_by_label("Bike")).to_be_checked()
    expect(phone.get_by_label("Note")).to_have_value("windy")
    phone.get_by_label("Minutes in all").fill("25")
    answer(phone, 1, Sensation.SORENESS)
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    held(phone, "session", "session")
    phone.get_by_role("button", name="Delete it").last.click()
    held(phone, "session")
    phone.get_by_role("button", name="Undo").click()
    held(phone, "session", "session")
    expect(phone.get_by_text("Deleted:")).to_have_count(0)
    phone.get_by_role("button", name="Delete it").last.click()
    held(phone, "session")
    back_online(phone)
    delivered(phone)
    (session,) = sessions_of(site, cleared_diary)
    assert (session.seconds, session.pain, session.note) == (1500, 1, "windy")


def test_yesterdays_ride_is_logged_again_without_a_network(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/session?kind=bike&minutes=40#answers")  # where the button on Today leads
    expect(phone.get_by_label("Bike")).to_be_checked()
    expect(phone.get_by_label("Minutes jogged")).to_be_hidden()
    phone.get_by_role("button", name="Save session").click()
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    back_online(phone)
    delivered(phone)
    (session,) = sessions_of(site, cleared_diary)
    assert (session.kind, session.seconds, session.pain) == (Kind.BIKE, 2400, None)


def test_an_entry_that_was_sent_while_it_was_being_changed_is_changed_in_the_diary(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/check-in")
    answer(phone, 0, Sensation.SORENESS)
    phone.get_by_role("link", name="Change it").click()
    expect(phone.locator("[name=sensation][value=soreness]")).to_be_checked()
    back_online(phone)
    expect(phone.get_by_text("No connection")).to_be_hidden()
    held(phone, "check-in")  # not while it is being changed
    until(phone, lambda: waiting_after(phone, 20), 0)
    answer(phone, 3, Sensation.PAIN)
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    delivered(phone)
    assert [c.pain for c in today_of(site, cleared_diary).records.check_ins] == [0, 3]


def waiting_after(phone: Page, seconds: int) -> int:
    phone.clock.run_for(seconds * 1000)
    return len(waiting(phone))
