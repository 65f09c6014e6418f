"""Text leaves compressed, whoever serves it: pages, pictures, tables."""

from __future__ import annotations

import gzip
import secrets
import zlib
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from flask import request

from tracker.web.kit.vary import vary_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask import Flask, Response

_KINDS = ("text/", "image/svg+xml", "application/json", "application/manifest+json")
_LEAST_BYTES = 500
_MOST_PADDING = 64
_HEAD = b"\x1f\x8b\x08\x08\0\0\0\0\x00\xff"  # RFC 1952: deflated, with a name, at no known time
_LAST_BLOCK = b"\x03\0"  # RFC 1951: an empty one
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


@dataclass(frozen=True)
class Pieces:
    """Content that differs only between its pieces, which are compressed once."""

    plain: tuple[bytes, ...]

    @cached_property
    def _deflated(self) -> tuple[bytes, ...]:
        """Each piece compressed by itself, when the first browser asks for that."""
        return tuple(_deflated(piece) for piece in self.plain)

    def joined(self, between: Sequence[bytes]) -> bytes:
        """Return the content with something between each piece and the next."""
        return _alternating(self.plain, between)

    def compressed(self, between: Sequence[bytes]) -> bytes:
        """Return the same compressed, but for what is put in between: it may be secret."""
        content = self.joined(between)
        body = _alternating(self._deflated, [_stored(it) for it in between])
        sums = (zlib.crc32(content), len(content))
        end = b"".join(number.to_bytes(4, "little") for number in sums)
        return _HEAD + b"x" * _wavering() + b"\0" + body + _LAST_BLOCK + end


def _deflated(piece: bytes) -> bytes:
    """A piece as blocks that end with a byte and do not look back to what comes before them."""
    return _ended(zlib.compressobj(wbits=-zlib.MAX_WBITS), piece)


def _stored(piece: bytes) -> bytes:
    """A piece as such blocks, not compressed: with the least memory, for it is set up each time."""
    return _ended(zlib.compressobj(0, wbits=-9, memLevel=1), piece)


def _ended(deflate: zlib._Compress, piece: bytes) -> bytes:
    return deflate.compress(piece) + deflate.flush(zlib.Z_SYNC_FLUSH)


def _alternating(pieces: Sequence[bytes], between: Sequence[bytes]) -> bytes:
    return b"".join(chain.from_iterable(zip_longest(pieces, between, fillvalue=b"")))


def takes_gzip() -> bool:
    """Whether the browser that asks can read it."""
    return request.accept_encodings["gzip"] > 0


def _compress(response: Response) -> Response:
    if not (response.mimetype or "").startswith(_KINDS) or response.direct_passthrough:
        return response
    vary_on(response, "Accept-Encoding")
    _weaken(response)
    if response.is_streamed or "Content-Encoding" in response.headers or not takes_gzip():
        return response
    content = response.get_data()
    if len(content) >= _LEAST_BYTES:
        response.set_data(gzipped(content, level=_LEVEL, padding=_wavering()))
        response.headers["Content-Encoding"] = "gzip"
    return response


def _wavering() -> int:
    """A length that wavers says nothing of how well a guess in the address compressed."""
    return secrets.randbelow(_MOST_PADDING)


def _weaken(response: Response) -> None:
    """Say of a tag that it stands for the same content in other bytes, compressed or not."""
    tag, is_weak = response.get_etag()
    if tag is not None and not is_weak:
        response.set_etag(tag, weak=True)
