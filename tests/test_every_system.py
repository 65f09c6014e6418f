"""Nothing is imported at once that only some of the systems have on which the tests run."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
# https://docs.python.org/3/library/unix.html, and others that say "Availability: Unix".
NOT_ON_WINDOWS = {"fcntl", "grp", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty"}
# They run by hand, on Linux, and no test imports them.
BY_HAND = {ROOT / "tests/mutation", ROOT / "tests/bench/copies.py"}


def _modules() -> list[Path]:
    every = [path for folder in ("tracker", "tests") for path in (ROOT / folder).rglob("*.py")]
    return [path for path in every if not BY_HAND & {path, *path.parents}]


def _imported_at_once(source: str) -> Iterator[str]:
    """What is imported as the module is: not inside a function, which may never be called."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_no_module_needs_at_once_what_windows_lacks() -> None:
    modules = _modules()
    assert len(modules) > 1000
    lacking = {
        str(path.relative_to(ROOT)): missing
        for path in modules
        if (missing := NOT_ON_WINDOWS & set(_imported_at_once(path.read_text("utf-8"))))
    }
    assert lacking == {}


@pytest.mark.parametrize("source", ["import pwd", "import os, pwd", "from pwd import getpwnam"])
def test_an_import_of_such_a_module_is_seen(source: str) -> None:
    assert NOT_ON_WINDOWS & set(_imported_at_once(source))
