"""The guide and the queue in Firefox and in WebKitGTK, by their own clocks, on a real network."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import Site
from tests.browser.guided import cleared, sessions_of, today_of
from tests.browser.other_browsers import Driven, Firefox, WebKit
from tests.conftest import REQUIRED, compiled_once
from tests.web.conftest import FACTS
from tracker.app import create_app
from tracker.progression.diary import Sensation
from tracker.progression.verdict import Decision
from tracker.serving.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.browser.conftest import Diary
    from tracker.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BROWSERS = {
    "firefox": (("firefox-esr", "firefox"), Firefox),
    "webkit": (("WebKitWebDriver",), WebKit),
}
PATIENCE = 90  # seconds: a run's stop waits ten, a page tries again every twenty
COUNTED = "return document.querySelector('[data-count]').textContent;"
KEPT_HERE = "Saved on this phone"
IS_SHOWN = "const e = document.querySelector(arguments[0]); return !!e && e.checkVisibility();"


@pytest.fixture(params=BROWSERS)
def browser(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Driven]:
    names, kind = BROWSERS[request.param]
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None or (kind is WebKit and shutil.which("Xvfb") is None):
        leave = pytest.fail if os.environ.get(REQUIRED) else pytest.skip
        leave(f"no {names[0]} was found, or no Xvfb for it")
    folder = tmp_path / "profile"
    folder.mkdir()
    driven = kind(program, folder)
    yield driven
    driven.close()


class Network:
    """The tracker at an address that may stop answering, and answer again."""

    def __init__(self, settings: Settings) -> None:
        settings = replace(settings, testing=True)
        self.app = compiled_once(create_app(settings, clock=lambda: datetime.now(UTC)))
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = free.getsockname()[1]
        self.site = Site(f"http://127.0.0.1:{self._port}", lambda: datetime.now(UTC), self.app)  # type: ignore[arg-type]

    def up(self) -> None:
        self._server = Server(self.app, socket.create_server(("127.0.0.1", self._port)))
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()

    def down(self) -> None:
        self._server.stop()
        self._thread.join()


@pytest.fixture
def network(settings: Settings) -> Iterator[Network]:
    network = Network(settings)
    network.up()
    yield network
    network.down()
    network.app.config["DATABASE"].close()


@pytest.fixture
def runner(network: Network) -> Diary:
    """Somebody who is cleared today, by the clock on the wall."""
    onset = datetime.now(UTC).date() - timedelta(days=30)
    return cleared(network.site, network.site.diary(replace(FACTS, onset=onset)))


def until(read: Callable[[], Any], wanted: object) -> None:
    end = time.monotonic() + PATIENCE
    while (value := read()) != wanted:
        if time.monotonic() > end:
            pytest.fail(f"still {value!r}, not {wanted!r}")
        time.sleep(0.2)


def shows(browser: Driven, selector: str) -> None:
    until(lambda: browser.run(IS_SHOWN, selector), True)  # noqa: FBT003


def open_guide(browser: Driven, network: Network, runner: Diary) -> None:
    browser.go(f"{network.site.url}/learn")
    cookie = network.site.cookie(runner)
    browser.sign_in(cookie["name"], cookie["value"])
    browser.go(f"{network.site.url}/guide")
    shows(browser, "[data-tap=start]")


def sent_stops(network: Network, runner: Diary) -> list[Sensation | None]:
    return [run.sensation for run in sessions_of(network.site, runner)]


@pytest.mark.parametrize("seconds", [0, 3])
def test_a_stop_is_sent_when_the_time_for_undo_is_over(
    browser: Driven, network: Network, runner: Diary, seconds: int
) -> None:
    open_guide(browser, network, runner)
    browser.tap("[data-tap=start]")
    shows(browser, "[data-tap=stop]")
    time.sleep(seconds)
    browser.tap("[data-tap=stop]")
    shows(browser, "[data-lands=stopped]")
    until(lambda: sent_stops(network, runner), [Sensation.SHARP])
    assert today_of(network.site, runner).verdict.decision is Decision.STOP


def test_what_is_told_while_the_tracker_is_away_waits_and_is_sent_by_itself(
    browser: Driven, network: Network, runner: Diary
) -> None:
    """First a stop of the guide, whose page stays open; then a check-in of a page of its own."""
    open_guide(browser, network, runner)
    browser.tap("[data-tap=start]")
    shows(browser, "[data-tap=stop]")
    network.down()
    browser.tap("[data-tap=stop]")
    shows(browser, "[data-lands=stopped]")
    until(lambda: browser.run(COUNTED), "1 entry on this phone, not sent yet")
    network.up()
    until(lambda: sent_stops(network, runner), [Sensation.SHARP])
    browser.go(f"{network.site.url}/check-in")
    network.down()
    browser.tap("label:has(#pain-4)")
    browser.tap("label:has([name=sensation][value=pain])")
    browser.tap("form:has([name=sensation]) button.primary")
    until(lambda: browser.run("return document.querySelector('h1').textContent"), KEPT_HERE)
    network.up()
    until(lambda: 4 in [c.pain for c in today_of(network.site, runner).records.check_ins], True)  # noqa: FBT003
    assert len(sent_stops(network, runner)) == 1


def test_the_guide_opens_and_stops_while_the_tracker_is_away(
    browser: Driven, network: Network, runner: Diary
) -> None:
    open_guide(browser, network, runner)
    if not browser.run("return 'serviceWorker' in navigator"):
        pytest.skip("this browser keeps no pages here")
    until(lambda: browser.run("return !!navigator.serviceWorker.controller"), True)  # noqa: FBT003
    network.down()
    browser.go(f"{network.site.url}/guide")
    shows(browser, "[data-tap=start]")
    browser.tap("[data-tap=start]")
    shows(browser, "[data-tap=stop]")
    browser.tap("[data-tap=stop]")
    shows(browser, "[data-lands=stopped]")
    network.up()
    until(lambda: sent_stops(network, runner), [Sensation.SHARP])
