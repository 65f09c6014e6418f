"""The program as it is typed, in a process of its own, and a protocol to give it."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def tracker(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command: Sequence[str] = [sys.executable, "-m", "tracker", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def renamed_protocol() -> str:
    """The shipped protocol under an id of its own."""
    protocols = files("tracker.progression").joinpath("protocols")
    text = protocols.joinpath("return_to_run_1.toml").read_text("utf-8")
    return text.replace('id = "return-to-run-1"', 'id = "dr-okafor-1"')
