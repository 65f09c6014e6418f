"""The guide for every hand, eye and ear: keys, screen readers, no scripts, paper, cues."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.guided import (
    LISTEN,
    answer,
    open_guide,
    pass_time,
    sessions_of,
    start,
    wait_for_worker,
)
from tracker.progression.diary import Sensation

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Diary, Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_each_cue_can_be_switched_off_and_stays_so(guide: Page, site: Site) -> None:
    guide.add_init_script(LISTEN)
    for cue in ("Say it", "Beep", "Buzz"):
        guide.get_by_label(cue).uncheck()
    guide.reload()
    start(guide)
    pass_time(guide, site, 240)
    expect(guide.locator("[data-part=kind]")).to_have_text("Jog")
    assert guide.evaluate("heard") == []


def test_a_reminder_of_the_next_morning_says_nothing_about_anybodys_health(
    guide: Page, site: Site
) -> None:
    wait_for_worker(guide)
    guide.context.grant_permissions(["notifications"])
    start(guide)
    pass_time(guide, site, 1501)
    guide.get_by_label("Remind me tomorrow morning").check()
    answer(guide)
    expect(guide.get_by_text("Walk and jog saved.")).to_be_visible()
    due = guide.evaluate("caches.match('/due').then((kept) => kept.text())")
    assert datetime.fromtimestamp(int(due) / 1000, UTC).isoformat() == "2026-05-02T05:00:00+00:00"
    site.clock.move(hours=23)
    guide.clock.set_system_time(site.clock())
    guide.goto("/history")
    notifications: list[str] = []
    for _ in range(50):
        guide.clock.run_for(1000)
        guide.wait_for_timeout(100)
        notifications = guide.evaluate(
            """navigator.serviceWorker.ready.then((worker) => worker.getNotifications())
               .then((all) => all.map(({ title, body }) => `${title}. ${body}`))"""
        )
        if notifications:
            break
    assert notifications == ["Good morning. Your check-in is waiting."]


def test_the_whole_session_can_be_done_by_keyboard(
    guide: Page, site: Site, cleared_diary: Diary
) -> None:
    tab_to(guide, "Start")
    guide.keyboard.press("Enter")
    expect(guide.get_by_role("button", name="Pause")).to_be_focused()
    pass_time(guide, site, 250)
    guide.keyboard.press("Space")
    expect(guide.get_by_role("button", name="Go on")).to_be_focused()
    tab_to(guide, "End")
    guide.keyboard.press("Enter")
    expect(guide.get_by_role("heading", name="How did it go?")).to_be_focused()
    guide.keyboard.press("Tab")
    guide.keyboard.press("Space")
    guide.keyboard.press("Tab")
    guide.keyboard.press("Space")
    tab_to(guide, "Save")
    guide.keyboard.press("Enter")
    expect(guide.get_by_text("Walk and jog saved.")).to_be_visible()
    (session,) = sessions_of(site, cleared_diary)
    assert (session.pain, session.sensation) == (0, Sensation.NONE)


def test_the_stop_is_reached_by_keyboard_and_what_follows_is_read_out(guide: Page) -> None:
    start(guide)
    tab_to(guide, "Sharp pain – stop")
    guide.keyboard.press("Enter")
    expect(guide.get_by_label("After sharp pain")).to_be_focused()


def tab_to(page: Page, label: str) -> None:
    for _ in range(60):
        if page.evaluate("document.activeElement.textContent.trim()") == label:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{label} was not reached")


@pytest.mark.parametrize(
    ("width", "height"), [(320, 568), (390, 844), (844, 390), (1280, 800)], ids=str
)
def test_the_stop_is_always_on_screen_and_the_largest_to_tap(
    guide: Page, width: int, height: int
) -> None:
    guide.set_viewport_size({"width": width, "height": height})
    start(guide)
    guide.mouse.wheel(0, 2000)
    stop = guide.get_by_role("button", name="Sharp pain – stop").bounding_box()
    assert stop is not None
    assert stop["y"] >= 0
    assert stop["y"] + stop["height"] <= height
    assert stop["width"] == pytest.approx(width, abs=20)
    for button in guide.get_by_role("button").all():
        box = button.bounding_box()
        if box and box != stop:
            assert box["width"] * box["height"] < stop["width"] * stop["height"] / 2
            assert box["height"] >= 44


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_any_state(
    open_page: Callable[..., Page], site: Site, cleared_diary: Diary, *, dark: bool
) -> None:
    page = open_page(cleared_diary, dark=dark)
    open_guide(page, site)
    page.clock.resume()  # the checker waits by the page's clock
    assert_accessible(page)
    start(page)
    assert_accessible(page)
    pass_time(page, site, 250)
    assert_accessible(page)
    page.get_by_role("button", name="Sharp pain – stop").click()
    expect(page.locator("[data-guide=stopped]")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="End").click()
    expect(page.locator("[data-guide=ended]")).to_be_visible()
    assert_accessible(page)


def assert_accessible(page: Page) -> None:
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_without_scripts_the_steps_are_a_list_and_the_form_is_the_ordinary_one(
    open_page: Callable[..., Page], site: Site, cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary, scripts=False)
    page.goto("/guide")
    steps = page.locator("[data-part=steps] li")
    expect(steps).to_have_count(10)
    assert steps.all_inner_texts()[:2] == ["Walk 4 min", "Jog 1 min"]
    for hidden in ("Start", "Sharp pain – stop", "Save"):
        expect(page.get_by_role("button", name=hidden)).to_be_hidden()
    site.clock.move(hours=1)
    page.get_by_role("link", name="Log it as planned").click()
    expect(page.get_by_label("Minutes in all")).to_have_value("25")


def test_the_steps_print_and_nothing_to_press_does(guide: Page) -> None:
    guide.emulate_media(media="print")
    expect(guide.locator("[data-part=steps] li").first).to_be_visible()
    expect(guide.get_by_role("button", name="Start")).to_be_hidden()
