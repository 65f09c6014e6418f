"""One request of a connection, and the way to answer it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping
    from wsgiref.types import WSGIEnvironment

    from tracker.serving.connections import Connection
    from tracker.serving.refusals import Refusal

    Scope = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
    Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_UNREAD_BYTES, _UNREAD_SECONDS = 64_000_000, 10.0


class Incoming:
    """A request's body as it comes; who asks for more after its end would wait for ever."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self.is_over = False

    async def receive(self) -> MutableMapping[str, Any]:
        """Return the next message."""
        message = await self._receive()
        self.is_over = not message.get("more_body", False)
        return message


class Exchange(NamedTuple):
    """A request, by which connection and network, and what the app is told of it."""

    scope: Scope
    incoming: Incoming
    send: Send
    connection: Connection
    network: str
    environ: WSGIEnvironment

    async def refuse(self, refusal: Refusal) -> None:
        """Say why the app is not asked."""
        headers = refusal.all_headers
        start = {"type": "http.response.start", "status": refusal.status, "headers": headers}
        await self.send(start)
        await self.send({"type": "http.response.body", "body": refusal.body, "more_body": True})
        await self.throw_away()
        await self.send({"type": "http.response.body", "body": b"", "more_body": False})

    async def throw_away(self) -> None:
        """Take what is still sent, for a while: a browser cut off in the middle shows nothing."""
        unread = 0
        if self.environ.get("HTTP_EXPECT"):  # it waits to be asked for its body, and never is
            return
        try:
            async with asyncio.timeout(_UNREAD_SECONDS):
                while unread < _UNREAD_BYTES and not self.incoming.is_over:
                    message = await self.incoming.receive()
                    unread += len(message.get("body", b""))
        except TimeoutError:
            return
