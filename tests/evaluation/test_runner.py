"""The runner that comes with the set, as its README tells to run it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.evaluation.folders import DIARIES, SET

if TYPE_CHECKING:
    from pathlib import Path

TOP = SET.parents[1]
REFERENCE = [sys.executable, "-m", "tests.evaluation.reference"]
OURS = [sys.executable, "-m", "tracker"]
FEW = ("004-sharp-pain-in-a-run-scored-1", "019-emergency-sign-carried-over", "121-rides-that-grow")
DAYS = sum(len(path.read_text("utf-8").splitlines()) for path in DIARIES.glob("*/expected.jsonl"))


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A copy of the set that has a few diaries only."""
    shutil.copy(SET / "run.py", tmp_path)
    for name in FEW:
        shutil.copytree(DIARIES / name, tmp_path / "diaries" / name)
    return tmp_path


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(folder / "run.py"), *command],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "command",
    [OURS, pytest.param(REFERENCE, marks=pytest.mark.slow)],
    ids=["tracker", "reference"],
)
def test_the_runner_says_that_all_days_agree(few: Path, command: list[str]) -> None:
    ran = run(few, *command)
    assert re.fullmatch(r"(\d+) of \1 days agree\n", ran.stdout), ran.stdout
    assert ran.returncode == 0


def test_the_runner_names_diary_day_and_field_that_differ(few: Path) -> None:
    expected = few / "diaries" / FEW[0] / "expected.jsonl"
    text = expected.read_text("utf-8")
    expected.write_text(text.replace('"stage":"walk_jog"', '"stage":"run"', 1), "utf-8")
    ran = run(few, *OURS)
    assert f"{FEW[0]} 2026-04-06 stage: expected run, not walk_jog\n" in ran.stdout
    assert ran.returncode == 1


@pytest.mark.slow
@pytest.mark.parametrize("command", [OURS, REFERENCE], ids=["tracker", "reference"])
def test_all_days_of_the_set_agree(command: list[str]) -> None:
    ran = run(SET, *command)
    assert ran.stdout == f"{DAYS} of {DAYS} days agree\n"
    assert ran.returncode == 0
