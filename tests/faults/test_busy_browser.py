"""A phone that has the tracker installed, while another program holds the diary."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.guided import until, wait_for_worker
from tests.cli.test_commands import free_port
from tests.faults.people import COOKIE, runners
from tests.faults.servers import served
from tests.raw_sql import held, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tracker.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PATIENCE = 60_000  # ms; the server itself waits a quarter of a minute


@contextmanager
def _phone(browser: Browser, settings: Settings) -> Iterator[Page]:
    """A phone on a server of its own, with the service worker in charge."""
    (runner,) = runners(settings, 1)
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, base_url=url, locale="en-GB"
    )
    context.set_default_timeout(PATIENCE)
    context.add_cookies([{"name": COOKIE, "value": runner.cookie, "url": url}])
    with served(settings, port):
        page = context.new_page()
        page.goto("/")
        wait_for_worker(page)
        yield page
    context.close()


def test_a_form_comes_back_with_what_was_typed_and_a_button_to_send_it_again(
    settings: Settings, browser: Browser
) -> None:
    with _phone(browser, settings) as page:
        page.goto("/care")
        page.locator("[name=kind]").first.check()
        page.get_by_label("How long?").fill("15")
        heading = page.get_by_role("heading", level=1)
        with held(settings.place):
            page.get_by_role("button", name="Log it").click()
            expect(heading).to_have_text("The diary is busy", timeout=PATIENCE)
            expect(page.get_by_text("15", exact=True)).to_be_visible()
        page.get_by_role("button", name="Send it again").click()
        expect(heading).to_have_text("Care log", timeout=PATIENCE)
        assert rows(settings.place, "SELECT minutes FROM care_entries") == [(15,)]


def test_a_check_in_waits_on_the_phone_and_is_sent_once_the_diary_is_free(
    settings: Settings, browser: Browser
) -> None:
    with _phone(browser, settings) as page:
        page.goto("/check-in")
        page.locator("[name=pain][value='2']").check()
        page.locator("[name=sensation][value='pain']").check()
        with held(settings.place):
            page.get_by_role("button", name="Save check-in").click()
            heading = page.get_by_role("heading", level=1)
            expect(heading).to_have_text("Saved on this phone", timeout=PATIENCE)
        page.goto("/")
        until(page, lambda: rows(settings.place, "SELECT pain FROM check_ins"), [(2,)])
