"""Roles as they are given: in a transaction that has begun, on record; twice changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.services.access import security_log
from tracker.storage.roles import administrators, clinicians
from tracker.storage.words import SecurityEvent

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.services.access.origin import Origin
    from tracker.storage.database import Transaction


def make_administrator(
    tx: Transaction, account_id: int, *, by: int | None, origin: Origin, now: datetime
) -> None:
    """Give an account the role; `by` is the administrator who does, None where nobody else does."""
    if not administrators.is_one(tx, account_id):
        administrators.add(tx, account_id, now)
        given = SecurityEvent.ROLE_GIVEN
        security_log.record(tx, given, account_id, by=by, origin=origin, now=now)


def make_clinician(
    tx: Transaction, account_id: int, *, by: int | None, origin: Origin, now: datetime
) -> None:
    """Give an account the role; `by` is the administrator who does, None where nobody else does."""
    if not clinicians.is_one(tx, account_id):
        clinicians.add(tx, account_id, now)
        made = SecurityEvent.CLINICIAN_MADE
        security_log.record(tx, made, account_id, by=by, origin=origin, now=now)
