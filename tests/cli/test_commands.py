"""The command line, as a real process."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.services.access.doors import NOW, SECRET, migrated
from tracker.cli import main
from tracker.services.access import accounts
from tracker.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADDRESS = re.compile(r"The tracker is at (http://\S+/)")


@contextmanager
def running(data_dir: Path, *arguments: str) -> Iterator[tuple[str, str]]:
    """Start `tracker ...`; hand out what it printed up to its address, and the address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tracker", *arguments, "--no-browser"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TRACKER_DATA_DIR": str(data_dir)},
    )
    assert process.stdout is not None
    printed = ""
    try:
        for line in process.stdout:
            printed += line
            if match := ADDRESS.search(line):
                yield printed, match[1]
                break
        else:
            pytest.fail(f"it ended without an address: {printed}")
    finally:
        process.terminate()
        process.communicate(timeout=20)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=10) as response:  # noqa: S310 - our own
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.slow
def test_serve_answers_where_it_says_and_keeps_the_diary_where_it_is_told(tmp_path: Path) -> None:
    port = free_port()
    with running(tmp_path / "data", "serve", "--port", str(port)) as (printed, address):
        assert address == f"http://127.0.0.1:{port}/"
        assert status(address) == 200
    assert "code" not in printed
    assert {"diary.db", "secret_key"} <= {f.name for f in (tmp_path / "data").iterdir()}


@pytest.mark.slow
def test_a_taken_port_gives_way_to_the_next_free_one_and_says_so(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with running(tmp_path, "serve", "--port", str(port)) as (printed, address):
            assert f"Port {port} is taken" in printed
            assert not address.endswith(f":{port}/")
            assert status(address) == 200


@pytest.mark.slow
def test_every_start_that_serves_others_prints_a_code_for_a_first_account(tmp_path: Path) -> None:
    (tmp_path / "diary.db").write_bytes(migrated())
    database = Database(tmp_path / "diary.db")
    accounts.register(database, name="Ada", passphrase=SECRET, now=NOW)
    database.close()
    everywhere = "0.0.0.0"  # noqa: S104 - the case in question
    port = str(free_port())
    with running(tmp_path, "serve", "--host", everywhere, "--port", port) as (printed, address):
        assert re.search(r"none any more, .* code: [A-Z2-9]{5}-[A-Z2-9]{5}\n", printed)
        assert status(address) == 200


@pytest.mark.slow
def test_a_name_of_its_own_asks_for_the_code_too_even_without_an_address_in_public(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever gives it a name has others come by that name."""
    monkeypatch.setenv("TRACKER_HOST_NAMES", "run.example.org")
    with running(tmp_path, "serve", "--port", str(free_port())) as (printed, address):
        assert re.search(r"code: [A-Z2-9]{5}-[A-Z2-9]{5}\n", printed)
        with urllib.request.urlopen(f"{address}account/new", timeout=10) as page:  # noqa: S310
            assert 'name="code"' in page.read().decode()


@pytest.mark.slow
def test_the_demo_never_touches_the_users_diary(tmp_path: Path) -> None:
    with running(tmp_path / "data", "demo", "--port", str(free_port())) as (_, address):
        assert status(address) == 200
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["serve", "--host", "300.1.1.1"], "Cannot listen on 300.1.1.1"),
        (["serve", "--port", "70000"], "A port must be a number from 0 to 65535, not '70000'."),
        (["serve", "--port=-1"], "A port must be a number from 0 to 65535, not '-1'."),
        (["demo", "--port", "http"], "A port must be a number from 0 to 65535, not 'http'."),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_code_two(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main([*arguments, "--no-browser"]) == 2
    errors = capsys.readouterr().err
    assert errors.startswith("tracker: ")
    assert message in errors
    assert errors.count("\n") == 1


def test_a_database_that_cannot_be_used_is_a_mistake_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "diary.db").write_text("by hand\n" * 200, encoding="utf-8")
    monkeypatch.setenv("TRACKER_DATA_DIR", str(tmp_path))
    assert main(["serve", "--port", str(free_port()), "--no-browser"]) == 2
    assert "not a database" in capsys.readouterr().err


@pytest.mark.slow
def test_matplotlib_is_not_loaded_at_the_start() -> None:
    program = "import sys, tracker.app, tracker.cli; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_it_says_which_release_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert re.fullmatch(r"tracker \d+\.\d+\.\d+\n", capsys.readouterr().out)


@pytest.mark.parametrize(
    "words", [["account", "list"], ["export", "mine.zip"], ["import", "."], ["backup"], ["check"]]
)
def test_a_data_folder_without_a_diary_is_told_of_and_none_is_begun(
    data: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert main(words) == 2
    errors = capsys.readouterr().err
    assert f"There is no diary at {data / 'diary.db'}" in errors
    assert errors.count("\n") == 1
    assert not data.exists()
