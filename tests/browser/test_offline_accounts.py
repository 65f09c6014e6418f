"""What waits on a phone belongs to one account: signing out, a second account, an ended sign-in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PASSPHRASE, Diary
from tests.browser.guided import (
    answer,
    back_online,
    delivered,
    held,
    intercepts,
    keeps,
    open_guide,
    today_of,
    until,
    wait_for_worker,
)
from tests.web.conftest import FACTS, TODAY
from tracker.progression.diary import Sensation
from tracker.services.access import accounts, sign_ins
from tracker.services.injury import episodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

    from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OWNER = "JSON.parse(localStorage.getItem('who'))?.owner"


@pytest.mark.parametrize("page", ["/more", "/account"])
def test_signing_out_asks_about_what_waits_and_clears_what_is_stored(
    phone: Page, page: str
) -> None:
    intercepts(phone)
    phone.goto("/check-in")
    answer(phone, 0, Sensation.SORENESS)
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    phone.context.route("**/check-in", lambda route: route.abort())
    back_online(phone)
    phone.goto(page)
    phone.get_by_role("button", name="Sign out").first.click()
    expect(phone.get_by_text("Signing out deletes what waits here")).to_be_visible()
    held(phone, "check-in")
    phone.get_by_role("button", name="Sign out").first.click()
    expect(phone.get_by_role("heading", name="Sign in")).to_be_visible()
    held(phone)
    keeps(phone)
    until(phone, lambda: phone.evaluate("caches.keys()"), [])


def test_signing_out_with_nothing_waiting_asks_nothing(
    open_page: Callable[..., Page], site: Site, cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary)
    open_guide(page, site)
    keeps(page, "who", "clearance")
    page.goto("/more")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    keeps(page)


def test_an_entry_waits_through_a_sign_in_that_ended_and_is_sent_after_the_next(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/check-in")
    answer(phone, 0, Sensation.SORENESS)
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    sign_ins.sign_out(site.database, cleared_diary.token, site.clock())
    phone.context.set_offline(False)
    phone.goto("/")
    expect(phone.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(phone.get_by_text("with the same account to send it")).to_be_visible()
    keeps(phone, "who")
    expect(phone.get_by_text("Check-in, Friday")).to_have_count(0)
    sign_in(phone, "Ada")
    delivered(phone)
    assert len(today_of(site, cleared_diary).records.check_ins) == 2


@pytest.mark.parametrize("asked", ["**/guide/clearance", "**/check-in"])
def test_a_form_sent_as_the_sign_in_ends_is_kept_instead_of_lost(
    open_page: Callable[..., Page], site: Site, cleared_diary: Diary, asked: str
) -> None:
    page = open_page(cleared_diary)
    open_guide(page, site)
    intercepts(page)
    page.goto("/check-in")

    def sign_out_first(route: Route) -> None:
        sign_ins.sign_out(site.database, cleared_diary.token, site.clock())
        route.continue_()

    page.route(asked, sign_out_first)
    answer(page, 4, Sensation.PAIN)
    expect(page.get_by_text("with the same account to send it")).to_be_visible()
    page.get_by_role("link", name="Sign in").click()
    sign_in(page, "Ada")
    delivered(page)
    assert today_of(site, cleared_diary).records.check_ins[-1].pain == 4


def test_another_account_on_the_same_phone_never_sees_what_waits_and_nothing_is_lost(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    bea = another_diary(site)
    phone.goto("/check-in")
    answer(phone, 4, Sensation.PAIN)
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    ada = phone.evaluate(OWNER)
    sign_ins.sign_out(site.database, cleared_diary.token, site.clock())
    phone.context.set_offline(False)
    phone.goto("/")
    sign_in(phone, "Bea")
    expect(phone.get_by_role("navigation", name="Main")).to_be_visible()
    until(phone, lambda: phone.evaluate(OWNER) == ada, wanted=False)
    expect(phone.locator("[data-waiting]")).to_be_hidden()
    held(phone, "check-in")
    assert today_of(site, bea).records.check_ins == ()
    phone.goto("/more")
    phone.get_by_role("button", name="Sign out").click()
    expect(phone.get_by_role("heading", name="Sign in")).to_be_visible()
    held(phone, "check-in")

    sign_in(phone, "Ada")
    delivered(phone)
    assert today_of(site, cleared_diary).records.check_ins[-1].pain == 4
    assert today_of(site, bea).records.check_ins == ()


def another_diary(site: Site) -> Diary:
    now = site.clock()
    account = accounts.register(site.database, name="Bea", passphrase=PASSPHRASE, now=now)
    token = sign_ins.open_sign_in(site.database, account.id, user_agent="a test", now=now)
    facts = replace(FACTS, site=FACTS.site)
    episode = episodes.open_episode(site.database, account.id, facts, (), today=TODAY, now=now)
    return Diary(site.database, account.id, episode, token)


def sign_in(page: Page, name: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_what_the_phone_caches_is_the_same_for_everybody(
    open_page: Callable[..., Page], site: Site, cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary)
    open_guide(page, site)
    wait_for_worker(page)
    for path in ("/", "/history", "/guide", "/check-in", "/session"):
        page.goto(path)
    cached = page.evaluate(
        """async () => {
          const found = {};
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
              const response = await cache.match(request);
              found[new URL(request.url).pathname] = await response.text();
            }
          }
          return found;
        }"""
    )
    assert {path for path in cached if not path.startswith("/static")} == {
        "/offline", "/offline/guide", "/offline/check-in", "/offline/session",
        "/offline/red-flags",
    }  # fmt: skip
    client = site.app.test_client()
    for path, text in cached.items():
        if path.startswith("/offline"):
            assert text == client.get(path).get_data(as_text=True), path
            assert "csrf" not in text.lower()
