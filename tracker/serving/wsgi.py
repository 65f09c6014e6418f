"""A WSGI app called from ASGI: what it is told of a request, and its whole answer.

The bridges there are (a2wsgi, asgiref, hypercorn's) hold a thread while a body trickles in or an
answer trickles out; here a thread is held only while the app works.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, MutableMapping
    from types import TracebackType
    from wsgiref.types import WSGIApplication, WSGIEnvironment

_IN_MEMORY = 1_000_000
_BODILESS = frozenset({204, 304})
_OWN_NAMES = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}


class WholeAnswer(NamedTuple):
    """What the app answered, to the last byte; its body is a file to read and then to close."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: IO[bytes]


def environ_of(scope: MutableMapping[str, Any], *, url_scheme: str) -> WSGIEnvironment:
    """Return what a WSGI app is told of a request, as yet without its body.

    A name with an underscore would look like another's with a hyphen: it is left out.
    """
    (client, client_port), (server, server_port) = scope["client"], scope["server"]
    environ: WSGIEnvironment = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin1"),
        "QUERY_STRING": scope["query_string"].decode("latin1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": server,
        "SERVER_PORT": str(server_port),
        "REMOTE_ADDR": client,
        "REMOTE_PORT": str(client_port),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": url_scheme,
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in scope["headers"]:
        if b"_" in name:
            continue
        text = name.decode("latin1")
        key = _OWN_NAMES.get(text) or f"HTTP_{text.upper().replace('-', '_')}"
        said = value.decode("latin1")
        together = "; " if key == "HTTP_COOKIE" else ","
        environ[key] = f"{environ[key]}{together}{said}" if key in environ else said
    return environ


def call(app: WSGIApplication, environ: WSGIEnvironment) -> WholeAnswer:
    """Return the app's answer. What the app or its answer's parts raise is raised."""
    started: list[tuple[str, list[tuple[str, str]]]] = []
    body = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed once it is sent

    def start_response(
        status: str,
        headers: list[tuple[str, str]],
        exc_info: tuple[type[BaseException], BaseException, TracebackType]
        | tuple[None, None, None]
        | None = None,
        /,
    ) -> Callable[[bytes], object]:
        del exc_info  # nothing was sent yet: the later answer stands
        started[:] = [(status, headers)]
        return body.write

    try:
        parts: Iterable[bytes] = app(environ, start_response)
        try:
            body.writelines(parts)
        finally:
            with suppress(AttributeError):
                parts.close()  # type: ignore[attr-defined] # only some have it
        return _whole(*started[-1], body, is_head=environ["REQUEST_METHOD"] == "HEAD")
    except BaseException:
        body.close()
        raise


def _whole(
    status: str, headers: list[tuple[str, str]], body: IO[bytes], *, is_head: bool
) -> WholeAnswer:
    code = int(status.split(" ", 1)[0])
    size = body.tell()
    body.seek(0)
    encoded = [(name.lower().encode(), value.encode("latin1")) for name, value in headers]
    has_length = any(name == b"content-length" for name, _ in encoded)
    if not has_length and not is_head and code not in _BODILESS:
        encoded.append((b"content-length", str(size).encode()))
    return WholeAnswer(code, encoded, body)
