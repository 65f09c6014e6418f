"""The web server's life: it answers until it is told to stop, then finishes what it has begun."""

from __future__ import annotations

import logging
import signal
from contextlib import contextmanager
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import create_server

from tracker.app import MEGABYTE
from tracker.web.kit import large_uploads, staged_uploads

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator
    from wsgiref.types import WSGIApplication

THREADS = 8
_MOST_CALLERS = 500  # browsers hold connections open: far more than are answered at once
MOST_BYTES = (
    staged_uploads.MOST_BYTES + MEGABYTE
)  # a file and its form: more never reaches the disk, but for who may send an archive
FINISH_SECONDS = 20.0  # longer than a writer waits for another
_LOOK_SECONDS = 1.0


class Request(HTTPRequestParser):
    """A request as it comes in: how much it may send is decided by its head, before the rest."""

    adj: Any  # its stubs know less of it than we use
    path: str
    may_send_archive: Callable[[str, str], bool]

    def parse_header(self, header_plus: bytes) -> None:
        """Parse the head; where an archive may follow, let more follow than elsewhere."""
        super().parse_header(header_plus)
        is_large = self.content_length >= self.adj.max_request_body_size
        if is_large and self.may_send_archive(self.path, self.headers.get("COOKIE", "")):
            self.adj = _AdjustedFor(self.adj, large_uploads.MOST_BYTES + MEGABYTE)


class _AdjustedFor:
    """The server's adjustments, with another limit for one request."""

    def __init__(self, adjustments: Any, most: int) -> None:  # noqa: ANN401 - waitress's own
        self._adjustments = adjustments
        self.max_request_body_size = most

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - of any kind
        return getattr(self._adjustments, name)


class Server:
    """Answers http on a listening socket, with threads of this process.

    `may_send_archive` says by a path and the cookies whether more than a file may follow.
    """

    def __init__(
        self,
        app: WSGIApplication,
        listening: socket.socket,
        *,
        may_send_archive: Callable[[str, str], bool] = lambda _path, _cookies: False,
        url_scheme: str = "http",
        clear_untrusted_proxy_headers: bool = True,
    ) -> None:
        # A page asks for its files all at once: a queue of a moment is no news.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        self._sockets: dict[int, Any] = {}
        self._stopping = Event()
        self._server: Any = create_server(  # its stubs know less of it than we use
            app,
            map=self._sockets,
            sockets=[listening],
            threads=THREADS,
            connection_limit=_MOST_CALLERS,
            max_request_body_size=MOST_BYTES,
            url_scheme=url_scheme,
            clear_untrusted_proxy_headers=clear_untrusted_proxy_headers,
        )
        parser = type("Request", (Request,), {"may_send_archive": staticmethod(may_send_archive)})
        channel = type("Channel", (HTTPChannel,), {"parser_class": parser})
        vars(self._server)["channel_class"] = channel

    def run(self) -> None:
        """Answer until SIGTERM or SIGINT; a second one, while it finishes, ends the process."""
        with _told_by_signals(self.stop):
            self._until_told()
        self._finish()

    def answer(self) -> None:
        """Answer until `stop` is called; then take nothing new, and finish what is begun."""
        self._until_told()
        self._finish()

    def stop(self) -> None:
        """Tell it to stop, from any thread; return at once."""
        self._stopping.set()
        self._server.pull_trigger()  # wakes the loop

    def _until_told(self) -> None:
        while not self._stopping.is_set():
            self._turn(_LOOK_SECONDS)

    def _turn(self, seconds: float) -> None:
        wasyncore.loop(timeout=seconds, use_poll=True, map=self._sockets, count=1)

    def _finish(self) -> None:
        wasyncore.dispatcher.close(self._server)  # the door; those who are inside stay
        latest = monotonic() + FINISH_SECONDS
        while (callers := list(self._server.active_channels.values())) and monotonic() < latest:
            for caller in callers:
                if not caller.requests and caller.request is None:
                    caller.close_when_flushed = True
            self._turn(0.05)
        self._server.task_dispatcher.shutdown()
        if not self._server.task_dispatcher.threads:  # a late one would still pull at it
            self._server.trigger.close()


@contextmanager
def _told_by_signals(stop: Callable[[], None]) -> Iterator[None]:
    stop_signals = (signal.SIGTERM, signal.SIGINT)
    before = {number: signal.signal(number, lambda *_: stop()) for number in stop_signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
