"""A server that is told to stop finishes what it has begun, and takes nothing new."""

from __future__ import annotations

import os
import signal
import socket
import ssl
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection, HTTPSConnection
from typing import TYPE_CHECKING

import pytest

from tests.browser.certificates import self_made
from tests.cli.test_commands import free_port
from tests.databases import environment
from tests.faults.people import COOKIE, a_check_in, answer_to, runners, today
from tests.raw_sql import held, rows

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.settings import Settings


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends processes without telling them")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_what_was_begun_is_answered_and_saved_before_the_end(
    settings: Settings, number: signal.Signals
) -> None:
    (runner,) = runners(settings, 1)
    port = free_port()
    server = _start(settings, port)
    with held(settings.place):  # so that the form has to wait
        form = runner.begin_to_send(port, "/check-in", a_check_in("a" * 32, today()))
        assert runner.get(port, "/healthz").status == 200  # what was sent before this is begun
        server.send_signal(number)
        _until_nobody_is_let_in(port)
        assert server.poll() is None
    with closing(form):
        assert answer_to(form).status == 303
    assert server.wait(60) == 0
    assert rows(settings.place, "SELECT uid FROM check_ins") == [("a" * 32,)]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends processes without telling them")
def test_a_server_that_nobody_asks_ends_at_once_and_closes_the_diary(settings: Settings) -> None:
    (runner,) = runners(settings, 1)
    port = free_port()
    server = _start(settings, port)
    with closing(HTTPConnection("127.0.0.1", port)) as idle:
        idle.connect()  # a browser keeps its connection open
        assert runner.get(port, "/").status == 200
        assert _is_open(settings)
        server.terminate()
        assert server.wait(60) == 0
    assert not _is_open(settings)
    assert "Traceback" not in (settings.data_dir / "log").read_text("utf-8")


def _is_open(settings: Settings) -> bool:
    """Whether any process has the diary open."""
    if settings.server is None:
        return settings.database.with_name("diary.db-wal").exists()
    others = "datname = current_database() AND application_name = 'return-to-run-tracker'"
    return rows(settings.server, f"SELECT 1 FROM pg_stat_activity WHERE {others}") != []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends processes without telling them")
def test_over_https_too_what_was_begun_is_answered(settings: Settings, tmp_path: Path) -> None:
    (runner,) = runners(settings, 1)
    cert, key = self_made(tmp_path, "tracker.test")
    port = free_port()
    server = _start(settings, port, "--certfile", str(cert), "--keyfile", str(key))
    trusting = ssl.create_default_context(cafile=str(cert))
    trusting.check_hostname = False
    with closing(HTTPSConnection("127.0.0.1", port, context=trusting)) as page:
        with held(settings.place):  # the first verdict waits for its record
            page.request("GET", "/", headers={"Cookie": f"__Host-{COOKIE}={runner.cookie}"})
            with closing(HTTPSConnection("127.0.0.1", port, context=trusting)) as health:
                health.request("GET", "/healthz")
                assert health.getresponse().read() == b"ok\n"
            server.terminate()
        answer = page.getresponse()
        assert answer.status == 200
        assert answer.read().rstrip().endswith(b"</html>")
    assert server.wait(60) == 0


def _until_nobody_is_let_in(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            return
        time.sleep(0.01)
    raise TimeoutError("new callers are still let in")


def _start(settings: Settings, port: int, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tracker", "serve", "--no-browser", "--port", str(port)]
    settings.data_dir.mkdir(exist_ok=True)
    with (settings.data_dir / "log").open("w") as log:
        server = subprocess.Popen(
            [*command, *options],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env={**os.environ, **environment(settings)},
        )
    assert server.stdout is not None
    assert "The tracker is at" in server.stdout.readline()
    server.stdout.close()
    return server


@pytest.mark.slow
def test_connections_that_are_held_open_keep_no_newcomer_waiting(settings: Settings) -> None:
    port = free_port()
    server = _start(settings, port)
    held = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(200)]
    try:
        newcomer = HTTPConnection("127.0.0.1", port, timeout=10)
        newcomer.request("GET", "/healthz")
        assert newcomer.getresponse().status == 200
        newcomer.close()
    finally:
        for connection in held:
            connection.close()
        server.terminate()
        server.wait(30)
