"""Passkeys in Chromium, by its own virtual authenticator: made, signed in with, asked for again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PASSPHRASE
from tracker.services.access import second_factor

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def with_authenticator(page: Page) -> None:
    """Give the browser a phone's own authenticator, whose finger is always right."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def at_localhost(site: Site) -> str:
    return site.url.replace("127.0.0.1", "localhost")


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_a_passkey_is_made_signs_in_and_confirms(
    site: Site, open_page: Callable[..., Page]
) -> None:
    diary, page, address = site.diary(), open_page(), at_localhost(site)
    with_authenticator(page)
    sign_in(page, address)
    page.goto(f"{address}/account/second-factor")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    expect(page.get_by_text("Not used yet")).to_be_visible()

    page.goto(f"{address}/account")
    page.get_by_role("button", name="Sign out of this browser").click()
    page.wait_for_url(f"{address}/sign-in")
    site.clock.move(minutes=1)
    page.goto(f"{address}/sign-in?next=/progress")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{address}/progress")

    site.clock.move(minutes=20)
    page.goto(f"{address}/sharing")
    page.get_by_label("Who is it for?").fill("Dr Okafor")
    page.get_by_role("button", name="Make the link").click()
    expect(page.get_by_role("heading", name="Is it you?")).to_be_visible()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", name="The new link")).to_be_visible()
    expect(page.get_by_role("heading", name="Dr Okafor")).to_be_visible()
    (stored,) = second_factor.of_account(site.database, diary.account_id).passkeys
    assert stored.last_used_at == site.clock()


def test_the_second_step_takes_a_passkey_for_the_code(
    site: Site, open_page: Callable[..., Page]
) -> None:
    site.diary()
    page, address = open_page(), at_localhost(site)
    with_authenticator(page)
    sign_in(page, address)
    page.goto(f"{address}/account/second-factor")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    page.context.clear_cookies()
    site.clock.move(minutes=1)
    sign_in(page, address)
    expect(page.get_by_role("heading", name="One thing more")).to_be_visible()
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(f"{address}/")


def test_without_a_passkey_at_hand_it_says_so_and_the_passphrase_works(
    site: Site, open_page: Callable[..., Page]
) -> None:
    site.diary()
    page, address = open_page(), at_localhost(site)
    with_authenticator(page)
    page.goto(f"{address}/sign-in")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("That did not work, or was given up.")).to_be_visible()
    sign_in(page, address)
    page.wait_for_url(f"{address}/")


def test_without_scripts_or_by_a_number_there_is_no_button(
    site: Site, open_page: Callable[..., Page]
) -> None:
    site.diary()
    page = open_page(scripts=False)
    page.goto(f"{at_localhost(site)}/sign-in")
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
    page = open_page()
    page.goto("/sign-in")
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_have_count(0)
