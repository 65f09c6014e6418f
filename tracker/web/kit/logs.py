"""What a server writes down: one line of JSON for each request, and for each thing that broke.

A line names the rule of an address, never the address, which may hold the token of a link; and of
an error where it happened, never its words, which may repeat what somebody wrote.
"""

from __future__ import annotations

import json
import logging
import re
import secrets
import traceback
from datetime import UTC, datetime
from time import perf_counter
from typing import TYPE_CHECKING, TextIO

from flask import g, has_request_context, request

if TYPE_CHECKING:
    from flask import Flask, Response

HEADER = "X-Request-ID"
_REQUESTS = logging.getLogger("tracker.requests")
_USABLE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


def register(app: Flask) -> None:
    """Give every request an id, and log it once it is answered; comes before all else."""
    app.before_request(_begin)
    app.after_request(_end)


def write_to(stream: TextIO, *, requests: bool) -> None:
    """Write the log of this process to a stream: what broke, and every request if wanted."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Line())
    logging.getLogger().addHandler(handler)
    _REQUESTS.setLevel(logging.INFO if requests else logging.WARNING)


def request_id() -> str:
    """Return the id of this request; empty if it was turned away before it got one."""
    id_: str = g.get("request_id", "")
    return id_


def trace(error: BaseException) -> str:
    """Return where an error and those behind it came from: files, lines and kinds.

    Never their messages, for these may repeat a note, a score or a secret.
    """
    behind = error.__cause__ or error.__context__
    lines = "".join(traceback.format_tb(error.__traceback__))
    where = f"{lines}{type(error).__module__}.{type(error).__qualname__}"
    return f"{trace(behind)}\n\n{where}" if behind else where


def _begin() -> None:
    given = request.headers.get(HEADER, "")
    g.request_id = given if _USABLE_ID.fullmatch(given) else secrets.token_hex(8)
    g.begun = perf_counter()


def _end(response: Response) -> Response:
    if not request_id():
        return response
    response.headers[HEADER] = request_id()
    if request.endpoint == "health.is_well" and response.status_code < 400:  # noqa: PLR2004 - is well
        return response
    taken = {"status": response.status_code, "ms": round((perf_counter() - g.begun) * 1000, 1)}
    _REQUESTS.info("request", extra={"facts": taken})
    return response


class _Line(logging.Formatter):
    """A record as one line of JSON, whatever is in it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line. Of other programs' errors only the place is told, not their words."""
        error = record.exc_info[1] if record.exc_info else None
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": f"{record.name} failed" if error else record.getMessage(),
        }
        if has_request_context():
            rule = request.url_rule
            line |= {"request": request_id(), "method": request.method, "route": rule and rule.rule}
        line |= getattr(record, "facts", {})
        if error:
            line["trace"] = trace(error)
        return json.dumps(line)
