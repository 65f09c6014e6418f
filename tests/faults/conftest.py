"""The app, its browser and its clock, as for the pages; and disks of our own to spoil."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import compiled_once
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
from tests.web.pages import PageClient
from tracker.app import create_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask

    from tests.web.conftest import Clock, SignedIn
    from tracker.settings import Settings

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
def impatient(settings: Settings, clock: Clock, with_account: SignedIn) -> Iterator[Flask]:
    """The app, which waits for others much shorter than usual."""
    assert with_account.token
    app = compiled_once(create_app(settings, clock=clock, busy_seconds=0.1))
    app.test_client_class = PageClient
    yield app
    app.config["DATABASE"].close()


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
