"""Administrators: a role that is given by name, held by at least one, and never inherited.

An administrator lets others in, ends their sign-ins and hands them links to a new passphrase. Of
their diaries it sees nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.services.access import roles, security_log
from tracker.services.access.accounts import ACCOUNTS
from tracker.services.access.origin import SHELL
from tracker.services.errors import NotFound
from tracker.storage.access import accounts as stored_accounts
from tracker.storage.access import api_tokens as stored_tokens
from tracker.storage.access import sign_ins as stored_sign_ins
from tracker.storage.access.roles import administrators as stored
from tracker.storage.database import retried
from tracker.storage.words import SecurityEvent
from tracker.translations import gettext

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.services.access.origin import Origin
    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database, Transaction


class LastAdministrator(ValueError):
    """Nobody else has the role, and there are others who would be left without."""

    def __init__(self) -> None:
        super().__init__(
            gettext(
                "Nobody else here is an administrator. Make someone else one first, then try again."
            )
        )


def is_one(database: Database, account_id: int) -> bool:
    """Whether an account has the role."""
    with database.reading() as tx:
        return stored.is_one(tx, account_id)


def ids(database: Database) -> set[int]:
    """The accounts that have the role."""
    with database.reading() as tx:
        return stored.ids(tx)


def check(tx: Transaction, account_id: int) -> None:
    """Raise NotFound for anyone else: they are not told that there is such a page."""
    if not stored.is_one(tx, account_id):
        raise NotFound(account_id)


def person(database: Database, administrator: int, account_id: int) -> Account:
    """The account of someone here. Raises NotFound, also for who is no administrator."""
    with database.reading() as tx:
        return _person(tx, administrator, account_id)


def check_person(tx: Transaction, administrator: int, account_id: int) -> None:
    """Raise NotFound for who is no administrator, and for nobody's account."""
    _person(tx, administrator, account_id)


@retried
def make(
    database: Database, administrator: int, account_id: int, *, origin: Origin, now: datetime
) -> None:
    """Give someone the role. Raises NotFound."""
    with database.writing(account_id, keys=[ACCOUNTS]) as tx:
        _person(tx, administrator, account_id)
        roles.give(tx, stored, account_id, by=administrator, origin=origin, now=now)


@retried
def make_by_hand(database: Database, account: Account, *, now: datetime) -> None:
    """Give someone the role, at the word of whoever runs the server."""
    with database.writing(account.id, keys=[ACCOUNTS]) as tx:
        roles.give(tx, stored, account.id, by=None, origin=SHELL, now=now)


@retried
def end_role(
    database: Database, administrator: int, account_id: int, *, origin: Origin, now: datetime
) -> None:
    """Take the role from someone, or give it up. Raises NotFound and LastAdministrator."""
    with database.writing(account_id, keys=[ACCOUNTS]) as tx:
        _person(tx, administrator, account_id)
        if not stored.is_one(tx, account_id):
            raise NotFound(account_id)
        if stored.ids(tx) == {account_id}:
            raise LastAdministrator
        stored.remove(tx, account_id)
        ended = SecurityEvent.ROLE_ENDED
        security_log.record(tx, ended, account_id, by=administrator, origin=origin, now=now)


@retried
def end_sign_ins(
    database: Database, administrator: int, account_id: int, *, origin: Origin, now: datetime
) -> None:
    """Sign someone out of every browser, and end what programs show for them. Raises NotFound."""
    with database.writing(account_id, keys=[ACCOUNTS]) as tx:
        _person(tx, administrator, account_id)
        stored_sign_ins.revoke_all(tx, account_id, now)
        stored_tokens.revoke_all(tx, account_id, now)
        ended = SecurityEvent.SIGN_IN_ENDED
        security_log.record(tx, ended, account_id, by=administrator, origin=origin, now=now)


def check_leaving(tx: Transaction, account_id: int) -> None:
    """Raise LastAdministrator where an account's end would leave others without anyone."""
    alone = len(stored_accounts.every(tx)) == 1
    if not alone and stored.ids(tx) == {account_id}:
        raise LastAdministrator


def _person(tx: Transaction, administrator: int, account_id: int) -> Account:
    check(tx, administrator)
    account = stored_accounts.by_id(tx, account_id)
    if account is None:
        raise NotFound(account_id)
    return account
