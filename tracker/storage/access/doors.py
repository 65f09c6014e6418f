"""Everything by which someone comes in, ended at once: whatever table holds a token's hash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Table, delete, update

from tracker.storage.tables import METADATA
from tracker.storage.tables.access import RegistrationOpeningRow
from tracker.storage.tables.practice import ConsentRow
from tracker.storage.tables.reminders import ReminderChannelRow

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.database import Transaction

_TOKEN, _ENDED = "token_hash", "revoked_at"


def with_tokens() -> list[Table]:
    """The tables whose rows let in whoever has a token."""
    return [table for table in METADATA.sorted_tables if _TOKEN in table.c]


def end_all(tx: Transaction, now: datetime) -> None:
    """End every sign-in, link and consent, and the time in which anyone may make an account.

    What cannot be marked as ended is deleted. Reminders are turned off: theirs may have been.
    """
    for table in with_tokens():
        if _ENDED in table.c:
            going_on = table.c[_ENDED].is_(None)
            tx.execute(update(table).where(going_on).values({_ENDED: now}))
        else:
            tx.execute(delete(table))
    tx.execute(update(ConsentRow).where(ConsentRow.ended_at.is_(None)).values(ended_at=now))
    tx.execute(delete(ReminderChannelRow))
    still_open = RegistrationOpeningRow.closed_at.is_(None)
    tx.execute(update(RegistrationOpeningRow).where(still_open).values(closed_at=now))
