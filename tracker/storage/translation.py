"""The one place where errors of whichever database become StorageError."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft

from tracker.storage.errors import ErrorKind, StorageError
from tracker.storage.postgresql import result_codes as postgresql
from tracker.storage.sqlite import result_codes as sqlite

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def translated() -> Iterator[None]:
    """Raise StorageError in place of what SQLAlchemy or a driver raise."""
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite quotes what it trips over, and that is no text
        raise StorageError("what stands in it is no text", ErrorKind.DAMAGED) from error
    except NoConnectionLeft as error:
        raise StorageError(str(error), ErrorKind.BUSY) from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        reason = getattr(error, "orig", None) or error
        if postgresql.is_of_a_server(reason):
            words, kind = postgresql.words_of(reason), postgresql.kind_of_error(reason)
        else:
            words, kind = str(reason), sqlite.kind_of_code(reason)
        raise StorageError(words, kind) from error
