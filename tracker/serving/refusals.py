"""What the server itself answers: a sentence in plain text, with the headers of every answer."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple

from tracker.web.kit.security import HEADERS

if TYPE_CHECKING:
    from collections.abc import Mapping


class Refusal(NamedTuple):
    """A status, a sentence, and headers of its own."""

    status: int
    sentence: str
    headers: Mapping[str, str] = {}

    @property
    def body(self) -> bytes:
        """The sentence as it is sent."""
        return f"{self.sentence}\n".encode()

    @property
    def all_headers(self) -> list[tuple[bytes, bytes]]:
        """Every header, names in small letters as ASGI wants them. The connection ends after."""
        headers = {
            **HEADERS,
            "Content-Type": "text/plain; charset=utf-8",
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

MALFORMED = Refusal(400, "This is no request that the tracker can read.")
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
UNKNOWN_METHOD = Refusal(501, "The tracker does not know how to read this request.")


def moved_to_https(address: str) -> Refusal:
    """Send a browser on that asked over plain http."""
    return Refusal(308, HTTPS_ONLY.sentence, {"Location": address})


def of_unreadable(status: int) -> Refusal:
    """What is said to a request that is none, by the status that its parser suggests."""
    return {431: HEAD_TOO_LARGE, 501: UNKNOWN_METHOD}.get(status, MALFORMED)
