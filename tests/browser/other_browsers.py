"""Firefox and WebKitGTK as Debian has them, driven by the protocol that each brings along.

Playwright drives builds of its own of these two; Selenium needs a program for Firefox that Debian
does not have. What the tests ask for is little, and the commands are WebDriver's in both.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from contextlib import closing, suppress
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

STARTS_WITHIN = 60  # seconds, on a busy machine
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # how WebDriver names a reference
IN_THE_MIDDLE = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })"
UNCONFINED = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}  # tests may run as root
PREFERENCES = {
    "marionette.port": 0,  # any that is free; it is written into the profile
    "app.normandy.enabled": False,  # and the rest keeps it off the network
    "app.update.enabled": False,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.systemAddon.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.server": "data:,",
}


class Driven(ABC):
    """One window of a browser, with a profile of its own."""

    process: subprocess.Popen[bytes]

    @abstractmethod
    def go(self, url: str) -> None:
        """Open a page and wait until it is there."""

    @abstractmethod
    def run(self, script: str, *args: object) -> Any:
        """Return what a script returns."""

    @abstractmethod
    def tap(self, selector: str) -> None:
        """Click the middle of an element, as a mouse does: what covers it would be hit instead."""

    @abstractmethod
    def sign_in(self, name: str, value: str) -> None:
        """Set a cookie for the page that is open."""

    def close(self) -> None:
        """End the browser."""
        _end(self.process)


class Firefox(Driven):
    """Through Marionette: each message is its length, a colon, and JSON."""

    def __init__(self, program: str, folder: Path) -> None:
        lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in PREFERENCES.items())
        (folder / "user.js").write_text("".join(lines))
        command = [program, "-headless", "-marionette", "-no-remote", "-profile", str(folder)]
        self.process = _started(command, folder)
        port = _awaited(lambda: int((folder / "MarionetteActivePort").read_text()))
        self._socket = _awaited(lambda: socket.create_connection(("127.0.0.1", port), timeout=120))
        self._stream = self._socket.makefile("rb")
        self._message()  # its greeting
        self._number = 0
        self._ask("NewSession", {})

    def go(self, url: str) -> None:
        self._ask("Navigate", {"url": url})

    def run(self, script: str, *args: object) -> Any:
        return self._ask("ExecuteScript", {"script": script, "args": args})["value"]

    def tap(self, selector: str) -> None:
        self.run(IN_THE_MIDDLE, selector)
        element = self._ask("FindElement", {"using": "css selector", "value": selector})["value"]
        self._ask("ElementClick", {"id": element[ELEMENT]})

    def sign_in(self, name: str, value: str) -> None:
        self._ask("AddCookie", {"cookie": {"name": name, "value": value}})

    def close(self) -> None:
        self._stream.close()
        self._socket.close()
        super().close()

    def _ask(self, command: str, parameters: object) -> Any:
        self._number += 1
        asked = json.dumps([0, self._number, f"WebDriver:{command}", parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(asked), asked))
        _, _, error, answer = self._message()
        if error:
            raise RuntimeError(error)
        return answer

    def _message(self) -> Any:
        length = b""
        while (byte := self._stream.read(1)) != b":":
            length += byte
        return json.loads(self._stream.read(int(length)))


class WebKit(Driven):
    """Through WebKitWebDriver, by http."""

    def __init__(self, program: str, folder: Path) -> None:
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            self._port = free.getsockname()[1]
        self._screen, display = _screen()
        command = [program, f"--port={self._port}"]
        self.process = _started(command, folder, DISPLAY=display, **UNCONFINED)
        wanted: dict[str, Any] = {"capabilities": {"alwaysMatch": {}}}
        self._session = ""
        self._session = "/" + _awaited(lambda: self._ask("", wanted))["sessionId"]

    def go(self, url: str) -> None:
        self._ask("/url", {"url": url})

    def run(self, script: str, *args: object) -> Any:
        return self._ask("/execute/sync", {"script": script, "args": args})

    def tap(self, selector: str) -> None:
        self.run(IN_THE_MIDDLE, selector)
        element = self._ask("/element", {"using": "css selector", "value": selector})
        self._ask(f"/element/{element[ELEMENT]}/click", {})

    def sign_in(self, name: str, value: str) -> None:
        self._ask("/cookie", {"cookie": {"name": name, "value": value}})

    def close(self) -> None:
        with suppress(OSError, RuntimeError):
            self._ask("", None, "DELETE")
        super().close()
        _end(self._screen)

    def _ask(self, path: str, body: object, method: str = "POST") -> Any:
        with closing(HTTPConnection("127.0.0.1", self._port, timeout=120)) as connection:
            sent = None if body is None else json.dumps(body)
            connection.request(method, f"/session{self._session}{path}", sent)
            answer = json.loads(connection.getresponse().read())["value"]
        if isinstance(answer, dict) and answer.get("error"):
            raise RuntimeError(answer)
        return answer


def _started(command: list[str], folder: Path, **environment: str) -> subprocess.Popen[bytes]:
    """Start with a home of its own."""
    own = {**os.environ, "HOME": str(folder), **environment}
    return subprocess.Popen(command, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _screen() -> tuple[subprocess.Popen[bytes], str]:
    """Start a screen that nobody sees, and return its name too."""
    command = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp"]
    nowhere, pipe = subprocess.DEVNULL, subprocess.PIPE
    process = subprocess.Popen(command, stdout=pipe, stderr=nowhere)
    assert process.stdout is not None
    with process.stdout as stream:
        return process, f":{stream.readline().decode().strip()}"


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _awaited(read: Any) -> Any:
    """Return what is read, once it can be."""
    until = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            return read()
        except (OSError, ValueError):
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
