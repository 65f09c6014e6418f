"""What tests of several parts share: settings for a throwaway diary, and the system's browser."""

from __future__ import annotations

import gc
import os
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from jinja2 import BytecodeCache
from playwright.sync_api import sync_playwright

from tests import databases, one_dialect
from tests.postgresql import NO_POSTGRESQL, find_binaries
from tests.postgresql import REQUIRED as POSTGRESQL_REQUIRED
from tests.statements_read import READING
from tests.web.pages import PageClient
from tracker.services.access import passphrases
from tracker.settings import Settings
from tracker.storage.places import NoFile

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from flask import Flask
    from jinja2.bccache import Bucket
    from playwright.sync_api import Browser

NO_CHROMIUM = "no Chromium or Chrome was found"
REQUIRED = "TRACKER_REQUIRE_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)
QUIET = (  # no sandbox: tests may run as root; the rest keeps the browser off the network
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# How long an example takes says more of the machine than of us; `tests/bench` measures time.
hypothesis_settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("any machine")


_compiled: dict[str, bytes] = {}


class _Compiled(BytecodeCache):
    """Templates compiled once a process: every test makes an app, which would compile them anew.

    The program's own cache is asked where nothing is there yet: other workers write to it.
    """

    def __init__(self, on_disk: BytecodeCache) -> None:
        self._on_disk = on_disk

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in _compiled:
            bucket.bytecode_from_string(_compiled[bucket.key])
            return
        self._on_disk.load_bytecode(bucket)
        if bucket.code:
            _compiled[bucket.key] = bucket.bytecode_to_string()

    def dump_bytecode(self, bucket: Bucket) -> None:
        _compiled[bucket.key] = bucket.bytecode_to_string()
        self._on_disk.dump_bytecode(bucket)


def compiled_once(app: Flask) -> Flask:
    """Let the app take its templates from those that an earlier test compiled."""
    assert app.jinja_env.bytecode_cache is not None
    app.jinja_env.bytecode_cache = _Compiled(app.jinja_env.bytecode_cache)
    return app


def find_chromium() -> str | None:
    on_path = (shutil.which(name) for name in NAMES)
    in_place = (place for place in PLACES if Path(place).exists())
    return next((path for path in (*on_path, *in_place) if path), None)


@pytest.fixture(scope="session", autouse=True)
def _quick_hashes() -> None:
    """Hash for real but quickly; `tests/cli/test_account.py` has the parameters that are served.

    A passphrase is looked for once among the common ones: most tests choose the same.
    """
    passphrases._hasher = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    passphrases._is_common = cache(passphrases._is_common)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--postgresql", action="store_true", help="put every diary on a PostgreSQL server"
    )
    parser.addoption(
        "--as-browsers-read",
        action="store_true",
        help="have html5lib read every page too, which takes ten times as long",
    )


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()  # until all tests are collected, which stay until the end
    one_dialect.share_statements()
    PageClient.reads_as_browsers_do = config.getoption("--as-browsers-read")
    if config.getoption("--postgresql"):
        databases.use_postgresql()


def pytest_collection_finish() -> None:
    """Spare the collector what stays until the end: modules, and the tests themselves.

    It looks through the rest seldom: a test leaves little behind, and its process ends soon.
    """
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Let every other worker begin with the last module.

    In a new checkout pytest rewrites the assertions of each module, which takes as long as all else
    before the first test; what one worker has written, another reads.
    """
    report = yield
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
    if isinstance(collector, pytest.Directory) and int(worker[2:]) % 2:
        report.result = list(reversed(report.result))
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """On a machine without a server, say so; on a server, leave out what is of a file alone."""
    of_a_file = item.get_closest_marker("of_a_file")
    if databases.on_postgresql() and of_a_file is not None:
        pytest.skip(f"about a diary in a file: {of_a_file.args[0]}")
    if databases.on_postgresql() and find_binaries() is None:
        leave = pytest.fail if os.environ.get(POSTGRESQL_REQUIRED) else pytest.skip
        leave(NO_POSTGRESQL)
    yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Iterator[None]:
    """On a server, what looks into the file of a diary has nothing to look into."""
    try:
        yield
    except NoFile as error:
        pytest.skip(f"about a diary in a file: {error}")


@pytest.fixture(scope="session", autouse=True)
def _reading() -> None:
    READING.begin()


@pytest.fixture(autouse=True)
def _no_statement_looks_across_accounts() -> Iterator[None]:
    """Whatever a test does: each statement names an account, or stands in `across_accounts.py`."""
    READING.crossed.clear()
    yield
    assert not READING.crossed


@pytest.fixture(autouse=True)
def _no_databases_left() -> Iterator[None]:
    yield
    databases.drop_all_of_this_test()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give all workers the tests in one order.

    Where every check must run, a browser that was late is asked once more, and it is told.
    """
    items.sort(key=lambda item: item.path.parts)
    if not os.environ.get(REQUIRED):
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture
def settings(tmp_path: Path, request: pytest.FixtureRequest) -> Settings:
    is_laid_later = "empty_diary" in request.fixturenames  # a copy takes the empty one's place
    server = databases.of_this_test(is_laid_later=is_laid_later)
    return Settings(data_dir=tmp_path / "data", server=server, testing=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's own Chromium; without one the test is skipped, or fails where required."""
    path = find_chromium()
    if path is None:
        leave = pytest.fail if os.environ.get(REQUIRED) else pytest.skip
        leave(NO_CHROMIUM)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield chromium
        chromium.close()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Say last how many tests were not run, so that nobody takes them for passed."""
    databases.remove_cluster()
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return
    skipped = [r for r in reporter.stats.get("skipped", ()) if NO_CHROMIUM in str(r.longrepr)]
    if skipped:
        reporter.write_line(f"{len(skipped)} browser tests not run: no Chromium")
    skipped = [r for r in reporter.stats.get("skipped", ()) if NO_POSTGRESQL in str(r.longrepr)]
    if skipped:
        reporter.write_line(f"{len(skipped)} tests not run on a server: no PostgreSQL")
