"""Files that a browser sends: how large they may be, and where one waits for a yes."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, ParamSpec

from flask import request

from tracker.services.transfer import staged_files
from tracker.services.transfer.staged_files import LONGEST_WAIT
from tracker.web import database, now, settings
from tracker.web.kit import workload

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from flask.typing import ResponseReturnValue

MOST_BYTES = 20_000_000
RECORDING_ID_PREFIX = "file-"  # the ids of sessions that a recording filled in begin so

_P = ParamSpec("_P")


def takes_files(view: Callable[_P, ResponseReturnValue]) -> Callable[_P, ResponseReturnValue]:
    """Let a view be sent a file to read: up to MOST_BYTES, and the form around it."""
    return workload.heavy(workload.takes_up_to(MOST_BYTES)(view))


def sent_file(name: str) -> bytes:
    """Return the content of a file sent with the form; empty if there is none."""
    file = request.files.get(name)
    return b"" if file is None else file.read()


def stage(account_id: int, content: bytes) -> str:
    """Keep a file until its sender decides; one for each account. Return what it is known by.

    It waits in a folder, or on the server that has the diary: any process may be asked next. Those
    that nobody decided on within a day are thrown away.
    """
    if settings().server:
        staged_files.stage(database(), account_id, content, now())
    else:
        path = _slot(account_id)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        sweep(path.parent, now())
        path.write_bytes(content)
        path.chmod(0o600)
    return hashlib.sha256(content).hexdigest()


def staged(account_id: int, digest: str) -> bytes | None:
    """Return the file that was staged; None if it is another by now, or gone."""
    content = _waiting(account_id)
    if content is None:
        return None
    return content if hashlib.sha256(content).hexdigest() == digest else None


def _waiting(account_id: int) -> bytes | None:
    if settings().server:
        return staged_files.staged(database(), account_id)
    try:
        return _slot(account_id).read_bytes()
    except FileNotFoundError:
        return None


def sweep(folder: Path, now: datetime) -> None:
    """Throw away what has waited for longer than a day: files, and the work on an archive."""
    for path in folder.glob("*"):
        with suppress(FileNotFoundError):  # another process was quicker
            if path.stat().st_mtime < (now - LONGEST_WAIT).timestamp():
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def discard(account_id: int) -> None:
    """Throw the file away."""
    if settings().server:
        staged_files.discard(database(), account_id)
    else:
        _slot(account_id).unlink(missing_ok=True)


def _slot(account_id: int) -> Path:
    return settings().incoming / str(account_id)
