"""Files as sites hand them out: a recording inside a gzip or a ZIP of one, unwrapped in bounds."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import NamedTuple

from tracker.exchange.watch.values import UnusableError
from tracker.exchange.zip_directory import is_folder
from tracker.translations import gettext

MOST_BYTES = 16_000_000
_MOST_FILES = 10_000
_GZIP, _ZIP = b"\x1f\x8b", b"PK"
_RECORDINGS = (".fit", ".gpx", ".tcx")
_DEEPEST = 2  # a gzip in a ZIP


class Unwrapped(NamedTuple):
    """The file inside, and whether its wrapping was whole."""

    content: bytes
    is_whole: bool = True


def unwrapped(content: bytes, depth: int = 0) -> Unwrapped:
    """Return the recording inside; the file itself if it is not wrapped.

    Raises UnusableError for what is larger than MOST_BYTES, wrapped or not, for a locked ZIP, and
    for one that does not hold exactly one recording.
    """
    if len(content) > MOST_BYTES:
        raise UnusableError(
            gettext(
                "is larger than %(most)d MB: record less in one file", most=MOST_BYTES // 1_000_000
            )
        )
    if depth >= _DEEPEST or not content.startswith((_GZIP, _ZIP)):
        return Unwrapped(content)
    outer = _gunzipped(content) if content.startswith(_GZIP) else Unwrapped(_unzipped(content))
    inner = unwrapped(outer.content, depth + 1)
    return Unwrapped(inner.content, outer.is_whole and inner.is_whole)


def _gunzipped(content: bytes) -> Unwrapped:
    """What a gzip holds, as far as it is good."""
    reader = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        unpacked = reader.decompress(content, MOST_BYTES + 1)
    except zlib.error:
        raise UnusableError(gettext("is a gzip that is damaged: fetch it anew")) from None
    return Unwrapped(unpacked, reader.eof or len(unpacked) > MOST_BYTES)


def _unzipped(content: bytes) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            one = _only(archive)
            with archive.open(one) as file:
                return file.read(MOST_BYTES + 1)
    except RuntimeError:  # wants a password
        raise UnusableError(
            gettext("is a ZIP locked by a password: unpack it and choose the file")
        ) from None
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError):
        raise UnusableError(gettext("is a ZIP that is damaged: fetch it anew")) from None


def _only(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The one recording in a ZIP, or its one file, however it is called."""
    files = [info for info in archive.infolist()[:_MOST_FILES] if _is_file(info)]
    named = [
        info for info in files if info.filename.lower().removesuffix(".gz").endswith(_RECORDINGS)
    ]
    if len(named) > 1:
        raise UnusableError(
            gettext(
                "is a ZIP of %(number)d recordings: unpack it and choose one", number=len(named)
            )
        )
    if len(named or files) != 1:
        raise UnusableError(gettext("is a ZIP without a GPX, FIT or TCX file in it"))
    return (named or files)[0]


def _is_file(info: zipfile.ZipInfo) -> bool:
    """Whether it is a file of the ZIP's maker, and not one that a system leaves in every folder."""
    name = info.filename.rpartition("/")[2]
    is_of_system = info.filename.startswith("__MACOSX/") or name.startswith(".")
    return not is_folder(info) and not is_of_system
