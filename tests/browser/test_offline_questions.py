"""An entry that the server does not take as it is: asked about, put right, never just dropped."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.guided import (
    answer,
    back_online,
    delivered,
    held,
    pass_time,
    sessions_of,
    start,
    today_of,
)
from tests.web.conftest import TODAY
from tracker.progression.diary import Kind, Mark, Sensation, SessionLog
from tracker.services.diary import entries

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Diary, Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_run_that_is_refused_when_it_arrives_waits_for_an_answer_and_is_recorded(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/guide")
    start(phone)
    pass_time(phone, site, 1501)
    run_on_another_device(site, cleared_diary)
    answer(phone)
    expect(phone.get_by_text("1 entry on this phone")).to_be_visible()
    back_online(phone)
    expect(phone.get_by_text("This run was not cleared. Look at it")).to_be_visible()
    assert len(sessions_of(site, cleared_diary)) == 1

    phone.goto("/history")
    phone.get_by_role("button", name="Look at it").click()
    expect(phone.locator("h1")).to_have_text("This run is not cleared")
    phone.get_by_role("button", name="It already happened").click()
    expect(phone.get_by_text("Walk and jog saved.")).to_have_count(1)
    delivered(phone)
    assert {s.deviation for s in sessions_of(site, cleared_diary)} == {None, Mark.CONFIRMED}
    phone.goto("/")
    expect(phone.get_by_text("Walk and jog saved.")).to_have_count(0)


def test_a_refused_run_is_only_dropped_by_the_runner_who_can_undo_it(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/guide")
    start(phone)
    pass_time(phone, site, 1501)
    run_on_another_device(site, cleared_diary)
    answer(phone)
    back_online(phone)
    expect(phone.get_by_text("This run was not cleared. Look at it")).to_be_visible()
    for _ in range(2):
        phone.goto("/")
        expect(phone.get_by_role("button", name="Look at it")).to_be_visible()
    held(phone, "session")
    phone.get_by_role("button", name="Delete it").click()
    delivered(phone)
    expect(phone.get_by_text("Deleted: Run")).to_be_visible()
    expect(phone.get_by_role("button", name="Undo")).to_be_focused()
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("This run was not cleared. Look at it")).to_be_visible()
    held(phone, "session")
    phone.get_by_role("button", name="Delete it").click()
    delivered(phone)
    phone.goto("/")
    expect(phone.locator("[data-waiting]")).to_be_hidden()


def test_an_answer_that_does_not_fit_is_asked_about_and_can_be_put_right(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    phone.goto("/check-in")
    answer(phone, 0, Sensation.PAIN)
    expect(phone.get_by_role("heading", name="Saved on this phone")).to_be_visible()
    back_online(phone)
    expect(phone.get_by_text("An answer needs another look")).to_be_visible()
    phone.get_by_role("button", name="Look at it").click()
    expect(phone.get_by_role("alert")).to_contain_text("A score of 0 means no pain")
    answer(phone, 2, Sensation.PAIN)
    expect(phone.get_by_text("Check-in saved.")).to_be_visible()
    delivered(phone)
    assert today_of(site, cleared_diary).records.check_ins[-1].pain == 2


def test_the_refusal_can_be_answered_with_a_change_instead(
    phone: Page, site: Site, cleared_diary: Diary
) -> None:
    back_online(phone)
    run_on_another_device(site, cleared_diary)
    site.clock.move(hours=1)
    phone.goto("/session?plan=1")
    answer(phone)
    expect(phone.locator("h1")).to_have_text("This run is not cleared")
    phone.get_by_role("button", name="Change what I typed").click()
    expect(phone.locator("h1")).to_have_text("Log a session")
    assert len(sessions_of(site, cleared_diary)) == 1


def run_on_another_device(site: Site, diary: Diary) -> None:
    run = SessionLog(
        id="elsewhere", date=TODAY, time=time(8), kind=Kind.WALK_JOG, seconds=1500,
        walk_seconds=1200, jog_seconds=300, longest_jog_seconds=60, pain=0,
        sensation=Sensation.NONE,
    )  # fmt: skip
    owner = (diary.account_id, diary.episode_id)
    entries.save_session(site.database, *owner, run, today=TODAY, now=site.clock())
