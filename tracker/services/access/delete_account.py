"""Deleting an account, and with it everything it ever recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.services.access import accounts, sign_ins
from tracker.services.injury.protocols import PROTOCOLS
from tracker.storage import accounts as stored
from tracker.storage import protocols
from tracker.storage.database import retried

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.accounts import Account
    from tracker.storage.database import Database


def delete_account(
    database: Database, account: Account, *, passphrase: str, address: str, now: datetime
) -> None:
    """Delete an account and all its data; what was deleted is overwritten in the file.

    Nor does it stay in the log beside the file, unless someone reads for long just then. Backups
    that were made before are left as they are.

    Raises sign_ins.SignInRefused for a wrong passphrase, throttle.TooManyTries.
    """
    sign_ins.sign_in(
        database,
        name=account.name,
        passphrase=passphrase,
        address=address,
        user_agent="",
        now=now,
    )
    delete_by_hand(database, account)


@retried
def delete_by_hand(database: Database, account: Account) -> None:
    """Delete an account and all its data, at the word of whoever runs the server."""
    with database.writing(account.id, keys=[accounts.ACCOUNTS, PROTOCOLS]) as tx:
        stored.delete(tx, account.id)
        protocols.delete_unused(tx)
    database.empty_log()
