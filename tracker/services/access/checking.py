"""Is this the passphrase of that name: asked with tries counted, and failures put on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.services.access import accounts, passphrases, rate_limit, security_log
from tracker.storage.access import accounts as stored_accounts
from tracker.storage.access import second_factors
from tracker.storage.words import SecurityEvent
from tracker.translations import gettext

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.services.access.origin import Origin
    from tracker.storage.access.accounts import StoredPassphrase
    from tracker.storage.database import Database


class SignInRefused(PermissionError):
    """The name or the passphrase is wrong. Nobody learns which."""


def check_passphrase(
    database: Database,
    *,
    name: str,
    passphrase: str,
    origin: Origin,
    failure: SecurityEvent = SecurityEvent.CONFIRMATION_FAILED,
    now: datetime,
) -> StoredPassphrase:
    """Return the account whose name and passphrase these are.

    Raises SignInRefused, put on record as `failure`; rate_limit.TooManyTries once too many tries
    failed for the name or from the address; rate_limit.TooManyAtOnce. An unknown name takes as
    long as a wrong passphrase.
    """
    with passphrases.turn():
        return _tried(database, name, passphrase, origin=origin, failure=failure, now=now)


def _tried(
    database: Database,
    name: str,
    passphrase: str,
    *,
    origin: Origin,
    failure: SecurityEvent,
    now: datetime,
) -> StoredPassphrase:
    with database.reading() as tx:
        known = stored_accounts.passphrase_of(tx, accounts.key(name))
        asks_more = known is not None and second_factors.has_any(tx, known.account_id)
    account_id = known.account_id if known else None
    attempt = counted_try(database, name, account_id, origin=origin, now=now)
    if not passphrases.matches(known.hashed if known else None, passphrase) or known is None:
        security_log.record_alone(database, failure, account_id, origin=origin, now=now)
        raise SignInRefused(gettext("The name or the passphrase is not right."))
    rate_limit.withdraw(database, attempt)
    if not asks_more:  # else whoever has the passphrase could try codes without end
        rate_limit.reset(database, accounts.key(name))
    return known


def counted_try(
    database: Database, name: str, account_id: int | None, *, origin: Origin, now: datetime
) -> rate_limit.Attempt:
    """Count a try before it is checked; that too many were made is put on record."""
    try:
        return rate_limit.record_attempt(
            database, account=accounts.key(name), address=origin.address, now=now
        )
    except rate_limit.TooManyTries:
        held_up = SecurityEvent.TRIES_HELD_UP
        security_log.note(database, held_up, account_id, origin=origin, now=now)
        raise
