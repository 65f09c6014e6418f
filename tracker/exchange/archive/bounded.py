"""Reading what is packed up to a limit, and what may go wrong with it."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING

from tracker.translations import gettext

if TYPE_CHECKING:
    from typing import BinaryIO

    from tracker.exchange.archive.container import Container

BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError,
    ValueError,
)  # fmt: skip
_CHUNK = 1_000_000


class UnusableMemberError(ValueError):
    """A file of an archive that cannot be read; the message says why."""


def copy_bounded(source: BinaryIO, target: BinaryIO, most: int) -> None:
    """Copy all of a file, piece by piece. Raises UnusableMemberError past `most` bytes."""
    while piece := source.read(_CHUNK):
        most -= len(piece)
        if most < 0:
            raise UnusableMemberError(gettext("unpacks to more than it says"))
        target.write(piece)


def read_bounded(container: Container, name: str, most: int) -> bytes:
    """Read a file, a `.gz` unpacked. Raises UnusableMemberError, for one that is larger too."""
    try:
        with container.opened(name) as file:
            content = file.read(most + 1)
            if len(content) <= most and content.startswith(b"\x1f\x8b"):
                return _gunzipped(content, most)
    except BROKEN as error:
        raise as_unusable(error) from error
    if len(content) > most:
        raise _too_large(most)
    return content


def _gunzipped(content: bytes, most: int) -> bytes:
    """Unpack up to `most` bytes; of a file that breaks off, what is there."""
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS)
    unpacked = unpack.decompress(content, most + 1)
    if len(unpacked) > most:
        raise _too_large(most)
    return unpacked


def _too_large(most: int) -> UnusableMemberError:
    return UnusableMemberError(gettext("is larger than %(most)d MB", most=most // 1_000_000))


def as_unusable(error: Exception) -> UnusableMemberError:
    """An error of the libraries in words of ours."""
    if isinstance(error, UnusableMemberError):
        return error
    return UnusableMemberError(gettext("is damaged: it does not unpack"))
