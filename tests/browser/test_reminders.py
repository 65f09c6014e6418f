"""Reminders in a real browser, end to end: turned on, tested, come, ended from a message."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import assert_accessible
from tests.services.reminders.conftest import cert, mail, trusted  # noqa: F401
from tracker.services.reminders.sending import remind
from tracker.web.access.reminders import sender_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Site
    from tests.services.reminders.conftest import Mail
    from tracker.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HERE = "https://run.example.org"


@pytest.fixture
def settings(settings: Settings, mail: Mail) -> Settings:  # noqa: F811
    return replace(settings, mail_server=mail.server, links=HERE)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_reminder_is_turned_on_comes_and_is_ended_with_one_tap(
    open_page: Callable[..., Page],
    site: Site,
    mail: Mail,  # noqa: F811
    *,
    scripts: bool,
) -> None:
    diary = site.diary()
    page = open_page(diary, scripts=scripts)
    page.goto("/more")
    page.get_by_role("link", name="Reminders").click()
    expect(page.get_by_text("They are off.")).to_be_visible()
    page.get_by_label("Your address of e-mail").fill("ada@example")
    page.get_by_role("button", name="Remind me by mail").click()
    expect(page.get_by_role("alert")).to_contain_text("Give an address of e-mail")
    page.get_by_label("Your address of e-mail").fill("ada@example.org")
    page.get_by_role("button", name="Remind me by mail").click()
    expect(page.get_by_text("You are reminded by mail.")).to_be_visible()
    page.get_by_role("button", name="Send a test by mail").click()
    expect(page.get_by_text("The test is sent.")).to_be_visible()
    site.clock.move(hours=2)  # ten o'clock, and nothing said that day
    assert remind(site.database, sender_of(site.app), now=site.clock()).sent == 1
    content = mail.box.envelopes[-1].content
    assert isinstance(content, bytes)
    assert b"A question is waiting for you." in content
    reader = open_page(scripts=scripts)  # whose browser is signed in to nothing
    reader.goto(content.decode().partition(f"<{HERE}")[2].partition(">")[0])
    reader.get_by_role("button", name="End them").click()
    expect(reader.get_by_role("heading", name="Reminders are off")).to_be_visible()
    page.goto("/reminders")
    expect(page.get_by_text("They are off.")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_what_failed_is_told_and_nothing_stands_in_anybodys_way(
    open_page: Callable[..., Page],
    site: Site,
    mail: Mail,  # noqa: F811
    *,
    dark: bool,
) -> None:
    page = open_page(site.diary(), width=320, dark=dark)
    page.goto("/reminders")
    page.get_by_label("Your address of e-mail").fill("ada@example.org")
    page.get_by_role("button", name="Remind me by mail").click()
    mail.box.answers = ["550 there is no mailbox of that name here"]
    page.get_by_role("button", name="Send a test by mail").click()
    expect(page.get_by_text("The test did not arrive.")).to_be_visible()
    page.goto("/reminders")
    expect(page.get_by_role("heading", name="The last one did not arrive")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert_accessible(page)
