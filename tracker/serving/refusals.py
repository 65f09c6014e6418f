"""What the server itself answers: a small page, with the headers of every answer."""

from __future__ import annotations

from html import escape
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple

from tracker.web.kit.security import HEADERS

if TYPE_CHECKING:
    from collections.abc import Mapping


_PAGE = """<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>{title} · Return to Run</title>
</head>
<body>
<h1>{title}</h1>
<p>{rest}</p>
</body>
</html>
"""


class Refusal(NamedTuple):
    """A status, what is said, and headers of its own.

    The first sentence says what is the matter, and is the title; the rest says what to do.
    """

    status: int
    sentence: str
    headers: Mapping[str, str] = {}

    @property
    def body(self) -> bytes:
        """The page, which needs no other file: there may be no place to serve one."""
        title, _, rest = escape(self.sentence, quote=False).partition(". ")
        return _PAGE.format(title=title.removesuffix("."), rest=rest).encode()

    @property
    def all_headers(self) -> list[tuple[bytes, bytes]]:
        """Every header, names in small letters as ASGI wants them. The connection ends after."""
        headers = {
            **HEADERS,
            "Content-Type": "text/html; charset=utf-8",
            "Content-Length": str(len(self.body)),
            "Cache-Control": "no-store",
            "Connection": "close",
            **self.headers,
        }
        return [(name.lower().encode(), value.encode("latin1")) for name, value in headers.items()]

    @property
    def raw(self) -> bytes:
        """The answer as it goes over the wire."""
        lines = [b"HTTP/1.1 %d %s" % (self.status, HTTPStatus(self.status).phrase.encode())]
        lines += [b"%s: %s" % header for header in self.all_headers]
        return b"\r\n".join(lines) + b"\r\n\r\n" + self.body


_AGAIN = {"Retry-After": "10"}

MALFORMED = Refusal(400, "This is no request that the tracker can read. Type the address anew.")
HEAD_TOO_LARGE = Refusal(431, "The head of this request is too large. Delete this site's cookies.")
TWO_LENGTHS = Refusal(400, "This request says in two ways how long it is. Send one of them.")
TOO_SLOW = Refusal(408, "The request did not arrive in time. Send it again.")
TOO_BUSY = Refusal(503, "The tracker is busy at this moment. Try again in ten seconds.", _AGAIN)
TOO_FULL = Refusal(
    503, "Too much is being sent to the tracker at this moment. Try again in ten seconds.", _AGAIN
)
BROKEN = Refusal(500, "Something broke. What was recorded before is safe. Try again.")
HTTPS_ONLY = Refusal(
    400, "The tracker speaks https here. Type https:// in front of the address, and nothing else."
)
UNKNOWN_METHOD = Refusal(
    501, "The tracker does not know how to read this request. Use an ordinary browser."
)


def moved_to_https(address: str) -> Refusal:
    """Send a browser on that asked over plain http."""
    return Refusal(308, HTTPS_ONLY.sentence, {"Location": address})


def of_unreadable(status: int) -> Refusal:
    """What is said to a request that is none, by the status that its parser suggests."""
    return {431: HEAD_TOO_LARGE, 501: UNKNOWN_METHOD}.get(status, MALFORMED)
