"""Whole archives that a browser sends: streamed to the disk as they come, never held in memory."""

from __future__ import annotations

import shutil
import tempfile
from io import FileIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, ParamSpec

from flask import Request, abort, current_app, request
from werkzeug.exceptions import HTTPException

from tracker.web import settings
from tracker.web.kit import workload
from tracker.web.kit.error_words import PAGES
from tracker.web.kit.identity import current_account

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask
    from flask.typing import ResponseReturnValue

MOST_BYTES = 4_000_000_000
NO_ROOM = "tracker.no_room"  # the server's word, in what it tells of a request it did not read
_LEFT_FREE = 500_000_000  # the diary itself has to be able to grow
_COPIES = 2  # the server's, as it comes in, and the one that is kept

_P = ParamSpec("_P")


def takes_archive(
    view: Callable[_P, ResponseReturnValue],
) -> Callable[_P, ResponseReturnValue]:
    """Let a view be sent an archive of up to MOST_BYTES, which is kept on the disk."""
    view.streams_to_disk = True  # type: ignore[attr-defined] # read below
    return workload.takes_up_to(MOST_BYTES)(view)


class NoRoom(HTTPException):
    """The disk has no room for what is to be sent."""

    code = 507
    description = PAGES[507].text


class IncomingFile(FileIO):
    """A file that is being sent: gone once it is closed, unless it was kept."""

    def __init__(self, folder: Path) -> None:
        handle, name = tempfile.mkstemp(prefix="coming-", dir=folder)
        super().__init__(handle, "r+b")
        self.path = Path(name)

    def keep(self, target: Path) -> None:
        """Keep what was sent under another name."""
        super().close()
        self.path.replace(target)

    def close(self) -> None:
        """Close it, and delete it where it was not kept."""
        super().close()
        self.path.unlink(missing_ok=True)


class StreamingRequest(Request):
    """A request whose large files go where they are to stay, and are written once."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        """Where the parser of forms writes a file to; meant to be overridden (Werkzeug)."""
        if _streams_to_disk(self):
            return IncomingFile(settings().incoming)
        return super()._get_file_stream(
            total_content_length, content_type, filename, content_length
        )


def register(app: Flask) -> None:
    """Let views be sent archives; comes before anything that reads a form."""
    app.request_class = StreamingRequest

    @app.before_request
    def check_before_reading() -> None:
        if NO_ROOM in request.environ:
            raise NoRoom
        if request.method == "POST" and _streams_to_disk(request):
            if current_account() is None:
                abort(403)
            _check_room(request.content_length or 0)


def sent_archive(name: str) -> tuple[IncomingFile, str] | None:
    """Return the file that was sent and what its sender calls it; None if there is none."""
    file = request.files.get(name)
    if file is None or not isinstance(file.stream, IncomingFile):
        return None
    return (file.stream, file.filename or "") if file.stream.path.stat().st_size else None


def _streams_to_disk(asked: Request) -> bool:
    view = current_app.view_functions.get(asked.endpoint or "")
    return getattr(view, "streams_to_disk", False)


def has_room(folder: Path, length: int) -> bool:
    """Whether a file of a length can come in, on the disk of a folder, before it is read."""
    return shutil.disk_usage(folder).free >= _COPIES * length + _LEFT_FREE


def _check_room(length: int) -> None:
    """Refuse what would fill the disk that it is to come to, before it is read."""
    folder = settings().incoming
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # no diary beside it made its folder
    if shutil.disk_usage(folder).free < length + _LEFT_FREE:
        raise NoRoom
