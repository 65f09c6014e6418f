"""Today is drawn once for a revision of its account; what each request has of its own is put in."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest
from flask import template_rendered
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer

from tests.web.diaries import good_check_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import PageClient

OWN = re.compile(r'(name="(?:csrf_token|uid)"[^>]* value=")[^"]*')
TOKENS = re.compile(r'name="csrf_token" type="hidden" value="([^"]+)"')


@pytest.fixture
def drawings(app: Flask) -> Iterator[list[str]]:
    """The templates that are drawn, by name."""
    names: list[str] = []

    def note(_app: Flask, template: object, **_: object) -> None:
        names.append(str(getattr(template, "name", "")))

    with template_rendered.connected_to(note, app):
        yield names


@pytest.mark.usefixtures("signed_in")
def test_it_is_drawn_again_only_once_something_was_written(
    client: PageClient, drawings: list[str], clock: Clock
) -> None:
    for _ in range(3):
        client.get("/")
        clock.move(minutes=1)
    assert drawings.count("diary/today.html") == 1
    good_check_in(client)
    pages = [client.get("/").text for _ in range(3)]
    assert "Check-in saved" in pages[0]
    assert "Check-in saved" not in pages[1]
    one, another = (OWN.sub(r"\1", page) for page in pages[1:])  # signed with the second it is
    assert one == another
    assert drawings.count("diary/today.html") == 3
    clock.move(days=1)
    assert "How is it now?" in client.get("/").text
    assert drawings.count("diary/today.html") == 4


@pytest.mark.usefixtures("signed_in")
def test_each_browser_gets_a_token_of_its_own(app: Flask, signed_in: SignedIn) -> None:
    pages = []
    for _ in range(2):
        browser = app.test_client()
        with browser.session_transaction() as session:
            session["token"] = signed_in.token
        pages.append(browser.get("/").get_data(as_text=True))
        with browser.session_transaction() as session:
            secret = session["csrf_token"]
        with app.test_request_context("/"):
            signed = TOKENS.search(pages[-1])
            assert signed is not None
            assert secret in _read(app, signed[1])
    assert OWN.sub(r"\1", pages[0]) == OWN.sub(r"\1", pages[1])
    assert TOKENS.findall(pages[0]) != TOKENS.findall(pages[1])


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize("checked_in", [False, True])
def test_it_is_the_same_compressed_and_not(client: PageClient, checked_in: bool) -> None:  # noqa: FBT001
    if checked_in:
        good_check_in(client)
        client.get("/")
    plain = client.get("/").text
    lengths = set()
    for _ in range(8):
        with FlaskClient.open(client, "/", headers={"Accept-Encoding": "gzip"}) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert "Accept-Encoding" in answer.headers["Vary"]
            lengths.add(len(answer.data))
            page = gzip.decompress(answer.data).decode()
        assert OWN.sub(r"\1", page) == OWN.sub(r"\1", plain)
    assert len(lengths) > 1
    assert max(lengths) < len(plain) / 3


def _read(app: Flask, signed: str) -> str:
    read: str = URLSafeTimedSerializer(app.secret_key or "", salt="wtf-csrf-token").loads(signed)
    return read
