"""Callers who mean no good, from another address than the runner's.

`python -m tests.bench.attacks NAME PORT JSON` goes on until it is ended; it says "begun" when it
has begun. Linux lets every machine call itself from any address that begins with 127.
"""

from __future__ import annotations

import itertools
import json
import os
import socket
import ssl
import sys
import time
from contextlib import suppress
from http.client import HTTPException
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Callable

ELSEWHERE = "127.0.0.2"
GIVEN = dict[str, Any]
_FORM = "application/x-www-form-urlencoded"


def _connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=60, source_address=(ELSEWHERE, 0))


def _request(method: str, path: str, cookie: str = "", *, length: int = 0, kind: str = "") -> bytes:
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", "Connection: close"]
    lines += [f"Cookie: {cookie}"] if cookie else []
    lines += [f"Content-Length: {length}", f"Content-Type: {kind}"] if method == "POST" else []
    return "\r\n".join(lines).encode() + b"\r\n\r\n"


def _ask(port: int, sent: bytes) -> bytes:
    with _connect(port) as connection:
        connection.sendall(sent)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def _keep(number: int, make: Callable[[], socket.socket], crumbs: bytes = b"") -> None:
    """Hold so many connections, give each a byte a second, and open those anew that ended."""
    held: list[socket.socket] = []
    while True:
        with suppress(OSError):
            while len(held) < number:
                held.append(make())
        for connection in list(held):
            try:
                connection.sendall(crumbs)
                connection.settimeout(0)
                if connection.recv(1) == b"":
                    raise ConnectionAbortedError
            except BlockingIOError:
                connection.settimeout(60)
            except OSError:
                connection.close()
                held.remove(connection)
        _begun()
        time.sleep(1)


def _all_at_once(number: int, work: Callable[[int], object]) -> None:
    """So many threads, each of which works again and again."""

    def again(first: int) -> None:
        for turn in itertools.count(first, number):
            with suppress(OSError, HTTPException):
                work(turn)

    for first in range(number):
        Thread(target=again, args=(first,), daemon=True).start()
    time.sleep(1)
    _begun()
    time.sleep(3600)


def idle_tls(port: int, _given: GIVEN) -> None:
    """400 connections that never begin the handshake."""
    _keep(400, lambda: _connect(port))


def shaken_tls(port: int, _given: GIVEN) -> None:
    """400 connections that ask for nothing once the handshake is done."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    _keep(400, lambda: context.wrap_socket(_connect(port)))


def slow_heads(port: int, _given: GIVEN) -> None:
    """200 requests whose head arrives a letter a second."""
    _keep(200, lambda: _sent(port, b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "), b"a")


def slow_bodies(port: int, _given: GIVEN) -> None:
    """200 forms that arrive a letter a second."""
    _keep(200, lambda: _sent(port, _request("POST", "/sign-in", length=9999, kind=_FORM)), b"a")


def _sent(port: int, sent: bytes) -> socket.socket:
    connection = _connect(port)
    connection.sendall(sent)
    return connection


def bad_sign_ins(port: int, given: GIVEN) -> None:
    """28 wrong passphrases at once, again and again, each for another name."""
    cookie, token = given["form"]

    def wrong(turn: int) -> None:
        fields = {"name": f"n{turn}", "passphrase": "not this one", "csrf_token": token}
        body = urlencode(fields).encode()
        _ask(port, _request("POST", "/sign-in", cookie, length=len(body), kind=_FORM) + body)

    _all_at_once(28, wrong)


def large_bodies(port: int, _given: GIVEN) -> None:
    """16 strangers who send 20 MB each to a page that takes files."""
    head = _request("POST", "/session/file", length=20_000_000, kind="multipart/form-data")
    _all_at_once(16, lambda _: _ask(port, head + bytes(20_000_000)))


def pdfs_by_a_link(port: int, given: GIVEN) -> None:
    """16 readers of one link, each of whom has a PDF of other days made."""
    days = _days(given)
    path = f"/shared/{given['link']}/clinician.pdf"
    _all_at_once(16, lambda turn: _ask(port, _request("GET", f"{path}?first={days[turn % 300]}")))


def charts(port: int, given: GIVEN) -> None:
    """16 browsers of another account, each of which has a chart of other days drawn."""
    days, cookie = _days(given), given["cookie"]

    def draw(turn: int) -> None:
        path = f"/progress/recovery.png?first={days[turn % 300]}"
        _ask(port, _request("GET", path, cookie))

    _all_at_once(16, draw)


def recordings(port: int, given: GIVEN) -> None:
    """8 browsers of another account, each of which sends a recording of five hours."""
    cookie, token = given["form_in"]
    kind = "multipart/form-data; boundary=cut"
    points = "".join(
        f'<trkpt lat="{50 + n / 1e5}" lon="8"><time>2026-04-0{1 + n // 43200}T'
        f"{n // 1800 % 24:02}:{n // 30 % 60:02}:{n * 2 % 60:02}Z</time></trkpt>"
        for n in range(9000)
    )
    gpx = (
        f'<gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>{points}</trkseg></trk></gpx>'
    )
    parts = (
        ('name="csrf_token"', token),
        ('name="file"; filename="a.gpx"', gpx),
    )
    body = "".join(
        f"--cut\r\nContent-Disposition: form-data; {name}\r\n\r\n{value}\r\n"
        for name, value in parts
    ).encode()
    body += b"--cut--\r\n"
    head = _request("POST", "/session/file", cookie, length=len(body), kind=kind)
    _all_at_once(8, lambda _: _ask(port, head + body))


def _days(given: GIVEN) -> list[str]:
    return list(given["days"])


def _begun() -> None:
    if not _said:
        sys.stdout.write("begun\n")
        sys.stdout.flush()
        _said.append(True)


_said: list[bool] = []
ATTACKS: dict[str, Callable[[int, GIVEN], None]] = {
    function.__name__: function
    for function in (
        idle_tls, shaken_tls, slow_heads, slow_bodies, bad_sign_ins, large_bodies,
        pdfs_by_a_link, charts, recordings,
    )
}  # fmt: skip
OVER_TLS = frozenset({"idle_tls", "shaken_tls"})


if __name__ == "__main__":
    os.nice(10)  # they are other machines, whose work does not slow this one down
    ATTACKS[sys.argv[1]](int(sys.argv[2]), json.loads(sys.argv[3]))
