"""Real servers in processes of their own, and a browser of a few lines."""

from __future__ import annotations

import os
import re
import ssl
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPMessage, HTTPSConnection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ADDRESS = re.compile(r" is at (https?://\S+/)")
_CSRF = re.compile(r'name="csrf_token" type="hidden" value="([^"]+)"')
_HTML_OR_REDIRECT = range(200, 400)


class Server(NamedTuple):
    """A server that answers: where, and as which process."""

    address: str
    pid: int

    @property
    def resident_megabytes(self) -> float:
        """The memory it holds now; read from /proc, so on Linux only."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@contextmanager
def tracker(folder: Path, *options: str) -> Iterator[Server]:
    """Serve the diary of a data folder, as the runner does."""
    with _started("tracker", "serve", "--no-browser", *options, folder=folder) as server:
        yield server


@contextmanager
def bare(folder: Path) -> Iterator[Server]:
    """Serve the anchor, with a file in that folder."""
    with _started("tests.bench.bare", str(folder / "bare.sqlite"), folder=folder) as server:
        yield server


@contextmanager
def _started(module: str, *arguments: str, folder: Path) -> Iterator[Server]:
    process = subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**_as_installed(), "TRACKER_DATA_DIR": str(folder)},
    )
    assert process.stdout is not None
    try:
        output = iter(process.stdout.readline, "")
        address = next(match[1] for line in output if (match := _ADDRESS.search(line)))
        yield Server(address, process.pid)
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _as_installed() -> dict[str, str]:
    """This environment, but modules stay compiled: who installs a package has them so."""
    unwanted = "PYTHONDONTWRITEBYTECODE"
    return {name: value for name, value in os.environ.items() if name != unwanted}


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: HTTPMessage
    body: bytes


class Browser:
    """One kept connection and one cookie. An answer that is an error is raised as one."""

    def __init__(self, server: Server, cookie: str = "") -> None:
        parts = urlsplit(server.address)
        assert parts.hostname is not None
        place = (parts.hostname, parts.port)
        self._connection = (
            HTTPSConnection(*place, timeout=60, context=_any_certificate())
            if parts.scheme == "https"
            else HTTPConnection(*place, timeout=60)
        )
        self._headers = {"Cookie": cookie} if cookie else {}
        self._token = ""

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for an address; a form leads to one of its own, as in a browser."""
        answer = self._ask("GET", path, None, self._headers | headers)
        named = answer.headers.get("Location", "")
        return self.get(named, **headers) if "entry=" in named else answer

    def post(self, path: str, **answers: str) -> Answer:
        """Send a form."""
        headers = {**self._headers, "Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode({**answers, "csrf_token": self._token}), headers)

    def open_form(self) -> None:
        """Take a form's token, and the cookie that goes with it."""
        cookie, self._token = self.form_of("/check-in")
        self._headers = {"Cookie": cookie}

    def form_of(self, path: str) -> tuple[str, str]:
        """Return the cookie that goes with a page's form, and the form's token."""
        answer = self.get(path)
        token = _CSRF.search(answer.body.decode())
        assert token is not None
        return answer.headers["Set-Cookie"].partition(";")[0], token[1]

    def save(self, entry: str, answers: Mapping[str, str]) -> str:
        """Save an entry at its form's address; return its id."""
        uid = uuid4().hex
        self.post(f"/{entry}", uid=uid, **answers)
        return uid

    def take_out(self, entry: str, uid: str) -> None:
        """Delete it again, so that the diary stays as it was."""
        self.post(f"/{entry}s/{uid}/delete")

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def _ask(self, method: str, path: str, body: str | None, headers: Mapping[str, str]) -> Answer:
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        if answer.status not in _HTML_OR_REDIRECT:
            raise AssertionError(f"{method} {path}: {answer.status}")
        return answer


def _any_certificate() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
