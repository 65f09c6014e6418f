"""Roles as they are given: in a transaction that has begun, on record; twice changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.services.access import security_log
from tracker.storage.access.roles import administrators, clinicians
from tracker.storage.words import SecurityEvent

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.services.access.origin import Origin
    from tracker.storage.access.roles import Role
    from tracker.storage.database import Transaction

_ON_RECORD = {
    administrators: SecurityEvent.ROLE_GIVEN,
    clinicians: SecurityEvent.CLINICIAN_MADE,
}


def give(
    tx: Transaction, role: Role, account_id: int, *, by: int | None, origin: Origin, now: datetime
) -> None:
    """Give an account a role; `by` is the administrator who does, None where nobody else does."""
    if not role.is_one(tx, account_id):
        role.add(tx, account_id, now)
        security_log.record(tx, _ON_RECORD[role], account_id, by=by, origin=origin, now=now)
