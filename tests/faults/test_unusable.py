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
from tests.raw_sql import held
from tests.web.household import client_of
from tests.web.pages import parsed, words_of
from tracker.app import create_app
from tracker.storage.schema import SchemaError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask
    from werkzeug.test import TestResponse

    from tests.web.conftest import Clock, SignedIn
    from tracker.settings import Settings
    from tracker.storage.database import Database


@pytest.mark.parametrize(
    ("from_readers", "today_status"),
    [(False, 200), pytest.param(True, 503, marks=pytest.mark.slow)],
)
def test_who_waits_too_long_is_told_and_can_send_it_again(
    impatient: Flask, with_account: SignedIn, *, from_readers: bool, today_status: int
) -> None:
    database: Database = impatient.config["DATABASE"]
    client, _ = client_of(impatient, with_account.token)
    database.close()
    with held(database.place, from_readers=from_readers):
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
    with held(impatient.config["DATABASE"].place):
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


@pytest.mark.of_a_file("whoever owns a server's tables says who writes to them")
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
