"""The real server on a real port, a clock that stands still, and pages in the real browser."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.guided import PATIENCE, cleared, open_guide, wait_for_worker
from tests.conftest import compiled_once
from tests.databases import lay_empty
from tests.web.conftest import FACTS, Clock
from tracker.app import create_app
from tracker.services.access import accounts, sign_ins
from tracker.services.injury import episodes
from tracker.serving.server import Server
from tracker.web.kit.identity import TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flask import Flask
    from playwright.sync_api import Browser, Page

    from tracker.services.injury.episodes import EpisodeFacts
    from tracker.settings import Settings
    from tracker.storage.database import Database

PASSPHRASE = "slow and steady wins"
expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class Diary:
    """An account with an open episode, and where it is kept."""

    database: Database
    account_id: int
    episode_id: int
    token: str


@dataclass(frozen=True)
class Site:
    """The tracker as it is served: its address, its clock, its app."""

    url: str
    clock: Clock
    app: Flask

    @property
    def database(self) -> Database:
        """The diary's database."""
        opened: Database = self.app.config["DATABASE"]
        return opened

    def diary(self, facts: EpisodeFacts = FACTS) -> Diary:
        """Open an episode for a new account, without the pages."""
        now = self.clock()
        account = accounts.register(self.database, name="Ada", passphrase=PASSPHRASE, now=now)
        token = sign_ins.open_sign_in(self.database, account.id, user_agent="a test", now=now)
        today = now.date()
        episode = episodes.open_episode(self.database, account.id, facts, (), today=today, now=now)
        return Diary(self.database, account.id, episode, token)

    def cookie(self, diary: Diary) -> dict[str, str]:
        """Return what a browser that is signed in would hold."""
        serializer = self.app.session_interface.get_signing_serializer(self.app)  # type: ignore[attr-defined]
        value = serializer.dumps({TOKEN: diary.token, "csrf_token": "as a sign-in brings it"})
        return {"name": "return_to_run", "value": value, "url": self.url}


@contextmanager
def served(settings: Settings) -> Iterator[Site]:
    """Serve an app of its own from a thread."""
    clock = Clock()
    app = compiled_once(create_app(lay_empty(settings), clock=clock))
    listening = socket.create_server(("127.0.0.1", 0))
    server = Server(app, listening)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield Site(f"http://127.0.0.1:{listening.getsockname()[1]}", clock, app)
    server.stop()
    thread.join()
    app.config["DATABASE"].close()


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    with served(settings) as site:
        yield site


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """Open a page in a browser of its own, signed in to `diary`; all else as its names say."""
    contexts = []

    def opened(
        diary: Diary | None = None,
        *,
        width: int = 390,
        scripts: bool = True,
        timezone: str = "Europe/Berlin",
        dark: bool = False,
        language: str = "en-GB",
    ) -> Page:
        context = browser.new_context(
            base_url=site.url,
            viewport={"width": width, "height": 844},
            java_script_enabled=scripts,
            timezone_id=timezone,
            locale=language,
            color_scheme="dark" if dark else "light",
            accept_downloads=True,
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        if diary is not None:
            context.add_cookies([site.cookie(diary)])  # type: ignore[list-item]
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def cleared_diary(site: Site) -> Diary:
    """A diary on the first step of the ladder, cleared today."""
    return cleared(site, site.diary())


@pytest.fixture
def guide(open_page: Callable[..., Page], site: Site, cleared_diary: Diary) -> Page:
    """The guide, ready to start; its clock stands still."""
    page = open_page(cleared_diary)
    open_guide(page, site)
    return page


@pytest.fixture
def phone(guide: Page) -> Page:
    """A phone that has opened the guide once, and has no network since."""
    wait_for_worker(guide)
    guide.context.set_offline(True)
    return guide
