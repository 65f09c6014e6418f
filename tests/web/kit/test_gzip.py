"""What leaves compressed, and what a browser may keep for good."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest
from flask.testing import FlaskClient

from tests.web.diaries import good_check_in
from tracker.web.kit.gzip import gzipped
from tracker.web.kit.static_files import current_version

if TYPE_CHECKING:
    from tests.web.pages import PageClient

GZIP = {"Accept-Encoding": "gzip, deflate, br"}


def fetch(client: PageClient, address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Ask as a browser does, past the client that checks pages."""
    with FlaskClient.open(client, address, headers={**GZIP, **headers}) as answer:
        return answer.status_code, dict(answer.headers), answer.get_data()


@pytest.mark.parametrize("address", ["/about", "/learn", "/static/css/base.css", "/nowhere"])
def test_a_page_is_the_same_compressed_and_not(client: PageClient, address: str) -> None:
    with client.get(address) as plain:
        text = plain.get_data()
        assert "Content-Encoding" not in plain.headers
        assert "Accept-Encoding" in plain.headers["Vary"]
    _, headers, small = fetch(client, address)
    assert headers["Content-Encoding"] == "gzip"
    assert int(headers["Content-Length"]) == len(small) < len(text)
    assert gzip.decompress(small) == text


@pytest.mark.usefixtures("signed_in")
def test_the_length_of_a_compressed_page_wavers(client: PageClient) -> None:
    lengths = {len(fetch(client, "/about")[2]) for _ in range(12)}
    assert len(lengths) > 1


@pytest.mark.usefixtures("signed_in")
def test_a_compressed_chart_is_still_known_by_its_tag(client: PageClient) -> None:
    good_check_in(client)
    chart = "/progress/recovery.svg"
    status, headers, picture = fetch(client, chart)
    assert (status, headers["Content-Encoding"]) == (200, "gzip")
    assert gzip.decompress(picture).startswith(b"<?xml")
    assert headers["ETag"].startswith("W/")
    for accepted in ("gzip", "identity"):
        again = {"If-None-Match": headers["ETag"], "Accept-Encoding": accepted}
        assert fetch(client, chart, **again)[0] == 304


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize("address", ["/progress/recovery.png", "/export/everything.zip"])
def test_what_is_compressed_already_is_left_as_it_is(client: PageClient, address: str) -> None:
    _, headers, _ = fetch(client, address)
    assert "Content-Encoding" not in headers


@pytest.mark.usefixtures("signed_in")
def test_every_file_a_page_names_is_kept_for_good_and_holds_no_cookie(client: PageClient) -> None:
    with client.session_transaction() as session:
        session.permanent = True  # as signing in makes it: renewed with every page
    page = client.get("/")
    assert "Set-Cookie" in page.headers
    html = page.get_data(as_text=True)
    named = set(re.findall(r'(?:href|src)="(/static[^"#]*)', html))
    assert len(named) > 8
    for address in named:
        assert address.startswith(f"/static-{current_version()}/")
        _, headers, _ = fetch(client, address)
        assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "Set-Cookie" not in headers
        assert "Cookie" not in headers["Vary"].split(", ")


@pytest.mark.parametrize("address", ["/static/js/app.js", "/static-0123456789ab/js/app.js"])
def test_a_file_under_another_address_is_asked_for_each_time(
    client: PageClient, address: str
) -> None:
    _, headers, _ = fetch(client, address)
    assert headers["Cache-Control"] == "no-cache"
    again = {"If-None-Match": headers["ETag"]}
    assert fetch(client, address, **again)[0] == 304


@pytest.mark.parametrize("name", ["../pyproject.toml", "css", "css/none.css", "..%2fLICENSE"])
def test_nothing_but_the_files_is_there(client: PageClient, name: str) -> None:
    assert fetch(client, f"/static/{name}")[0] == 404


def test_the_same_file_is_compressed_into_the_same_bytes() -> None:
    assert gzipped(b"run " * 500) == gzipped(b"run " * 500)
    assert len(gzipped(b"run " * 500, padding=40)) == len(gzipped(b"run " * 500, padding=10)) + 30
