"""`tracker serve` under a name of its own, and over https: mistakes, and who is believed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_commands import free_port, running
from tracker.cli import main
from tracker.cli.backup import KEEP
from tracker.cli.command import CommandError
from tracker.cli.serve import add_serve

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--keyfile", "key.pem"], "A key alone is not enough"),
        (["--nightly-backup", "--keep", "0"], "--keep must be a number from 1 on"),
        (["--certfile", "nowhere.pem"], "no such certificate or key file"),
        (["--certfile", __file__], "cannot be used"),
        (["--public-url", "run.example.org"], "is no address"),
        (["--public-url", "ftp://run.example.org"], "is no address"),
        (
            ["--public-url", "https://run.example.org/diary", "--certfile", __file__],
            "Only behind a proxy",
        ),
        (["--public-url", "https://[run"], "is no address"),
    ],
)
def test_a_mistake_is_told_in_one_sentence(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    options: list[str],
    message: str,
) -> None:
    monkeypatch.setenv("TRACKER_DATA_DIR", str(tmp_path))
    assert main(["serve", "--port", str(free_port()), "--no-browser", *options]) == 2
    errors = capsys.readouterr().err
    assert message in errors
    assert errors.count("\n") == 1


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Namespace]:
    """What `tracker serve` makes of words and variables."""

    def parse(*words: str, **variables: str) -> Namespace:
        for name, text in variables.items():
            monkeypatch.setenv(name, text)
        parser = ArgumentParser()
        add_serve(parser.add_subparsers())
        return parser.parse_args(["serve", *words])

    return parse


def test_each_option_can_be_a_variable(parsed: Callable[..., Namespace]) -> None:
    given = parsed(
        TRACKER_HOST="0.0.0.0",  # noqa: S104
        TRACKER_PORT="80",
        TRACKER_NO_BROWSER="Yes",
        TRACKER_NIGHTLY_BACKUP="off",
        TRACKER_KEEP="",
        TRACKER_PUBLIC_URL="https://run.example.org",
        TRACKER_ENCRYPT_TO="age1a, age1b",
        TRACKER_PASSPHRASE_FILE="/run/secrets/copies",
    )
    assert (given.host, given.port, given.no_browser) == ("0.0.0.0", 80, True)  # noqa: S104
    assert (given.nightly_backup, given.keep) == (False, KEEP)
    assert given.public_url == "https://run.example.org"
    assert given.encrypt_to == ["age1a", "age1b"]
    assert given.passphrase_file == Path("/run/secrets/copies")


def test_what_is_typed_goes_before_a_variable(parsed: Callable[..., Namespace]) -> None:
    given = parsed("--port", "81", "--no-browser", TRACKER_PORT="80", TRACKER_NO_BROWSER="no")
    assert (given.port, given.no_browser) == (81, True)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("TRACKER_PORT", "many", "TRACKER_PORT: A port must be a number"),
        ("TRACKER_KEEP", "0", "TRACKER_KEEP: --keep must be a number from 1 on"),
        ("TRACKER_NIGHTLY_BACKUP", "2", "TRACKER_NIGHTLY_BACKUP must be yes or no, not '2'"),
    ],
)
def test_a_mistake_in_a_variable_is_told_by_its_name(
    parsed: Callable[..., Namespace], name: str, text: str, message: str
) -> None:
    with pytest.raises(CommandError, match=message):
        parsed(**{name: text})


@pytest.mark.slow
def test_the_nightly_copy_is_made_at_once_and_only_so_many_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for day in (1, 2, 3):
        (folder / f"diary-2026010{day}T000000Z.db").touch()
    options = ["--port", str(free_port()), "--nightly-backup", "--keep", "2"]
    with running(tmp_path, "serve", *options):
        deadline = time.monotonic() + 20
        while len(left := sorted(path.name for path in folder.glob("*.db"))) != 2:
            assert time.monotonic() < deadline, left
            time.sleep(0.05)
    assert left[0] == "diary-20260103T000000Z.db"
    assert main(["check", str(folder / left[1])]) == 0


@pytest.mark.slow
def test_a_nightly_copy_that_fails_at_the_start_is_logged_as_all_else_is(tmp_path: Path) -> None:
    (tmp_path / "backups").touch()
    words = ["serve", "--no-browser", "--port", "0", "--nightly-backup"]
    with subprocess.Popen(
        [sys.executable, "-m", "tracker", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "TRACKER_DATA_DIR": str(tmp_path)},
    ) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        process.terminate()
    event = json.loads(line)
    assert event["level"] == "error"
    assert event["event"].startswith("The nightly backup failed: ")


@pytest.mark.slow
def test_behind_a_proxy_it_says_both_addresses_and_a_code_for_the_first_account(
    tmp_path: Path,
) -> None:
    url = "https://run.example.org"
    with running(tmp_path, "serve", "--port", str(free_port()), "--public-url", url) as (said, _):
        assert f"Through your proxy: {url}" in said
        assert "type this code" in said
