"""Signing in and out: which browsers are signed in to an account, and for how long."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.services import tokens
from tracker.services.access import accounts, passphrases, rate_limit
from tracker.services.errors import NotFound
from tracker.storage import accounts as stored_accounts
from tracker.storage import sign_ins as stored
from tracker.storage.database import retried

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.accounts import Account, StoredPassphrase
    from tracker.storage.database import Database, Transaction
    from tracker.storage.sign_ins import SignIn

IDLE_LIMIT = timedelta(days=30)
SIGN_IN_LIMIT = timedelta(days=180)
LONGEST_USER_AGENT = 120


class SignInRefused(PermissionError):
    """The name or the passphrase is wrong. Nobody learns which."""


@retried
def sign_in(
    database: Database,
    *,
    name: str,
    passphrase: str,
    address: str,
    user_agent: str,
    now: datetime,
) -> str:
    """Check a name and passphrase; return the token for the browser's cookie.

    Raises SignInRefused; rate_limit.TooManyTries once too many tries failed for the name or
    from the address; rate_limit.TooManyAtOnce. An unknown name takes as long as a wrong passphrase.
    """
    checked = _checked(database, name=name, passphrase=passphrase, address=address, now=now)
    outdated = passphrases.is_outdated(checked.hashed)
    hashed = passphrases.hashed(passphrase) if outdated else checked.hashed
    with database.writing(checked.account_id) as tx:
        _replace_hash(tx, checked, hashed)
        return _open(tx, checked.account_id, user_agent, now)


@retried
def change_passphrase(
    database: Database,
    account: Account,
    *,
    old: str,
    new: str,
    address: str,
    user_agent: str,
    now: datetime,
) -> str:
    """Change an account's passphrase and end all its sign-ins; return the token of a new one.

    Raises SignInRefused if `old` is wrong, passphrases.WeakPassphrase, rate_limit.TooManyAtOnce,
    and rate_limit.TooManyTries: tries count together with those of signing in.
    """
    checked = _checked(database, name=account.name, passphrase=old, address=address, now=now)
    hashed = accounts.new_hash(account.name, new)
    with database.writing(checked.account_id) as tx:
        _replace_hash(tx, checked, hashed)
        stored.revoke_all(tx, checked.account_id, now)
        return _open(tx, checked.account_id, user_agent, now)


@retried
def set_passphrase(database: Database, account: Account, passphrase: str, *, now: datetime) -> None:
    """Give an account a passphrase without asking for the old one, and end all its sign-ins.

    Tries that failed before are forgiven. Raises passphrases.WeakPassphrase.
    """
    hashed = accounts.new_hash(account.name, passphrase)
    with database.writing(account.id) as tx:
        stored_accounts.set_passphrase(tx, account.id, hashed)
        stored.revoke_all(tx, account.id, now)
    rate_limit.reset(database, accounts.key(account.name))


@retried
def open_sign_in(database: Database, account_id: int, *, user_agent: str, now: datetime) -> str:
    """Sign a browser in as an account just created or checked; return the token."""
    with database.writing(account_id) as tx:
        return _open(tx, account_id, user_agent, now)


def sign_ins(database: Database, account_id: int, token: str, now: datetime) -> list[SignIn]:
    """Return the browsers signed in to an account, the last seen first; `token` is this one's."""
    with database.reading() as tx:
        going_on = stored.of_account(tx, account_id, tokens.digest(token))
    return [sign_in for sign_in in going_on if lasts(sign_in.since, sign_in.last_seen, now)]


@retried
def end_sign_in(database: Database, account_id: int, sign_in_id: int, now: datetime) -> None:
    """End one of an account's sign-ins. Raises NotFound for any other."""
    with database.writing(account_id) as tx:
        if not stored.revoke(tx, account_id, sign_in_id, now):
            raise NotFound(sign_in_id)


@retried
def end_others(database: Database, account_id: int, token: str, now: datetime) -> None:
    """End every sign-in of an account but the one of this browser."""
    with database.writing(account_id) as tx:
        stored.revoke_others(tx, account_id, tokens.digest(token), now)


def lasts(since: datetime, last_seen: datetime, now: datetime) -> bool:
    """Whether a sign-in lasts: 30 days after a visit, 180 days after it began at most."""
    return now < min(last_seen + IDLE_LIMIT, since + SIGN_IN_LIMIT)


@retried
def sign_out(database: Database, token: str, now: datetime) -> None:
    """End one browser's sign-in, if it is one."""
    digest = tokens.digest(token)
    with database.writing(keys=[digest]) as tx:
        stored.revoke_token(tx, digest, now)


def _checked(
    database: Database, *, name: str, passphrase: str, address: str, now: datetime
) -> StoredPassphrase:
    """Return the account whose name and passphrase these are."""
    with passphrases.turn():
        return _tried(database, name=name, passphrase=passphrase, address=address, now=now)


def _tried(
    database: Database, *, name: str, passphrase: str, address: str, now: datetime
) -> StoredPassphrase:
    attempt = rate_limit.record_attempt(
        database, account=accounts.key(name), address=address, now=now
    )
    with database.reading() as tx:
        known = stored_accounts.passphrase_of(tx, accounts.key(name))
    if not passphrases.matches(known.hashed if known else None, passphrase) or known is None:
        raise SignInRefused("The name or the passphrase is not right.")
    rate_limit.withdraw(database, attempt)
    rate_limit.reset(database, accounts.key(name))
    return known


def _replace_hash(tx: Transaction, checked: StoredPassphrase, hashed: str) -> None:
    """Store a hash, unless the passphrase was changed since it was checked."""
    if not stored_accounts.replace_passphrase(tx, checked, hashed):
        raise SignInRefused("The passphrase was changed a moment ago. Try again.")


def _open(tx: Transaction, account_id: int, user_agent: str, now: datetime) -> str:
    token = tokens.new()
    agent = accounts.printable(user_agent)[:LONGEST_USER_AGENT]
    stored.delete_begun_until(tx, now - SIGN_IN_LIMIT)
    stored.add(tx, account_id, tokens.digest(token), user_agent=agent, now=now)
    return token
