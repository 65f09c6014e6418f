"""What the page for hosts tells them to type exists, and means what it says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tracker.cli import main
from tracker.web.kit.error_pages import TROUBLES

DOCS = Path(__file__).parents[2] / "docs"
HOSTING = (DOCS / "hosting.md").read_text(encoding="utf-8")


def _block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", HOSTING, re.DOTALL)
    assert found is not None
    return found[1]


def _options(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    return capsys.readouterr().out


def test_every_option_that_is_named_exists(capsys: pytest.CaptureFixture[str]) -> None:
    commands = {"serve", "backup", "restore", "check"}
    known = " ".join(_options(command, capsys) for command in commands)
    served = re.findall(r"tracker(?:\", \"| )serve.*", HOSTING)
    named = set(re.findall(r"(?<=[ \"`])--[a-z-]+", " ".join(served)))
    assert {"--no-browser", "--public-url", "--nightly-backup", "--host"} <= named
    for option in named | {"--to", "--replace", "--certfile", "--keyfile"}:
        assert f"{option} " in known or f"{option}\n" in known or f"[{option}]" in known, option


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
    told = [line for line in checked.stderr.splitlines() if unit.name in line]
    assert told == []


def test_the_line_of_the_log_is_one_that_is_written() -> None:
    (example,) = re.findall(r'^\{"time".*\}$', HOSTING, re.MULTILINE)
    assert set(json.loads(example)) == {
        "time", "level", "event", "request", "method", "route", "status", "ms",
    }  # fmt: skip


def test_every_trouble_has_its_line() -> None:
    for page in TROUBLES.values():
        assert page.title in HOSTING, page.title
