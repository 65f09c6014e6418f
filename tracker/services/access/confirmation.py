"""Proving again who sits there, before what cannot be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.services.access import second_factor, security_log
from tracker.services.access.checking import check_passphrase
from tracker.storage.access import sign_ins as stored
from tracker.storage.database import retried
from tracker.storage.words import SecurityEvent

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.services.access.origin import Origin
    from tracker.services.access.request_identity import Identity
    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database


def check(
    database: Database,
    account: Account,
    *,
    passphrase: str,
    code: str,
    key: str,
    origin: Origin,
    now: datetime,
) -> None:
    """Check an account's passphrase, and the code of its second factor where it has one.

    Raises what check_passphrase and second_factor.check_code raise.
    """
    check_passphrase(database, name=account.name, passphrase=passphrase, origin=origin, now=now)
    if second_factor.is_asked_for(database, account.id):
        failure = SecurityEvent.CONFIRMATION_FAILED
        second_factor.check_code(
            database, account, code, failure=failure, key=key, origin=origin, now=now
        )


def confirm(
    database: Database,
    identity: Identity,
    *,
    passphrase: str,
    code: str,
    key: str,
    origin: Origin,
    now: datetime,
) -> None:
    """Check as above, and note that it is known for a while who sits at this browser."""
    account = identity.account
    check(database, account, passphrase=passphrase, code=code, key=key, origin=origin, now=now)
    note(database, identity, origin=origin, now=now)


@retried
def note(database: Database, identity: Identity, *, origin: Origin, now: datetime) -> None:
    """Note that it was proved just now who sits at a browser."""
    with database.writing(identity.account.id) as tx:
        stored.confirm(tx, identity.account.id, identity.sign_in_id, now)
        confirmed = SecurityEvent.CONFIRMED
        security_log.record(tx, confirmed, identity.account.id, origin=origin, now=now)
