"""Passkeys: made and checked by the library; what they are for here is decided here.

A passkey asks on its own device for a finger, a face or a PIN, so that it takes the place of the
passphrase and of the second factor at once.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from tracker.services import tokens
from tracker.services.access import rate_limit, second_factor, security_log
from tracker.services.access.checking import counted_try
from tracker.services.access.passkey_challenges import Challenge, as_bytes
from tracker.services.errors import NotFound
from tracker.storage.access import accounts as stored_accounts
from tracker.storage.access import passkeys as stored
from tracker.storage.access import second_factors, sign_ins
from tracker.storage.database import retried
from tracker.storage.words import SecurityEvent
from tracker.translations import gettext

if TYPE_CHECKING:
    from datetime import datetime

    from webauthn.registration.verify_registration_response import VerifiedRegistration

    from tracker.services.access.origin import Origin
    from tracker.storage.access.accounts import Account
    from tracker.storage.access.passkeys import Passkey
    from tracker.storage.database import Database

CHALLENGE_LASTS = timedelta(minutes=5)
LONGEST_CREDENTIAL = 20_000  # characters of JSON
# What the library lets through of what is not JSON, CBOR or a key.
_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError)


class PasskeyRefused(PermissionError):
    """The passkey is not known here, or does not answer what it was asked."""

    def __init__(self) -> None:
        super().__init__(gettext("This passkey does not work here. Nothing was done."))


class _Known(NamedTuple):
    passkey: Passkey
    account: Account


@retried
def add(
    database: Database,
    account: Account,
    credential: str,
    *,
    challenge: Challenge,
    name: str,
    token: str,
    origin: Origin,
    now: datetime,
) -> list[str]:
    """Add the passkey that a browser made; return recovery codes where there were none.

    Every other browser than that of `token` is signed out. Raises PasskeyRefused.
    """
    from webauthn.helpers import bytes_to_base64url

    _check_bounds(credential, challenge, now)
    made = _registered(credential, challenge)
    credential_id = bytes_to_base64url(made.credential_id)
    with database.writing(account.id) as tx:
        if stored.by_credential(tx, credential_id) is not None:
            raise PasskeyRefused
        stored.add(
            tx,
            account.id,
            credential_id=credential_id,
            public_key=bytes_to_base64url(made.credential_public_key),
            sign_count=made.sign_count,
            name=name,
            now=now,
        )
        sign_ins.revoke_others(tx, account.id, tokens.digest(token), now)
        security_log.record(tx, SecurityEvent.PASSKEY_ADDED, account.id, origin=origin, now=now)
        if second_factors.unused_recovery_codes(tx, account.id):
            return []
        return second_factor.renew_recovery_codes(tx, account.id, origin=origin, now=now)


def _registered(credential: str, challenge: Challenge) -> VerifiedRegistration:
    from webauthn import verify_registration_response
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        return verify_registration_response(
            credential=credential,
            expected_challenge=as_bytes(challenge.text),
            expected_rp_id=challenge.site.host,
            expected_origin=challenge.site.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, *_UNREADABLE) as error:
        raise PasskeyRefused from error


@retried
def remove(
    database: Database, account_id: int, passkey_id: int, *, origin: Origin, now: datetime
) -> None:
    """Forget a passkey of an account. Raises NotFound for any other."""
    with database.writing(account_id) as tx:
        if not stored.remove(tx, account_id, passkey_id):
            raise NotFound(passkey_id)
        second_factor.forget_codes_without_factor(tx, account_id)
        removed = SecurityEvent.PASSKEY_REMOVED
        security_log.record(tx, removed, account_id, origin=origin, now=now)


def check(
    database: Database,
    credential: str,
    *,
    challenge: Challenge,
    failure: SecurityEvent,
    origin: Origin,
    now: datetime,
) -> Account:
    """Return whose passkey answered a challenge.

    Raises PasskeyRefused, put on record as `failure`, and rate_limit.TooManyTries. A challenge
    that was asked before the passkey was used last is refused: no answer is good twice.
    """
    known = _known(database, credential)
    name = known.account.name if known else f"a passkey of {origin.network}"
    account_id = known.account.id if known else None
    attempt = counted_try(database, name, account_id, origin=origin, now=now)
    try:
        account = _used(database, known, credential, challenge, now)
    except PasskeyRefused:
        security_log.record_alone(database, failure, account_id, origin=origin, now=now)
        raise
    rate_limit.withdraw(database, attempt)
    return account


@retried
def _used(
    database: Database, known: _Known | None, credential: str, challenge: Challenge, now: datetime
) -> Account:
    if known is None:
        raise PasskeyRefused
    _check_bounds(credential, challenge, now)
    sign_count = _verified(known.passkey, credential, challenge)
    with database.writing(known.account.id) as tx:
        stored_now = stored.by_credential(tx, known.passkey.credential_id)
        if stored_now is None or _was_used_since(stored_now, challenge):
            raise PasskeyRefused
        stored.note_use(tx, known.passkey, sign_count=sign_count, now=now)
    return known.account


def _known(database: Database, credential: str) -> _Known | None:
    """The passkey that a browser names, and whose it is; nothing is proved yet."""
    from webauthn.helpers import bytes_to_base64url, parse_authentication_credential_json
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        parsed = parse_authentication_credential_json(credential[:LONGEST_CREDENTIAL])
        credential_id = bytes_to_base64url(parsed.raw_id)
    except (WebAuthnException, *_UNREADABLE):
        return None
    with database.reading() as tx:
        passkey = stored.by_credential(tx, credential_id)
        account = stored_accounts.by_id(tx, passkey.account_id) if passkey else None
    return _Known(passkey, account) if passkey and account else None


def _verified(known: Passkey, credential: str, challenge: Challenge) -> int:
    from webauthn import verify_authentication_response
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        answer = verify_authentication_response(
            credential=credential,
            expected_challenge=as_bytes(challenge.text),
            expected_rp_id=challenge.site.host,
            expected_origin=challenge.site.origin,
            credential_public_key=as_bytes(known.public_key),
            credential_current_sign_count=known.sign_count,
            require_user_verification=True,
        )
    except (WebAuthnException, *_UNREADABLE) as error:
        raise PasskeyRefused from error
    return answer.new_sign_count


def _check_bounds(credential: str, challenge: Challenge, now: datetime) -> None:
    is_late = now - challenge.asked_at >= CHALLENGE_LASTS
    if is_late or len(credential) > LONGEST_CREDENTIAL:
        raise PasskeyRefused


def _was_used_since(known: Passkey, challenge: Challenge) -> bool:
    return known.last_used_at is not None and known.last_used_at >= challenge.asked_at
