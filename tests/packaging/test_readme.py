"""The README's commands are the ones that are run."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
RUN = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/tracker serve"
WINDOWS = r"py -m venv .venv; .venv\Scripts\pip install .; .venv\Scripts\tracker serve"
TEST = 'python3 -m venv .venv && .venv/bin/pip install -e ".[test]" && .venv/bin/pytest'


@pytest.mark.parametrize("command", [RUN, WINDOWS, TEST])
def test_each_set_up_is_one_line(command: str) -> None:
    assert README.splitlines().count(command) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="the script is for Linux")
def test_the_script_of_all_checks_runs_the_readmes_test_command() -> None:
    """It takes the command from the README; here is what it takes."""
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    (taking,) = [line for line in lines if line.startswith("command=")]
    taken = subprocess.run(
        ["bash", "-c", f'{taking}; printf %s "$command"'],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert taken.stdout == TEST


def test_the_version_of_the_changelog_is_the_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = next(line for line in changes.splitlines() if line.startswith("## "))
    assert newest.startswith(f"## {project['version']}")
