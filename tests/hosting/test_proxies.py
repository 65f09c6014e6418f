"""The recipes for proxies, each before the program itself, used through a browser."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.certificates import fingerprint
from tests.browser.conftest import PASSPHRASE
from tests.browser.guided import PATIENCE, wait_for_worker
from tests.cli.test_commands import free_port, running
from tests.conftest import QUIET, find_chromium
from tests.hosting.proxies import NAME, caddy, nginx, nginx_under_a_path
from tests.web.conftest import FACTS
from tracker.app import create_app
from tracker.services.access import accounts
from tracker.services.injury import episodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tracker.settings import Settings

    Proxy = Callable[[Path, int, int], AbstractContextManager[Path]]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="the recipes are for Linux"),
]
RECIPES: dict[str, tuple[Proxy, str]] = {
    "nginx": (nginx, ""),
    "nginx, under a path": (nginx_under_a_path, "/run"),
    "Caddy": (caddy, ""),
}


@dataclass(frozen=True)
class Proxied:
    """The tracker as people reach it, the proxy's log, and a page of a browser."""

    url: str
    log: Path
    page: Page


@pytest.fixture(params=RECIPES)
def proxied(
    request: pytest.FixtureRequest, settings: Settings, tmp_path: Path, browser: Browser
) -> Iterator[Proxied]:
    proxy, path = RECIPES[request.param]
    _with_a_runner(settings)
    port, ours = free_port(), free_port()
    url = f"https://{NAME}:{port}{path}"
    folder = tmp_path / "proxy"
    folder.mkdir()
    with (
        running(settings.data_dir, "serve", "--port", str(ours), "--public-url", url),
        proxy(folder, port, ours) as log,
    ):
        of_its_own = browser.browser_type.launch(
            executable_path=find_chromium(),
            args=[
                *QUIET,
                f"--host-resolver-rules=MAP {NAME} 127.0.0.1",
                f"--ignore-certificate-errors-spki-list={fingerprint(folder / 'cert.pem')}",
            ],
        )
        page = of_its_own.new_page(viewport={"width": 390, "height": 844}, locale="en-GB")
        page.set_default_timeout(PATIENCE)
        yield Proxied(url, log, page)
        of_its_own.close()


def _with_a_runner(settings: Settings) -> None:
    app = create_app(settings)
    now = datetime.now(UTC)
    database = app.config["DATABASE"]
    account = accounts.register(database, name="Ada", passphrase=PASSPHRASE, now=now)
    episodes.open_episode(database, account.id, FACTS, (), today=now.date(), now=now)
    database.close()


def test_a_runner_signs_in_saves_shares_and_keeps_the_guide(
    proxied: Proxied, tmp_path: Path
) -> None:
    page, url = proxied.page, proxied.url
    page.goto(f"{url}/history")
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page).to_have_url(f"{url}/history")

    page.goto(f"{url}/")
    page.locator("#pain").check()
    page.locator("input[name=sensation]").first.check()
    page.get_by_role("button", name="Save check-in").click()
    expect(page.get_by_text("Check-in saved.")).to_be_visible()

    page.goto(f"{url}/sharing")
    page.get_by_label("Who", exact=False).first.fill("Dr Lin")
    page.get_by_role("button", name="Make the link").click()
    link = page.locator("[data-link]").inner_text()
    assert link.startswith(f"{url}/shared/")
    page.goto(link)
    assert page.url.startswith(f"{url}/shared/")

    large = tmp_path / "large.zip"
    large.write_bytes(bytes(3_000_000))
    page.goto(f"{url}/import")
    page.locator("input[type=file]").first.set_input_files(large)
    page.locator("form:has(input[type=file]) button").first.click()
    expect(page.locator("h1")).to_be_visible()

    page.goto(f"{url}/")
    wait_for_worker(page)
    scope = page.evaluate("navigator.serviceWorker.ready.then((it) => it.scope)")
    assert scope == f"{url}/"
    page.context.set_offline(True)
    page.goto(f"{url}/check-in")
    expect(page.get_by_role("button", name="Save check-in")).to_be_visible()
    if proxied.log.name == "access.log":
        logged = proxied.log.read_text("utf-8")
        assert "/history" in logged
        assert "/shared/" not in logged
