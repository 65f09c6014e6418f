"""Style sheets, scripts and icons: kept in memory, under addresses that change when they do."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from flask import Response, abort, request

from tracker import paths
from tracker.web.kit.gzip import gzipped, takes_gzip
from tracker.web.kit.vary import vary_on

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask

_TYPES: Mapping[str, str] = {  # the system's own table differs from one to the next
    ".css": "text/css",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
_FOR_A_YEAR = "public, max-age=31536000, immutable"


class StaticFile(NamedTuple):
    """A file as it is sent: compressed too, where that makes it smaller."""

    content: bytes
    compressed: bytes
    mimetype: str
    tag: str


def register(app: Flask) -> None:
    """Answer for the files; pages name them by `static_url`.

    The address without a version is for programs that name a file by themselves.
    """
    app.add_url_rule("/static/<path:filename>", "static", send)
    app.add_url_rule("/static-<version>/<path:filename>", "static", send)
    app.add_template_global(static_url)


def static_url(filename: str) -> str:
    """Return the address of this version of a file, whose name needs no quoting."""
    return f"{request.script_root}/static-{current_version()}/{filename}"


def send(filename: str, version: str = "") -> Response:
    """Send a file: for good under this version's address, under any other to be asked again."""
    file = _files().get(filename)
    if file is None:
        abort(404)
    small = takes_gzip() and len(file.compressed) < len(file.content)
    response = Response(file.compressed if small else file.content, mimetype=file.mimetype)
    if small:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Cache-Control"] = _FOR_A_YEAR if version == current_version() else "no-cache"
    vary_on(response, "Accept-Encoding")
    response.set_etag(file.tag, weak=True)
    response.make_conditional(request)
    return response


@cache
def current_version() -> str:
    """What all the files are together, in a few letters."""
    together = "".join(f"{name} {file.tag}" for name, file in sorted(_files().items()))
    return _digest(together.encode())


@cache
def _files() -> Mapping[str, StaticFile]:
    """Every file by its name, read and compressed when the first is asked for."""
    return {
        path.relative_to(paths.STATIC).as_posix(): _read(path.read_bytes(), path.suffix)
        for path in paths.STATIC.rglob("*")
        if path.suffix in _TYPES
    }


def _read(content: bytes, suffix: str) -> StaticFile:
    return StaticFile(content, gzipped(content), _TYPES[suffix], _digest(content))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
