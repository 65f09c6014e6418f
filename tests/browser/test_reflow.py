"""Nothing is lost on a narrow screen, in large text, or to somebody who has only a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.every_page import every_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Diary, Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# What is wider than the page; what scrolls or is hidden by itself is no loss.
STICKING_OUT = """
() => [...document.querySelectorAll("body *")].filter((it) => {
  const { right, width } = it.getBoundingClientRect();
  const sticksOut = width > 1 && right > innerWidth + 1 && it.checkVisibility();
  return sticksOut && !it.closest(".scroll, .hidden, svg");
}).map((it) => it.outerHTML.slice(0, 90))
"""
# Words that a box cuts off.
CLIPPED = """
() => [...document.querySelectorAll("main *")].filter((it) => {
  const { display, overflowX } = getComputedStyle(it);
  const cut = it.scrollWidth > it.clientWidth + 1 && overflowX !== "visible";
  const judged = display !== "inline" && !it.closest(".hidden, .scroll, svg, input, select");
  return cut && judged && it.checkVisibility();
}).map((it) => it.outerHTML.slice(0, 90))
"""
# What has no ring, itself or around its label, or lies out of sight when it has the focus. A script
# may move a focus that the keyboard began, and it is as visible.
UNSEEN = """
() => {
  const menu = document.querySelector(".menu")?.getBoundingClientRect();
  const low = menu?.top > innerHeight / 2;
  const floor = (it) => (low && !it.closest(".menu") ? menu.top : innerHeight);
  const ringed = (it) => {
    const { outlineStyle, outlineWidth, stroke, strokeWidth } = getComputedStyle(it);
    const outlined = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    return outlined || (stroke !== "none" && parseFloat(strokeWidth) >= 2);
  };
  const reached = (it) =>
    it.checkVisibility() && !it.disabled && it.type !== "hidden" && it.tabIndex >= 0;
  const all = document.querySelectorAll("a[href], button, input, select, textarea, summary");
  return [...all].filter(reached).filter((it) => {
    it.focus();
    const { top, bottom } = it.getBoundingClientRect();
    const ring = [it, it.closest("label"), it.querySelector("rect")].filter(Boolean).some(ringed);
    return !ring || bottom <= 0 || top >= floor(it);
  }).map((it) => it.outerHTML.slice(0, 90));
}
"""
SIZES = (
    (320, 100),
    (360, 100),
    (768, 100),
    (390, 200),
    (1280, 200),
)  # pixels, text in %


def test_today_and_the_session_form_fit_into_320_pixels(
    open_page: Callable[..., Page], cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary, width=320)
    for address in ("/", "/session?plan=1"):
        page.goto(address)
        assert_fits(page)


@pytest.mark.slow
def test_every_page_fits_its_screen_and_nothing_is_cut_off(
    open_page: Callable[..., Page], site: Site
) -> None:
    diary, pages = every_page(site)
    page = open_page(diary)
    for address in pages:
        page.goto(address)
        for width, text in SIZES:
            page.set_viewport_size({"width": width, "height": 844})
            page.evaluate(f"() => {{ document.documentElement.style.fontSize = '{text}%' }}")
            assert_fits(page)


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1280])
def test_whatever_has_the_focus_shows_it_and_is_on_the_screen(
    open_page: Callable[..., Page], site: Site, width: int
) -> None:
    diary, pages = every_page(site)
    page = open_page(diary, width=width)
    for address in pages:
        page.goto(address)
        page.keyboard.press("Tab")
        assert (address, page.evaluate(UNSEEN)) == (address, [])


def test_tab_alone_goes_through_all_of_today_and_out_again(
    open_page: Callable[..., Page], cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary)
    page.goto("/")
    seen = []
    for _ in range(80):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("() => document.activeElement.innerText.replace(/\\s+/g, ' ')"))
        if page.evaluate("() => document.activeElement === document.body"):
            break
    assert seen[0] == "Skip to the page"
    assert {"Start the guide", "Log a session", "More pages", "About"} <= set(seen)
    assert len(seen) < 80


def assert_fits(page: Page) -> None:
    """Fail with what sticks out or is cut off."""
    place = (page.url, page.viewport_size)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place
    assert (place, page.evaluate(STICKING_OUT)) == (place, [])
    assert (place, page.evaluate(CLIPPED)) == (place, [])
