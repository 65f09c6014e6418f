"""Single keys lead to pages, but never out of a form or a run; they can be switched off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import assert_accessible
from tests.browser.guided import start

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Asked a task later: a link leads away only then. Without a timer, whose clock may stand still.
LED_AWAY = """
new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => resolve(led);
  port2.postMessage(null);
})
"""


@pytest.fixture
def page(open_page: Callable[..., Page], site: Site) -> Page:
    page = open_page(site.diary(), width=1280)
    page.goto("/history")
    wait_for_keys(page)
    return page


def test_every_key_that_is_listed_leads_to_its_page(page: Page) -> None:
    page.goto("/shortcuts")
    listed = page.locator("main [data-key]").evaluate_all(
        "links => links.map(link => [link.dataset.key, link.pathname])"
    )
    assert len(dict(listed)) == 7
    for key, path in listed:
        page.goto("/about")
        wait_for_keys(page)
        page.keyboard.press(key)
        expect(page).to_have_url(re.compile(rf"{path}(\?entry=\w+)?$"))


def test_a_question_mark_lists_the_keys_and_another_or_escape_puts_them_away(page: Page) -> None:
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_be_hidden()
    page.keyboard.press("?")
    expect(dialog).to_be_visible()
    assert_accessible(page)
    page.keyboard.press("?")
    expect(dialog).to_be_hidden()
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


@pytest.mark.parametrize("key", ["Control+h", "Alt+p", "Meta+s", "x"])
def test_keys_of_the_browser_and_keys_without_a_page_are_left_alone(page: Page, key: str) -> None:
    assert_nothing_happens(page, key)


@pytest.mark.parametrize("field", ["Note", "#pain", "Effort"])
def test_keys_do_nothing_while_a_form_is_filled_in(page: Page, field: str) -> None:
    page.goto("/session")
    wait_for_keys(page)
    page.get_by_text("Distance and note").click()
    control = page.locator(field) if field.startswith("#") else page.get_by_label(field)
    control.focus()
    assert_nothing_happens(page, "h", "?")
    if field == "Note":
        expect(control).to_have_value("h?")


def test_keys_rest_once_switched_off_in_this_browser_and_come_back(page: Page) -> None:
    page.keyboard.press("?")
    switch(page.get_by_role("dialog")).uncheck()
    page.keyboard.press("Escape")
    page.goto("/history")
    wait_for_keys(page)
    assert_nothing_happens(page, "p", "?")
    page.goto("/shortcuts")
    switch(page.get_by_role("main")).check()
    page.get_by_role("heading").first.click()
    page.locator("body").press("p")
    expect(page).to_have_url(re.compile("/progress$"))


@pytest.mark.slow
def test_no_key_leads_away_from_a_run(guide: Page) -> None:
    start(guide)
    assert_nothing_happens(guide, "h", "?")
    expect(guide.locator("[data-guide=going]")).to_be_visible()


def wait_for_keys(page: Page) -> None:
    """Wait until the script listens: it shows its switch last."""
    page.wait_for_function("() => !document.querySelector('[data-keys-wanted]').hidden")


def switch(where: Locator) -> Locator:
    return where.get_by_label("Use these keys in this browser")


def assert_nothing_happens(page: Page, *keys: str) -> None:
    """Press keys, and fail if one led away or opened the list."""
    page.evaluate("() => { window.led = 0; navigation.addEventListener('navigate', () => led++); }")
    for key in keys:
        page.keyboard.press(key)
    assert page.evaluate(LED_AWAY) == 0
    expect(page.locator("dialog")).to_be_hidden()
