"""German pages are read as easily as the English ones, and own up to being a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.pages import parsed, text_of
from tests.web.readability import german_grade, sentences_of
from tests.web.test_learn import BEHIND_THE_DOOR, READABLE

if TYPE_CHECKING:
    from tests.web.pages import PageClient

# The Vienna formula knows no year below the fourth; officials write at 11 and more.
PLAIN = 6.0
NOT_CHECKED = "Diese Übersetzung hat noch niemand aus der Medizin geprüft"


@pytest.fixture
def german(client: PageClient) -> PageClient:
    """Let `client` ask as a German browser does."""
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "de-DE,de;q=0.9,en;q=0.5"
    return client


def test_the_formula_tells_plain_german_from_officials_german() -> None:
    plain = (
        "Heute ist ein Ruhetag. Du bist gestern gelaufen. Morgen früh sagst du, wie es sich"
        " anfühlt. Dann siehst du, ob du joggen darfst. Gehen ist in Ordnung."
    )
    official = (
        "Die Wiederaufnahme der sportlichen Betätigung ist unter Berücksichtigung der individuellen"
        " Belastungsverträglichkeit erst nach Vorliegen einer entsprechenden ärztlichen"
        " Unbedenklichkeitsbescheinigung zulässig."
    )
    assert german_grade(plain) < 4
    assert german_grade(official) > 15


@pytest.mark.slow
@pytest.mark.parametrize("url", READABLE)
@pytest.mark.usefixtures("with_account")
def test_a_german_page_to_read_is_plain(german: PageClient, url: str) -> None:
    words = sentences_of(german.page(url))
    assert german_grade(words) <= PLAIN, f"{url}: {german_grade(words):.1f}"


@pytest.mark.slow
@pytest.mark.parametrize("url", [*BEHIND_THE_DOOR, "/start", "/reminders", "/red-flags"])
@pytest.mark.usefixtures("signed_in")
def test_a_german_page_about_the_runner_is_plain(german: PageClient, url: str) -> None:
    words = sentences_of(german.page(url))
    assert german_grade(words) <= PLAIN, f"{url}: {german_grade(words):.1f}"


@pytest.mark.parametrize("url", ["/about", "/learn/what-it-is-for"])
@pytest.mark.usefixtures("with_account")
def test_the_german_says_that_nobody_medical_has_checked_it(german: PageClient, url: str) -> None:
    page = german.page(url)
    (panel,) = [it for it in page.iter("section") if NOT_CHECKED in text_of(it)]
    assert [link.get("href") for link in panel.iter("a")] == ["/more"]


@pytest.mark.parametrize("tag", ["en", "en-GB", "en-US"])
@pytest.mark.usefixtures("with_account")
def test_the_english_is_no_translation(client: PageClient, tag: str) -> None:
    for url in ("/about", "/learn/what-it-is-for"):
        page = parsed(client.get(url, headers={"Accept-Language": tag}))
        assert "translat" not in text_of(page).lower()
