"""An app that is given another diary forgets the one before, as the tests of a worker rely on."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.databases import lay, of_this_test
from tests.raw_sql import execute
from tests.web.conftest import NAME, START, Clock, SignedIn
from tests.web.household import ask
from tracker.app import connect
from tracker.public_address import PublicAddress
from tracker.settings import Settings
from tracker.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask

HTTPS = "https://localhost"


@contextmanager
def connected(app: Flask, settings: Settings, clock: Clock | None = None) -> Iterator[None]:
    connect(app, settings, Database(settings.place), clock=clock or Clock())
    yield
    app.config["DATABASE"].close()


@pytest.fixture
def hers(tmp_path: Path, prepared: tuple[Path, SignedIn]) -> Settings:
    return _diary(tmp_path / "hers", prepared[0])


@pytest.fixture
def his(tmp_path: Path, prepared: tuple[Path, SignedIn]) -> Settings:
    """The same ids and the same token, but another's name and pain."""
    settings = _diary(tmp_path / "his", prepared[0])
    execute(settings.place, "UPDATE accounts SET name = 'Bertram', name_key = 'bertram'")
    return settings


def _diary(folder: Path, prepared: Path) -> Settings:
    server = of_this_test(is_laid_later=True)
    settings = Settings(data_dir=folder, server=server, testing=True)
    lay(prepared, settings.place)
    return settings


@pytest.mark.slow
def test_nothing_of_the_first_diary_is_shown_from_a_cache(
    built_app: Flask, hers: Settings, his: Settings, prepared: tuple[Path, SignedIn]
) -> None:
    token = prepared[1].token
    with connected(built_app, hers):
        assert NAME in ask(built_app, token, "/account").text
        picture = ask(built_app, token, "/progress/recovery.svg")
        assert picture.status_code == 200
    with connected(built_app, his):
        page = ask(built_app, token, "/account").text
        assert "Bertram" in page
        assert NAME not in page
        assert not built_app.extensions["chart_caches"].pictures._things


def test_a_cookie_of_the_first_diary_opens_no_other(
    built_app: Flask, hers: Settings, his: Settings, prepared: tuple[Path, SignedIn]
) -> None:
    client = built_app.test_client()
    with connected(built_app, hers), client.session_transaction() as session:
        session["token"] = prepared[1].token
    with connected(built_app, hers):
        assert client.get("/account").status_code == 200
    with connected(built_app, his):
        assert client.get("/account").status_code == 303


def test_the_clock_is_that_of_the_second(built_app: Flask, hers: Settings, his: Settings) -> None:
    late = Clock()
    late.move(days=40)
    with connected(built_app, hers, late):
        assert built_app.config["CLOCK"]() > START
    with connected(built_app, his):
        assert built_app.config["CLOCK"]() == START


def test_https_and_a_proxy_of_the_first_are_not_believed_at_the_second(
    built_app: Flask, hers: Settings, his: Settings
) -> None:
    public = PublicAddress.from_url(HTTPS)
    safe, past_it = "Strict-Transport-Security", {"Host": "127.0.0.1:8000"}
    with connected(built_app, replace(hers, https=True, public_address=public)):
        client = built_app.test_client()
        answer = client.get("/sign-in", base_url=HTTPS, headers=past_it)
        assert answer.status_code == 400
        assert safe in answer.headers
        assert built_app.config["SESSION_COOKIE_SECURE"]
    with connected(built_app, his):
        client = built_app.test_client()
        answer = client.get("/sign-in", headers=past_it)
        assert answer.status_code == 200
        assert safe not in answer.headers
        assert not built_app.config["SESSION_COOKIE_SECURE"]
        assert "__Host-" not in str(answer.headers)
