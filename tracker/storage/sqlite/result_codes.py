"""What an error of SQLite means, by its result code."""

from __future__ import annotations

import re
import sqlite3

from tracker.storage.errors import ErrorKind

_KINDS = {
    sqlite3.SQLITE_BUSY: ErrorKind.BUSY,
    sqlite3.SQLITE_LOCKED: ErrorKind.BUSY,
    sqlite3.SQLITE_PROTOCOL: ErrorKind.BUSY,
    sqlite3.SQLITE_FULL: ErrorKind.FULL,
    sqlite3.SQLITE_IOERR: ErrorKind.DISK,
    sqlite3.SQLITE_CANTOPEN: ErrorKind.READ_ONLY,
    sqlite3.SQLITE_READONLY: ErrorKind.READ_ONLY,
    sqlite3.SQLITE_PERM: ErrorKind.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: ErrorKind.DAMAGED,
    sqlite3.SQLITE_NOTADB: ErrorKind.DAMAGED,
}
_NO_TEXT = "Could not decode to UTF-8"
_OTHER_SCHEMA = re.compile(  # all of them are there in a sound file
    r"no such (?:table|column): |table \S+ has no column named "
)
_PRIMARY_CODE = 0xFF  # the rest of SQLite's code says where it happened


def kind_of_code(error: BaseException) -> ErrorKind | None:
    """What is the matter with the file, if an error of SQLite says so."""
    words = str(error)  # the codes say less
    if words.startswith(_NO_TEXT) or _OTHER_SCHEMA.match(words):
        return ErrorKind.DAMAGED
    return _KINDS.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE)
