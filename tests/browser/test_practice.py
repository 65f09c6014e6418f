"""A clinician in a real browser: an answer by link, accepted; a consent, a decision, its end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import PASSPHRASE, Diary
from tests.web.conftest import TODAY
from tests.web.diaries import check_in
from tracker.progression.diary import Sensation
from tracker.services.access import accounts, sign_ins
from tracker.services.diary import entries
from tracker.storage.access.roles import clinicians

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE_DESK_PLAIN = pytest.mark.parametrize(
    ("width", "scripts"),
    [
        pytest.param(390, True, id="phone"),
        pytest.param(1280, True, id="desk"),
        pytest.param(390, False, id="phone without scripts"),
    ],
)


@pytest.fixture
def diary(site: Site) -> Diary:
    """A diary that an emergency sign locks since this morning."""
    diary = site.diary()
    flagged = replace(check_in(TODAY, 3, Sensation.PAIN), id="flagged", red_flags=("E1",))
    entries.save_check_in(
        site.database, diary.account_id, diary.episode_id, flagged, today=TODAY, now=site.clock()
    )
    site.clock.move(minutes=5)
    return diary


@PHONE_DESK_PLAIN
def test_an_answer_by_link_is_sent_accepted_and_opens_the_lock(
    open_page: Callable[..., Page], diary: Diary, *, width: int, scripts: bool
) -> None:
    runner = open_page(diary, width=width, scripts=scripts)
    clinician = open_page(width=width, scripts=scripts)
    runner.goto("/sharing")
    runner.get_by_label("To read and to answer").check()
    runner.get_by_role("button", name="Make the link").click()
    clinician.goto(runner.locator(".secret").inner_text())
    assert_accessible(clinician, scripts=scripts)
    clinician.get_by_role("link", name="Give your answer").click()
    clinician.get_by_role("button", name="Send the answer").click()
    expect(clinician.locator(".problems")).to_contain_text("Give your name.")
    assert_accessible(clinician, scripts=scripts)
    clinician.get_by_label("Your name").fill("Dr Okafor")
    clinician.get_by_label("What you do").fill("sports medicine")
    clinician.locator("input[name=covers]").check()
    clinician.get_by_label("What you want to say").fill("Looks well")
    assert_fits(clinician, scripts=scripts)
    clinician.get_by_role("button", name="Send the answer").click()
    expect(clinician.locator("h1")).to_have_text("Your answer is sent")
    assert_accessible(clinician, scripts=scripts)

    runner.goto("/")
    runner.get_by_role("link", name="See the answer").click()
    assert_accessible(runner, scripts=scripts)
    assert_fits(runner, scripts=scripts)
    for _ in range(2):
        runner.get_by_role("button", name="Accept").first.click()
        expect(runner.get_by_text("Accepted. It stands in your diary")).to_be_visible()
    expect(runner.get_by_text("Nothing waits for you.")).to_be_visible()
    runner.goto("/warning")
    expect(runner.locator("h1")).to_have_text("No warning is open")


@PHONE_DESK_PLAIN
def test_a_clinician_is_let_in_decides_marks_it_seen_and_is_shut_out(
    open_page: Callable[..., Page], site: Site, diary: Diary, *, width: int, scripts: bool
) -> None:
    runner = open_page(diary, width=width, scripts=scripts)
    clinician = open_page(a_clinician(site, diary), width=width, scripts=scripts)
    runner.goto("/clinicians")
    assert_accessible(runner, scripts=scripts)
    runner.get_by_role("button", name="Make the link").click()
    clinician.goto(runner.locator(".secret").inner_text())
    assert_accessible(clinician, scripts=scripts)
    clinician.get_by_role("button", name="Take it on").click()
    expect(clinician.locator("tbody")).to_contain_text("A sign is open since 1 May 2026")
    assert_accessible(clinician, scripts=scripts)
    assert_fits(clinician, scripts=scripts)
    clinician.get_by_role("link", name="Ada").click()
    clinician.get_by_role("link", name="Decide").first.click()
    assert_accessible(clinician, scripts=scripts)
    clinician.locator("input[name=covers]").check()
    clinician.get_by_role("button", name="Record it").click()
    expect(clinician.get_by_text("Recorded in the diary of Ada")).to_be_visible()
    clinician.goto("/practice")
    clinician.get_by_role("button", name="Mark seen").click()
    expect(clinician.get_by_text("Marked as seen.")).to_be_visible()
    runner.goto("/clinicians")
    runner.get_by_role("button", name="End it").click()
    expect(runner.get_by_text("Nobody sees your diary by an account.")).to_be_visible()
    clinician.goto("/practice")
    expect(clinician.get_by_text("Nobody is here yet")).to_be_visible()


@PHONE_DESK_PLAIN
def test_a_visit_is_prepared_and_written_down(
    open_page: Callable[..., Page], diary: Diary, *, width: int, scripts: bool
) -> None:
    page = open_page(diary, width=width, scripts=scripts)
    page.goto("/visit")
    page.get_by_label("What do you want to ask?").fill("May I ski?")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("Your questions are kept")).to_be_visible()
    assert_accessible(page, scripts=scripts)
    assert_fits(page, scripts=scripts)
    page.get_by_role("link", name="Write down what was said").last.click()
    page.get_by_role("button", name="Record it").click()
    expect(page.locator(".problems")).to_contain_text("Give the clinician's name.")
    assert_accessible(page, scripts=scripts)
    page.get_by_label("Whom did you see?").fill("Ms Lind")
    page.get_by_label("What was said?").fill("Yes, slowly")
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("You had wanted to ask: May I ski?")).to_be_visible()


def a_clinician(site: Site, diary: Diary) -> Diary:
    """A clinician's account, signed in, without a diary of its own."""
    now = site.clock()
    account = accounts.register(site.database, name="Dr Okafor", passphrase=PASSPHRASE, now=now)
    with site.database.writing() as tx:
        clinicians.add(tx, account.id, now)
    token = sign_ins.open_sign_in(site.database, account.id, user_agent="a test", now=now)
    return Diary(diary.database, account.id, 0, token)


def assert_accessible(page: Page, *, scripts: bool) -> None:
    """Axe finds nothing; it is a script itself, so without scripts it is not asked."""
    if scripts:
        violations = Axe().run(page)
        assert violations.violations_count == 0, violations.generate_report()


def assert_fits(page: Page, *, scripts: bool) -> None:
    """Nothing is wider than the screen."""
    if scripts:
        assert page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        )
