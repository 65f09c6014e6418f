"""Behind a proxy of the host's: who asked, for which address, and under which path."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pytest
from flask import request

from tests.databases import lay_empty
from tests.quickly import quickly
from tests.serving.conftest import served
from tests.serving.test_answers import head_of
from tracker.app import create_app
from tracker.public_address import PublicAddress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.serving.conftest import Door
    from tracker.settings import Settings

PUBLIC = "https://run.example:8443"
HOSTS = (
    "run.example:8443",
    "run.example",
    "RUN.example:1",
    "127.0.0.1:8000",
    "localhost",
    "[::1]:80",
)
FROM_AFAR = {"X-Forwarded-For": "198.51.100.7, 203.0.113.9"}


class Heard(NamedTuple):
    """A request as the app was told of it."""

    by: str
    address: str
    root: str
    path: str


class Proxied(NamedTuple):
    """A tracker behind a proxy that a test plays, and what it heard."""

    door: Door
    heard: list[Heard]

    def ask(self, path: str = "/about", host: str = "run.example:8443", **headers: str) -> bytes:
        lines = [f"GET {path} HTTP/1.1", f"Host: {host}", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        return self.door.said("\r\n".join([*lines, "", ""]).encode())


@contextmanager
def behind_a_proxy(settings: Settings, url: str | None) -> Iterator[Proxied]:
    public = PublicAddress.from_url(url) if url else None
    names = (public.name, "other.example") if public else ("run.example",)
    app = create_app(replace(lay_empty(settings), host_names=names, public_address=public))
    heard: list[Heard] = []

    @app.before_request
    def hear() -> None:
        heard.append(
            Heard(request.remote_addr or "", request.host_url, request.root_path, request.path)
        )

    with served(app) as door:
        yield Proxied(door, heard)
    app.config["DATABASE"].close()


@pytest.mark.parametrize("host", quickly(HOSTS, "run.example:8443", "[::1]:80"))
def test_through_the_proxy_the_address_is_the_public_one(settings: Settings, host: str) -> None:
    with behind_a_proxy(settings, PUBLIC) as proxied:
        answer = proxied.ask(host=host, **FROM_AFAR)
    assert head_of(answer)[0] == 200
    assert proxied.heard == [Heard("203.0.113.9", f"{PUBLIC}/", "", "/about")]


def test_without_a_proxy_nothing_that_is_said_of_one_is_believed(settings: Settings) -> None:
    said = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example"}
    with behind_a_proxy(settings, None) as proxied:
        proxied.ask(host="localhost", X_Forwarded_Prefix="/run", **FROM_AFAR, **said)
    assert proxied.heard == [Heard("127.0.0.1", "http://localhost/", "", "/about")]


def test_no_other_name_is_answered_whatever_is_said_of_it(settings: Settings) -> None:
    said = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "run.example:8443"}
    with behind_a_proxy(settings, PUBLIC) as proxied:
        for host in ("evil.example", "run.example.evil.example", ""):
            answer = proxied.ask(host=host, **FROM_AFAR, **said)
            assert head_of(answer)[0] == 400
            assert b"does not answer to this address" in answer


def test_a_further_name_stays_and_is_as_safe_as_the_proxy_says(settings: Settings) -> None:
    with behind_a_proxy(settings, PUBLIC) as proxied:
        proxied.ask(host="other.example", X_Forwarded_Proto="https", **FROM_AFAR)
        proxied.ask(host="other.example", **FROM_AFAR)
    assert [heard.address for heard in proxied.heard] == [
        "https://other.example/",
        "http://other.example/",
    ]


def test_past_the_proxy_it_says_where_it_is_and_only_a_watchman_is_answered(
    settings: Settings,
) -> None:
    with behind_a_proxy(settings, PUBLIC) as proxied:
        answer = proxied.ask(host="127.0.0.1:8000")
        assert head_of(answer)[0] == 400
        assert b"This address is not the public one" in answer
        assert PUBLIC.encode() in answer
        assert head_of(proxied.ask("/healthz", host="127.0.0.1:8000"))[0] == 200


@pytest.mark.parametrize(
    ("asked", "taken_away", "path"),
    [
        ("/run/about", None, "/about"),
        ("/about", "/run", "/about"),
        ("/running", None, "/running"),
        *(
            pytest.param(*case, marks=pytest.mark.slow)
            for case in (
                ("/about", None, "/about"),
                ("/run/", None, "/"),
                ("/run", None, "/"),
                ("/run/about", "/elsewhere", "/about"),
                ("/run/about", "/run", "/run/about"),
            )
        ),
    ],
)
def test_under_a_path_it_is_the_same_taken_away_by_the_proxy_or_not(
    settings: Settings, asked: str, taken_away: str | None, path: str
) -> None:
    prefix = {"X-Forwarded-Prefix": taken_away} if taken_away else {}
    with behind_a_proxy(settings, "https://run.example/run") as proxied:
        proxied.ask(asked, host="run.example", **FROM_AFAR, **prefix)
    assert [(heard.root, heard.path) for heard in proxied.heard] == [("/run", path)]


def test_under_a_path_every_way_on_and_the_cookie_stay_there(settings: Settings) -> None:
    below = replace(settings, https=True)
    with behind_a_proxy(below, "https://run.example/run") as proxied:
        status, headers = head_of(proxied.ask("/run/progress", host="run.example", **FROM_AFAR))
        page = proxied.ask("/run/account/new", host="run.example", **FROM_AFAR)
    assert (status, headers["location"]) == (303, "/run/account/new")
    cookie = head_of(page)[1]["set-cookie"].split("; ")
    assert cookie[0].startswith("__Secure-return_to_run=")
    assert "Path=/run" in cookie
    addresses = [part.split(b'"')[0] for part in page.split(b'href="')[1:]]
    assert [it for it in addresses if it and not it.startswith((b"/run/", b"#"))] == []
