"""What an error of PostgreSQL means: by its SQLSTATE, and without one that the server is away."""

from __future__ import annotations

from tracker.storage.errors import ErrorKind

# https://www.postgresql.org/docs/current/errcodes-appendix.html: a code, or the class it is of.
_KINDS = {
    "08": ErrorKind.UNREACHABLE,  # connection exceptions
    "28": ErrorKind.UNREACHABLE,  # the user or the password is refused
    "3D": ErrorKind.UNREACHABLE,  # there is no such database
    "57P01": ErrorKind.UNREACHABLE,  # the server is being stopped, or has ended this connection,
    "57P02": ErrorKind.UNREACHABLE,  # or has crashed,
    "57P03": ErrorKind.UNREACHABLE,  # or is only just starting
    "57P05": ErrorKind.UNREACHABLE,  # the connection was idle for too long
    "25P03": ErrorKind.UNREACHABLE,  # or was, inside a transaction
    "40": ErrorKind.CONFLICT,  # a deadlock, or a snapshot that another commit has overtaken
    "53100": ErrorKind.FULL,
    "53": ErrorKind.BUSY,  # no memory, no connection left
    "55P03": ErrorKind.BUSY,  # a lock was waited for too long
    "57014": ErrorKind.BUSY,  # a statement took longer than the server lets one
    "25006": ErrorKind.READ_ONLY,  # a standby
    "42501": ErrorKind.READ_ONLY,  # no right to
    "42P01": ErrorKind.DAMAGED,  # a table or a column is gone
    "42703": ErrorKind.DAMAGED,
    "58": ErrorKind.DISK,
    "XX": ErrorKind.DAMAGED,
}
# By psycopg itself. "Internal" is an answer that fits no question: the end of a server and of the
# pooler before it, both at once.
_OF_THE_CONNECTION = ("OperationalError", "InterfaceError", "ConnectionTimeout", "InternalError")


def is_of_a_server(error: BaseException) -> bool:
    """Whether psycopg raised an error; it need not be installed where nobody asks for it."""
    return hasattr(error, "sqlstate")


def kind_of_error(error: BaseException) -> ErrorKind | None:
    """What is the matter with the server, if that is what an error of psycopg says."""
    state: str | None = getattr(error, "sqlstate", None)
    if state is None:  # psycopg's own words: refused, no such host, closed by the server
        is_away = type(error).__name__ in _OF_THE_CONNECTION
        return ErrorKind.UNREACHABLE if is_away else None
    return _KINDS.get(state) or _KINDS.get(state[:2])


def words_of(error: BaseException) -> str:
    """What the server says, without the row that it says it of: that is the runner's own."""
    diagnosis = getattr(error, "diag", None)
    return getattr(diagnosis, "message_primary", None) or str(error).partition("\n")[0]
