"""A protocol is added, tried and chosen on a phone, with and without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import assert_accessible
from tests.services.injury.kept_variants import SLOWER
from tracker.progression.protocol_document import reader
from tracker.services.injury import variants

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("scripts", [False, True], ids=["no scripts", "scripts"])
def test_a_protocol_is_added_tried_and_chosen(
    open_page: Callable[..., Page], site: Site, monkeypatch: pytest.MonkeyPatch, *, scripts: bool
) -> None:
    monkeypatch.setattr(reader, "_dropped_in", {})
    page = open_page(site.diary(), scripts=scripts)
    page.goto("/protocols")
    page.get_by_role("link", name="Add a protocol").click()
    page.get_by_label("The text").fill(SLOWER.replace("= 4", "= 99"))
    page.get_by_role("button", name="Keep it").click()
    fault = "Line 5: numbers.pain_free_days.value must be 1 to 14."
    expect(page.get_by_role("alert")).to_contain_text(fault)
    if scripts:
        assert_accessible(page)
    page.get_by_label("The text").fill(SLOWER)
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("Kept as okafor-1.")).to_be_visible()
    page.get_by_role("link", name="Try it on made-up runners").click()
    expect(page.get_by_text("No day is cleared by okafor-1")).to_be_visible()
    page.goto("/protocols/okafor-1")
    page.get_by_role("link", name="Choose it for your injury").click()
    expect(page.get_by_role("radio", name="Northside (okafor-1)")).to_be_checked()
    page.get_by_label("Which clinician chose it?").fill("Dr Okafor")
    page.get_by_role("button", name="Let it decide").click()
    expect(page.get_by_text("Northside (okafor-1), chosen by Dr Okafor")).to_be_visible()
    if scripts:
        assert_accessible(page)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_of_a_protocol_is_wider_than_the_screen(
    open_page: Callable[..., Page], site: Site, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr(reader, "_dropped_in", {})
    diary = site.diary()
    variants.keep(site.database, SLOWER, site.clock())
    page = open_page(diary, width=width)
    for way in ("", "/new", "/okafor-1", "/okafor-1/diff", "/okafor-1/simulation"):
        page.goto(f"/protocols{way}")
        page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, way
