"""What an error of SQLite means, by its result code."""

from __future__ import annotations

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
_OTHER_SCHEMA = ("no such table: ", "no such column: ")  # all of them are there in a sound file
_PRIMARY_CODE = 0xFF  # the rest of SQLite's code says where it happened


def kind_of_code(error: BaseException) -> ErrorKind | None:
    """What is the matter with the file, if an error of SQLite says so."""
    if str(error).startswith((_NO_TEXT, *_OTHER_SCHEMA)):  # codes that say less than the words
        return ErrorKind.DAMAGED
    return _KINDS.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE)
