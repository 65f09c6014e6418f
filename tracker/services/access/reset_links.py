"""Links by which who forgot a passphrase chooses a new one: handed over by an administrator.

Whoever makes the link never learns the passphrase. It takes no second factor away.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.services import tokens
from tracker.services.access import accounts, administrators, rate_limit, security_log
from tracker.services.access.accounts import ACCOUNTS
from tracker.services.errors import NotFound
from tracker.storage.access import accounts as stored_accounts
from tracker.storage.access import api_tokens as stored_tokens
from tracker.storage.access import reset_links as stored
from tracker.storage.access import sign_ins as stored_sign_ins
from tracker.storage.database import retried
from tracker.storage.words import SecurityEvent

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.services.access.origin import Origin
    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database, Transaction

LASTS = timedelta(hours=24)


@retried
def make(
    database: Database, administrator: int, account_id: int, *, origin: Origin, now: datetime
) -> str:
    """Return the token of a new link, in place of earlier ones. Raises NotFound."""
    token = tokens.new()
    with database.writing(account_id, keys=[ACCOUNTS]) as tx:
        administrators.check_person(tx, administrator, account_id)
        stored.revoke(tx, account_id, now)
        stored.add(tx, account_id, tokens.digest(token), now=now, expires_at=now + LASTS)
        made = SecurityEvent.RESET_LINK_MADE
        security_log.record(tx, made, account_id, by=administrator, origin=origin, now=now)
    return token


@retried
def take_back(
    database: Database, administrator: int, account_id: int, *, origin: Origin, now: datetime
) -> None:
    """End the link of someone. Raises NotFound, also where none is open."""
    with database.writing(account_id, keys=[ACCOUNTS]) as tx:
        administrators.check_person(tx, administrator, account_id)
        if not stored.revoke(tx, account_id, now):
            raise NotFound(account_id)
        ended = SecurityEvent.RESET_LINK_ENDED
        security_log.record(tx, ended, account_id, by=administrator, origin=origin, now=now)


def open_until(database: Database, account_id: int, *, now: datetime) -> datetime | None:
    """When the link of an account ends that is open; None without one."""
    with database.reading() as tx:
        return stored.open_until(tx, account_id, now)


def whose(database: Database, token: str, *, now: datetime) -> Account:
    """Return the account that a link is for. Raises NotFound for one that opens nothing."""
    with database.reading() as tx:
        return _whose(tx, token, now)


@retried
def use(
    database: Database, token: str, passphrase: str, *, origin: Origin, now: datetime
) -> Account:
    """Choose a new passphrase: every sign-in and token ends, and the link with it.

    Raises NotFound, and passphrases.WeakPassphrase, by which the link is not used up.
    """
    account = whose(database, token, now=now)
    hashed = accounts.new_hash(account.name, passphrase)
    with database.writing(account.id, keys=[ACCOUNTS]) as tx:
        _whose(tx, token, now)  # of two at once, one is
        stored.use(tx, account.id, tokens.digest(token), now)
        stored_accounts.set_passphrase(tx, account.id, hashed)
        stored_sign_ins.revoke_all(tx, account.id, now)
        stored_tokens.revoke_all(tx, account.id, now)
        reset = SecurityEvent.PASSPHRASE_RESET
        security_log.record(tx, reset, account.id, origin=origin, now=now)
    rate_limit.reset(database, accounts.key(account.name))
    return account


def _whose(tx: Transaction, token: str, now: datetime) -> Account:
    account_id = stored.account_of(tx, tokens.digest(token), now)
    account = None if account_id is None else stored_accounts.by_id(tx, account_id)
    if account is None:
        raise NotFound("no such link")
    return account
