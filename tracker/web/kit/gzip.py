"""Text leaves compressed, whoever serves it: pages, pictures, tables."""

from __future__ import annotations

import gzip
import secrets
from io import BytesIO
from typing import TYPE_CHECKING

from flask import request

if TYPE_CHECKING:
    from flask import Flask, Response

_KINDS = ("text/", "image/svg+xml", "application/json", "application/manifest+json")
_LEAST_BYTES = 500
_MOST_PADDING = 64
_LEVEL = 4  # the higher ones save a few hundredths, and take twice as long


def register(app: Flask) -> None:
    """Compress every answer that gains by it; comes before what reads or signs an answer's body."""
    app.after_request(_compress)


def gzipped(content: bytes, *, level: int = 9, padding: int = 0) -> bytes:
    """Return the content compressed, with a name of `padding` letters in it that means nothing."""
    out = BytesIO()
    with gzip.GzipFile("x" * padding, "wb", level, out, mtime=0) as file:
        file.write(content)
    return out.getvalue()


def takes_gzip() -> bool:
    """Whether the browser that asks can read it."""
    return request.accept_encodings["gzip"] > 0


def _compress(response: Response) -> Response:
    if not (response.mimetype or "").startswith(_KINDS) or response.direct_passthrough:
        return response
    response.vary.add("Accept-Encoding")
    _weaken(response)
    if response.is_streamed or "Content-Encoding" in response.headers or not takes_gzip():
        return response
    content = response.get_data()
    if len(content) >= _LEAST_BYTES:
        # A length that wavers says nothing of how well a guess in the address compressed.
        padding = secrets.randbelow(_MOST_PADDING)
        response.set_data(gzipped(content, level=_LEVEL, padding=padding))
        response.headers["Content-Encoding"] = "gzip"
    return response


def _weaken(response: Response) -> None:
    """Say of a tag that it stands for the same content in other bytes, compressed or not."""
    tag, is_weak = response.get_etag()
    if tag is not None and not is_weak:
        response.set_etag(tag, weak=True)
