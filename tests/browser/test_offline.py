"""The network gone: what opens, what waits, and that all of it arrives once."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.guided import (
    answer,
    back_online,
    delivered,
    held,
    intercepts,
    keeps,
    pass_time,
    sessions_of,
    start,
    today_of,
    until,
)
from tracker.progression.diary import Kind, Sensation
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

    from tests.browser.conftest import Diary, Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_run_can_be_started_done_and_kept_without_a_network_and_arrives_once(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/guide")
    expect(phone.locator("[data-part=steps] li")).to_have_count(10)
    start(phone)
    pass_time(phone, site, 1501)
    answer(phone)
    expect(phone.get_by_role("heading", name="It is kept on this phone")).to_be_visible()
    expect(phone.get_by_text("1 entry on this phone, not sent yet")).to_be_visible()
    assert sessions_of(site, cleared_diary) == ()
    keeps(phone, "who")

    site.clock.move(minutes=30)
    back_online(phone)
    delivered(phone)
    (session,) = sessions_of(site, cleared_diary)
    assert (session.jog_seconds, session.seconds, session.deviation) == (300, 1500, None)
    assert session.time == time(8, 1)
    expect(phone.locator("h1")).to_have_text("Done for today")
    expect(phone.get_by_text("Walk and jog saved.")).to_be_visible()


def test_a_stop_without_a_network_is_kept_at_once_and_sent_later(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/guide")
    start(phone)
    pass_time(phone, site, 270)
    phone.get_by_role("button", name="Sharp pain – stop").click()
    expect(phone.get_by_role("heading", name="Stop here")).to_be_visible()
    held(phone, "session")
    phone.goto("/guide")
    expect(phone.get_by_role("heading", name="Stop here")).to_be_visible()
    keeps(phone, "who", "run")
    pass_time(phone, site, 11)
    back_online(phone)
    delivered(phone)
    (session,) = sessions_of(site, cleared_diary)
    assert (session.sensation, session.stopped_early) == (Sensation.SHARP, True)
    assert today_of(site, cleared_diary).verdict.decision is Decision.STOP


@pytest.mark.parametrize("opened", ["/guide", "/check-in"])
def test_a_stop_is_sent_though_the_page_was_closed_before_it_was_in_the_queue(
    phone: Page, site: Site, cleared_diary: Diary, opened: str
) -> None:
    phone.goto("/guide")
    start(phone)
    pass_time(phone, site, 270)
    other = phone.context.new_page()
    other.goto("/offline")
    other.evaluate("void navigator.locks.request('queue', () => new Promise(() => {}))")
    phone.get_by_role("button", name="Sharp pain – stop").click()
    phone.close()
    held(other)
    other.close()

    phone = phone.context.new_page()
    phone.clock.install(time=site.clock())
    phone.goto(opened)
    held(phone, "session")
    keeps(phone, "who", "run")
    phone.clock.run_for(11_000)
    back_online(phone)
    delivered(phone)
    (session,) = sessions_of(site, cleared_diary)
    assert (session.sensation, session.stopped_early) == (Sensation.SHARP, True)
    assert today_of(site, cleared_diary).verdict.decision is Decision.STOP


def test_forms_open_without_a_network_and_what_they_take_waits_in_order(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/check-in")
    answer(phone, 0, Sensation.SORENESS)
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    phone.goto("/session")
    phone.get_by_label("Bike").check()
    phone.get_by_label("Minutes in all").fill("20")
    answer(phone, 0, Sensation.NONE)
    expect(phone.get_by_text("2 entries on this phone")).to_be_visible()
    keeps(phone, "who", "clearance")
    site.clock.move(hours=2)
    back_online(phone)
    delivered(phone)
    records = today_of(site, cleared_diary).records
    assert [check_in.sensation for check_in in records.check_ins][-1] is Sensation.SORENESS
    (session,) = records.sessions
    # The moment it was typed, less its length: not the moment it arrived.
    assert (session.kind, session.time) == (Kind.BIKE, time(7, 41))


def test_pages_that_need_the_network_say_so_and_what_works_without(phone: Page) -> None:
    phone.goto("/history")
    expect(phone.get_by_role("heading", name="No connection")).to_be_visible()
    phone.get_by_role("link", name="Warning signs").click()
    expect(phone.get_by_role("heading", name="Warning signs")).to_be_visible()


def test_a_form_that_was_open_when_the_network_went_is_kept_too(
    open_page: Callable[..., Page], site: Site, cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary)
    page.clock.install(time=site.clock())
    page.goto("/check-in")
    page.wait_for_function("() => localStorage.getItem('clearance')")
    page.context.set_offline(True)
    answer(page, 2, Sensation.PAIN)
    expect(page.get_by_text("today’s run is not cleared any more")).to_be_visible()
    keeps(page, "who")
    back_online(page)
    delivered(page)
    assert today_of(site, cleared_diary).records.check_ins[-1].pain == 2


@pytest.mark.parametrize(
    ("pain", "sensation", "tick", "stays"),
    [
        (0, Sensation.SORENESS, None, True),
        (1, Sensation.SORENESS, None, False),
        (3, Sensation.SHARP, None, False),
        (0, Sensation.NONE, "I am limping", False),
        (0, Sensation.NONE, "I took a painkiller", False),
    ],
)
def test_a_check_in_without_a_network_ends_the_clearance_if_it_tells_of_trouble(
    phone: Page, pain: int, sensation: Sensation, tick: str | None, *, stays: bool
) -> None:
    phone.goto("/check-in")
    if tick:
        phone.get_by_label(tick).check()
    answer(phone, pain, sensation)
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    keeps(phone, "who", *["clearance"] * stays)
    phone.goto("/guide")
    state = "ready" if stays else "none"
    expect(phone.locator(f"[data-guide={state}]")).to_be_visible()


def test_an_answer_that_is_missing_is_asked_for_before_anything_is_kept(phone: Page) -> None:
    phone.goto("/check-in")
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("alert")).to_contain_text("Some answers are missing")
    held(phone)
    answer(phone)
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()


def test_an_entry_whose_receipt_was_lost_is_sent_again_and_stored_once(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    intercepts(phone)
    phone.goto("/check-in")
    answer(phone, 0, Sensation.SORENESS)
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    arrived = []

    def lose_the_answer(route: Route) -> None:
        if route.request.method == "POST":
            arrived.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    phone.context.route("**/check-in", lose_the_answer)
    back_online(phone)
    until(phone, lambda: 200 in arrived, wanted=True)
    held(phone, "check-in")
    phone.context.unroute("**/check-in")
    phone.clock.run_for(21_000)  # the page tries again by itself
    delivered(phone)
    sore = [c for c in today_of(site, cleared_diary).records.check_ins if c.sensation == "soreness"]
    assert len(sore) == 1


def test_two_pages_of_one_phone_send_each_entry_once(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/check-in")
    answer(phone, 0, Sensation.SORENESS)
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    other = phone.context.new_page()
    other.goto("/guide")
    expect(other.locator("[data-waiting]")).to_be_visible()
    sent = []
    phone.context.on("request", lambda r: sent.append(r.url) if r.method == "POST" else None)
    back_online(phone)
    for page in (phone, other):  # hidden once it has heard that all has arrived
        expect(page.locator("[data-waiting]")).to_be_hidden()
    held(phone)
    assert len(sent) == 1
    assert len(today_of(site, cleared_diary).records.check_ins) == 2
