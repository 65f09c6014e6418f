"""A diary on a day that is cleared, and a phone that holds its guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Error, expect

from tests.web.conftest import ZONE
from tests.web.diaries import check_in, ladder_from
from tracker.progression.diary import Sensation
from tracker.services.diary import days, entries

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Diary, Site
    from tracker.progression.diary import SessionLog

PATIENCE = 30_000  # milliseconds: two cores may be very busy

# Notes what is said, beeped and buzzed.
LISTEN = """
window.heard = [];
speechSynthesis.speak = (speech) => heard.push(speech.text);
navigator.vibrate = () => { heard.push("buzz"); return true; };
const begin = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (at) {
  heard.push("beep"); return begin.call(this, at);
};
"""
# Looks without making: a database that is not there yet is the app's to make.
QUEUE = """
new Promise((resolve) => {
  const request = indexedDB.open("return-to-run", 1);
  request.onupgradeneeded = () => request.transaction.abort();
  request.onerror = (event) => { event.preventDefault(); resolve([]); };
  request.onsuccess = () => {
    const all = request.result.transaction("queue").objectStore("queue").getAll();
    all.onsuccess = () => { request.result.close(); resolve(all.result); };
  };
})
"""
# Nothing is being sent: the queue's lock is free.
IDLE = """
navigator.locks?.query().then(({ held }) => !held.some(({ name }) => name === "queue")) ?? true
"""


def cleared(site: Site, diary: Diary) -> Diary:
    """Bring the diary to the first step of the ladder, cleared today: walk 4, jog 1, five times."""
    now = site.clock()
    today = now.astimezone(ZoneInfo(ZONE)).date()
    ladder_from(site.database, diary, today, now)
    owner = (diary.account_id, diary.episode_id)
    entries.save_check_in(site.database, *owner, check_in(today), today=today, now=now)
    return diary


def open_guide(page: Page, site: Site) -> None:
    """Open the guide; from then on the page's clock stands still, where the server's does."""
    page.clock.install(time=site.clock())
    page.goto("/guide")
    expect(page.locator("[data-guide=ready]")).to_be_visible()
    site.clock.move(minutes=1)
    page.clock.pause_at(site.clock())


def start(page: Page) -> None:
    page.get_by_role("button", name="Start").click()
    expect(page.locator("[data-guide=going]")).to_be_visible()


def pass_time(page: Page, site: Site, seconds: float) -> None:
    """Let time pass as in a pocket: the page's timers are late, and fire once."""
    site.clock.move(minutes=seconds / 60)
    page.clock.fast_forward(int(seconds * 1000))


def answer(page: Page, pain: int = 0, sensation: Sensation = Sensation.NONE) -> None:
    form = page.locator("form:has([type=radio][name=sensation])")
    form.locator(f"#pain{f'-{pain}' if pain else ''}").check()
    form.locator(f"[name=sensation][value={sensation}]").check()
    if form.get_by_label("Effort").is_visible():
        form.get_by_label("Effort").select_option("3")
    form.get_by_role("button", name="Save").click()


def wait_for_worker(page: Page) -> None:
    """Wait until this phone can open the guide without a network."""
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")


def intercepts(page: Page) -> None:
    """Let routes take a page's requests in hand, from the page that is opened next.

    Past a route that is the first of its context, a page that is open already and has a service
    worker may send what it fetches, on a busy machine (2 of 120; 0 of 120 with this).
    """
    page.context.route("**/asked-by-nobody", lambda route: route.continue_())


def asked(page: Page, script: str) -> Any:
    """Run a script; again, if the page asks for itself anew meanwhile, as it does after sending."""
    while True:
        try:
            return page.evaluate(script)
        except Error as error:
            if "navigation" not in str(error):
                raise


def waiting(page: Page) -> list[dict[str, Any]]:
    """Return what the phone holds that was not sent yet, for every account."""
    entries: list[dict[str, Any]] = asked(page, QUEUE)
    return entries


def until(page: Page, read: Callable[[], object], wanted: object) -> None:
    """Wait until what is read is what is wanted."""
    value = read()
    for _ in range(PATIENCE // 50):
        if value == wanted:
            return
        page.wait_for_timeout(50)
        value = read()
    pytest.fail(f"still {value!r}, not {wanted!r}")


def held(page: Page, *paths: str) -> None:
    """Wait until just these entries wait on the phone, in their order."""
    until(page, lambda: [entry["path"] for entry in waiting(page)], list(paths))


def delivered(page: Page) -> None:
    """Wait until nothing waits any more.

    A page whose clock stands still does not try again by itself: now and then it is told to.
    """
    for turn in range(1, PATIENCE // 50):
        if not waiting(page) and asked(page, IDLE):
            return  # and if the page goes somewhere after it, it is on its way
        if turn % 100 == 0:
            asked(page, "void dispatchEvent(new Event('online'))")
        page.wait_for_timeout(50)
    pytest.fail(f"still waiting: {waiting(page)}")


def keeps(page: Page, *names: str) -> None:
    """Wait until this is all that the phone holds besides."""
    until(page, lambda: set(asked(page, "Object.keys(localStorage)")), set(names))


def today_of(site: Site, diary: Diary) -> days.Today:
    now = site.clock()
    today = now.astimezone(ZoneInfo(ZONE)).date()
    return days.today(site.database, diary.account_id, diary.episode_id, today=today, now=now)


def sessions_of(site: Site, diary: Diary) -> tuple[SessionLog, ...]:
    return today_of(site, diary).records.sessions


def back_online(page: Page) -> None:
    page.context.set_offline(False)  # which the page is told of
