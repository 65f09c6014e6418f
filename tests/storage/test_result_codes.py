"""What an error of psycopg means, of those that a server has to be in a bad way for."""

from __future__ import annotations

import psycopg
import pytest

from tracker.storage.errors import ErrorKind
from tracker.storage.postgresql.result_codes import kind_of_error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (psycopg.OperationalError("the connection is closed"), ErrorKind.UNREACHABLE),
        # Seen in a commit as the server behind a pooler crashed: it may be there, or not.
        (psycopg.InternalError("received 2 results from command"), ErrorKind.UNREACHABLE),
        (psycopg.errors.InternalError_("could not read block"), ErrorKind.DAMAGED),
        (psycopg.errors.ReadOnlySqlTransaction("cannot execute UPDATE"), ErrorKind.READ_ONLY),
        (psycopg.errors.SerializationFailure("could not serialize"), ErrorKind.CONFLICT),
        (psycopg.ProgrammingError("the query has 0 placeholders"), None),
        (psycopg.errors.UniqueViolation("duplicate key"), None),
    ],
)
def test_an_error_is_of_the_server_or_of_the_asking(
    error: psycopg.Error, kind: ErrorKind | None
) -> None:
    assert kind_of_error(error) is kind
