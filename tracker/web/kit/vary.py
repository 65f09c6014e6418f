"""Which headers of a request its answer depends on: for caches on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from werkzeug.sansio.response import Response


def vary_on(response: Response, *names: str) -> None:
    """Add headers of the request to an answer's Vary.

    As `response.vary` does, which reads all that was said before: a twelfth of a small answer.
    """
    said = response.headers.get("Vary")
    known = said.split(", ") if said else []
    response.headers["Vary"] = ", ".join([*known, *(name for name in names if name not in known)])
