"""Which hosts are answered, and what browsers are told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.databases import lay_empty
from tests.web.pages import words_of
from tracker.app import create_app
from tracker.public_address import PublicAddress
from tracker.web.kit.security import HEADERS, HEADERS_OF_PARTS, is_known_host

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from tracker.settings import Settings

LOCALHOST = PublicAddress.from_url("https://localhost")


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_this_machine_is_answered_by_its_own_names(host: str) -> None:
    assert is_known_host(host, ())


@pytest.mark.parametrize("host", ["192.168.1.5:8000", "[fe80::1]"])
def test_a_phone_on_the_same_network_may_use_numbers(host: str) -> None:
    assert is_known_host(host, ())


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "[::1", "", "x@evil.test"],
)
def test_any_other_name_is_a_stranger(host: str) -> None:
    assert not is_known_host(host, ())


def test_a_name_can_be_added() -> None:
    assert is_known_host("Diary.Example:8000", ("diary.example",))


def test_a_page_asked_for_by_a_strange_name_is_refused(client: FlaskClient) -> None:
    response = client.get("/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert "TRACKER_HOST_NAMES" in words_of(response)


def test_every_answer_carries_the_headers(client: FlaskClient) -> None:
    for address in ("/", "/service-worker.js", "/nowhere"):
        with client.get(address) as response:
            sent = response.headers
            assert {name: sent.get(name) for name in HEADERS} == HEADERS
    with client.get("/static/css/base.css") as response:  # a part of a page; the page's rules hold
        sent = response.headers
        assert {n: sent[n] for n in HEADERS if n in sent} == {
            n: HEADERS[n] for n in HEADERS_OF_PARTS
        }


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    policy = HEADERS["Content-Security-Policy"]
    sources = {word for part in policy.split("; ") for word in part.split()[1:]}
    assert policy.startswith("default-src 'none';")
    assert sources == {"'none'", "'self'"}


def test_pages_are_not_kept_by_the_browser_and_style_sheets_may_be(client: FlaskClient) -> None:
    assert client.get("/nowhere").headers["Cache-Control"] == "no-store"
    with client.get("/static/css/base.css") as response:
        assert "no-store" not in response.headers["Cache-Control"]


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(app: Flask) -> None:
    assert app.config["SESSION_COOKIE_HTTPONLY"]
    assert app.config["SESSION_COOKIE_SAMESITE"] == "Lax"


def test_a_name_from_the_settings_is_answered(settings: Settings) -> None:
    app = create_app(replace(lay_empty(settings), host_names=("diary.example",)))
    client = app.test_client()
    assert client.get("/nowhere", headers={"Host": "diary.example:8000"}).status_code == 404
    app.config["DATABASE"].close()


def test_behind_https_the_cookie_travels_by_https_alone(settings: Settings) -> None:
    app = create_app(replace(lay_empty(settings), https=True, public_address=LOCALHOST))
    answer = app.test_client().get("/account/new", base_url="https://localhost")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-return_to_run=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    app.config["DATABASE"].close()
