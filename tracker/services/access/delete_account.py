"""Deleting an account, and with it everything it ever recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.services.access import accounts, administrators, confirmation, security_log
from tracker.services.access.origin import SHELL, Origin
from tracker.services.injury.protocols import PROTOCOLS
from tracker.storage.access import accounts as stored
from tracker.storage.database import retried
from tracker.storage.injury import protocols
from tracker.storage.words import SecurityEvent

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database


def delete_account(
    database: Database,
    account: Account,
    *,
    passphrase: str,
    code: str = "",
    key: str = "",
    origin: Origin,
    now: datetime,
) -> None:
    """Delete an account and all its data; what was deleted is overwritten in the file.

    Nor does it stay in the log beside the file, unless someone reads for long just then. Backups
    that were made before are left as they are.

    Raises what confirmation.check raises, and administrators.LastAdministrator.
    """
    confirmation.check(
        database, account, passphrase=passphrase, code=code, key=key, origin=origin, now=now
    )
    _delete(database, account, origin, now)


def delete_by_hand(database: Database, account: Account, *, now: datetime) -> None:
    """Delete an account and all its data, at the word of whoever runs the server.

    Raises administrators.LastAdministrator.
    """
    _delete(database, account, SHELL, now)


@retried
def _delete(database: Database, account: Account, origin: Origin, now: datetime) -> None:
    """What concerned the account goes with it; that one was deleted stays on record.

    Recorded first: no number of what goes is given again, and a collector would miss it.
    """
    with database.writing(account.id, keys=[accounts.ACCOUNTS, PROTOCOLS]) as tx:
        administrators.check_leaving(tx, account.id)
        security_log.record(tx, SecurityEvent.ACCOUNT_DELETED, None, origin=origin, now=now)
        stored.delete(tx, account.id)
        protocols.delete_unused(tx)
    database.empty_log()
