"""Who may make an account: the first, and whomever the administrator lets in.

The administrator is the earliest account there is. Registration is open to all only while the
administrator says so; otherwise it takes an invitation, which is good once.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.services import tokens
from tracker.services.access import accounts
from tracker.services.access.accounts import ACCOUNTS
from tracker.services.errors import NotFound
from tracker.storage import accounts as stored_accounts
from tracker.storage import registration as stored
from tracker.storage.database import retried

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.accounts import Account
    from tracker.storage.database import Database, Transaction
    from tracker.storage.registration import Invitation

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
    now: datetime,
) -> Account:
    """Create an account; an invitation, where one is needed, is used up.

    Raises RegistrationClosed, accounts.NameRefused, and passphrases.WeakPassphrase.
    """

    def admit(tx: Transaction) -> None:
        if _is_open(tx):
            return
        used = _invitation(tx, invitation, now)
        if used is None:
            raise RegistrationClosed("This account needs an invitation.")
        stored.use(tx, used.id, now)

    return accounts.register(database, name=name, passphrase=passphrase, now=now, admit=admit)


@retried
def invite(database: Database, account_id: int, *, now: datetime) -> str:
    """Return the token of a new invitation; it is not shown again. Raises NotFound."""
    token = tokens.new()
    with database.writing(keys=[ACCOUNTS]) as tx:
        _check_administrator(tx, account_id)
        expires_at = now + INVITATION_LASTS
        stored.invite(tx, account_id, tokens.digest(token), now=now, expires_at=expires_at)
    return token


def invitations(database: Database, account_id: int, *, now: datetime) -> list[Invitation]:
    """Return the invitations nobody has used yet, the latest first. Raises NotFound."""
    with database.reading() as tx:
        _check_administrator(tx, account_id)
        return stored.invitations(tx, now)


@retried
def withdraw(database: Database, account_id: int, invitation_id: int, *, now: datetime) -> None:
    """End an invitation before anyone uses it. Raises NotFound."""
    with database.writing(keys=[ACCOUNTS]) as tx:
        _check_administrator(tx, account_id)
        if not stored.revoke(tx, invitation_id, now):
            raise NotFound(invitation_id)


def is_open(database: Database) -> bool:
    """Whether anyone may make an account now."""
    with database.reading() as tx:
        return _is_open(tx)


@retried
def set_open(database: Database, account_id: int, *, to_all: bool, now: datetime) -> None:
    """Let anyone make an account from now on, or nobody without an invitation. Raises NotFound."""
    with database.writing(keys=[ACCOUNTS]) as tx:
        _check_administrator(tx, account_id)
        if to_all and not _is_open(tx):
            stored.open_to_all(tx, account_id, now)
        elif not to_all:
            stored.close(tx, now)


def _is_open(tx: Transaction) -> bool:
    return not stored_accounts.is_any(tx) or stored.is_open_to_all(tx)


def _invitation(tx: Transaction, token: str | None, now: datetime) -> Invitation | None:
    return None if token is None else stored.invitation(tx, tokens.digest(token), now)


def _check_administrator(tx: Transaction, account_id: int) -> None:
    """Raise NotFound for anyone else: they are not told that there is such a page."""
    if stored_accounts.earliest_id(tx) != account_id:
        raise NotFound(account_id)
