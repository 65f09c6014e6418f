"""What the run command installs: measured in an environment of its own, which takes a minute."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from sys import executable
from typing import TYPE_CHECKING

from tests.bench.measure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[2]
MEGABYTES = 250.0


def figures() -> Iterator[Figure]:
    """The size of the folder that the README's command makes."""
    with tempfile.TemporaryDirectory() as name:
        venv = Path(name) / "venv"
        subprocess.run([executable, "-m", "venv", venv], check=True)
        subprocess.run([venv / "bin" / "pip", "install", "--quiet", PROJECT], check=True)
        size = sum(f.lstat().st_blocks * 512 for f in venv.rglob("*")) / 1e6
    yield Figure("installed environment of the run command", size, "MB", MEGABYTES)
