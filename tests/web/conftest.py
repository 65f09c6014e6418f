"""A real app on a real database file, a clock that stands still, a client that checks pages."""

from __future__ import annotations

import io
import logging
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.conftest import compiled_once
from tests.web.pages import PageClient
from tracker.app import create_app
from tracker.progression.episode import Side, Site
from tracker.services.access import accounts, sign_ins
from tracker.services.injury import episodes
from tracker.services.injury.episodes import EpisodeFacts
from tracker.storage.database import Database
from tracker.storage.schema import migrate
from tracker.web.kit import logs
from tracker.web.kit.identity import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask

    from tracker.services.access.accounts import Account
    from tracker.settings import Settings

NAME = "Ada"
PASSPHRASE = "slow and steady wins"
ZONE = "Europe/Berlin"
# Friday 1 May 2026, eight in the morning in Berlin.
START = datetime(2026, 5, 1, 6, 0, tzinfo=UTC)
TODAY = date(2026, 5, 1)
ONSET = date(2026, 4, 1)
FACTS = EpisodeFacts(
    site=Site.HAMSTRING,
    side=Side.LEFT,
    onset=ONSET,
    onset_about=False,
    baseline_minutes=40,
    timezone=ZONE,
)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.instant = START

    def __call__(self) -> datetime:
        return self.instant

    def move(self, **by: float) -> None:
        """Move on, by days, hours, minutes."""
        self.instant += timedelta(**by)


class NewAccount(NamedTuple):
    """An account without an episode, and the token of its browser."""

    account: Account
    token: str


@dataclass(frozen=True)
class SignedIn:
    """An account whose browser is `client`, and its open episode (onset 30 days ago)."""

    account: Account
    episode_id: int
    token: str

    @property
    def account_id(self) -> int:
        """The id of the account."""
        return self.account.id


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What this process logs, as a server of its own would write it."""
    stream, root = io.StringIO(), logging.getLogger()
    before = list(root.handlers)
    logs.write_to(stream, requests=True)
    yield stream
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)


@pytest.fixture(scope="session")
def empty_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate a database file once; every test begins with a copy of it."""
    path = tmp_path_factory.mktemp("empty") / "diary.db"
    migrate(path)
    return path


@pytest.fixture
def app(settings: Settings, clock: Clock, empty_diary: Path) -> Iterator[Flask]:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    if not settings.database.exists():
        shutil.copyfile(empty_diary, settings.database)
    app = compiled_once(create_app(settings, clock=clock))
    app.config["DATABASE"].close()  # so that a prepared diary can still take the file's place
    app.test_client_class = PageClient
    yield app
    app.config["DATABASE"].close()


@pytest.fixture
def client(app: Flask) -> PageClient:
    client = app.test_client()
    assert isinstance(client, PageClient)
    return client


@pytest.fixture
def database(app: Flask) -> Database:
    opened: Database = app.config["DATABASE"]
    return opened


@pytest.fixture(scope="session")
def registered(
    empty_diary: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, NewAccount]:
    """Make the account once: hashing a passphrase is slow on purpose."""
    path = tmp_path_factory.mktemp("registered") / "diary.db"
    shutil.copyfile(empty_diary, path)
    database = Database(path)
    account = accounts.register(database, name=NAME, passphrase=PASSPHRASE, now=START)
    token = sign_ins.open_sign_in(database, account.id, user_agent="a test", now=START)
    database.close()
    return path, NewAccount(account, token)


@pytest.fixture(scope="session")
def prepared(
    registered: tuple[Path, NewAccount], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, SignedIn]:
    """Open the account's episode once."""
    path = tmp_path_factory.mktemp("prepared") / "diary.db"
    shutil.copyfile(registered[0], path)
    account, token = registered[1]
    database = Database(path)
    episode_id = episodes.open_episode(database, account.id, FACTS, (), today=TODAY, now=START)
    database.close()
    return path, SignedIn(account, episode_id, token)


@pytest.fixture
def with_account(settings: Settings, prepared: tuple[Path, SignedIn]) -> SignedIn:
    """Let the app start with an account and an open episode; nobody is signed in."""
    path, signed_in = prepared
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, settings.database)
    return signed_in


@pytest.fixture
def signed_in(with_account: SignedIn, client: PageClient) -> SignedIn:
    """Sign `client` in to an account with an open episode."""
    _show_cookie(client, with_account.token)
    return with_account


@pytest.fixture
def _copied_account(settings: Settings, registered: tuple[Path, NewAccount]) -> NewAccount:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(registered[0], settings.database)
    return registered[1]


@pytest.fixture
def account(_copied_account: NewAccount, client: PageClient) -> Account:
    """Sign `client` in to an account without an episode."""
    _show_cookie(client, _copied_account.token)
    return _copied_account.account


def _show_cookie(client: PageClient, token: str) -> None:
    with client.session_transaction() as session:
        session[TOKEN] = token
