"""What may be the matter with the database, whichever it is."""

from __future__ import annotations

import errno
from enum import Enum


class ErrorKind(Enum):
    """Why the database cannot be used just now, whatever was asked of it."""

    BUSY = "another program has been holding the file for too long"
    FULL = "the disk is full"
    DISK = "the disk does not take or give what it should"
    READ_ONLY = "the file or its folder, or the server, may not be written to"
    DAMAGED = "the file is damaged"
    CONFLICT = "others were writing the same at the same moment"
    UNREACHABLE = "the database server cannot be reached"
    UNCERTAIN = "the database server was lost while it was saving"


class StorageError(Exception):
    """The database did not do what was asked of it.

    `kind` says why it cannot be used just now; None means that the asking was wrong.
    """

    def __init__(self, message: str, kind: ErrorKind | None = None) -> None:
        self.kind = kind
        super().__init__(message)


_OF_SYSTEM = {  # by the system's number, for files beside the database
    errno.ENOSPC: ErrorKind.FULL,
    errno.EDQUOT: ErrorKind.FULL,
    errno.EFBIG: ErrorKind.FULL,
    errno.EIO: ErrorKind.DISK,
    errno.EACCES: ErrorKind.READ_ONLY,
    errno.EPERM: ErrorKind.READ_ONLY,
    errno.EROFS: ErrorKind.READ_ONLY,
}


def kind_of(error: StorageError | OSError) -> ErrorKind | None:
    """What is the matter with the file, if that is what an error says."""
    return error.kind if isinstance(error, StorageError) else _OF_SYSTEM.get(error.errno or 0)
