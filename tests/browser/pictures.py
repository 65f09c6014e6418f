"""The pictures of the README, of the made-up diary: `python -m tests.browser.pictures`."""

from __future__ import annotations

import io
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.conftest import Diary, served
from tests.browser.guided import answer, start
from tests.conftest import QUIET, find_chromium
from tracker.services.access import sign_ins
from tracker.services.transfer import demo
from tracker.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Site

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
MORNING = datetime(2026, 5, 21, 7, 20, tzinfo=UTC)
PHONE = (390, 844)
DESK = (840, 1010)


def main() -> None:
    """Take every picture anew."""
    FOLDER.mkdir(exist_ok=True)
    with (
        TemporaryDirectory() as folder,
        served(Settings(data_dir=Path(folder), testing=True)) as site,
        sync_playwright() as playwright,
    ):
        site.clock.instant = MORNING
        diary = _made_up(site)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(QUIET))
        take_all(browser, site, diary)
        browser.close()


def take_all(browser: Browser, site: Site, diary: Diary) -> None:
    """One day of the diary: cleared, guided, then the day after it, and the way so far."""
    with opened(browser, site, diary, PHONE) as page:
        enter(page, "/check-in")
        keep(page, "today")
    with opened(browser, site, diary, PHONE, dark=True) as page:
        page.clock.install(time=site.clock())
        page.goto("/guide")
        start(page)
        page.clock.fast_forward(6 * 60_000 + 12_000)
        page.locator("[data-kind]").wait_for()
        keep(page, "guide")
    with opened(browser, site, diary, PHONE) as page:
        site.clock.move(hours=1)
        enter(page, "/session?plan=1")
        site.clock.move(days=1)
        enter(page, "/check-in")
        keep(page, "rest-day")
    with opened(browser, site, diary, DESK) as page:
        page.goto("/progress")
        keep(page, "progress")


@contextmanager
def opened(
    browser: Browser, site: Site, diary: Diary, size: tuple[int, int], *, dark: bool = False
) -> Iterator[Page]:
    """Open a browser of its own, signed in."""
    context = browser.new_context(
        locale="en-GB",
        base_url=site.url,
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=2,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        timezone_id="UTC",
    )
    context.add_cookies([site.cookie(diary)])  # type: ignore[list-item]
    yield context.new_page()
    context.close()


def enter(page: Page, form: str) -> None:
    """Answer a form well, and go to Today."""
    page.goto(form)
    answer(page)
    page.get_by_text("saved.").wait_for()
    page.goto("/")


def keep(page: Page, name: str) -> None:
    """Write what is seen into the folder."""
    page.wait_for_load_state("networkidle")
    taken = Image.open(io.BytesIO(page.screenshot()))
    taken.save(FOLDER / f"{name}.webp", quality=82, method=6)


def _made_up(site: Site) -> Diary:
    now = site.clock()
    demo.fill(site.database, now)
    token = sign_ins.open_sign_in(site.database, 1, user_agent="a picture", now=now)
    return Diary(site.database, account_id=1, episode_id=1, token=token)


if __name__ == "__main__":
    main()
