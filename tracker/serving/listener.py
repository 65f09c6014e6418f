"""The door: takes connections in as far as there is room, and does the TLS handshake in time."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING

from tracker.services.access.networks import customer
from tracker.serving.connections import Connection

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Coroutine

    from tracker.serving.connections import Connections
    from tracker.serving.limits import Limits
    from tracker.serving.notices import Notices

_TLS_HANDSHAKE = b"\x16"
_PAUSE_SECONDS = 0.1
_GOODBYE_SECONDS = 5.0


class Listener:
    """Accepts on one listening socket until it is closed.

    `protocol_of` makes the http of a connection; `tls` is asked for the context of each one, and
    None where plain http is spoken. On a TLS port plain http gets the same http, to be told so.
    """

    def __init__(
        self,
        listening: socket.socket,
        *,
        connections: Connections,
        limits: Limits,
        notices: Notices,
        protocol_of: Callable[[Connection], asyncio.Protocol],
        tls: Callable[[], ssl.SSLContext] | None,
    ) -> None:
        listening.settimeout(0)
        self._listening = listening
        self._connections = connections
        self._limits = limits
        self._notices = notices
        self._protocol_of = protocol_of
        self._tls = tls
        self._tasks: set[asyncio.Task[None]] = set()
        self._accepting: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to accept."""
        self._accepting = self._task(self._accept())

    def close(self) -> None:
        """Accept nobody any more; who is still at the handshake is sent away."""
        for task in self._tasks:
            task.cancel()
        self._listening.close()

    async def wait_closed(self) -> None:
        """Wait until that is done."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _task(self, doing: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                caller, address = await loop.sock_accept(self._listening)
            except OSError:  # no descriptor left, or the caller is gone already
                self._notices.note("A connection could not be accepted.")
                self._connections.make_room()
                await asyncio.sleep(_PAUSE_SECONDS)
                continue
            self._welcome(caller, address[0])

    def _welcome(self, caller: socket.socket, address: str) -> None:
        connection = Connection(customer(address), caller.close)
        if not self._connections.admit(connection):
            self._notices.note("A connection was refused: every one there may be is in use.")
            caller.close()
            return
        task = self._task(self._open(caller, connection))

        def ended(opening: asyncio.Task[None]) -> None:
            if opening.cancelled() or opening.exception() is not None:  # it may not have begun
                self._connections.forget(connection)
                caller.close()

        def drop() -> None:
            task.cancel()

        task.add_done_callback(ended)
        connection.drop = drop

    async def _open(self, caller: socket.socket, connection: Connection) -> None:
        """Go through the handshake, and hand over to http."""
        loop = asyncio.get_running_loop()
        protocol = self._protocol_of(connection)
        caller.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._tls is None or not await self._begins_tls(caller):
            await loop.connect_accepted_socket(lambda: protocol, caller)
            return
        await loop.connect_accepted_socket(
            lambda: protocol,
            caller,
            ssl=self._tls(),
            ssl_handshake_timeout=self._limits.handshake,
            ssl_shutdown_timeout=_GOODBYE_SECONDS,
        )

    async def _begins_tls(self, caller: socket.socket) -> bool:
        """Whether the first byte of a caller, which stays where it is, begins a handshake."""
        loop = asyncio.get_running_loop()
        readable = loop.create_future()
        loop.add_reader(caller, _set, readable)
        try:
            async with asyncio.timeout(self._limits.handshake):
                await readable
        finally:
            loop.remove_reader(caller)
        first = caller.recv(1, socket.MSG_PEEK)
        if not first:
            raise ConnectionAbortedError
        return first == _TLS_HANDSHAKE


def _set(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)
