"""What the server itself says, before the app is asked: with the headers of every answer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import html5lib
import pytest

from tracker.serving import exchange, refusals
from tracker.web.kit.security import HEADERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.serving.conftest import Door

GET = b"GET /about HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
POST = b"POST /sign-in HTTP/1.1\r\nHost: localhost\r\n"


def head_of(answer: bytes) -> tuple[int, dict[str, str]]:
    """Return the status, and the headers by their names in small letters."""
    first, *lines = answer.partition(b"\r\n\r\n")[0].decode("latin1").split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    return int(first.split()[1]), {name.lower(): value for name, value in headers.items()}


@pytest.mark.parametrize(
    ("sent", "status", "words"),
    [
        (b"rubbish\r\n\r\n", 400, b"no request"),
        (b"GET /about HTTP/1.1\r\n\r\n", 400, b"no request"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nA: " + b"x" * 70_000 + b"\r\n\r\n", 431, b"too large"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400, b"no request"),
        (POST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n", 400, b"no request"),
        (POST + b"Content-Length: -1\r\n\r\n", 400, b"no request"),
        (POST + b"Transfer-Encoding: gzip, chunked\r\n\r\n", 501, b"does not know"),
        (
            POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400,
            b"in two ways",
        ),
    ],
)
def test_what_is_no_request_is_answered_with_a_sentence_and_the_headers(
    door: Door, sent: bytes, status: int, words: bytes
) -> None:
    answer = door.said(sent)
    code, headers = head_of(answer)
    assert (code, headers["connection"]) == (status, "close")
    assert words in answer.partition(b"\r\n\r\n")[2]
    for name, value in HEADERS.items():
        assert headers[name.lower()] == value
    assert "server" not in headers


@pytest.mark.parametrize(
    "lengths",
    [
        b"Content-Length: 5, 6",
        b"Content-Length: +5",
        b"Content-Length: 0x5",
        b"Content-Length: 5 5",
        b"Content-Length: 5\r\nContent-Length: 5\r\nContent-Length: 6",
        b"Content-Length: 5\r\nTransfer-Encoding: identity",
        b"Content-Length: 5\r\nTransfer-Encoding : chunked",
        b"Transfer-Encoding: chunked, identity",
        b"Transfer-Encoding: xchunked",
        b"Transfer-Encoding: \x0bchunked",
        b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        b"Transfer-Encoding: chunked\r\nContent-Length: 0",
    ],
)
def test_no_request_is_hidden_behind_a_length_that_can_be_read_in_two_ways(
    door: Door, lengths: bytes
) -> None:
    hidden = b"0\r\n\r\n" + GET
    answer = door.said(POST + lengths + b"\r\n\r\n" + hidden)
    code, headers = head_of(answer)
    assert code in {400, 501}, answer[:200]
    assert headers["connection"] == "close"
    assert answer.count(b"HTTP/1.1 ") == 1


EVERY_REFUSAL = {n: r for n, r in vars(refusals).items() if isinstance(r, refusals.Refusal)}


@pytest.mark.parametrize("name", EVERY_REFUSAL)
def test_every_refusal_is_a_small_page_that_says_what_to_do(name: str) -> None:
    refusal = EVERY_REFUSAL[name]
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    page = parser.parse(refusal.body.decode())
    assert [error for error in parser.errors if error[1] != "unknown-doctype"] == []
    what, _, to_do = refusal.sentence.partition(". ")
    assert to_do
    assert (page.findtext(".//h1"), page.findtext(".//p")) == (what, to_do)
    assert dict(refusal.all_headers)[b"content-type"] == b"text/html; charset=utf-8"


def test_no_answer_names_the_server(door: Door) -> None:
    code, headers = head_of(door.said(GET))
    assert code == 200
    assert "server" not in headers
    assert headers["content-security-policy"]


def test_lines_that_end_in_a_bare_line_feed_are_answered(door: Door) -> None:
    code, _ = head_of(door.said(GET.replace(b"\r\n", b"\n")))
    assert code == 200


def test_a_header_with_an_underscore_passes_for_no_other(door: Door) -> None:
    sent = GET.replace(b"\r\n\r\n", b"\r\nX_Request_ID: stolen\r\nX-Request-Id: real\r\n\r\n")
    _, headers = head_of(door.said(sent))
    assert headers["x-request-id"] == "real"


def test_one_connection_takes_one_request_after_another_even_sent_at_once(door: Door) -> None:
    request = GET.replace(b"Connection: close\r\n", b"")
    assert door.said(request + request + GET).count(b"HTTP/1.1 200 OK") == 3


def test_who_asks_only_for_the_head_gets_no_body(door: Door) -> None:
    answer = door.said(GET.replace(b"GET", b"HEAD"))
    assert head_of(answer)[0] == 200
    assert answer.endswith(b"\r\n\r\n")


def test_a_head_that_trickles_is_ended_with_a_word(quick: Callable[..., Door]) -> None:
    door = quick(head=0.3)
    connection = door.connect()
    for letter in b"GET / HT":
        connection.sendall(bytes([letter]))
    assert head_of(door.said(b"", connection))[0] == 408
    assert door.said(b"") == b""  # who says nothing is told nothing


def test_a_body_that_stops_is_ended_with_a_word(
    quick: Callable[..., Door], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_UNREAD_SECONDS", 0.3)
    door = quick(gap=0.3)
    assert head_of(door.said(POST + b"Content-Length: 100\r\n\r\nname="))[0] == 408


def test_slow_callers_hold_no_thread(door: Door) -> None:
    """Eleven half bodies, half heads and half-read pictures; the server has eight threads."""
    for number in range(11):
        slow = door.connect("127.0.0.9")
        begun = (b"GET / HTTP", POST + b"Content-Length: 100\r\n\r\nname=", b"")[number % 3]
        slow.sendall(begun)
    assert head_of(door.said(GET))[0] == 200


def test_who_holds_many_connections_loses_them_to_newcomers(door: Door) -> None:
    """Twelve of one network are kept, however many it opens; everyone is answered."""
    held = [door.connect("127.0.0.9") for _ in range(40)]
    assert head_of(door.said(GET))[0] == 200
    assert head_of(door.said(GET, door.connect("127.0.0.9")))[0] == 200
    until = time.monotonic() + 20
    while len(door.server._connections) > 12 and time.monotonic() < until:
        time.sleep(0.01)
    assert len(door.server._connections) <= 12
    assert len(held) == 40
