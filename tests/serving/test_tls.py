"""https by a certificate of one's own: in time, in number, and renewed while it is served."""

from __future__ import annotations

import logging
import ssl
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.browser.certificates import self_made
from tests.serving.conftest import FEW, Door, served
from tests.serving.test_answers import GET, head_of
from tracker.serving import server as serving
from tracker.serving.certificates import CertificateError, Certificates
from tracker.web.kit.security import HEADERS

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask


@pytest.fixture
def cert(tmp_path: Path) -> Path:
    return self_made(tmp_path, "tracker.test")[0]


@pytest.fixture
def secure(app: Flask, cert: Path) -> Iterator[Door]:
    certificates = Certificates(str(cert), str(cert.with_name("key.pem")))
    with served(app, certificates=certificates) as door:
        yield door


def test_https_is_spoken(secure: Door, cert: Path) -> None:
    assert head_of(secure.said(GET, secure.trusting(cert)))[0] == 200


@pytest.mark.parametrize("method", [b"GET", b"HEAD"])
def test_plain_http_on_a_tls_port_is_sent_to_https(secure: Door, method: bytes) -> None:
    host = f"localhost:{secure.port}"
    line = method + b" /sign-in?next=%2Fhistory HTTP/1.1\r\nHost: " + host.encode()
    code, headers = head_of(secure.said(line + b"\r\n\r\n"))
    assert (code, headers["location"]) == (308, f"https://{host}/sign-in?next=%2Fhistory")
    assert headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize(
    "sent",
    [
        b"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    ],
)
def test_what_cannot_be_sent_on_is_told_in_a_sentence(secure: Door, sent: bytes) -> None:
    answer = secure.said(sent)
    code, headers = head_of(answer)
    assert (code, "location" in headers) == (400, False)
    assert b"https://" in answer.partition(b"\r\n\r\n")[2]


def test_idle_connections_neither_break_the_service_nor_fill_the_log(
    secure: Door, cert: Path, log: io.StringIO
) -> None:
    """As many again as there may be, and some more that break the handshake off."""
    for number in range(3 * FEW.connections):
        idle = secure.connect("127.0.0.9")
        if number % 3:
            idle.sendall(b"\x16\x03\x01"[: number % 3] + b"\xff" * (number % 7))
    for _ in range(5):
        assert head_of(secure.said(GET, secure.trusting(cert)))[0] == 200
    assert len(secure.server._connections) <= FEW.connections
    lines = [line for line in log.getvalue().splitlines() if '"route"' not in line]
    assert len(lines) <= 3, lines


def test_a_renewed_certificate_is_served_without_a_restart_and_a_broken_one_is_not(
    secure: Door, cert: Path, monkeypatch: pytest.MonkeyPatch, log: io.StringIO
) -> None:
    monkeypatch.setattr(serving, "_TICKS_OF_A_RENEWAL", 1)
    first = secure.trusting(cert).getpeercert(binary_form=True)
    self_made(cert.parent, "tracker.test")
    until = time.monotonic() + 20
    while _served(secure) == first and time.monotonic() < until:
        time.sleep(0.05)
    second = secure.trusting(cert).getpeercert(binary_form=True)
    assert second != first
    cert.write_text("no certificate")
    while "cannot be used" not in log.getvalue() and time.monotonic() < until:
        time.sleep(0.05)
    assert "cannot be used" in log.getvalue()
    assert _served(secure) == second


def _served(door: Door) -> bytes | None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with context.wrap_socket(door.connect()) as connection:
        return connection.getpeercert(binary_form=True)


def test_a_certificate_that_is_none_is_refused_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(CertificateError, match="no such"):
        Certificates(str(tmp_path / "nowhere.pem"), None)


@pytest.mark.skipif(sys.platform == "win32", reason="asks for the descriptors of the process")
def test_what_happens_often_is_logged_once_a_minute_with_its_number(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tracker.serving import notices

    seconds = [0.0]
    monkeypatch.setattr(notices, "monotonic", lambda: seconds[0])
    limited = notices.Notices()
    with caplog.at_level(logging.WARNING):
        for _ in range(500):
            limited.note("A connection was refused.")
        seconds[0] = 61.0
        limited.note("A connection was refused.")
    assert [record.facts["times"] for record in caplog.records] == [1, 500]  # type: ignore[attr-defined]
