"""The whole database at once: copied, restored, looked through."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.storage.places import Place

    Figures = Iterator[tuple[str, float, str]]

RESUMED = 100  # accounts that a look goes on with


def copies(folder: Path, place: Place, spare: Place, accounts: int) -> Figures:
    """A copy of the database that the environment names, restored to a spare place; then a look."""
    if isinstance(place, Path) and isinstance(spare, Path):
        yield from _of_a_file(folder, spare)
    elif not (isinstance(place, Path) or isinstance(spare, Path)):
        yield from _of_a_server(folder, place.url, spare.url)
    for jobs in ("1", "2"):
        yield from _run(f"tracker check, {jobs} at once", *_tracker("check", "--jobs", jobs))
    if accounts > RESUMED:
        after = ("--jobs", "1", "--after", str(accounts - RESUMED))
        yield from _run(f"the last {RESUMED} accounts of it", *_tracker("check", *after))


def _of_a_file(folder: Path, spare: Path) -> Figures:
    yield from _run("tracker backup", *_tracker("backup", "--to", str(folder / "copies")))
    (copy,) = (folder / "copies").glob("*.db")
    yield "  its size", _megabytes(copy), "MB"
    elsewhere = {"TRACKER_DATA_DIR": str(spare.parent)}
    yield from _run("tracker restore", *_tracker("restore", str(copy)), **elsewhere)


def _of_a_server(folder: Path, url: str, spare: str) -> Figures:
    dump = folder / "diary.dump"
    yield from _run("pg_dump -Fc", "pg_dump", "-Fc", "-f", str(dump), url)
    yield "  its size", _megabytes(dump), "MB"
    yield from _run("pg_restore", "pg_restore", "--no-owner", "-d", spare, str(dump))


def _run(what: str, *command: str, **environment: str) -> Figures:
    """How long a command took, and what it and its own used of the processor."""
    used, start = _used(), perf_counter()
    subprocess.run(
        command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, **environment}
    )
    yield what, perf_counter() - start, "s"
    yield "  of the processor", _used() - used, "s"


def _tracker(*words: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "tracker", *words)


def _used() -> float:
    """By the commands that ended; what a server's own processes used is not in it."""
    usage = getrusage(RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _megabytes(file: Path) -> float:
    return file.stat().st_size / 1e6
