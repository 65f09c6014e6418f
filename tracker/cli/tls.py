"""https in front of the web server, in the same process.

The standard library's TLS on one side, plain http to the server on this machine on the other.
"""

from __future__ import annotations

import asyncio
import ssl
import threading
from contextlib import suppress
from time import monotonic, sleep
from typing import TYPE_CHECKING

from tracker.cli.command import CommandError

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_CHUNK = 65536
_HANDSHAKE_SECONDS = 10.0
_FINISH_SECONDS = 5.0
_LOOK_SECONDS = 0.05


def context_from(certfile: str, keyfile: str | None) -> ssl.SSLContext:
    """Return a server's TLS context. Raises CommandError where the files cannot be used."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        # A key behind a passphrase would stop and ask; without a terminal it would wait for ever.
        context.load_cert_chain(certfile, keyfile, password=_no_passphrase)
    except FileNotFoundError as error:
        raise CommandError("There is no such certificate or key file.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        message = f"The certificate or its key cannot be used ({reason}). Give both as PEM files."
        raise CommandError(message) from error
    return context


class TlsFront:
    """Takes https connections on a socket, and hands what they say to the server at `inside`."""

    def __init__(
        self, listening: socket.socket, inside: tuple[str, int], context: ssl.SSLContext
    ) -> None:
        self._listening = listening
        self._inside = inside
        self._context = context
        self._callers: dict[int, str] = {}  # port of the inner connection -> address of the caller

    def start(self) -> None:
        """Begin, on a thread that ends with the program."""
        threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True).start()

    def finish(self) -> None:
        """Wait, a few seconds at most, until what was answered has reached its callers."""
        latest = monotonic() + _FINISH_SECONDS
        while self._callers and monotonic() < latest:
            sleep(_LOOK_SECONDS)

    def naming_callers(self, app: WSGIApplication) -> WSGIApplication:
        """Return the app, told who called; whoever bypasses the front is refused."""

        def named(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            caller = self._callers.get(int(environ["REMOTE_PORT"]))
            if caller is None:
                start_response("403 Forbidden", [("Content-Type", "text/plain")])
                return [b"Use https."]
            environ["REMOTE_ADDR"] = caller
            return app(environ, start_response)

        return named

    async def _serve(self) -> None:
        server = await asyncio.start_server(
            self._connect,
            sock=self._listening,
            ssl=self._context,
            ssl_handshake_timeout=_HANDSHAKE_SECONDS,
        )
        await server.serve_forever()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        caller = writer.get_extra_info("peername")[0]
        try:
            inner_reader, inner_writer = await asyncio.open_connection(*self._inside)
        except OSError:
            writer.close()
            return
        port = inner_writer.get_extra_info("sockname")[1]
        self._callers[port] = caller
        try:
            # Whichever side ends first ends both: http has nothing to say on half a connection.
            ways = (_copy(reader, inner_writer), _copy(inner_reader, writer))
            tasks = [asyncio.create_task(way) for way in ways]
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                task.cancel()
        finally:
            inner_writer.close()
            writer.close()
            with suppress(OSError, ssl.SSLError):
                await writer.wait_closed()  # what is on its way arrives
            del self._callers[port]


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError, ssl.SSLError):
        while data := await reader.read(_CHUNK):
            writer.write(data)
            await writer.drain()


def _no_passphrase() -> str:
    raise ValueError("the key asks for a passphrase")
