"""Who has the role of a clinician."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from tracker.storage.practice_models import ClinicianRow

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.database import Transaction


def ids(tx: Transaction) -> set[int]:
    """The accounts that have the role."""
    return set(tx.scalars(select(ClinicianRow.account_id)))


def is_one(tx: Transaction, account_id: int) -> bool:
    """Whether an account has the role."""
    return tx.get(ClinicianRow, account_id) is not None


def add(tx: Transaction, account_id: int, now: datetime) -> None:
    """Give an account the role, which it does not have."""
    tx.add(ClinicianRow(account_id=account_id, since=now))


def remove(tx: Transaction, account_id: int) -> None:
    """Take the role from an account."""
    tx.execute(delete(ClinicianRow).where(ClinicianRow.account_id == account_id))
