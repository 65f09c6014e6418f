"""The app, its browser and its clock, as for the pages; and disks of our own to spoil."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import (
    app,
    built_app,
    client,
    clock,
    database,
    empty_diary,
    prepared,
    registered,
    signed_in,
    with_account,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = [
    "app",
    "built_app",
    "client",
    "clock",
    "database",
    "empty_diary",
    "prepared",
    "registered",
    "signed_in",
    "with_account",
]

ROOM = "1200k"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, just large enough for a small diary."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this root may not mount a disk")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)
