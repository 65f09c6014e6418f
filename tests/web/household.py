"""Two people on one server, each with one of everything, and ways to ask for it as anybody."""

from __future__ import annotations

import html
import re
import secrets
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from pypdf import PdfReader

from tests.conftest import compiled_once
from tests.databases import begin, drop, empty
from tests.raw_sql import Snapshot, asking, columns
from tests.web.conftest import START, Clock
from tests.web.diaries import with_whole_allowance
from tests.web.everything import Diary, a_diary
from tracker.app import create_app
from tracker.settings import Settings
from tracker.web.kit.identity import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask
    from werkzeug.test import TestResponse

    from tracker.storage.database import Database

ALICE, BOB = "Marguerite", "Bob"
_TYPEFACE = re.compile(r"base64,[\w+/=]+")


class Two(NamedTuple):
    """Two people on one server; Alice was first."""

    alice: Diary
    bob: Diary


class House(NamedTuple):
    """The server of two, and its database as it is before every test."""

    app: Flask
    two: Two
    before: Snapshot


@pytest.fixture(scope="module", name="clock")
def one_clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module", name="house")
def furnished_house(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[House]:
    """Furnished once a worker, and its pictures drawn once a module."""
    server = empty()
    settings = Settings(data_dir=tmp_path_factory.mktemp("house"), server=server, testing=True)
    two = begin(settings.place, _furnish)
    app = compiled_once(create_app(settings, clock=clock))
    database: Database = app.config["DATABASE"]
    before = Snapshot(database)
    yield House(app, two, before)
    before.close()
    database.close()
    drop(server)


def _furnish(database: Database) -> Two:
    return Two(a_diary(database, ALICE), a_diary(database, BOB))


@pytest.fixture(name="app")
def app_of_two(house: House) -> Flask:
    return house.app


@pytest.fixture(name="database")
def database_of_two(app: Flask) -> Database:
    opened: Database = app.config["DATABASE"]
    return opened


@pytest.fixture(name="two")
def two_people(house: House, clock: Clock) -> Two:
    """Alice and Bob, with everything put back in its place and nothing spent."""
    clock.instant = START
    house.before.bring_back()
    with_whole_allowance(house.app)
    return house.two


def client_of(app: Flask, token: str | None) -> tuple[FlaskClient, str]:
    """Return a browser that is signed in, or not, and a token that its forms would send."""
    client, raw = FlaskClient(app, app.response_class), secrets.token_hex(20)
    with client.session_transaction() as session:
        session["csrf_token"] = raw
        if token is not None:
            session[TOKEN] = token
    signer = URLSafeTimedSerializer(str(app.secret_key), salt="wtf-csrf-token")
    return client, str(signer.dumps(raw))


def ask(app: Flask, token: str | None, address: str, method: str = "GET") -> TestResponse:
    """Ask for an address as whoever has the token of a sign-in, or as nobody."""
    client, form_token = client_of(app, token)
    answer = client.open(address, method=method, data={"csrf_token": form_token})
    answer.get_data()
    answer.close()
    return answer


def whole_text(answer: TestResponse) -> str:
    """All that an answer says, on one line: a PDF's words and a ZIP's files are unpacked."""
    content = answer.get_data()
    if content.startswith(b"%PDF"):
        text = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    elif content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as archive:
            text = " ".join(f"{name} {archive.read(name).decode()}" for name in archive.namelist())
    else:
        text = html.unescape(content.decode("utf-8", "replace"))
    return " ".join(f"{answer.headers} {text}".split())


def shows(answer: TestResponse, *words: str) -> bool:
    """Whether an answer says any of some words; letters of a typeface say nothing."""
    text = _TYPEFACE.sub("", whole_text(answer))
    return any(word in text for word in words)


def kept_but_for_openings(database: Database, diary: Diary) -> list[tuple[object, ...]]:
    """The same without what a link that is opened adds: a row, and what her cache goes by."""
    return [row for row in kept_of(database, diary, "revision") if row[0] != "share_openings"]


def kept_of(database: Database, diary: Diary, *but: str) -> list[tuple[object, ...]]:
    """Return every row of the database that belongs to an account, and its name.

    But for the security log: that somebody tried is to be on record; and for some columns.
    """
    whose = str(diary.account_id)
    of_hers: list[tuple[object, ...]] = []
    tables = columns(database.place)
    with asking(database.place) as ask:
        for table, names in tables.items():
            key = "id" if table == "accounts" else "account_id"
            if key in names and table != "security_events":
                compared = ", ".join(name for name in names if name not in but)
                of_hers += ask(f"SELECT '{table}', {compared} FROM {table} WHERE {key} = {whose}")
    return sorted(of_hers, key=repr)  # a server's rows are in no order
