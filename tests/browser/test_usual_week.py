"""The usual week is asked for as soon as the usual run is typed that is long enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Diary

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_question_comes_and_goes_with_the_length_of_the_usual_run(
    open_page: Callable[..., Page], cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary)
    page.goto("/episodes/1/edit")
    run = page.get_by_label("How long was your usual run")
    week = page.get_by_label("How much did you jog in a usual week?")
    expect(week).to_be_hidden()
    run.fill("61")
    expect(week).to_be_visible()
    run.fill("60")
    expect(week).to_be_hidden()
    run.fill("90")
    run.press("Tab")
    expect(week).to_be_focused()
    week.fill("200")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("200 minutes of jogging")).to_be_visible()


def test_without_scripts_the_server_asks_and_what_was_typed_stays(
    open_page: Callable[..., Page], cleared_diary: Diary
) -> None:
    page = open_page(cleared_diary, scripts=False)
    page.goto("/episodes/1/edit")
    page.get_by_label("How long was your usual run").fill("90")
    page.get_by_role("button", name="Save").click()
    week = page.get_by_label("How much did you jog in a usual week?")
    expect(week).to_be_visible()
    expect(page.get_by_label("How long was your usual run")).to_have_value("90")
    week.fill("200")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("200 minutes of jogging")).to_be_visible()
