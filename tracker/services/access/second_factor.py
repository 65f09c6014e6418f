"""More than a passphrase: an authenticator app, a passkey, and codes for who has lost those."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from tracker.services import tokens
from tracker.services.access import accounts, codes, rate_limit, security_log
from tracker.services.access.checking import counted_try
from tracker.services.access.sealing import CannotOpen, seal, unseal
from tracker.services.errors import NotFound
from tracker.storage.access import passkeys as stored_passkeys
from tracker.storage.access import second_factors as stored
from tracker.storage.access import sign_ins as stored_sign_ins
from tracker.storage.access.second_factors import TotpKey
from tracker.storage.database import retried
from tracker.storage.words import SecurityEvent
from tracker.translations import gettext

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.services.access.origin import Origin
    from tracker.storage.access.accounts import Account
    from tracker.storage.access.passkeys import Passkey
    from tracker.storage.database import Database, Transaction


class WrongCode(PermissionError):
    """The code is not right, was used before, or is too old."""

    def __init__(self) -> None:
        super().__init__(
            gettext("This code is not right, or was used already. Type the one shown now.")
        )


class OfferExpired(ValueError):
    """What was offered was for another account, or this place's key was changed."""


class Offer(NamedTuple):
    """An app to be added: its key for typing, its address, and both sealed for the form."""

    secret: str
    address: str
    sealed: str


class Factors(NamedTuple):
    """What an account is asked for besides its passphrase."""

    app_since: datetime | None
    passkeys: tuple[Passkey, ...]
    recovery_codes: int

    @property
    def is_any(self) -> bool:
        """Whether it is asked for anything."""
        return self.app_since is not None or bool(self.passkeys)

    @property
    def is_last(self) -> bool:
        """Whether nothing is left once one is taken away."""
        return (self.app_since is not None) + len(self.passkeys) == 1


def of_account(database: Database, account_id: int) -> Factors:
    """Return what an account has."""
    with database.reading() as tx:
        app = stored.totp_key(tx, account_id)
        keys = tuple(stored_passkeys.of_account(tx, account_id))
        return Factors(app and app.since, keys, stored.unused_recovery_codes(tx, account_id))


def is_asked_for(database: Database, account_id: int) -> bool:
    """Whether an account is asked for more than its passphrase."""
    with database.reading() as tx:
        return stored.has_any(tx, account_id)


def offer_app(account: Account, key: str, *, offered: str = "") -> Offer:
    """Return a new app for an account, or the one that was `offered` before.

    Nothing is stored until its first code was typed. Raises OfferExpired.
    """
    secret = _offered(account, offered, key) if offered else codes.new_secret()
    sealed = offered or seal(json.dumps([account.id, account.since.isoformat(), secret]), key)
    return Offer(secret, codes.app_address(secret, account.name), sealed)


@retried
def add_app(
    database: Database,
    account: Account,
    *,
    offered: str,
    code: str,
    token: str,
    key: str,
    origin: Origin,
    now: datetime,
) -> list[str]:
    """Add an app whose first code is typed; return new recovery codes, shown this once.

    Every other browser than that of `token` is signed out. Raises OfferExpired, WrongCode and
    rate_limit.TooManyTries.
    """
    secret = _offered(account, offered, key)
    attempt = counted_try(database, account.name, account.id, origin=origin, now=now)
    step = codes.step_of(secret, code, now)
    if step is None:
        raise WrongCode
    rate_limit.withdraw(database, attempt)
    with database.writing(account.id) as tx:
        app = TotpKey(seal(secret, key), step, now)
        stored.put_totp_key(tx, account.id, app)
        stored_sign_ins.revoke_others(tx, account.id, tokens.digest(token), now)
        security_log.record(tx, SecurityEvent.APP_ADDED, account.id, origin=origin, now=now)
        return renew_recovery_codes(tx, account.id, origin=origin, now=now)


@retried
def new_recovery_codes(
    database: Database, account_id: int, *, origin: Origin, now: datetime
) -> list[str]:
    """Return new recovery codes in place of all earlier ones. Raises NotFound without a factor."""
    with database.writing(account_id) as tx:
        if not stored.has_any(tx, account_id):
            raise NotFound(account_id)
        return renew_recovery_codes(tx, account_id, origin=origin, now=now)


@retried
def remove_app(database: Database, account_id: int, *, origin: Origin, now: datetime) -> None:
    """Forget an account's app; with the last factor its recovery codes go too. Raises NotFound."""
    with database.writing(account_id) as tx:
        if stored.totp_key(tx, account_id) is None:
            raise NotFound(account_id)
        stored.remove_totp_key(tx, account_id)
        forget_codes_without_factor(tx, account_id)
        security_log.record(tx, SecurityEvent.APP_REMOVED, account_id, origin=origin, now=now)


@retried
def forget_by_hand(database: Database, account: Account, *, now: datetime) -> None:
    """Take away all that an account is asked for besides its passphrase, at a shell's word."""
    with database.writing(account.id) as tx:
        if stored.totp_key(tx, account.id) is not None:
            security_log.record(tx, SecurityEvent.APP_REMOVED, account.id, now=now)
        if stored_passkeys.of_account(tx, account.id):
            security_log.record(tx, SecurityEvent.PASSKEY_REMOVED, account.id, now=now)
        stored.remove_totp_key(tx, account.id)
        stored_passkeys.remove_all(tx, account.id)
        stored.remove_recovery_codes(tx, account.id)


def check_code(
    database: Database,
    account: Account,
    typed: str,
    *,
    failure: SecurityEvent,
    key: str,
    origin: Origin,
    now: datetime,
) -> None:
    """Take the code of an account's app, or a recovery code, which is good once.

    Raises WrongCode, put on record as `failure`, and rate_limit.TooManyTries.
    """
    attempt = counted_try(database, account.name, account.id, origin=origin, now=now)

    @retried
    def taken() -> bool:
        with database.writing(account.id) as tx:
            is_right = _take(tx, account.id, typed, key=key, origin=origin, now=now)
            if not is_right:
                security_log.record(tx, failure, account.id, origin=origin, now=now)
        return is_right

    if not taken():
        raise WrongCode
    rate_limit.withdraw(database, attempt)
    rate_limit.reset(database, accounts.key(account.name))


def renew_recovery_codes(
    tx: Transaction, account_id: int, *, origin: Origin, now: datetime
) -> list[str]:
    """Store new recovery codes in place of all earlier ones, and return them."""
    made = codes.new_recovery_codes()
    stored.put_recovery_codes(tx, account_id, [tokens.digest(codes.plain(it)) for it in made])
    event = SecurityEvent.RECOVERY_CODES_MADE
    security_log.record(tx, event, account_id, origin=origin, now=now)
    return made


def forget_codes_without_factor(tx: Transaction, account_id: int) -> None:
    """Forget the recovery codes of who has nothing left that they stand for."""
    if not stored.has_any(tx, account_id):
        stored.remove_recovery_codes(tx, account_id)


def _take(
    tx: Transaction, account_id: int, typed: str, *, key: str, origin: Origin, now: datetime
) -> bool:
    app = stored.totp_key(tx, account_id)
    step = codes.step_of(_secret(app, key), typed, now) if app else None
    if step is not None:
        return stored.take_step(tx, account_id, step)
    hashed = tokens.digest(codes.plain(typed))
    if not stored.use_recovery_code(tx, account_id, hashed, now):
        return False
    used = SecurityEvent.RECOVERY_CODE_USED
    security_log.record(tx, used, account_id, origin=origin, now=now)
    return True


def _secret(app: TotpKey, key: str) -> str:
    """The key of an app; one that no code fits where this place's own key was changed."""
    try:
        return unseal(app.sealed, key)
    except CannotOpen:
        return codes.new_secret()


def _offered(account: Account, offered: str, key: str) -> str:
    try:
        account_id, since, secret = json.loads(unseal(offered, key))
    except CannotOpen as error:
        raise OfferExpired from error
    if (account_id, since) != (account.id, account.since.isoformat()):
        raise OfferExpired
    return str(secret)
