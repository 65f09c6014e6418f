"""A diary's file that is damaged: refused with the way back, at a request, at the start, later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
from tests.faults.sent import send
from tests.web.conftest import START, Clock, SignedIn
from tests.web.household import client_of
from tests.web.pages import words_of
from tracker.app import create_app
from tracker.cli import main
from tracker.cli.care import look_through
from tracker.settings import DATA_DIR
from tracker.storage.schema import DamagedError
from tracker.storage.transfer import backups

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flask import Flask

    from tracker.settings import Settings
    from tracker.storage.database import Database

pytestmark = [
    pytest.mark.slow,
    pytest.mark.of_a_file("a server finds out by itself whether its pages are whole"),
]


def test_a_damaged_file_is_refused_at_a_request_with_the_way_back(
    impatient: Flask, with_account: SignedIn
) -> None:
    database: Database = impatient.config["DATABASE"]
    database.close()
    all_of_it(database.path)
    client, _ = client_of(impatient, with_account.token)
    for answer in (client.get("/"), send(impatient, with_account)):
        assert answer.status_code == 503
        assert "tracker restore FILE --replace" in words_of(answer)
    assert client.get("/healthz").status_code == 503


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
    for answer in (client.get("/"), client.get("/more"), send(app, with_account)):
        assert answer.status_code == 503
        assert "tracker restore FILE --replace" in words_of(answer)
    assert client.get("/healthz").status_code == 503
    app.config["DATABASE"].close()


def test_a_look_through_finds_nothing_wrong_with_a_diary_in_use(
    impatient: Flask, settings: Settings, with_account: SignedIn, caplog: pytest.LogCaptureFixture
) -> None:
    database: Database = impatient.config["DATABASE"]
    with database.writing(with_account.account_id):
        look_through(settings, database)
    assert caplog.text == ""
    assert send(impatient, with_account).status_code == 303
