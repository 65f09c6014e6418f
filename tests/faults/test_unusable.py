"""A diary's file that cannot be used: held by another program, or write-protected."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from werkzeug.datastructures import MultiDict

from tests.faults.sent import NOTE, UID, is_saved, send
from tests.web.household import client_of
from tests.web.pages import parsed, words_of
from tracker.app import create_app
from tracker.storage.schema import SchemaError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

    from flask import Flask
    from werkzeug.test import TestResponse

    from tests.web.conftest import Clock, SignedIn
    from tracker.settings import Settings
    from tracker.storage.database import Database

HOLDER = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    db.execute(statement)
print("held", flush=True)
sys.stdin.read()
"""
WRITING = ("BEGIN IMMEDIATE",)
EXCLUSIVE = ("PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE")


@contextmanager
def _held(file: Path, statements: tuple[str, ...]) -> Iterator[None]:
    """Let another process hold the file."""
    command = [sys.executable, "-c", HOLDER, str(file), *statements]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    out: IO[bytes] | None = holder.stdout
    assert out is not None
    assert out.readline() == b"held\n"
    try:
        yield
    finally:
        holder.communicate(timeout=60)


@pytest.mark.parametrize(
    ("statements", "today_status"),
    [(WRITING, 200), pytest.param(EXCLUSIVE, 503, marks=pytest.mark.slow)],
)
def test_who_waits_too_long_is_told_and_can_send_it_again(
    impatient: Flask, with_account: SignedIn, statements: tuple[str, ...], today_status: int
) -> None:
    database: Database = impatient.config["DATABASE"]
    client, _ = client_of(impatient, with_account.token)
    database.close()
    with _held(database.path, statements):
        answer = send(impatient, with_account)
        assert client.get("/").status_code == today_status
        assert client.get("/healthz").status_code == today_status
    assert answer.status_code == 503
    assert answer.headers["Retry-After"].isdecimal()
    words = words_of(answer)
    assert "The diary is busy" in words
    assert f"Note{NOTE}" in words
    assert UID not in words
    assert not is_saved(impatient, with_account)
    assert _sent_again(impatient, with_account, answer).status_code == 303
    assert is_saved(impatient, with_account)


def _sent_again(app: Flask, signed_in: SignedIn, answer: TestResponse) -> TestResponse:
    """Press the page's own button, in the browser whose form it was."""
    page = parsed(answer)
    (form,) = page.iter("form")
    held = [(field.get("name"), field.get("value")) for field in form.iter("input")]
    client, form_token = client_of(app, signed_in.token)
    fields = MultiDict([(n, form_token if n == "csrf_token" else v) for n, v in held])
    sent: TestResponse = client.post(form.get("action", ""), data=fields)
    return sent


def test_a_passphrase_is_not_put_into_the_page_to_be_sent_again(impatient: Flask) -> None:
    client, form_token = client_of(impatient, None)
    fields = {"name": "Ada", "passphrase": "slow and steady", "csrf_token": form_token}
    with _held(impatient.config["DATABASE"].path, WRITING):
        answer = client.post("/sign-in", data=fields)
    assert answer.status_code == 503
    assert b"slow and steady" not in answer.data
    assert b"Send it again" not in answer.data
    assert "NameAda" in words_of(answer)


@contextmanager
def _write_protected(folder: Path) -> Iterator[None]:
    """Take away the right to write; where root ignores such rights, by a mount."""
    if os.geteuid():
        before = {path: path.stat().st_mode for path in (folder, *folder.iterdir())}
        for path, mode in before.items():
            path.chmod(mode & ~0o222)
        yield
        for path, mode in before.items():
            path.chmod(mode)
        return
    bind = subprocess.run(["mount", "--bind", folder, folder], capture_output=True, check=False)
    if bind.returncode:
        pytest.skip("this root may not mount a folder")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="uses Linux's mounts and rights")
def test_a_write_protected_folder_is_explained_and_refused_at_the_start(
    impatient: Flask, with_account: SignedIn, settings: Settings, clock: Clock
) -> None:
    database: Database = impatient.config["DATABASE"]
    database.close()
    with _write_protected(settings.data_dir):
        answer = send(impatient, with_account)
        with pytest.raises(SchemaError, match="Let the user who runs the tracker write"):
            create_app(settings, clock=clock)
        database.close()
    assert answer.status_code == 507
    assert "cannot be written to" in words_of(answer)
    assert send(impatient, with_account).status_code == 303
    assert is_saved(impatient, with_account)
