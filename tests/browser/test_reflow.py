"""Nothing is lost on a narrow screen, in large text, or to somebody who has only a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.every_page import every_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Diary, Site

pytestmark = pytest.mark.browser

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
# What has the focus: whether it, or the box around it, has a ring, and whether it is on the screen.
FOCUSED = """
() => {
  const it = document.activeElement;
  if (it === document.body) return null;
  const ring = [it, it.closest("label")].filter(Boolean).some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const { top, bottom } = it.getBoundingClientRect();
  const menu = document.querySelector(".menu").getBoundingClientRect();
  const floor = menu.top > innerHeight / 2 && !it.closest(".menu") ? menu.top : innerHeight;
  return { what: it.outerHTML.slice(0, 90), ring, seen: bottom > 0 && top < floor };
}
"""


def test_today_and_the_session_form_fit_into_320_pixels(
    open_page: Callable[..., Page], cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary, width=320)
    for address in ("/", "/session?plan=1"):
        page.goto(address)
        assert_fits(page)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("width", "text"), [(320, 100), (360, 100), (768, 100), (390, 200), (1280, 200)]
)
def test_every_page_fits_its_screen_and_nothing_is_cut_off(
    open_page: Callable[..., Page], site: Site, width: int, text: int
) -> None:
    diary, pages = every_page(site)
    page = open_page(diary, width=width)
    for address in pages:
        page.goto(address)
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
        for _ in range(150):
            page.keyboard.press("Tab")
            here = page.evaluate(FOCUSED)
            if here is None:
                break
            assert here["ring"], f"{address}: no ring on {here['what']}"
            assert here["seen"], f"{address}: out of sight, {here['what']}"


def assert_fits(page: Page) -> None:
    """Fail with what sticks out or is cut off."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    assert (page.url, page.evaluate(STICKING_OUT)) == (page.url, [])
    assert (page.url, page.evaluate(CLIPPED)) == (page.url, [])
