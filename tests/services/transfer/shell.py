"""The program as it is typed, and a protocol to give it."""

from __future__ import annotations

import subprocess
from contextlib import redirect_stderr, redirect_stdout
from importlib.resources import files
from io import StringIO
from typing import TYPE_CHECKING

from tracker import cli

if TYPE_CHECKING:
    from pathlib import Path


def tracker(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command in this process, whose imports are there: each of its own takes a second."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = cli.main([*map(str, words)])
        except SystemExit as end:  # as `tracker` would end: what cannot be read, or --help
            code = int(end.code or 0)
    return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())


def renamed_protocol() -> str:
    """The shipped protocol under an id of its own."""
    protocols = files("tracker.progression").joinpath("protocols")
    text = protocols.joinpath("return_to_run_1.toml").read_text("utf-8")
    return text.replace('id = "return-to-run-1"', 'id = "dr-okafor-1"')
