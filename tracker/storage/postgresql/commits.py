"""Is a transaction there whose commit was not answered? Found out, as far as it can be."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock
from time import monotonic, sleep
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import cast, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import UserDefinedType

from tracker.storage.account_revision import ACCOUNTS
from tracker.storage.errors import ErrorKind, StorageError
from tracker.storage.postgresql.connections import is_pooled

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_PAUSE_SECONDS = 0.2
_IN_THE_FUTURE = "22023"  # the SQLSTATE of a number that the server has not given out


class _Xid8(UserDefinedType[str]):
    """The type of a transaction's number, which has no name in SQLAlchemy."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """Return what a cast to it says."""
        return "xid8"


class Mark(NamedTuple):
    """By what a transaction is known again: its number, the revision that it gives, a witness."""

    xid: str
    revision: int
    witness: Connection | None


class Commits:
    """Asks the server what became of a transaction.

    That a number is "committed" is no proof by itself: a server that crashed may give it to another
    transaction. It is one if a connection that was open before, the witness, is so still: a crash
    ends them all, but for those of a pooler. Or else the account has the revision that nobody else
    can have given it.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._lock = Lock()
        self._witness: Connection | None = None

    def mark(self, xid: str, revision: int) -> Mark:
        """Note what a transaction that has begun is known by."""
        witness = None
        with self._lock, suppress(DBAPIError):
            if self._witness is None:
                self._witness = self._engine.connect()
            witness = None if is_pooled(self._witness) else self._witness
        return Mark(xid, revision, witness)

    def is_there(self, mark: Mark, *, for_seconds: float) -> bool:
        """Whether it was committed, asked until that is known. Raises StorageError (UNCERTAIN)."""
        latest = monotonic() + for_seconds
        while monotonic() < latest:
            with suppress(DBAPIError):
                status = self._by_witness(mark) or self._by_anyone(mark)
                if status == "aborted":
                    return False
                if status == "committed":
                    return True
                if status == "overwritten":
                    break
            sleep(_PAUSE_SECONDS)
        raise StorageError("the connection was lost in the commit", ErrorKind.UNCERTAIN)

    def _by_witness(self, mark: Mark) -> str | None:
        """What the server says to the witness; None if that is gone, or the commit goes on."""
        with self._lock:
            if mark.witness is None or mark.witness is not self._witness:
                return None
            try:
                status = _status(mark.witness, mark.xid)
            except DBAPIError:
                self._drop_witness()
                return None
        return status if status in ("aborted", "committed") else None

    def _by_anyone(self, mark: Mark) -> str | None:
        with self._engine.connect() as connection:
            status = _status(connection, mark.xid)  # first: what it says is over stays over
            its_own = select(ACCOUNTS.c.id).where(ACCOUNTS.c.revision == mark.revision).limit(1)
            if connection.scalar(its_own) is not None:
                return "committed"
        return "overwritten" if status == "committed" else status

    def _drop_witness(self) -> None:
        if self._witness is not None:
            with suppress(DBAPIError):
                self._witness.close()
            self._witness = None

    def close(self) -> None:
        """Let the witness go."""
        with self._lock:
            self._drop_witness()


def _status(connection: Connection, xid: str) -> str | None:
    try:
        status: str | None = connection.scalar(select(func.pg_xact_status(cast(xid, _Xid8))))
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) == _IN_THE_FUTURE:
            return "aborted"  # the server crashed before it had written down even its number
        raise
    return status
