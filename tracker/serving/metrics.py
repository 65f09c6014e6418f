"""Numbers for Prometheus about the service, never about anybody in it.

Routes are told as rules, as in the log: an address may hold the token of a link. They are served on
a port of their own, for who watches the machine; the pages know nothing of them.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from flask import g, request
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    start_http_server,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from flask import Flask, Response

_NO_ROUTE = "none"
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """What is counted of an app that is not asked yet; `last_copy` tells when one was made.

    Of a diary on a server, which is no file, neither its size nor its copies are told.
    """

    def __init__(
        self, app: Flask, diary: Path | None, last_copy: Callable[[], datetime | None]
    ) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._requests = Counter(
            "tracker_requests",
            "Requests answered, by the rule of their address.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "tracker_request_seconds",
            "Seconds from a request's turn to its answer.",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        if diary is not None:
            self._gauge("tracker_diary_bytes", "Size of the diary's file.", lambda: _size(diary))
            self._gauge(
                "tracker_last_copy_timestamp_seconds",
                "When the latest copy was made, in seconds since 1970; 0 if there is none.",
                lambda: _timestamp(last_copy()),
            )
        app.after_request(self._count)

    def watch_connections(self, count: Callable[[], float]) -> None:
        """Tell, too, how many connections are open."""
        self._gauge("tracker_connections", "Connections open now.", count)

    def serve(self, host: str, port: int) -> int:
        """Answer on a port from a thread of its own; return the port. Raises OSError."""
        server, _ = start_http_server(port, host, self.registry)
        return int(server.server_port)

    def _gauge(self, name: str, meaning: str, read: Callable[[], float]) -> None:
        Gauge(name, meaning, registry=self.registry).set_function(read)

    def _count(self, response: Response) -> Response:
        route = request.url_rule.rule if request.url_rule else _NO_ROUTE
        self._requests.labels(request.method, route, str(response.status_code)).inc()
        if "begun" in g:
            self._seconds.labels(route).observe(perf_counter() - g.begun)
        return response


def _size(diary: Path) -> float:
    try:
        return diary.stat().st_size
    except OSError:
        return 0


def _timestamp(instant: datetime | None) -> float:
    return instant.timestamp() if instant else 0
