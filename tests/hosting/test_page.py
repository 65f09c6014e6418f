"""What the page for hosts tells them to type exists, and means what it says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

import pytest

from tracker.cli import COMMANDS, main
from tracker.cli.command import options_of, variable_of
from tracker.cli.serve import add_serve
from tracker.settings import (
    DATA_DIR,
    DATABASE_URL,
    HOST_NAMES,
    SECOND_FACTOR,
    SECURITY_LOG_DAYS,
    SMTP_SENDER,
    SMTP_URL,
    WEBHOOKS_TO_OWN_NETWORK,
)
from tracker.web.kit.error_words import TROUBLES

DOCS = Path(__file__).parents[2] / "docs"
# Variables without an option: other commands heed them too.
OF_THE_MACHINE = {DATA_DIR, DATABASE_URL, HOST_NAMES, SECOND_FACTOR, SECURITY_LOG_DAYS}
OF_THE_MACHINE |= {SMTP_URL, SMTP_SENDER, WEBHOOKS_TO_OWN_NETWORK}
HOSTING = (DOCS / "hosting.md").read_text(encoding="utf-8")


def _block(language: str) -> str:
    match = re.search(rf"```{language}\n(.*?)```", HOSTING, re.DOTALL)
    assert match is not None
    return match[1]


def _help(*words: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        main([*words, "--help"])
    return capsys.readouterr().out


def _options_of_serve() -> dict[str, str]:
    parser = ArgumentParser()
    add_serve(parser.add_subparsers())
    (serve,) = parser._subparsers._group_actions[0].choices.values()  # type: ignore[union-attr]
    return {action.option_strings[0]: variable_of(action) for action in options_of(serve)}


def test_every_option_stands_in_the_table_with_its_variable() -> None:
    rows = re.findall(
        r"^\| (?:`(--[a-z-]+)`)? ?\| `(TRACKER_[A-Z_]+)` \| \S", HOSTING, re.MULTILINE
    )
    options = {option: variable for option, variable in rows if option}
    assert options == _options_of_serve()
    assert {variable for option, variable in rows if not option} == OF_THE_MACHINE


def test_every_option_that_is_named_exists(capsys: pytest.CaptureFixture[str]) -> None:
    groups = [*((command,) for command in COMMANDS), ("account", "reset")]
    known = " ".join(_help(*words, capsys=capsys) for words in groups)
    known += " ".join(_options_of_serve())
    others = re.compile(
        r"docker|useradd|systemctl|pip |pg_dump|pg_restore|psql|createdb"
    )  # lines for other programs
    ours = "\n".join(line for line in HOSTING.splitlines() if not others.search(line))
    named = set(re.findall(r"(?<=[ \"`])--[a-z-]+", ours))
    assert {"--no-browser", "--to", "--replace", "--verify"} <= named
    assert [option for option in named if option not in known] == []


@pytest.mark.parametrize("file", ["Dockerfile", "compose.yaml"])
def test_containers_are_told_by_variables_that_there_are(file: str) -> None:
    text = (DOCS / "hosting" / file).read_text("utf-8")
    known = {*_options_of_serve().values(), *OF_THE_MACHINE}
    named = set(re.findall(r"TRACKER_[A-Z_]+", text))
    assert named
    assert named <= known


def test_the_compose_file_is_one() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    checked = subprocess.run(
        [*command, DOCS / "hosting" / "compose.yaml"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout


def test_every_file_beside_the_page_is_named_on_it() -> None:
    files = {path.name for path in (DOCS / "hosting").iterdir()}
    assert {name for name in files if f"hosting/{name}" not in HOSTING} == {
        "Dockerfile.dockerignore"  # found by its name
    }


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "tracker.service"
    program = tmp_path / "tracker"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    text = _block("ini").replace("/opt/tracker/bin/tracker", str(program))
    unit.write_text(text.replace("User=tracker\n", ""))  # there is no such user here
    checked = subprocess.run(
        ["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False
    )
    complaints = [line for line in checked.stderr.splitlines() if unit.name in line]
    assert complaints == []


def test_the_line_of_the_log_is_one_that_is_written() -> None:
    (example,) = re.findall(r'^\{"time".*\}$', HOSTING, re.MULTILINE)
    assert set(json.loads(example)) == {
        "time", "level", "event", "request", "method", "route", "status", "ms",
    }  # fmt: skip


def test_every_trouble_has_its_line() -> None:
    for page in TROUBLES.values():
        assert page.title in HOSTING, page.title
