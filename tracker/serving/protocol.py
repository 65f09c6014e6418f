"""http on one connection: uvicorn's reading of it, with a time limit and answers of our own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from tracker.serving.connections import Phase
from tracker.serving.refusals import TOO_SLOW, Refusal, of_unreadable

if TYPE_CHECKING:
    import asyncio

    from uvicorn.config import Config
    from uvicorn.protocols.http.h11_impl import RequestResponseCycle
    from uvicorn.server import ServerState

    from tracker.serving.connections import Connection, Connections

_MALFORMED = 400


class Protocol(H11Protocol):
    """A connection's requests, one after another; a head has to be whole within a time."""

    def __init__(
        self,
        config: Config,
        state: ServerState,
        connection: Connection,
        connections: Connections,
        head_seconds: float,
    ) -> None:
        super().__init__(config, state, {"connection": connection})
        self._connection = connection
        self._all = connections
        self._head_seconds = head_seconds
        self._head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._connection.drop = transport.abort
        if self._connection.is_lost:  # gave way during its handshake
            transport.abort()
            return
        self._await_head()

    def data_received(self, data: bytes) -> None:
        """Take in what came; a head that arrives in crumbs is timed from its first one."""
        super().data_received(data)
        self._time_the_head()

    def on_response_complete(self) -> None:
        """Wait for the next request, which may be here already."""
        self._connection.enter(Phase.WAITING)
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it."""
        self._stop_timer()
        self._unset_keepalive_if_required()
        self._all.forget(self._connection)
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - its words are not ours
        """Say that this was no request, and hang up."""
        error = sys.exc_info()[1]
        self._refuse(of_unreadable(getattr(error, "error_status_hint", _MALFORMED)))

    def _time_the_head(self) -> None:
        if self._is_asked() or self.transport.is_closing():
            self._stop_timer()
        elif self._head_timer is None:
            self._await_head()

    def _is_asked(self) -> bool:
        """Whether a request's head is here, and its answer not yet."""
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is not None and not cycle.response_complete

    def _await_head(self) -> None:
        self._head_timer = self.loop.call_later(self._head_seconds, self._too_slow)

    def _stop_timer(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _too_slow(self) -> None:
        has_begun = bool(self.conn.trailing_data[0])
        if has_begun:
            self._refuse(TOO_SLOW)
        else:
            self.transport.close()

    def _refuse(self, refusal: Refusal) -> None:
        is_unanswered = self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE, h11.ERROR)
        if is_unanswered and not (self._is_asked() and self.cycle.response_started):
            self.transport.write(refusal.raw)
        if self._is_asked():  # whoever works on what came before need not go on
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        self.transport.close()
