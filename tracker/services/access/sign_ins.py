"""Signing in and out: which browsers are signed in to an account, and for how long."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from tracker.services import tokens
from tracker.services.access import (
    accounts,
    passphrases,
    rate_limit,
    second_factor,
    security_log,
)
from tracker.services.access.checking import SignInRefused, check_passphrase
from tracker.services.access.origin import SHELL, Origin
from tracker.services.errors import NotFound
from tracker.storage.access import accounts as stored_accounts
from tracker.storage.access import api_tokens as stored_tokens
from tracker.storage.access import second_factors
from tracker.storage.access import sign_ins as stored
from tracker.storage.database import retried
from tracker.storage.words import SecurityEvent
from tracker.translations import gettext

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.access.accounts import Account, StoredPassphrase
    from tracker.storage.access.sign_ins import SignIn
    from tracker.storage.database import Database, Transaction

IDLE_LIMIT = timedelta(days=30)
SIGN_IN_LIMIT = timedelta(days=180)


class HalfWay(NamedTuple):
    """An account whose passphrase was right just now; `mark` tells that passphrase from others."""

    account_id: int
    mark: str


class SecondFactorNeeded(Exception):
    """The passphrase is right, and the account asks for more."""

    def __init__(self, half_way: HalfWay) -> None:
        self.half_way = half_way
        super().__init__(gettext("The account asks for a second factor."))


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

    Raises what check_passphrase raises, and SecondFactorNeeded.
    """
    origin = Origin(address, user_agent)
    failure = SecurityEvent.SIGN_IN_FAILED
    checked = check_passphrase(
        database, name=name, passphrase=passphrase, origin=origin, failure=failure, now=now
    )
    outdated = passphrases.is_outdated(checked.hashed)
    hashed = passphrases.hashed(passphrase) if outdated else checked.hashed
    with database.writing(checked.account_id) as tx:
        _replace_hash(tx, checked, hashed)
        if not second_factors.has_any(tx, checked.account_id):
            return _open(tx, checked.account_id, origin, now)
    raise SecondFactorNeeded(HalfWay(checked.account_id, _mark(hashed)))


@retried
def finish_sign_in(
    database: Database, half_way: HalfWay, code: str, *, key: str, origin: Origin, now: datetime
) -> str:
    """Check the code of an app, or a recovery code; return the token for the browser's cookie.

    Raises SignInRefused where the passphrase is another by now, and what check_code raises.
    """
    account = whose(database, half_way)
    failure = SecurityEvent.SIGN_IN_FAILED
    second_factor.check_code(
        database, account, code, failure=failure, key=key, origin=origin, now=now
    )
    with database.writing(account.id) as tx:
        return _open(tx, account.id, origin, now)


def whose(database: Database, half_way: HalfWay) -> Account:
    """Return who is half way in. Raises SignInRefused where the passphrase is another by now."""
    with database.reading() as tx:
        holder = stored_accounts.holder(tx, half_way.account_id)
    if holder is None or _mark(holder.hashed) != half_way.mark:
        raise SignInRefused(gettext("That took too long. Begin again."))
    return holder.account


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
    """Change an account's passphrase, end all sign-ins and tokens; return the token of a new one.

    Raises SignInRefused if `old` is wrong, passphrases.WeakPassphrase, rate_limit.TooManyAtOnce,
    and rate_limit.TooManyTries: tries count together with those of signing in.
    """
    origin = Origin(address, user_agent)
    checked = check_passphrase(database, name=account.name, passphrase=old, origin=origin, now=now)
    hashed = accounts.new_hash(account.name, new)
    with database.writing(checked.account_id) as tx:
        _replace_hash(tx, checked, hashed)
        stored.revoke_all(tx, checked.account_id, now)
        stored_tokens.revoke_all(tx, checked.account_id, now)
        changed = SecurityEvent.PASSPHRASE_CHANGED
        security_log.record(tx, changed, checked.account_id, origin=origin, now=now)
        return _open(tx, checked.account_id, origin, now)


@retried
def set_passphrase(database: Database, account: Account, passphrase: str, *, now: datetime) -> None:
    """Give an account a passphrase without asking for the old one, and end all its sign-ins.

    Tries that failed before are forgiven. Raises passphrases.WeakPassphrase.
    """
    hashed = accounts.new_hash(account.name, passphrase)
    with database.writing(account.id) as tx:
        stored_accounts.set_passphrase(tx, account.id, hashed)
        stored.revoke_all(tx, account.id, now)
        stored_tokens.revoke_all(tx, account.id, now)
        security_log.record(tx, SecurityEvent.PASSPHRASE_RESET, account.id, now=now)
    rate_limit.reset(database, accounts.key(account.name))


@retried
def open_sign_in(
    database: Database, account_id: int, *, user_agent: str, address: str = "", now: datetime
) -> str:
    """Sign a browser in as an account just created or checked; return the token."""
    with database.writing(account_id) as tx:
        return _open(tx, account_id, Origin(address, user_agent), now)


def sign_ins(database: Database, account_id: int, token: str, now: datetime) -> list[SignIn]:
    """Return the browsers signed in to an account, the last seen first; `token` is this one's."""
    with database.reading() as tx:
        going_on = stored.of_account(tx, account_id, tokens.digest(token))
    return [sign_in for sign_in in going_on if lasts(sign_in.since, sign_in.last_seen, now)]


@retried
def end_sign_in(
    database: Database,
    account_id: int,
    sign_in_id: int,
    now: datetime,
    *,
    origin: Origin = SHELL,
) -> None:
    """End one of an account's sign-ins. Raises NotFound for any other."""
    with database.writing(account_id) as tx:
        if not stored.revoke(tx, account_id, sign_in_id, now):
            raise NotFound(sign_in_id)
        security_log.record(tx, SecurityEvent.SIGN_IN_ENDED, account_id, origin=origin, now=now)


@retried
def end_others(
    database: Database, account_id: int, token: str, now: datetime, *, origin: Origin = SHELL
) -> None:
    """End every sign-in of an account but the one of this browser."""
    with database.writing(account_id) as tx:
        stored.revoke_others(tx, account_id, tokens.digest(token), now)
        security_log.record(tx, SecurityEvent.SIGN_IN_ENDED, account_id, origin=origin, now=now)


def lasts(since: datetime, last_seen: datetime, now: datetime) -> bool:
    """Whether a sign-in lasts: 30 days after a visit, 180 days after it began at most."""
    return now < min(last_seen + IDLE_LIMIT, since + SIGN_IN_LIMIT)


@retried
def sign_out(database: Database, token: str, now: datetime, *, origin: Origin = SHELL) -> None:
    """End one browser's sign-in, if it is one."""
    digest = tokens.digest(token)
    with database.reading() as tx:
        holder = stored.by_token(tx, digest)
    if holder is None:
        return
    account_id = holder.account.id
    with database.writing(account_id) as tx:
        if stored.revoke(tx, account_id, holder.sign_in_id, now):
            signed_out = SecurityEvent.SIGNED_OUT
            security_log.record(tx, signed_out, account_id, origin=origin, now=now)


def _mark(hashed: str) -> str:
    return tokens.digest(hashed)[:32]


def _replace_hash(tx: Transaction, checked: StoredPassphrase, hashed: str) -> None:
    """Store a hash, unless the passphrase was changed since it was checked."""
    if not stored_accounts.replace_passphrase(tx, checked, hashed):
        raise SignInRefused(gettext("The passphrase was changed a moment ago. Try again."))


def _open(tx: Transaction, account_id: int, origin: Origin, now: datetime) -> str:
    token = tokens.new()
    stored.delete_begun_until(tx, now - SIGN_IN_LIMIT)
    stored.add(tx, account_id, tokens.digest(token), user_agent=origin.browser, now=now)
    security_log.record(tx, SecurityEvent.SIGNED_IN, account_id, origin=origin, now=now)
    return token
