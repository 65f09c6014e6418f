"""A diary's file that cannot be used: held by another program, write-protected, damaged."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from werkzeug.datastructures import MultiDict

from tests.conftest import compiled_once
from tests.faults.overwritten import (
    a_cell,
    a_column,
    a_day,
    all_of_it,
    its_own_words,
    no_database,
    one_page,
)
from tests.faults.people import a_check_in
from tests.web.conftest import START, TODAY, Clock, SignedIn
from tests.web.household import client_of
from tests.web.pages import PageClient, parsed, words_of
from tracker.app import create_app
from tracker.cli import main
from tracker.cli.care import look_through
from tracker.services.diary import entries
from tracker.services.errors import NotFound
from tracker.settings import DATA_DIR
from tracker.storage import backups
from tracker.storage.schema import DamagedError, SchemaError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import IO

    from flask import Flask
    from werkzeug.test import TestResponse

    from tracker.settings import Settings
    from tracker.storage.database import Database

UID = "c" * 32
NOTE = "sore after the stairs"
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


@pytest.fixture
def impatient(settings: Settings, clock: Clock, with_account: SignedIn) -> Iterator[Flask]:
    """The app, which waits for others much shorter than usual."""
    assert with_account.token
    app = compiled_once(create_app(settings, clock=clock, busy_seconds=0.1))
    app.test_client_class = PageClient
    yield app
    app.config["DATABASE"].close()


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


def _send(app: Flask, signed_in: SignedIn) -> TestResponse:
    client, form_token = client_of(app, signed_in.token)
    fields = {**a_check_in(UID, TODAY, NOTE), "csrf_token": form_token}
    answer: TestResponse = client.post("/check-in", data=fields)
    return answer


def _is_saved(app: Flask, signed_in: SignedIn) -> bool:
    database: Database = app.config["DATABASE"]
    try:
        check_in = entries.find_check_in(database, signed_in.account_id, signed_in.episode_id, UID)
    except NotFound:
        return False
    return check_in.note == NOTE


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
        answer = _send(impatient, with_account)
        assert client.get("/").status_code == today_status
        assert client.get("/healthz").status_code == today_status
    assert answer.status_code == 503
    assert answer.headers["Retry-After"].isdecimal()
    words = words_of(answer)
    assert "The diary is busy" in words
    assert f"Note{NOTE}" in words
    assert UID not in words
    assert not _is_saved(impatient, with_account)
    assert _sent_again(impatient, with_account, answer).status_code == 303
    assert _is_saved(impatient, with_account)


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
        answer = _send(impatient, with_account)
        with pytest.raises(SchemaError, match="Let the user who runs the tracker write"):
            create_app(settings, clock=clock)
        database.close()
    assert answer.status_code == 507
    assert "cannot be written to" in words_of(answer)
    assert _send(impatient, with_account).status_code == 303
    assert _is_saved(impatient, with_account)


@pytest.mark.slow
def test_a_damaged_file_is_refused_at_a_request_with_the_way_back(
    impatient: Flask, with_account: SignedIn
) -> None:
    database: Database = impatient.config["DATABASE"]
    database.close()
    all_of_it(database.path)
    client, _ = client_of(impatient, with_account.token)
    for answer in (client.get("/"), _send(impatient, with_account)):
        assert answer.status_code == 503
        assert "tracker restore FILE --replace" in words_of(answer)
    assert client.get("/healthz").status_code == 503


@pytest.mark.slow
@pytest.mark.usefixtures("with_account")
@pytest.mark.parametrize("damage", [all_of_it, its_own_words, a_column, a_cell, a_day, no_database])
def test_a_damaged_file_is_refused_at_the_start_and_a_backup_brings_it_back(
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    damage: Callable[[Path], None],
) -> None:
    monkeypatch.setenv(DATA_DIR, str(settings.data_dir))
    assert main(["backup"]) == 0
    (copy,) = backups.every(settings.data_dir / "backups")
    damage(settings.database)
    damaged = settings.database.read_bytes()
    with pytest.raises(DamagedError, match="tracker restore FILE --replace"):
        create_app(settings)
    assert main(["serve", "--no-browser", "--port", "0"]) == 2
    assert f"The latest copy is {copy}" in capsys.readouterr().err
    assert main(["restore", str(copy), "--replace"]) == 0
    assert main(["check"]) == 0
    (aside,) = settings.data_dir.glob("diary.db.damaged-*Z")
    assert aside.read_bytes() == damaged


@pytest.mark.slow
def test_what_only_a_look_through_finds_keeps_no_start_waiting_and_no_answer_comes_of_it(
    settings: Settings, with_account: SignedIn, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """The start reads no more of a large file than of a small one; then the file is read whole."""
    copy = backups.make(settings.database, settings.data_dir / "backups", START, keep=1)
    one_page(settings.database)
    app = compiled_once(create_app(settings, clock=clock))
    look_through(settings, app.config["DATABASE"])
    assert f"{settings.database} is damaged (" in caplog.text
    assert "tracker restore FILE --replace" in caplog.text
    assert f"The latest copy is {copy}." in caplog.text
    client, _ = client_of(app, with_account.token)
    for answer in (client.get("/"), client.get("/more"), _send(app, with_account)):
        assert answer.status_code == 503
        assert "tracker restore FILE --replace" in words_of(answer)
    assert client.get("/healthz").status_code == 503
    app.config["DATABASE"].close()


@pytest.mark.slow
def test_a_look_through_finds_nothing_wrong_with_a_diary_in_use(
    impatient: Flask, settings: Settings, with_account: SignedIn, caplog: pytest.LogCaptureFixture
) -> None:
    database: Database = impatient.config["DATABASE"]
    with database.writing(with_account.account_id):
        look_through(settings, database)
    assert caplog.text == ""
    assert _send(impatient, with_account).status_code == 303
