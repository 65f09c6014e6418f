"""Who may make an account: the first, and whomever an administrator lets in.

Registration is open to all only while an administrator says so; otherwise it takes an invitation,
which is good once.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.services import tokens
from tracker.services.access import accounts, security_log
from tracker.services.access.accounts import ACCOUNTS
from tracker.services.access.administrators import check as check_administrator
from tracker.services.access.origin import SHELL, Origin
from tracker.services.errors import NotFound
from tracker.storage.access import accounts as stored_accounts
from tracker.storage.access import registration as stored
from tracker.storage.database import retried
from tracker.storage.words import SecurityEvent
from tracker.translations import gettext

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.access.accounts import Account
    from tracker.storage.access.registration import Invitation
    from tracker.storage.database import Database, Transaction

INVITATION_LASTS = timedelta(days=7)


class RegistrationClosed(PermissionError):
    """There is an account already, and nobody invited this one."""


def may_join(database: Database, invitation: str | None, *, now: datetime) -> bool:
    """Whether an account may be made now, with the token of an invitation or without one."""
    with database.reading() as tx:
        return _is_open(tx) or _invitation(tx, invitation, now) is not None


def join(
    database: Database,
    *,
    name: str,
    passphrase: str,
    invitation: str | None = None,
    origin: Origin = SHELL,
    now: datetime,
) -> Account:
    """Create an account; an invitation, where one is needed, is used up.

    Raises RegistrationClosed, accounts.NameRefused, and passphrases.WeakPassphrase.
    """

    def admit(tx: Transaction) -> bool:
        """Whether the account is to be a clinician's: only an invitation says so."""
        used = _invitation(tx, invitation, now)
        as_clinician = used is not None and used.as_clinician
        if _is_open(tx) and not as_clinician:
            return False
        if used is None:
            raise RegistrationClosed(gettext("This account needs an invitation."))
        stored.use(tx, used.id, now)
        return as_clinician

    return accounts.register(
        database, name=name, passphrase=passphrase, now=now, origin=origin, admit=admit
    )


@retried
def invite(
    database: Database,
    account_id: int,
    *,
    as_clinician: bool = False,
    origin: Origin = SHELL,
    now: datetime,
) -> str:
    """Return the token of a new invitation; it is not shown again. Raises NotFound.

    Whoever makes an account by one `as_clinician` has that role.
    """
    token = tokens.new()
    with database.writing(keys=[ACCOUNTS]) as tx:
        check_administrator(tx, account_id)
        expires_at = now + INVITATION_LASTS
        stored.invite(
            tx,
            account_id,
            tokens.digest(token),
            as_clinician=as_clinician,
            now=now,
            expires_at=expires_at,
        )
        made = SecurityEvent.INVITATION_MADE
        security_log.record(tx, made, account_id, origin=origin, now=now)
    return token


def invitations(database: Database, account_id: int, *, now: datetime) -> list[Invitation]:
    """Return the invitations nobody has used yet, the latest first. Raises NotFound."""
    with database.reading() as tx:
        check_administrator(tx, account_id)
        return stored.invitations(tx, now)


@retried
def withdraw(
    database: Database,
    account_id: int,
    invitation_id: int,
    *,
    origin: Origin = SHELL,
    now: datetime,
) -> None:
    """End an invitation before anyone uses it. Raises NotFound."""
    with database.writing(keys=[ACCOUNTS]) as tx:
        check_administrator(tx, account_id)
        if not stored.revoke(tx, invitation_id, now):
            raise NotFound(invitation_id)
        ended = SecurityEvent.INVITATION_ENDED
        security_log.record(tx, ended, account_id, origin=origin, now=now)


def is_open(database: Database) -> bool:
    """Whether anyone may make an account now."""
    with database.reading() as tx:
        return _is_open(tx)


@retried
def set_open(
    database: Database, account_id: int, *, to_all: bool, origin: Origin = SHELL, now: datetime
) -> None:
    """Let anyone make an account from now on, or nobody without an invitation. Raises NotFound."""
    with database.writing(keys=[ACCOUNTS]) as tx:
        check_administrator(tx, account_id)
        if to_all and not _is_open(tx):
            stored.open_to_all(tx, account_id, now)
            changed = SecurityEvent.REGISTRATION_OPENED
        elif not to_all and stored.is_open_to_all(tx):
            stored.close(tx, now)
            changed = SecurityEvent.REGISTRATION_CLOSED
        else:
            return
        security_log.record(tx, changed, account_id, origin=origin, now=now)


def _is_open(tx: Transaction) -> bool:
    return not stored_accounts.is_any(tx) or stored.is_open_to_all(tx)


def _invitation(tx: Transaction, token: str | None, now: datetime) -> Invitation | None:
    return None if token is None else stored.invitation(tx, tokens.digest(token), now)
