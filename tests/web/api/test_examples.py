"""The examples of docs/api.md, run as they stand there against a server that listens."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

import pytest
from werkzeug.serving import make_server

from tests.web.api.conftest import a_token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

    from tests.web.conftest import SignedIn
    from tracker.storage.database import Database

DOCUMENT = Path(__file__).parents[3] / "docs" / "api.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROMPT, MORE, LEFT_OUT = "$ ", "    ", "…"


class Example(NamedTuple):
    """A command, and what it prints; `…` stands for anything."""

    command: str
    printed: str


def examples() -> Iterator[list[Example]]:
    """The examples of each block, in their order."""
    for block in BLOCK.findall(DOCUMENT.read_text("utf-8")):
        parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
        yield [_example(part) for part in parts]


def _example(part: str) -> Example:
    lines = part.splitlines()
    end = next(n for n, line in enumerate(lines) if not line.endswith("\\") and _is_last(lines, n))
    return Example("\n".join(lines[: end + 1]), "\n".join(lines[end + 1 :]))


def _is_last(lines: list[str], number: int) -> bool:
    return number + 1 == len(lines) or not lines[number + 1].startswith(MORE)


@pytest.fixture
def server(app: Flask) -> Iterator[str]:
    listening = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=listening.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{listening.port}"
    listening.shutdown()
    thread.join()
    listening.server_close()


@pytest.mark.slow
def test_every_example_prints_what_the_page_says(
    server: str, database: Database, with_account: SignedIn, tmp_path: Path
) -> None:
    variables = {"TRACKER": server, "TOKEN": a_token(database, with_account.account_id)}
    blocks = list(examples())
    assert sum(map(len, blocks)) > 10
    for block in blocks:
        script = "\n".join(f"{it.command}\necho '=== end of one'" for it in block)
        done = subprocess.run(
            ["bash", "-e", "-c", script],
            env={**os.environ, **variables},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        printed = done.stdout.split("=== end of one\n")
        for it, said in zip(block, printed, strict=False):
            pattern = ".*".join(map(re.escape, it.printed.split(LEFT_OUT)))
            assert re.fullmatch(pattern, said.strip(), re.DOTALL), f"{it.command}\n{said}"
