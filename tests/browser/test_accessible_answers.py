"""axe finds nothing in what the diary answers: errors, refusals, stops, files looked into."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import assert_accessible, press
from tests.browser.conftest import PASSPHRASE, Diary
from tests.web.conftest import TODAY
from tests.web.diaries import check_in, ladder_from
from tracker.services.access import sign_ins
from tracker.services.diary import entries

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

GOOD_TABLE = b"date,pain,sensation\n2026-04-30,2,pain\n"
BAD_TABLE = b"date,pain,sensation\n2026-04-30,twelve,pain\n"
TRACK = b"""<?xml version="1.0"?><gpx version="1.1" creator="a test"
 xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
 <trkpt lat="52.5" lon="13.4"><time>2026-04-30T06:00:00Z</time></trkpt>
 <trkpt lat="52.503" lon="13.4"><time>2026-04-30T06:03:00Z</time></trkpt>
 <trkpt lat="52.509" lon="13.4"><time>2026-04-30T06:06:00Z</time></trkpt>
</trkseg></trk></gpx>"""


@pytest.fixture
def diary(site: Site) -> Diary:
    """A diary on the ladder, with a run yesterday and a check-in today."""
    diary = site.diary()
    yesterday = TODAY - timedelta(days=1)
    ladder_from(site.database, diary, yesterday, site.clock())
    for day in (yesterday, TODAY):
        entries.save_check_in(
            site.database,
            diary.account_id,
            diary.episode_id,
            check_in(day),
            today=TODAY,
            now=site.clock(),
        )
    return diary


@pytest.mark.slow
def test_axe_finds_nothing_in_errors_a_refusal_a_deviation_and_a_stop(
    open_page: Callable[..., Page], diary: Diary
) -> None:
    page = open_page(diary)
    page.goto("/check-in")
    press(page, "Save check-in")
    assert_accessible(page)
    log(page, jogged="40")
    assert_accessible(page)
    press(page, "It already happened")
    assert_accessible(page)
    log(page, sharp=True)
    assert_accessible(page)
    page.goto("/")
    assert_accessible(page)


@pytest.mark.slow
def test_axe_finds_nothing_in_what_forms_answer(
    open_page: Callable[..., Page], diary: Diary
) -> None:
    page = open_page(diary)
    for address, button in (
        ("/session", "Save session"),
        ("/care", "Log it"),
        ("/clearance", "Record it"),
        ("/account/passphrase", "Change it"),
        ("/account/delete", "Delete my account"),
        ("/numbers/pain_allowed", "Save"),
        ("/numbers/step", "Set the step"),
        ("/import", "Look into it"),
        ("/session/file", "Read it"),
        ("/episodes/1/end", "End this episode"),
    ):
        page.goto(address)
        press(page, button)
        expect(page.locator(".problems, .error").first).to_be_visible()
        assert_accessible(page)
    page.goto("/sharing")
    page.get_by_label("Who is it for?").fill("")
    press(page, "Make the link")
    expect(page.locator(".problems")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Who is it for?").fill("Dr Okafor")
    press(page, "Make the link")
    assert_accessible(page)
    page.goto("/calendar")
    press(page, "Make a private link")
    assert_accessible(page)
    page.goto("/people")
    press(page, "Make an invitation")
    assert_accessible(page)


@pytest.mark.slow
def test_axe_finds_nothing_in_files_that_are_looked_into(
    open_page: Callable[..., Page], diary: Diary
) -> None:
    page = open_page(diary)
    for name, content in (("bad.csv", BAD_TABLE), ("good.csv", GOOD_TABLE)):
        page.goto("/import")
        give(page, name, content, "Look into it")
        assert_accessible(page)
    press(page, "Add it to my diary")
    assert_accessible(page)
    page.goto("/session/file")
    give(page, "run.gpx", b"<gpx", "Read it")
    assert_accessible(page)
    give(page, "run.gpx", TRACK, "Read it")
    expect(page.get_by_text("Filled in from your file")).to_be_visible()
    assert_accessible(page)


@pytest.mark.slow
def test_axe_finds_nothing_while_a_warning_sign_is_open_and_after_an_undo(
    open_page: Callable[..., Page], diary: Diary
) -> None:
    page = open_page(diary)
    page.goto("/check-in")
    page.locator("#pain-4").check()
    page.locator("#sensation-2").check()
    page.get_by_text("Anything unusual?").click()
    page.locator("input[name=red_flags]").first.check()
    press(page, "Save check-in")
    for address in ("/", "/warning", "/plan", "/history", "/progress", "/guide"):
        page.goto(address)
        assert_accessible(page)
    page.goto("/")
    press(page, "Delete", last=True)
    assert_accessible(page)
    page.locator("textarea[name=reason]").fill("I ticked it by mistake.")
    press(page, "Delete")
    assert_accessible(page)
    press(page, "Undo")
    assert_accessible(page)


@pytest.mark.slow
def test_axe_finds_nothing_when_the_sign_in_has_ended_with_a_form_half_way(
    open_page: Callable[..., Page], site: Site, diary: Diary
) -> None:
    page = open_page(diary)
    page.goto("/care")
    page.get_by_label("Ice").check()
    sign_ins.sign_out(site.database, diary.token, site.clock())
    press(page, "Log it")
    expect(page.get_by_text("Nothing was saved yet.")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    press(page, "Sign in")
    expect(page.get_by_text("This is what you typed")).to_be_visible()
    assert_accessible(page)


def log(page: Page, *, jogged: str = "5", sharp: bool = False) -> None:
    """Log a run of today."""
    page.goto("/session")
    page.get_by_label("Walk and jog").check()
    page.get_by_label("Time").fill("07:30")
    for label, minutes in (("in all", "60"), ("walked", "20"), ("jogged", jogged)):
        page.get_by_label(f"Minutes {label}").fill(minutes)
    page.locator("#pain-1" if sharp else "#pain").check()
    page.locator("#sensation-3" if sharp else "#sensation").check()
    page.get_by_label("Effort").select_option("3")
    press(page, "Save session")


def give(page: Page, name: str, content: bytes, button: str) -> None:
    """Choose a file and send it."""
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    press(page, button)
