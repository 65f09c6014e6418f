"""Clinicians: a role by which runners can let an account in. By itself it shows nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.services.access import administrators, roles, security_log
from tracker.services.access.accounts import ACCOUNTS
from tracker.services.errors import NotFound
from tracker.storage.access import consents
from tracker.storage.access.roles import clinicians as stored
from tracker.storage.database import retried
from tracker.storage.words import SecurityEvent

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.services.access.origin import Origin
    from tracker.storage.database import Database, Transaction


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


@retried
def make(
    database: Database, administrator: int, account_id: int, *, origin: Origin, now: datetime
) -> None:
    """Give someone the role, by an administrator. Raises NotFound."""
    with database.writing(account_id, keys=[ACCOUNTS]) as tx:
        administrators.check_person(tx, administrator, account_id)
        roles.give(tx, stored, account_id, by=administrator, origin=origin, now=now)


@retried
def end_role(
    database: Database, administrator: int, account_id: int, *, origin: Origin, now: datetime
) -> None:
    """Take the role from someone: every consent given to them ends with it. Raises NotFound."""
    with database.writing(account_id, keys=[ACCOUNTS]) as tx:
        administrators.check_person(tx, administrator, account_id)
        check(tx, account_id)
        stored.remove(tx, account_id)
        consents.end(tx, now, clinician_id=account_id)
        consents.end_links(tx, account_id, now, by_clinician=True)
        ended = SecurityEvent.CLINICIAN_ENDED
        security_log.record(tx, ended, account_id, by=administrator, origin=origin, now=now)
