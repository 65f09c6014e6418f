"""Who has which role among the accounts here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from tracker.storage.tables.practice import ClinicianRow
from tracker.storage.tables.security import AdministratorRow

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.database import Transaction


class Role:
    """One role: a table with a row for each account that has it, and since when."""

    def __init__(self, row: type[AdministratorRow | ClinicianRow]) -> None:
        self._row = row

    def ids(self, tx: Transaction) -> set[int]:
        """The accounts that have the role."""
        return set(tx.scalars(select(self._row.account_id)))

    def is_one(self, tx: Transaction, account_id: int) -> bool:
        """Whether an account has the role."""
        return tx.get(self._row, account_id) is not None

    def add(self, tx: Transaction, account_id: int, now: datetime) -> None:
        """Give an account the role, which it does not have."""
        tx.add(self._row(account_id=account_id, since=now))

    def remove(self, tx: Transaction, account_id: int) -> None:
        """Take the role from an account."""
        tx.execute(delete(self._row).where(self._row.account_id == account_id))


administrators = Role(AdministratorRow)
clinicians = Role(ClinicianRow)
