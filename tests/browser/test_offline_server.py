"""The tracker as a program: killed and started again, over https, and over plain http."""

from __future__ import annotations

import os
import socket
import ssl
import subprocess
import sys
import urllib.request
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.certificates import fingerprint, self_made
from tests.browser.conftest import PASSPHRASE, Diary, Site
from tests.browser.guided import PATIENCE, answer, cleared, delivered, held, start, wait_for_worker
from tests.conftest import QUIET, find_chromium
from tests.web.conftest import FACTS, ZONE
from tracker.app import create_app
from tracker.progression.diary import Sensation
from tracker.services.access import accounts
from tracker.services.diary import days
from tracker.services.injury import episodes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from tracker.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NAME = "tracker.test"  # a name kept free for tests; the browser is told where it is


@dataclass
class Server:
    """`tracker serve` as its own process, on one port, over one data folder."""

    settings: Settings
    port: int
    process: subprocess.Popen[str] | None = field(default=None, init=False)

    def start(self, *options: str) -> None:
        arguments = ["serve", "--port", str(self.port), "--no-browser", *options]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tracker", *arguments],
            stdout=subprocess.PIPE,
            text=True,
            env={
                **os.environ,
                "TRACKER_DATA_DIR": str(self.settings.data_dir),
                "TRACKER_HOST_NAMES": NAME,
            },
        )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith("The tracker is at"):
                return
        pytest.fail("the server did not start")

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.communicate(timeout=20)


@pytest.fixture
def server(settings: Settings) -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    program = Server(settings, port)
    yield program
    program.kill()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    yield from a_phone(browser)


def a_phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, timezone_id=ZONE, locale="en-GB"
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def real_time(settings: Settings) -> Iterator[Site]:
    """The diary of a runner who is cleared today, by the real clock; nobody serves it."""

    def clock() -> datetime:
        return datetime.now(UTC).replace(second=0, microsecond=0)

    app = create_app(settings, clock=clock)
    yield Site("", clock, app)  # type: ignore[arg-type]  # a clock that moves by itself
    app.config["DATABASE"].close()


@pytest.fixture
def diary(real_time: Site) -> Diary:
    now = real_time.clock()
    account = accounts.register(real_time.database, name="Ada", passphrase=PASSPHRASE, now=now)
    today = now.astimezone(ZoneInfo(ZONE)).date()
    episode = episodes.open_episode(real_time.database, account.id, FACTS, (), today=today, now=now)
    begun = Diary(real_time.database, account.id, episode, "")
    return cleared(real_time, begun)


def signed_in(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(f"{url}/guide")
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator("[data-guide=ready]")).to_be_visible()
    return page


def sessions_today(site: Site, diary: Diary) -> list[Sensation | None]:
    now = site.clock()
    today = now.astimezone(ZoneInfo(ZONE)).date()
    view = days.today(site.database, diary.account_id, diary.episode_id, today=today, now=now)
    return [session.sensation for session in view.records.sessions]


def test_a_run_goes_on_while_the_server_is_killed_and_arrives_when_it_is_back(
    phone: BrowserContext, server: Server, real_time: Site, diary: Diary
) -> None:
    server.start()
    page = signed_in(phone, f"http://127.0.0.1:{server.port}")
    wait_for_worker(page)
    start(page)
    server.kill()
    page.reload()
    expect(page.locator("[data-guide=going]")).to_be_visible()
    page.get_by_role("button", name="End").click()
    answer(page, 0, Sensation.SORENESS)
    expect(page.get_by_text("1 entry on this phone, not sent yet")).to_be_visible()
    server.start()
    page.reload()
    delivered(page)
    assert sessions_today(real_time, diary) == [Sensation.SORENESS]


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    return self_made(tmp_path, NAME)


@pytest.fixture
def far_phone(certificate: tuple[Path, Path], browser: Browser) -> Iterator[BrowserContext]:
    """A phone that finds the tracker under a name that is not localhost."""
    arguments = [
        *QUIET,
        f"--host-resolver-rules=MAP {NAME} 127.0.0.1",
        f"--ignore-certificate-errors-spki-list={fingerprint(certificate[0])}",
    ]
    other = browser.browser_type.launch(executable_path=find_chromium(), args=arguments)
    yield from a_phone(other)
    other.close()


@pytest.fixture
def https(server: Server, certificate: tuple[Path, Path]) -> Server:
    cert, key = certificate
    server.start("--certfile", str(cert), "--keyfile", str(key))
    return server


def test_over_https_from_a_name_that_is_not_localhost_a_stop_works_without_a_network(
    far_phone: BrowserContext, https: Server, real_time: Site, diary: Diary
) -> None:
    page = signed_in(far_phone, f"https://{NAME}:{https.port}")
    assert page.evaluate("isSecureContext")
    assert all(cookie["secure"] for cookie in far_phone.cookies())
    expect(page.locator("[data-without=secure]")).to_be_hidden()
    wait_for_worker(page)
    far_phone.set_offline(True)
    page.reload()
    start(page)
    page.get_by_role("button", name="Sharp pain – stop").click()
    expect(page.get_by_role("heading", name="Stop here")).to_be_visible()
    held(page, "session")
    far_phone.set_offline(False)
    delivered(page)
    assert sessions_today(real_time, diary) == [Sensation.SHARP]


def test_over_plain_http_the_guide_runs_and_says_what_is_missing(
    far_phone: BrowserContext, server: Server, real_time: Site, diary: Diary
) -> None:
    server.start()
    page = signed_in(far_phone, f"http://{NAME}:{server.port}")
    assert not page.evaluate("isSecureContext")
    expect(page.get_by_text("This address is not secure")).to_be_visible()
    start(page)
    page.get_by_role("button", name="End").click()
    expect(page.get_by_label("Remind me tomorrow")).to_be_hidden()
    far_phone.set_offline(True)
    answer(page)
    expect(page.get_by_text("1 entry on this phone, not sent yet")).to_be_visible()
    far_phone.set_offline(False)
    delivered(page)
    assert sessions_today(real_time, diary) == [Sensation.NONE]


def test_https_is_answered_beside_connections_that_say_nothing_and_plain_http_is_not(
    https: Server, certificate: tuple[Path, Path]
) -> None:
    silent = [socket.create_connection(("127.0.0.1", https.port)) for _ in range(20)]
    trust = ssl.create_default_context(cafile=str(certificate[0]))
    with (
        socket.create_connection(("127.0.0.1", https.port)) as raw,
        trust.wrap_socket(raw, server_hostname=NAME) as line,
    ):
        line.settimeout(10)
        line.sendall(f"GET /sign-in HTTP/1.1\r\nHost: {NAME}\r\n\r\n".encode())
        assert line.recv(100).startswith(b"HTTP/1.1 303")
    with pytest.raises(OSError, match=r".*"):
        urllib.request.urlopen(f"http://127.0.0.1:{https.port}/", timeout=5)
    for connection in silent:
        connection.close()
