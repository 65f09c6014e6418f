"""What a server writes down: where it broke, never what someone wrote or a secret."""

from __future__ import annotations

import os
import re
import socket
import sqlite3
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from contextlib import closing, contextmanager
from dataclasses import replace
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING

import pytest
from flask import Response

from tests.cli.test_commands import free_port
from tests.web.conftest import FACTS, START, TODAY
from tests.web.diaries import check_in
from tracker.services.access import accounts, share_links
from tracker.services.diary import entries
from tracker.services.injury import episodes
from tracker.serving.refusals import BROKEN
from tracker.serving.server import Server
from tracker.storage.database import Database
from tracker.storage.schema import migrate
from tracker.web.kit.logs import trace

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask

PASSPHRASE = "purple wheelbarrow dawn"
NOTE = "numb below the knee"


class Visitor:
    """A browser of sorts, for a server that is a process of its own."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.cookies = CookieJar()
        keeping = urllib.request.HTTPCookieProcessor(self.cookies)
        self.opener = urllib.request.build_opener(keeping)

    def get(self, path: str) -> tuple[int, str]:
        return self._open(path, None)

    def send(self, path: str, page: str, **fields: str) -> tuple[int, str]:
        """Send fields to an address, with the form token of a page."""
        token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', self.get(page)[1])
        assert token is not None, page
        typed = urllib.parse.urlencode({"csrf_token": token[1], **fields})
        return self._open(path, typed.encode())

    def _open(self, path: str, data: bytes | None) -> tuple[int, str]:
        try:
            with self.opener.open(self.address + path, data, timeout=20) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode("utf-8", "replace")


@contextmanager
def serving(data_dir: Path, log: Path) -> Iterator[Visitor]:
    """Run the server with everything it writes in a file."""
    port = str(free_port())
    with log.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "tracker", "serve", "--no-browser", "--port", port],
            stdout=subprocess.PIPE,
            stderr=written,
            env={**os.environ, "TRACKER_DATA_DIR": str(data_dir)},
        )
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield Visitor(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()
            said, _ = process.communicate(timeout=20)
            written.write(said)


@pytest.mark.slow
def test_no_secret_no_note_and_no_pain_is_ever_written_to_the_log(tmp_path: Path) -> None:
    log, data = tmp_path / "log", tmp_path / "data"
    link = f"/shared/{_prepare(data)}/"
    with serving(data, log) as visitor:
        visitor.send("/sign-in", "/sign-in", name="Ada", passphrase=f"{PASSPHRASE} not quite")
        visitor.send("/sign-in", "/sign-in", name="Ada", passphrase=PASSPHRASE)
        assert visitor.get(link)[0] == 200
        _write_the_note(data, NOTE.encode() + b"\xed")  # half a letter, and SQLite quotes it all
        assert visitor.get("/history")[0] == 503  # a value that is no text is damage
        _write_the_note(data, NOTE.encode())
        _break(data)
        typed = {
            "pain": "7",
            "sensation": "pain",
            "note": NOTE,
            "date": "2026-05-02",
            "time": "07:30",
        }
        assert visitor.send("/check-in", "/check-in", **typed)[0] == 500
        assert visitor.get(f"{link}history")[0] == 500
    written = log.read_text(encoding="utf-8")
    assert "The diary cannot be used: the file is damaged" in written
    assert "POST /check-in" in written
    assert "GET /shared/<token>/history" in written
    assert "OperationalError" in written
    for secret in (PASSPHRASE, NOTE, link.split("/")[2], "Ada"):
        assert secret not in written


@pytest.mark.slow
@pytest.mark.own_app
def test_an_answer_that_breaks_off_is_logged_without_its_address_and_words(
    app: Flask, log: io.StringIO
) -> None:
    """Too late for an error page: the server itself notes it, after the app has answered."""
    token = "x" * 43

    def lines() -> Iterator[str]:
        yield "date,note\n"
        raise ValueError(NOTE)

    app.add_url_rule("/shared/<token>/file", view_func=lambda token: Response(lines()))  # noqa: ARG005
    listening = socket.create_server(("127.0.0.1", 0))
    visitor = Visitor(f"http://127.0.0.1:{listening.getsockname()[1]}")
    server = Server(app, listening)
    serving_ = threading.Thread(target=server.run)
    serving_.start()
    try:
        status, said = visitor.get(f"/shared/{token}/file")
    finally:
        server.stop()
        serving_.join()
    assert (status, said) == (500, BROKEN.body.decode())
    written = log.getvalue()
    assert "ValueError" in written
    assert NOTE not in written
    assert token not in written


def test_the_trace_of_an_error_has_its_places_and_kinds_but_no_message() -> None:
    with pytest.raises(LookupError) as raised:
        _raise_with_words()
    text = trace(raised.value)
    assert "_raise_with_words" in text
    assert text.index("ValueError") < text.index("LookupError")
    assert NOTE not in text


def _raise_with_words() -> None:
    try:
        int(NOTE)
    except ValueError as error:
        message = f"{NOTE}!"
        raise LookupError(message) from error


def _prepare(data: Path) -> str:
    """Make a diary and a link to it; return the link's token."""
    path = data / "diary.db"
    migrate(path)
    database = Database(path)
    account = accounts.register(database, name="Ada", passphrase=PASSPHRASE, now=START)
    episode = episodes.open_episode(database, account.id, FACTS, (), today=TODAY, now=START)
    noted = replace(check_in(TODAY), note=NOTE)
    entries.save_check_in(database, account.id, episode, noted, today=TODAY, now=START)
    token = share_links.share(
        database,
        account.id,
        episode,
        shared_with="Dr Okafor",
        with_notes=True,
        days=365,
        now=START,
    )
    database.close()
    return token


def _write_the_note(data: Path, note: bytes) -> None:
    with closing(sqlite3.connect(data / "diary.db", isolation_level=None)) as db:
        db.execute("UPDATE check_ins SET note = CAST(? AS TEXT)", (note,))


def _break(data: Path) -> None:
    """Make what a page stores fail as an error of ours does: no damage, and with all it held."""
    with closing(sqlite3.connect(data / "diary.db", isolation_level=None)) as db:
        for number, what in enumerate(("INSERT ON changes", "INSERT ON share_openings")):
            db.execute(f"CREATE TRIGGER odd{number} BEFORE {what} BEGIN SELECT odd(); END")
