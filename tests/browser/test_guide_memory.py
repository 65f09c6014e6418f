"""A phone whose memory is full or cleared while the guide runs: said at once, nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.guided import (
    answer,
    back_online,
    delivered,
    held,
    keeps,
    pass_time,
    sessions_of,
    start,
    today_of,
    until,
)
from tests.browser.test_offline_accounts import sign_in
from tracker.progression.diary import Sensation
from tracker.progression.verdict import Decision
from tracker.services.access import sign_ins

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Diary, Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STOP = "Sharp pain – stop"
SHARP: list[Sensation | None] = [Sensation.SHARP]
REFUSED = "This phone could not keep your stop"

# To the last byte: what is kept already may shrink, but nothing may grow.
FILL = """() => {
  localStorage.setItem("filler", "");
  for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
    for (;;) {
      try { localStorage.setItem("filler", localStorage.getItem("filler") + "x".repeat(size)); }
      catch { break; }
    }
  }
}"""


def fill_memory(page: Page, site: Site, *, queue: bool, rest: bool) -> None:
    """Leave the browser no room: for the queue, for the rest, as the browser itself refuses it."""
    if queue:
        session = page.context.new_cdp_session(page)
        override = {"origin": site.url, "quotaSize": 1}
        session.send("Storage.overrideQuotaForOrigin", override)
    if rest:
        page.evaluate(FILL)


def no_room_at_all(page: Page, site: Site) -> None:
    """As a phone that is full in every place, what was kept before dropped and filled up too."""
    fill_memory(page, site, queue=True, rest=True)
    page.evaluate("for (const name of ['clearance', 'run', 'seen']) localStorage.removeItem(name)")
    page.evaluate(FILL)


def tried_again(page: Page, site: Site, diary: Diary) -> list[Sensation | None]:
    """What has arrived, after the page was told of its network once more."""
    page.evaluate("void dispatchEvent(new Event('online'))")
    return [run.sensation for run in sessions_of(site, diary)]


@pytest.mark.parametrize(("queue", "rest"), [(True, False), (False, True)])
def test_a_stop_is_kept_as_long_as_one_memory_has_room(
    phone: Page, site: Site, cleared_diary: Diary, *, queue: bool, rest: bool
) -> None:
    phone.goto("/guide")
    start(phone)
    pass_time(phone, site, 270)
    fill_memory(phone, site, queue=queue, rest=rest)
    phone.get_by_role("button", name=STOP).click()
    expect(phone.get_by_role("heading", name="Stop here")).to_be_visible()
    pass_time(phone, site, 11)
    expect(phone.get_by_text(REFUSED)).to_be_hidden()
    expect(phone.get_by_text("1 entry on this phone, not sent yet")).to_be_visible()
    phone.goto("/guide")
    expect(phone.get_by_role("heading", name="Stop here")).to_be_visible()
    back_online(phone)
    until(phone, lambda: tried_again(phone, site, cleared_diary), SHARP)
    keeps(phone, "who", "run", *["filler"] * rest)


def test_a_stop_that_no_memory_takes_says_so_and_is_sent_once_the_tracker_is_there(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/guide")
    start(phone)
    pass_time(phone, site, 270)
    no_room_at_all(phone, site)
    phone.get_by_role("button", name=STOP).click()
    expect(phone.get_by_text(REFUSED)).to_be_visible()
    expect(phone.locator("[data-part=paper]")).to_contain_text(
        "Run, stopped for sharp pain, Friday 1 May at 08:01, 4:30 min"
    )
    phone.get_by_role("button", name="Send it now").click()
    expect(phone.get_by_text("Is there a network?")).to_be_visible()
    assert sessions_of(site, cleared_diary) == ()
    pass_time(phone, site, 11)
    back_online(phone)
    expect(phone.get_by_text("Your stop is sent")).to_be_visible()
    expect(phone.get_by_text(REFUSED)).to_be_hidden()
    (session,) = sessions_of(site, cleared_diary)
    assert (session.sensation, session.seconds) == (Sensation.SHARP, 270)
    phone.locator("#sign-none").check()
    answer(phone, 5, Sensation.SHARP)
    expect(phone.locator("h1")).to_have_text("Stop for today")
    today = today_of(site, cleared_diary)
    assert [run.pain for run in today.records.sessions] == [5]
    assert today.records.check_ins[-1].red_flags == ("none",)


def test_a_stop_that_no_memory_takes_is_sent_by_a_tap_and_not_undone_after(
    guide: Page, site: Site, cleared_diary: Diary
) -> None:
    start(guide)
    pass_time(guide, site, 270)
    no_room_at_all(guide, site)
    guide.get_by_role("button", name=STOP).click()
    guide.get_by_role("button", name="Send it now").click()
    expect(guide.get_by_text("Your stop is sent")).to_be_visible()
    expect(guide.get_by_role("button", name="Undo")).to_be_hidden()
    assert today_of(site, cleared_diary).verdict.decision is Decision.STOP


def test_a_stop_that_no_memory_takes_can_be_undone(guide: Page, site: Site) -> None:
    start(guide)
    pass_time(guide, site, 270)
    no_room_at_all(guide, site)
    guide.get_by_role("button", name=STOP).click()
    expect(guide.get_by_text(REFUSED)).to_be_visible()
    guide.get_by_role("button", name="Undo").click()
    expect(guide.locator("[data-part=left]")).to_have_text("0:30")
    expect(guide.get_by_text("Only this page holds the run")).to_be_visible()


def test_the_plain_form_and_the_guide_tell_of_one_stop_once(
    guide: Page, site: Site, cleared_diary: Diary
) -> None:
    start(guide)
    pass_time(guide, site, 270)
    no_room_at_all(guide, site)
    guide.get_by_role("button", name=STOP).click()
    with guide.context.expect_page() as opened:
        guide.get_by_role("link", name="Use the plain form").click()
    form = opened.value
    expect(form.get_by_label("Minutes in all")).to_have_value("4:30")
    form.get_by_label("Minutes jogged").fill("0:30")
    answer(form, 6, Sensation.SHARP)
    expect(form.get_by_text("Walk and jog saved.")).to_be_visible()
    pass_time(guide, site, 32)
    expect(guide.get_by_text("Your stop is sent")).to_be_visible()
    assert [run.pain for run in sessions_of(site, cleared_diary)] == [6]


def test_a_memory_cleared_during_a_run_is_told_and_the_run_goes_on(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/guide")
    start(phone)
    pass_time(phone, site, 60)
    session = phone.context.new_cdp_session(phone)
    wiped = {"origin": site.url, "storageTypes": "local_storage,indexeddb"}
    session.send("Storage.clearDataForOrigin", wiped)
    phone.clock.run_for(1000)
    expect(phone.get_by_text("memory was cleared during the run")).to_be_visible()
    phone.goto("/guide")
    expect(phone.locator("[data-part=left]")).to_have_text("2:59")
    phone.get_by_role("button", name=STOP).click()
    held(phone, "session")
    session.send("Storage.clearDataForOrigin", wiped)
    phone.clock.run_for(1000)
    expect(phone.get_by_text("memory was cleared during the run")).to_be_visible()
    held(phone, "session")
    back_online(phone)
    phone.clock.run_for(11_000)
    delivered(phone)
    assert [run.sensation for run in sessions_of(site, cleared_diary)] == SHARP


def test_the_sign_in_page_says_how_much_waits_for_any_account_and_nothing_else(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/check-in")
    answer(phone, 4, Sensation.PAIN)
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    phone.evaluate("localStorage.clear()")  # as after another account was signed in, and out
    sign_ins.sign_out(site.database, cleared_diary.token, site.clock())
    phone.context.set_offline(False)
    phone.goto("/")
    expect(phone.get_by_text("1 entry on this phone, not sent yet")).to_be_visible()
    expect(phone.get_by_text("with the same account to send it")).to_be_visible()
    expect(phone.locator("[data-waiting] li")).to_have_count(0)
    sign_in(phone, "Ada")
    until(phone, lambda: len(today_of(site, cleared_diary).records.check_ins), 2)
