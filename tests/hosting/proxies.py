"""The proxies of docs/hosting, started for a test: their recipe, with this machine's ports."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.certificates import self_made

if TYPE_CHECKING:
    from collections.abc import Iterator

RECIPES = Path(__file__).parents[2] / "docs" / "hosting"
REQUIRED = "TRACKER_REQUIRE_PROXIES"
NAME = "tracker.test"  # a name kept free for tests; the browser is told where it is


def program(name: str) -> str:
    """Return where a proxy is; without it the test is skipped, or fails where it is required."""
    path = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    if path is None:
        leave = pytest.fail if os.environ.get(REQUIRED) else pytest.skip
        leave(f"no {name} was found")
    return path


@contextmanager
def nginx(folder: Path, port: int, tracker: int) -> Iterator[Path]:
    """Serve a name of its own by nginx.conf; hand out the log of requests."""
    yield from _nginx(folder, port, _recipe("nginx.conf", "run.example.org", port, tracker, folder))


@contextmanager
def nginx_under_a_path(folder: Path, port: int, tracker: int) -> Iterator[Path]:
    """Serve a name that it shares with others by nginx-path.conf."""
    own = _recipe("nginx-path.conf", "example.org", port, tracker, folder)
    own += "location / { return 200 'something else'; }"
    tls = f"ssl_certificate {folder}/cert.pem; ssl_certificate_key {folder}/key.pem;"
    yield from _nginx(folder, port, f"server {{ listen 127.0.0.1:{port} ssl; {tls}\n{own}\n}}")


@contextmanager
def caddy(folder: Path, port: int, tracker: int) -> Iterator[Path]:
    """Serve a name of its own by the Caddyfile, with a certificate made here."""
    self_made(folder, NAME)
    own = _recipe("Caddyfile", "run.example.org", port, tracker, folder)
    own = own.replace(f"{NAME} {{", f"{NAME}:{port} {{\n\ttls {folder}/cert.pem {folder}/key.pem")
    file, log = folder / "Caddyfile", folder / "caddy.log"
    file.write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{own}", "utf-8")
    command = [program("caddy"), "run", "--config", str(file), "--adapter", "caddyfile"]
    yield from _running(command, port, log, folder)


def _recipe(file: str, name: str, port: int, tracker: int, folder: Path) -> str:
    text = (RECIPES / file).read_text("utf-8")
    for theirs, ours in (
        (f"/etc/ssl/{name}/fullchain.pem", f"{folder}/cert.pem"),
        (f"/etc/ssl/{name}/privkey.pem", f"{folder}/key.pem"),
        ("listen 443", f"listen 127.0.0.1:{port}"),
        ("127.0.0.1:8000", f"127.0.0.1:{tracker}"),
        (name, NAME),
    ):
        text = text.replace(theirs, ours)
    return text


def _nginx(folder: Path, port: int, servers: str) -> Iterator[Path]:
    self_made(folder, NAME)
    log, file = folder / "access.log", folder / "nginx.conf"
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    user = "user root;" if os.geteuid() == 0 else ""
    file.write_text(
        f"{user} daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}"
        f" http {{ access_log {log}; {temporary}\n{servers}\n}}",
        "utf-8",
    )
    command = [program("nginx"), "-p", str(folder), "-c", str(file), "-e", f"{folder}/error.log"]
    yield from _running(command, port, log, folder)


def _running(command: list[str], port: int, log: Path, folder: Path) -> Iterator[Path]:
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            command, stdout=said, stderr=said, env={**os.environ, "HOME": str(folder)}
        )
        try:
            _wait_for(port, process, folder / "said")
            yield log
        finally:
            process.terminate()
            process.wait(20)


def _wait_for(port: int, process: subprocess.Popen[bytes], said: Path) -> None:
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"the proxy did not start: {said.read_text('utf-8')}")
