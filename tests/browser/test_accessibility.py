"""axe finds nothing on any page of the diary, in any state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import assert_accessible, press, unfold
from tests.browser.conftest import PASSPHRASE, Diary
from tests.browser.every_page import every_page
from tests.builders import on
from tests.web.conftest import TODAY
from tests.web.diaries import live_obediently
from tracker.services.access import accounts, sign_ins
from tracker.services.transfer import demo

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.slow
def test_axe_finds_nothing_on_any_page(open_page: Callable[..., Page], site: Site) -> None:
    diary, pages = every_page(site)
    page = open_page(diary)
    assert len(pages) > 40
    for address in pages:
        page.goto(address)
        unfold(page)
        assert_accessible(page)


@pytest.mark.slow
def test_axe_finds_nothing_in_a_diary_where_nothing_is_recorded(
    open_page: Callable[..., Page], site: Site
) -> None:
    page = open_page(site.diary())
    for address in ("/", "/history", "/progress", "/clinician", "/care", "/plan", "/guide"):
        page.goto(address)
        assert_accessible(page)


@pytest.mark.slow
def test_axe_finds_nothing_from_the_first_page_to_an_open_diary(
    open_page: Callable[..., Page], site: Site
) -> None:
    page = open_page()
    page.goto("/")
    assert_accessible(page)
    press(page, "Make my account")
    assert_accessible(page)
    account = accounts.register(site.database, name="Ada", passphrase=PASSPHRASE, now=site.clock())
    page = open_page()
    page.goto("/sign-in")
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("Passphrase").fill("a guess of somebody")
    press(page, "Sign in")
    assert_accessible(page)
    token = sign_ins.open_sign_in(site.database, account.id, user_agent="a test", now=site.clock())
    page = open_page(Diary(site.database, account.id, 0, token))
    for address in ("/start", "/export", "/episodes", "/more", "/sharing", "/nowhere"):
        page.goto(address)
        assert_accessible(page)
    page.goto("/start")
    press(page, "Open my diary")
    assert_accessible(page)


@pytest.mark.slow
def test_axe_finds_nothing_after_the_return(open_page: Callable[..., Page], site: Site) -> None:
    site.clock.move(days=(on(55) - TODAY).days + 12)
    diary = site.diary()
    live_obediently(site.database, diary)
    page = open_page(diary)
    for address in ("/", "/after-return", "/plan", "/progress", "/clinician", "/guide"):
        page.goto(address)
        assert_accessible(page)


@pytest.mark.slow
def test_axe_finds_nothing_in_the_made_up_diary_and_in_its_shared_link(
    open_page: Callable[..., Page], site: Site
) -> None:
    demo.fill(site.database, site.clock())
    page = open_page()
    page.goto("/sign-in")
    page.get_by_label("Name").fill(demo.NAME)
    page.get_by_label("Passphrase").fill(demo.PASSPHRASE)
    press(page, "Sign in")
    page.goto("/sharing")
    press(page, "Make the link")
    assert_accessible(page)
    shared = page.locator(".secret").inner_text().removesuffix("/clinician")
    for start in ("", shared):
        for address in ("/", "/progress", "/history", "/clinician"):
            page.goto(f"{start}{address}")
            unfold(page)
            assert_accessible(page)
