"""On paper: the clinician's page is one sheet, and nothing to press is printed."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.conftest import Diary
from tracker.services.access import sign_ins
from tracker.services.transfer import demo

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def page(open_page: Callable[..., Page], site: Site) -> Page:
    """The made-up diary."""
    demo.fill(site.database, site.clock())
    token = sign_ins.open_sign_in(site.database, 1, user_agent="a test", now=site.clock())
    return open_page(Diary(site.database, 1, 1, token), width=1280)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_clinicians_page_is_one_sheet(page: Page, paper: str) -> None:
    page.goto("/clinician")
    page.wait_for_load_state("networkidle")
    edge = "12mm"
    margin = {"top": edge, "right": edge, "bottom": edge, "left": edge}
    printed = page.pdf(format=paper, margin=margin)  # type: ignore[arg-type]
    (sheet,) = PdfReader(BytesIO(printed)).pages
    assert "does not diagnose" in sheet.extract_text()


def test_today_prints_the_verdict_and_no_form(page: Page) -> None:
    page.goto("/")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Check in first")).to_be_visible()
    for what in ("form", ".button", ".menu"):
        assert page.locator(f"{what}:visible").count() == 0, what
