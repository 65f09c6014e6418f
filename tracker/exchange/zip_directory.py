"""The directory of a ZIP: how long it is, and which of its entries are folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO
    from zipfile import ZipInfo

_END, _END_64, _LOCATOR_64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_END_LENGTH, _LONGEST_COMMENT, _LENGTH_64 = 22, 65_535, 56 + 20  # the record, and where it is


def is_folder(entry: ZipInfo) -> bool:
    """Whether an entry is a folder; `zipfile` fails where a damaged one has no name."""
    return entry.filename.endswith("/")


def directory_length(source: BinaryIO) -> int | None:
    """The bytes of the directory of a ZIP, without reading it; None where there is none.

    Opening a ZIP loads all of it into memory, so that is asked first.
    Looks where `zipfile` looks, the larger form of ZIPs (ZIP64) included.
    """
    size = source.seek(0, 2)
    source.seek(max(0, size - _END_LENGTH - _LONGEST_COMMENT - _LENGTH_64))
    tail = source.read()
    end = len(tail) - _END_LENGTH  # where the directory's end lies if no comment follows it
    if not (tail[max(end, 0) :].startswith(_END) and tail.endswith(b"\0\0")):
        end = tail.rfind(_END)
    if end < 0:
        return None
    larger = tail[max(end - _LENGTH_64, 0) : end]
    if larger.startswith(_END_64) and larger[56:].startswith(_LOCATOR_64):
        return int.from_bytes(larger[40:48], "little")
    return int.from_bytes(tail[end + 12 : end + 16], "little")
