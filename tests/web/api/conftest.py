"""A program of Ada's, which shows a token and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import START
from tracker.services.access import api_tokens
from tracker.storage.words import ApiScope
from tracker.web.kit.problems import API_ROOT

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.test import TestResponse

    from tests.web.conftest import SignedIn
    from tracker.storage.database import Database


class Program:
    """Asks the API as whoever made a token; without one, as nobody."""

    def __init__(self, app: Flask, token: str | None) -> None:
        self._client = FlaskClient(app, app.response_class, use_cookies=False)
        self._headers = {} if token is None else {"Authorization": f"Bearer {token}"}

    def ask(
        self, method: str, address: str, headers: dict[str, str] | None = None, **sent: Any
    ) -> TestResponse:
        """Ask for an address, whole or under the root of the API."""
        path = address if address.startswith(API_ROOT) else f"{API_ROOT}{address}"
        given = {**self._headers, **(headers or {})}
        return self._client.open(path, method=method, headers=given, **sent)

    def get(self, address: str, **headers: str) -> TestResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.ask("GET", address, named)

    def put(self, address: str, **values: Any) -> TestResponse:
        return self.ask("PUT", address, json=values)

    def delete(self, address: str) -> TestResponse:
        return self.ask("DELETE", address)


def a_token(
    database: Database, account_id: int, scope: ApiScope = ApiScope.WRITE, days: int = 30
) -> str:
    return api_tokens.make(database, account_id, name="A watch", scope=scope, days=days, now=START)


@pytest.fixture
def program(app: Flask, database: Database, with_account: SignedIn) -> Program:
    """May read and write."""
    return Program(app, a_token(database, with_account.account_id))


@pytest.fixture
def reader(app: Flask, database: Database, with_account: SignedIn) -> Program:
    """May only read."""
    return Program(app, a_token(database, with_account.account_id, ApiScope.READ))
