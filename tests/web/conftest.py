"""A real app on a real database file, a clock that stands still, a client that checks pages."""

from __future__ import annotations

import io
import logging
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.conftest import compiled_once
from tests.databases import is_laid, lay
from tests.web.pages import PageClient
from tracker.app import build_app, connect
from tracker.progression.episode import Side, Site
from tracker.services.access import accounts, sign_ins
from tracker.services.injury import episodes
from tracker.services.injury.episodes import EpisodeFacts
from tracker.storage.database import Database
from tracker.storage.schema import migrate
from tracker.web.kit import logs
from tracker.web.kit.identity import TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from flask import Flask

    from tracker.settings import Settings
    from tracker.storage.access.accounts import Account

NAME = "Ada"
PASSPHRASE = "slow and steady wins"
ZONE = "Europe/Berlin"
# Friday 1 May 2026, eight in the morning in Berlin.
START = datetime(2026, 5, 1, 6, 0, tzinfo=UTC)
TODAY = date(2026, 5, 1)
ONSET = date(2026, 4, 1)
RETURN = ONSET + timedelta(days=55)  # of who did only what was cleared
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


@pytest.fixture
def come_back(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> Callable[[date], None]:
    """Open the diary again on the morning of a later day."""

    def come(day: date) -> None:
        clock.instant = datetime.combine(day, time(6), tzinfo=UTC)
        _show_cookie(
            client,
            sign_ins.open_sign_in(
                database, signed_in.account_id, user_agent="a test", now=clock.instant
            ),
        )

    return come


@pytest.fixture(scope="session")
def empty_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate a database file once; every test begins with a copy of it."""
    path = tmp_path_factory.mktemp("empty") / "diary.db"
    migrate(path)
    return path


@pytest.fixture(scope="session")
def built_app() -> Flask:
    """Build the pages once a worker, for this takes longer than most tests."""
    return _with_checks(build_app())


@pytest.fixture
def app(
    request: pytest.FixtureRequest, settings: Settings, clock: Clock, empty_diary: Path
) -> Iterator[Flask]:
    """Serve the test's diary from the worker's app, or from one of its own where so marked."""
    if not is_laid(settings.place):
        lay(empty_diary, settings.place)
    marked = request.node.get_closest_marker("own_app") is not None
    app = _with_checks(build_app()) if marked else request.getfixturevalue("built_app")
    connect(app, settings, Database(settings.place), clock=clock)  # no start: it is of this release
    app.config["DATABASE"].close()  # so that a prepared diary can still take the file's place
    before = _setup(app)
    yield app
    app.config["DATABASE"].close()
    assert marked or _setup(app) == before, "the test changed the app: mark it with own_app"


def _with_checks(app: Flask) -> Flask:
    app.test_client_class = PageClient
    return compiled_once(app)


def _setup(app: Flask) -> tuple[object, ...]:
    """Return what a test could change of an app and leave to the next."""
    hooks = (app.before_request_funcs, app.after_request_funcs, app.teardown_request_funcs)
    return (
        dict(app.config),
        app.wsgi_app,
        app.extensions.copy(),
        app.view_functions.copy(),
        [rule.rule for rule in app.url_map.iter_rules()],
        [{name: list(called) for name, called in hook.items()} for hook in hooks],
        {code: dict(them) for code, them in app.error_handler_spec[None].items() if them},
        {name: list(made) for name, made in app.template_context_processors.items()},
        app.jinja_env.globals.copy(),
        app.jinja_env.filters.copy(),
        app.test_client_class,
    )


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
    lay(path, settings.place)
    return signed_in


@pytest.fixture
def signed_in(with_account: SignedIn, client: PageClient) -> SignedIn:
    """Sign `client` in to an account with an open episode."""
    _show_cookie(client, with_account.token)
    return with_account


@pytest.fixture
def _copied_account(settings: Settings, registered: tuple[Path, NewAccount]) -> NewAccount:
    lay(registered[0], settings.place)
    return registered[1]


@pytest.fixture
def account(_copied_account: NewAccount, client: PageClient) -> Account:
    """Sign `client` in to an account without an episode."""
    _show_cookie(client, _copied_account.token)
    return _copied_account.account


def _show_cookie(client: PageClient, token: str) -> None:
    with client.session_transaction() as session:
        session[TOKEN] = token
