"""The main job in a real browser: from an empty diary to a decided day, a chart and a file."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("width", "scripts"),
    [
        pytest.param(390, True, id="phone"),
        pytest.param(1280, True, id="desk", marks=pytest.mark.slow),
        pytest.param(390, False, id="phone without scripts", marks=pytest.mark.slow),
    ],
)
def test_a_runner_is_led_from_an_empty_diary_to_a_refused_run_a_chart_and_a_file(
    open_page: Callable[..., Page],
    site: Site,
    *,
    width: int,
    scripts: bool,
) -> None:
    page = open_page(width=width, scripts=scripts)
    page.goto("/")
    make_account(page)
    describe_injury(page, scripts=scripts)
    expect(page.locator("h1")).to_have_text("Rest today")

    check_in(page, 0, "Nothing")
    next_morning(site, page)
    check_in(page, 0, "Soreness")
    site.clock.move(hours=2)
    log_walk(page)
    next_morning(site, page)
    check_in(page, 0, "Nothing")

    expect(page.locator("h1")).to_have_text("Walk and jog today")
    expect(page.get_by_text("4 min walk, 1 min jog, 5 times").first).to_be_visible()
    site.clock.move(hours=1)
    done_as_planned(page)
    expect(page.get_by_text("Walk and jog saved.")).to_be_visible()

    next_morning(site, page)
    check_in(page, 0, "Nothing")
    expect(page.locator("h1")).to_have_text("No run today")
    site.clock.move(hours=1)
    refuse_and_record(page)
    expect(page.get_by_text("Recorded as a deviation: it follows a run day.")).to_be_visible()

    look_at_progress(page)
    take_away(page)
    assert_fits(page, "/", "/history", "/progress")


def make_account(page: Page) -> None:
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Make my account").click()


def describe_injury(page: Page, *, scripts: bool) -> None:
    if scripts:
        expect(page.get_by_label("Your time zone")).to_have_value("Europe/Berlin")
    page.get_by_label("Hamstring", exact=False).first.check()
    page.get_by_label("Left").check()
    page.get_by_label("When did it begin?").fill("2026-04-20")
    page.get_by_label("How long was your usual run").fill("40")
    page.get_by_label("Your time zone").fill("Europe/Berlin")
    for question in page.get_by_label("No", exact=True).all():
        question.check()
    for group in page.get_by_label("None of these").all():
        group.check()
    page.get_by_role("button", name="Open my diary").click()


def check_in(page: Page, pain: int, sensation: str) -> None:
    page.goto("/")
    page.locator(f"#pain{f'-{pain}' if pain else ''}").check()
    page.get_by_label(sensation, exact=False).first.check()
    page.get_by_role("button", name="Save check-in").click()
    expect(page.get_by_text("Check-in saved.")).to_be_visible()


def next_morning(site: Site, page: Page) -> None:
    local = site.clock.instant
    site.clock.move(hours=24 - local.hour + 6, minutes=-local.minute)
    page.goto("/")


def log_walk(page: Page) -> None:
    page.goto("/session")
    page.get_by_label("Walk", exact=True).check()
    page.get_by_label("Minutes in all").fill("30")
    answer_session(page)
    expect(page.get_by_text("Walk saved.")).to_be_visible()


def done_as_planned(page: Page) -> None:
    page.get_by_role("link", name="Done as planned").click()
    expect(page.get_by_label("Minutes in all")).to_have_value("25")
    expect(page.locator("input[name=pain]:checked")).to_have_count(0)
    page.get_by_label("Effort").select_option("3")
    answer_session(page)


def answer_session(page: Page) -> None:
    page.locator("#pain").check()
    page.locator("#sensation").check()
    page.get_by_role("button", name="Save session").click()


def refuse_and_record(page: Page) -> None:
    page.goto("/session?plan=1")
    page.get_by_label("Effort").select_option("3")
    answer_session(page)
    expect(page.locator("h1")).to_have_text("This run is not cleared")
    expect(page.get_by_text("You ran yesterday.").first).to_be_visible()
    expect(
        page.get_by_text("Not before Tuesday 5 May, and only if your answers are good.")
    ).to_be_visible()
    page.get_by_role("button", name="It already happened").click()


def look_at_progress(page: Page) -> None:
    with page.expect_response("**/recovery.svg*") as drawn:
        page.goto("/progress")
    assert drawn.value.headers["content-type"].startswith("image/svg+xml")
    figure = page.locator("figure").first
    expect(figure.locator("img")).to_be_visible()
    page.get_by_role("heading", name="All numbers").click()
    expect(page.locator("details[open] table")).to_be_visible()


def take_away(page: Page) -> None:
    page.goto("/export")
    page.get_by_label("Passphrase").fill(PASSPHRASE)  # days have gone by since it was typed
    page.get_by_role("button", name="Go on").click()
    with page.expect_download() as started:
        page.get_by_role("link", name="sessions.csv").click()
    with Path(started.value.path()).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["kind"], row["deviation"]) for row in rows] == [
        ("walk", ""),
        ("walk_jog", ""),
        ("walk_jog", "confirmed"),
    ]


def assert_fits(page: Page, *paths: str) -> None:
    """Nothing sticks out to the side on any page."""
    if page.viewport_size is None:
        return
    for path in paths:
        page.goto(path)
        box = page.locator("main").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= page.viewport_size["width"], path
