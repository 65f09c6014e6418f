"""Files that wait for their sender's yes in the database, where several processes share it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.storage import shared
from tracker.storage.database import retried

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.database import Database

LONGEST_WAIT = timedelta(days=1)


@retried
def stage(database: Database, account_id: int, content: bytes, now: datetime) -> None:
    """Keep a file, one for each account; those that nobody decided on within a day go."""
    with database.writing(account_id, keys=["staged files"]) as tx:
        shared.discard_staged_until(tx, now - LONGEST_WAIT)
        shared.stage(tx, account_id, content, now)


def staged(database: Database, account_id: int) -> bytes | None:
    """Return the file that an account sent last; None without one."""
    with database.reading() as tx:
        return shared.staged(tx, account_id)


@retried
def discard(database: Database, account_id: int) -> None:
    """Throw an account's file away."""
    with database.writing(account_id) as tx:
        shared.discard(tx, account_id)


def sweep(database: Database, now: datetime) -> None:
    """Throw away what nobody decided on within a day, unless nothing can be written just now."""
    until = now - LONGEST_WAIT
    database.note(lambda tx: shared.discard_staged_until(tx, until), keys=["staged files"])
